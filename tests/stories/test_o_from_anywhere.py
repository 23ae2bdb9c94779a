"""`o` leads to the entry from wherever the person is, and what is typed right behind it is in the line."""

from pathlib import Path
from time import sleep

import pytest

from coachtui.places import Places
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.homes import Desk
from tests.support.terminal import Terminal, coachtui

WAYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "Today": (),
    "an observation that is read": ((("enter",), "said long ago"),),
    "help": ((("f1",), "Esc closes"),),
    "help over what is read": ((("enter",), "said long ago"), (("f1",), "Esc closes")),
    "Today after the palette": ((("ctrl+p",), "Search for commands"), (("escape",), "Observations")),
}
"""Where one may be: the keys that lead there from Today, and what is seen after each."""
IN_ONE_GO = "omaria: first words\rsecond ones"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with one observation that is over."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4")
    desk.file("said long ago")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    return desk.places


def go(terminal: Terminal, way: str) -> None:
    """Be there."""
    terminal.wait_for("Grade 4")
    for keys, seen in WAYS[way]:
        terminal.press(*keys)
        terminal.wait_for(seen)
    if way == "Today after the palette":
        terminal.wait_for(lambda rows: not any("Search for commands" in row for row in rows))


def has_arrived(terminal: Terminal, home: Path) -> None:
    """All of it is where it belongs, on the screen and on the disk."""
    rows = terminal.wait_for(lambda rows: entry_of(rows) == "second ones")
    rows = terminal.wait_for(lambda rows: any("first words" in row for row in rows[2:-4]))
    assert rows[0].startswith(" Observe")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    told = show(home)
    assert [(line["speaker"], line["text"]) for line in told["lines"]] == [("maria", "first words")]
    assert told["draft"] == "second ones"


@pytest.mark.parametrize("way", WAYS)
def test_o_and_a_line_in_one_go(places: Places, way: str) -> None:
    with Terminal(coachtui(places.home)) as terminal:
        go(terminal, way)
        terminal.type(IN_ONE_GO)
        has_arrived(terminal, places.home)


@pytest.mark.parametrize("way", ["Today", "an observation that is read", "help"])
def test_o_and_a_line_key_by_key(places: Places, way: str) -> None:
    with Terminal(coachtui(places.home)) as terminal:
        go(terminal, way)
        for key in IN_ONE_GO:
            terminal.type(key)
            sleep(0.004)
        has_arrived(terminal, places.home)


def test_a_paste_right_behind_it_arrives_too(places: Places) -> None:
    with Terminal(coachtui(places.home)) as terminal:
        go(terminal, "Today")
        terminal.send(b"o\x1b[200~maria: first words\x1b[201~\rsecond ones")
        has_arrived(terminal, places.home)


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3, 0.6])
def test_o_typed_while_the_program_starts_on_today(places: Places, delay: float) -> None:
    with Terminal(coachtui(places.home)) as terminal:
        sleep(delay)
        terminal.type(IN_ONE_GO)
        has_arrived(terminal, places.home)


def test_o_leads_back_to_the_meeting_that_is_being_written(places: Places) -> None:
    """Nothing new is begun, and what was half-typed is still in the entry."""
    with Terminal(coachtui(places.home, "observe")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type("maria: first words\rsecond")
        terminal.wait_for(lambda rows: entry_of(rows) == "second")
        terminal.press("escape")
        terminal.wait_for("being written")
        terminal.press("f1")
        terminal.wait_for("Esc closes")
        terminal.type("o ones")
        has_arrived(terminal, places.home)


def test_in_the_entry_o_is_a_letter(places: Places) -> None:
    with Terminal(coachtui(places.home, "observe")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type("maria: first words\rsecond ones")
        terminal.type(", too")
        terminal.wait_for(lambda rows: entry_of(rows) == "second ones, too")
