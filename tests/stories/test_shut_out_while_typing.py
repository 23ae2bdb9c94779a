"""The notebook can't be had: a sentence says why, what is typed goes into the drop box, and the next opening takes it in."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.notebook import SHAPE
from tests.stories.test_whole_meeting import entry_of
from tests.support.homes import Desk, open_notebook
from tests.support.mounting import read_only
from tests.support.program import ask
from tests.support.terminal import Terminal, coachtui, restored

NOTHING_MAY_BE_WRITTEN = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh"]
"""The command that runs another to which every disk is full."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with one line in it."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4")
    desk.file("said before")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    return desk.places


@pytest.fixture
def first(places: Places) -> Iterator[Terminal]:
    """The first window, in which a meeting is being written."""
    with Terminal(coachtui(places.home, "observe", "--team", "Grade 5")) as terminal:
        terminal.wait_for("Grade 5")
        file_in(terminal, "said in the first window")
        yield terminal


def words_on(rows: list[str]) -> str:
    """What the screen says, in one, so that words broken over two rows are found."""
    return " ".join(" ".join(rows).split())


def file_in(terminal: Terminal, text: str) -> None:
    """Type a line and see it among the lines."""
    terminal.type(text + "\r")
    terminal.wait_for(lambda rows: any(text in row for row in rows[2:-4]))


def close(terminal: Terminal, code: int = 0) -> None:
    """Close the program; it ends well and gives the terminal back, and no inside is shown."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == code
    assert restored(terminal.raw)
    assert b"Traceback" not in terminal.raw


def found(places: Places, words: str) -> list[str]:
    """The lines with these words, as a fresh process finds them."""
    return sorted(hit["text"] for hit in ask(places.home, "search", words, "--json").json())


def test_a_second_window_says_since_when_and_where_and_takes_what_is_typed(places: Places, first: Terminal) -> None:
    where = os.ttyname(first._slave)  # pyright: ignore[reportPrivateUsage]
    with Terminal(coachtui(places.home)) as second:
        rows = second.wait_for("Press o to write into the drop box")
        assert re.search(rf"The notebook is already open since \d\d?:\d\d in {where}\.", words_on(rows))
        second.type("ojotted in the second window\rhalf of a line")
        second.wait_for(lambda rows: entry_of(rows) == "half of a line")
        rows = second.wait_for(lambda rows: any("jotted in the second window" in row for row in rows[2:-4]))
        assert "What you type here goes into the drop box, and comes into the notebook" in words_on(rows)
        close(second)
    file_in(first, "and goes on undisturbed")
    first.press("f8")
    first.wait_for("Ended at")
    close(first)
    with Terminal(coachtui(places.home)) as again:
        again.wait_for("1 line from the drop box taken in.")
        rows = again.wait_for("Waiting for you")
        assert not any("already open" in row for row in rows)
        again.press("enter")
        again.wait_for(lambda rows: any("jotted in the second window" in row for row in rows[2:-4]))
        again.wait_for(lambda rows: entry_of(rows) == "half of a line")
        again.press("escape")
        again.wait_for("Waiting for you")
        again.wait_for(lambda rows: not any("drop box" in row for row in rows))
        close(again)
    assert found(places, "window") == ["jotted in the second window", "said in the first window"]


def test_a_meeting_ended_in_the_second_window_is_ended_and_its_lines_are_counted(
    places: Places, first: Terminal
) -> None:
    """The half-typed line is its last one; nothing is promised that the drop box can't do."""
    with Terminal(coachtui(places.home, "observe")) as second:
        second.wait_for("The notebook is already open since")
        file_in(second, "jotted in the second window")
        second.type("half in the second window")
        second.wait_for(lambda rows: entry_of(rows) == "half in the second window")
        second.press("f8")
        rows = second.wait_for("2 lines, all saved in the drop box")
        assert "Ctrl+Z goes on" not in words_on(rows)
        close(second)
    close(first)
    assert found(places, "second window") == ["half in the second window", "jotted in the second window"]
    (ended,) = [each for each in ask(places.home, "list", "observations", "--json").json() if each["team"] is None]
    assert (ended["lines"], ended["state"]) == (2, "ended")


