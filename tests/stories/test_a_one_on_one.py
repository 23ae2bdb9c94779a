"""A 1:1 on a real terminal: prepared, held, ended with a decision; a week later what was left is there again."""

from pathlib import Path

from tests.support.homes import make_home, open_notebook
from tests.support.program import run
from tests.support.terminal import Terminal
from tests.support.told_clock import ToldClock, told_program

WEEK = 7 * 24 * 3_600_000


def open_one_on_one(terminal: Terminal) -> None:
    """From the meeting that the program opens in, through the list of commands."""
    terminal.wait_for("Enter files each line")
    terminal.press("ctrl+p")
    terminal.wait_for("File the line you typed")
    terminal.type("1:1s")
    terminal.wait_for("Every lead with the next 1:1")
    terminal.wait_for(lambda rows: not any("File the line you typed" in row for row in rows))
    terminal.press("enter")
    terminal.wait_for("Maria Okafor")
    terminal.press("enter")
    terminal.wait_for("What we bring")


def answer(terminal: Terminal, key: str, prompt: str, words: str) -> None:
    terminal.press(key)
    terminal.wait_for(prompt)
    terminal.type(words)
    terminal.wait_for(words[-20:])
    terminal.press("enter")


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


def test_a_1_1_is_prepared_held_and_ended_and_the_next_one_goes_on(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), ToldClock(tmp_path / "clock")
    with open_notebook(places) as notebook:
        notebook.people.add_lead("Maria Okafor", "Senior Team Lead")

    with Terminal(told_program(places.home, tmp_path / "clock")) as terminal:
        open_one_on_one(terminal)
        answer(terminal, "s", "You meet:", "weekly tue 9:15 30")
        terminal.wait_for("You meet weekly, Tue 9:15, 30 min")
        terminal.paste("Leon is late again\nFridays without a block\n")
        terminal.wait_for("2 items added")
        answer(terminal, "I", "For me alone:", "how she is, three weeks alone")
        terminal.wait_for("1 private item · v shows")
        terminal.wait_for("For me alone:")
        terminal.type("and a thought cut o")  # the battery dies here
        terminal.wait_for("cut o")
        terminal.wait_quiet()
        terminal.kill()

    with Terminal(told_program(places.home, tmp_path / "clock")) as terminal:
        open_one_on_one(terminal)
        terminal.press("I")
        terminal.wait_for("For me alone: and a thought cut o")
        terminal.press("ctrl+u", "enter")
        terminal.wait_for(lambda rows: not any("For me alone" in row for row in rows))
        terminal.press("home", "f6")
        terminal.wait_for("0 of 3 min · now")
        terminal.wait_for("Begun.")
        terminal.wait_for(lambda rows: any(row.startswith("› Maria  Leon") for row in rows))
        terminal.press("enter")
        terminal.wait_for("discussed")
        answer(terminal, "f8", "Decided (who: what, by when):", "Maria: asks for a block, by Fri")
        terminal.wait_for("Kept.")
        terminal.press("enter")
        terminal.wait_for("The 1:1 was held: 1 decision. 2 items go on to Tue Mar 17 9:15.")
        leave(terminal)

    clock.tell(WEEK)
    with Terminal(told_program(places.home, tmp_path / "clock"), rows=18, cols=80) as terminal:
        open_one_on_one(terminal)
        terminal.wait_for("today 9:15")
        rows = " ".join(" ".join(terminal.wait_for("1 private item · v shows")).split())
        assert "Fridays without a block · carried from Tue Mar 10" in rows and "three weeks alone" not in rows
        leave(terminal)

    listed = run(places.home, "list", "one-on-ones").said
    ref = next(row.split()[0] for row in listed.splitlines() if "held" in row)
    told = run(places.home, "show", ref)
    assert "- Maria: asks for a block, by Fri Mar 13" in told.said
    assert "1 private item left out" in told.said and "three weeks alone" not in told.said
