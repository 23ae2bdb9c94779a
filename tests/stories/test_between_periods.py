"""Four minutes between periods: the queue is cleared, the bell is told, and all of it is on the disk; and a word is looked up."""

from pathlib import Path

from coachtui.model.bell_text import read_periods
from tests.rooms.test_cards_of_today import put_deadline
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.homes import make_home, open_notebook
from tests.support.terminal import Terminal, coachtui
from tests.support.told_clock import ToldClock, told_program

SECOND = 1000
CARDS = 6
KEYS = (
    ("d", "Done: SLO 0"), ("d", "Done: SLO 1"), ("d", "Done: SLO 2"), ("z", "Put off until Wed Mar 11: SLO 3"),
    ("Z", "Put off until Tue Mar 17: SLO 4"), ("d", "Done: SLO 5"),
)  # fmt: skip


def clears_one(terminal: Terminal, said: str, left: int) -> None:
    """Wait until this is said, and so many cards are left."""

    def is_so(rows: list[str]) -> bool:
        return any(said in row for row in rows) and sum(row[2:].startswith("SLO") for row in rows) == left

    terminal.wait_for(is_so)


def test_the_four_minute_review(tmp_path: Path) -> None:
    """Six cards, one key and ten seconds each; one is taken back, the bell is told 20 seconds before, and nothing is lost."""
    places, clock = make_home(tmp_path), ToldClock(tmp_path / "clock")
    with open_notebook(places) as notebook:
        notebook.bells.add_schedule("Regular", read_periods(["1 7:40-8:34", "2 8:40-9:30"]).periods)
        for number in range(CARDS):
            put_deadline(notebook, number, f"SLO {number}")
    with Terminal(told_program(places.home, tmp_path / "clock", "today")) as terminal:
        terminal.wait_for("next bell 8:34 · in 4 min")
        terminal.wait_for(lambda rows: sum("SLO" in row for row in rows) == CARDS)
        for number, (key, said) in enumerate(KEYS, 1):
            clock.tell(number * 10 * SECOND)
            terminal.press(key)
            clears_one(terminal, said, CARDS - number)
        assert len(KEYS) * 10 < 90
        terminal.wait_for("next bell 8:34 · in 3 min")
        clock.tell(220 * SECOND)
        terminal.press("ctrl+z")
        terminal.wait_for("The bell rings in 20 s. Everything is saved.")
        terminal.wait_for(lambda rows: any(row[2:].startswith("SLO 5") for row in rows))
        terminal.wait_for(lambda rows: "next bell 8:34 · in 20 s" in rows[0])
        terminal.process.kill()
        terminal.wait_exit()
    with open_notebook(places) as notebook:
        cards = notebook.today.review(clock.now().utc_ms, "UTC").cards
        assert [card.title for card in cards] == ["SLO 5"]
        tomorrow = notebook.today.review(clock.now().utc_ms + 24 * 3600 * SECOND, "UTC").cards
        assert [card.title for card in tomorrow] == ["SLO 3", "SLO 5"]


def test_a_word_is_looked_up_while_a_line_is_half_typed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for("team not named yet")
        terminal.type("maria: the jacaranda in the yard\r")
        terminal.wait_for(lambda rows: any("jacaranda in the yard" in row for row in rows[2:-4]))
        terminal.type("tom: half a li")
        terminal.wait_for(lambda rows: entry_of(rows) == "tom: half a li")
        terminal.press("ctrl+f")
        terminal.wait_for("Type a word, or its beginning.")
        terminal.type("JACAR")
        terminal.wait_for("1 hit")
        terminal.press("escape")
        terminal.wait_for(lambda rows: entry_of(rows) == "tom: half a li")
        terminal.type("ne\r")
        terminal.wait_for(lambda rows: any("half a line" in row for row in rows[2:-4]))
        terminal.press("ctrl+f")
        terminal.wait_for("› JACAR")
        terminal.press("enter")
        terminal.wait_for(lambda rows: rows[0].startswith(" Observe"))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(home)["lines"]] == ["the jacaranda in the yard", "half a line"]