@pytest.mark.goal("R8")
def test_once_the_first_window_was_killed_the_notebook_is_free(places: Places, first: Terminal) -> None:
    first.kill()
    first.wait_exit()
    with Terminal(coachtui(places.home)) as again:
        again.wait_for("This observation stopped at ")
        file_in(again, "and goes on")
        close(again)


# Newer, damaged, read-only, full


def make_newer(places: Places) -> None:
    """As a coachtui to come would leave it."""
    with open_notebook(places) as notebook:
        notebook.file.connection.execute(f"PRAGMA user_version = {SHAPE + 1}")


def damage(places: Places) -> None:
    """Another file under its name."""
    places.notebook.write_bytes(b"this is no notebook " * 1000)


@pytest.mark.goal("R7")
@pytest.mark.parametrize("words", [("observe",), ()], ids=["observe", "plain"])
@pytest.mark.parametrize(
    ("spoil", "sentence"), [(make_newer, "written by a newer coachtui"), (damage, "damaged or is not a notebook")]
)
def test_beside_a_notebook_that_can_not_be_opened_typing_goes_on(
    places: Places, words: tuple[str, ...], spoil: Callable[[Places], None], sentence: str
) -> None:
    """It is told why and what to do; the notebook is not touched; a good one takes the words in later."""
    good = places.notebook.read_bytes()
    spoil(places)
    before = places.notebook.read_bytes()
    with Terminal(coachtui(places.home, *words)) as terminal:
        rows = terminal.wait_for("the drop box")
        assert sentence in words_on(rows)
        terminal.type("" if words else "o")
        file_in(terminal, "said beside it")
        close(terminal)
    assert places.notebook.read_bytes() == before
    places.notebook.write_bytes(good)
    assert found(places, "said") == ["said before", "said beside it"]


@pytest.mark.parametrize("words", [("observe",), ()], ids=["observe", "plain"])
def test_in_a_read_only_folder_it_is_told_and_closes_in_peace(places: Places, words: tuple[str, ...]) -> None:
    with Terminal([*read_only(places.home), *coachtui(places.home, *words)]) as terminal:
        rows = terminal.wait_for(lambda rows: "can't be written to" in words_on(rows))
        assert "right to write" in words_on(rows) or "The folder" in words_on(rows)
        close(terminal)


@pytest.mark.goal("R6")
def test_on_a_full_disk_nothing_is_claimed_and_the_words_stay_to_be_read(places: Places) -> None:
    """Neither the notebook nor the drop box can be written to."""
    with Terminal([*NOTHING_MAY_BE_WRITTEN, *coachtui(places.home, "observe")]) as terminal:
        terminal.wait_for("The disk did not take")
        terminal.type("said in vain\r")
        rows = terminal.wait_for(lambda rows: "not saved yet" in rows[0])
        assert not any("said in vain" in row for row in rows[2:-4])
        terminal.press("ctrl+q")
        terminal.wait_for(lambda rows: "Ctrl+Q again" in words_on(rows))
        close(terminal, 1)
    assert found(places, "said") == ["said before"]


def test_whoever_closes_at_once_on_a_full_disk_is_told_first(places: Places) -> None:
    """The disk had no time yet to refuse the line."""
    with Terminal([*NOTHING_MAY_BE_WRITTEN, *coachtui(places.home, "observe")]) as terminal:
        terminal.wait_for("The disk did not take")
        terminal.send(b"said in vain\r\x11")
        terminal.wait_for(lambda rows: "Ctrl+Q again" in words_on(rows))
        close(terminal, 1)


def test_beside_an_open_notebook_a_full_disk_is_told(places: Places, first: Terminal) -> None:
    with Terminal([*NOTHING_MAY_BE_WRITTEN, *coachtui(places.home, "observe")]) as second:
        second.wait_for("The notebook is already open since")
        second.type("said in vain\r")
        second.wait_for("The disk did not take")
        second.wait_for(lambda rows: "not saved yet" in rows[0])
        second.press("ctrl+q")
        second.wait_for(lambda rows: "Ctrl+Q again" in words_on(rows))
        close(second, 1)
    file_in(first, "and the first goes on")
