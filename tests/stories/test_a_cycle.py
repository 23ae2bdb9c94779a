"""A cycle as a principal lives it, typed on a real terminal: from a draft over a killed program to its close and the next."""

import signal
from collections.abc import Callable
from pathlib import Path

from tests.support.at_room import program_at
from tests.support.homes import make_home, open_notebook
from tests.support.program import run
from tests.support.terminal import Terminal

GOAL = "All five speak about the work, not the plan"


def to_row(terminal: Terminal, label: str) -> None:
    """Go down to the row with this label."""
    for _ in range(40):
        rows = terminal.screen()
        if any(row.startswith(f"› {label}") for row in rows):
            return
        terminal.press("down")
        terminal.wait_for(_other_than(rows))
    raise AssertionError("\n".join([f"no row {label}", *terminal.screen()]))


def _other_than(before: list[str]) -> Callable[[list[str]], bool]:
    """Whether the cursor is on another row."""
    return lambda rows: bool(_under_cursor(rows)) and _under_cursor(rows) != _under_cursor(before)


def _under_cursor(rows: list[str]) -> list[str]:
    return [row[:20] for row in rows if row.startswith("›")]


def answer(terminal: Terminal, prompt: str, words: str) -> None:
    """Wait for the question, answer it, whatever it offers."""
    terminal.wait_for(lambda rows: rows[-2].startswith(f" {prompt}:"))
    terminal.press("ctrl+u")
    terminal.type(words)
    terminal.wait_for(lambda rows: words[-20:] in rows[-2])
    terminal.press("enter")
    terminal.wait_for(lambda rows: not rows[-2].startswith(f" {prompt}:"))


def write(terminal: Terminal, label: str, words: str, prompt: str = "") -> None:
    """Write the row with this label, to which the one before led on."""
    terminal.wait_for(lambda rows: any(row.startswith(f"› {label}") for row in rows))
    terminal.press("enter")
    answer(terminal, prompt or label, words)


def leave(terminal: Terminal) -> None:
    """Close the program."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


def test_from_a_draft_to_its_close_and_the_next(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        lead = notebook.people.add_lead("Maria Okafor").id
    program = program_at(places.home, "cycle", lead)
    with Terminal(program) as terminal:
        terminal.wait_for("No cycle goes on.")
        terminal.press("n")
        terminal.wait_for("draft. Fill in the rows below")
        to_row(terminal, "Goal")
        terminal.press("enter")
        terminal.wait_for(lambda rows: rows[-2].startswith(" Goal:"))
        terminal.type(GOAL[:20])
        terminal.wait_for(lambda rows: rows[-2] == f" Goal: {GOAL[:20]}".rstrip())
        terminal.wait_quiet()
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    with Terminal(program) as terminal:
        terminal.wait_for("draft. Fill in the rows below")
        to_row(terminal, "Goal")
        terminal.press("enter")
        terminal.wait_for(lambda rows: rows[-2] == f" Goal: {GOAL[:20]}".rstrip())
        answer(terminal, "Goal", GOAL)
        for label, words, prompt in (
            ("Measure", "turns counted from my lines", ""), ("Baseline", "2 of 5 spoke", "Baseline, a number"),
            ("A moment", "Ana asked, Tom answered himself", ""), ("Target", "4 of 5", ""),
            ("Chosen", "today", "Chosen together"), ("From", "today", ""), ("To", "+27d", ""),
        ):  # fmt: skip
            write(terminal, label, words, prompt)
        terminal.wait_for("day 1 of 28")
        for said in ("Now: intention set.", "Now: learning."):
            terminal.press("n")
            terminal.wait_for(said)
        terminal.press("a")
        answer(terminal, "Activity", "model")
        answer(terminal, "modelling, planned on", "tomorrow")
        terminal.wait_for("› on ")
        terminal.press("d")
        terminal.wait_for("› done ")
        terminal.press("n")
        terminal.wait_for("Now: in practice.")
        terminal.press("s")
        answer(terminal, "Step", "Wait five seconds after a question")
        answer(terminal, "By when", "+1w")
        terminal.wait_for("› draft")
        terminal.press("enter")
        terminal.wait_for("What happened")
        for key, said in (("a", "Agreed."), ("p", "Practised."), ("t", "Tried.")):
            terminal.press(key)
            terminal.wait_for(f" {said}")
        terminal.press("escape")
        terminal.wait_for("Intention")
        terminal.press("n")
        terminal.wait_for("n again goes on to 'reflecting'")
        terminal.press("n")
        terminal.wait_for("Now: reflecting.")
        terminal.press("l")
        answer(terminal, "The lead's reflection (Enter puts it in)", "Leon spoke both times.")
        terminal.press("m")
        answer(terminal, "My reflection (Enter puts it in)", "I came too late in the week.")
        terminal.press("v")
        answer(terminal, "Verdict (met, partly, not yet, stopped)", "p")
        answer(terminal, "Evidence: which lines show it", "61, then 57, 48 and 54 %")
        answer(terminal, "Next goal (or rest)", "The quiet ones speak")
        terminal.wait_for("Closed: partly. n begins the next cycle.")
        terminal.press("n")
        terminal.wait_for("A draft is begun.")
        leave(terminal)
    closed, following = run(places.home, "list", "cycles", "--json").json()
    assert (closed["state"], closed["verdict"], closed["goal"]) == ("closed", "partly", GOAL)
    assert (following["state"], following["goal"], following["lead"]) == (
        "draft",
        "The quiet ones speak",
        "Maria Okafor",
    )
    (step,) = run(places.home, "list", "steps", "--json").json()
    assert (step["cycle"], step["state"], step["words"]) == (
        following["ref"],
        "tried",
        "Wait five seconds after a question",
    )
    shown = run(places.home, "show", closed["ref"]).said
    assert (
        "The lead's reflection: Leon spoke both times." in shown
        and "Verdict: partly (61, then 57, 48 and 54 %)" in shown
    )
