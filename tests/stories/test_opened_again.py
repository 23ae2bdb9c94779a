"""Opened again after a crash, and after another one: Today or the meeting, whichever is meant, with every word on the screen."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from coachtui.clock import Clock
from coachtui.model.draft import Draft
from coachtui.model.moment import Moment
from tests.stories.test_whole_meeting import entry_of, show
from tests.support.homes import Desk
from tests.support.terminal import Terminal, coachtui, restored

HALF = "half of a line"
HOUR_MS = 3_600_000
WAYS = [("observe",), ()]
"""Straight into capture, and plain."""


@pytest.fixture(scope="module")
def crashed_mid_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which a line was filed and half of another typed; then the program was killed."""
    home = tmp_path_factory.mktemp("crashed") / "home"
    with Terminal(coachtui(home, "observe", "--team", "Grade 4")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type("maria: one whole line\r")
        terminal.wait_for(lambda rows: any("one whole line" in row for row in rows[2:-4]))
        terminal.type(HALF)
        terminal.wait_for(lambda rows: entry_of(rows) == HALF)
        terminal.wait_quiet()
        terminal.kill()
        terminal.wait_exit()
    return home


@pytest.fixture
def crashed(tmp_path: Path, crashed_mid_line: Path) -> Path:
    """That home, for one test alone."""
    return shutil.copytree(crashed_mid_line, tmp_path / "home")


def close(terminal: Terminal) -> None:
    """Close the program; it ends well and gives the terminal back."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert restored(terminal.raw)


def texts(told: dict[str, Any]) -> list[str]:
    """The texts of an observation's lines."""
    return [line["text"] for line in told["lines"]]


@pytest.mark.parametrize("words", WAYS, ids=["observe", "plain"])
def test_f8_ends_it_where_it_stopped(crashed: Path, words: tuple[str, ...]) -> None:
    """The half-typed text is its last line, on the screen too; no gap is marked; the next key begins another."""
    with Terminal(coachtui(crashed, *words)) as terminal:
        terminal.wait_for(lambda rows: entry_of(rows) == HALF)
        terminal.wait_for("This observation stopped at ")
        terminal.press("f8")
        terminal.wait_for("2 lines, all saved")
        rows = terminal.wait_for(lambda rows: any(HALF in row for row in rows[2:-4]) and entry_of(rows) == "")
        assert not any("not running" in row for row in rows)
        close(terminal)
    told = show(crashed)
    assert (texts(told), told["draft"]) == (["one whole line", HALF], None)
    assert told["ended"] is not None


def test_no_key_but_those_of_typing_and_f8_changes_what_was_cut_off(crashed: Path) -> None:
    """Looking around, answering nothing and closing leaves it as it was, as often as one likes."""
    for keys in (("escape", "escape"), ("f1", "escape", "pageup", "down"), ("ctrl+p", "escape", "ctrl+q")):
        with Terminal(coachtui(crashed)) as terminal:
            terminal.wait_for(lambda rows: entry_of(rows) == HALF)
            terminal.press(*keys)
            terminal.wait_quiet()
            terminal.kill()
            terminal.wait_exit()
    told = show(crashed)
    assert (texts(told), told["draft"], told["ended"]) == (["one whole line"], HALF, None)


def test_a_crash_right_after_a_crash_loses_nothing(crashed: Path) -> None:
    """Killed while it says that it was killed, and once more while going on."""
    for typed in ("", " and", " more"):
        with Terminal(coachtui(crashed)) as terminal:
            rows = terminal.wait_for(lambda rows: HALF in entry_of(rows))
            before = entry_of(rows)
            terminal.type(typed)
            terminal.wait_for(lambda rows, wanted=(before + typed): entry_of(rows) == wanted)  # type: ignore[misc]
            terminal.wait_quiet()
            terminal.kill()
            terminal.wait_exit()
    told = show(crashed)
    assert (texts(told), told["draft"]) == (["one whole line"], HALF + " and more")


# One of long ago


@pytest.fixture
def old_home(tmp_path: Path) -> Path:
    """A home with an observation that was cut off thirteen hours ago, by a crash."""
    desk, now = Desk(tmp_path), Clock().now()
    then = Moment(now.utc_ms - 13 * HOUR_MS, 5_000_000, "another-boot")
    desk.clock.set(then)
    desk.begin(team="Grade 9", anchor=then)
    desk.file("a line of yesterday", at=then)
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", HALF, len(HALF), then)))
    with Terminal(coachtui(desk.places.home)) as terminal:
        terminal.wait_for("Grade 9")
        terminal.kill()
        terminal.wait_exit()
    return desk.places.home


def test_an_old_one_waits_on_today_and_e_ends_it(old_home: Path) -> None:
    """Plain `coachtui` stays on Today: this meeting is long over."""
    with Terminal(coachtui(old_home)) as terminal:
        rows = terminal.wait_for("ends it where it stopped")
        assert rows[0].startswith(" Today") and any("Waiting for you" in row for row in rows)
        assert any("goes on with it" in row for row in rows)
        terminal.type("e")
        terminal.wait_for("2 lines.")
        terminal.wait_for(lambda rows: not any("Waiting for you" in row for row in rows))
        close(terminal)
    told = show(old_home)
    assert texts(told) == ["a line of yesterday", HALF]
    assert told["ended"] == told["started"], "it stopped with its last sign of life"


def test_an_old_one_is_gone_on_with_by_enter(old_home: Path) -> None:
    """It says when it stopped, and the half-typed text is there."""
    with Terminal(coachtui(old_home)) as terminal:
        terminal.wait_for("goes on with it")
        terminal.press("enter")
        terminal.wait_for("This observation stopped at ")
        terminal.wait_for(lambda rows: entry_of(rows) == HALF)
        terminal.type(" went on\r")
        rows = terminal.wait_for(lambda rows: any(HALF + " went on" in row for row in rows[2:-4]))
        assert any("not running from" in row and "(13 h 00)" in row for row in rows)
        close(terminal)
    assert texts(show(old_home)) == ["a line of yesterday", HALF + " went on"]
