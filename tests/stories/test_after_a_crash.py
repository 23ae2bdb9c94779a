"""After a kill the program opens where it stopped: go on, the gap is marked; or end it there. Nothing can be lost by a key."""

import json
import shutil
import signal
from pathlib import Path

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.clocks import A_MORNING
from tests.support.homes import make_home, open_notebook, readings, seconds_on
from tests.support.leaving import FILED, HALF, begin_writing
from tests.support.program import run
from tests.support.terminal import Terminal, coachtui
from tests.support.told_clock import ToldClock, told_program

HOUR = 3_600_000


@pytest.fixture(scope="module")
def killed_while_typing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A line was filed and half of the next one was typed; then the battery was empty. The folder of home and clock."""
    folder = tmp_path_factory.mktemp("killed")
    ToldClock(folder / "clock").tell(0)
    with Terminal(told_program(folder / "home", folder / "clock")) as terminal:
        begin_writing(terminal)
        terminal.wait_quiet()
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    return folder


@pytest.fixture
def killed(tmp_path: Path, killed_while_typing: Path) -> Path:
    """All that the killed program left, for one test alone."""
    return shutil.copytree(killed_while_typing, tmp_path / "killed")


def test_it_says_when_it_stopped_and_typing_goes_on(killed: Path) -> None:
    home, clock = killed / "home", killed / "clock"
    ToldClock(clock).tell(12 * 60_000)
    with Terminal(told_program(home, clock)) as terminal:
        rows = terminal.wait_for("This observation stopped at 8:30, 12 min ago. Everything typed is here.")
        assert any("Type to go on: the gap is marked. F8 ends it where it stopped." in row for row in rows)
        assert any(FILED in row for row in rows)
        terminal.wait_for(lambda rows: entry_of(rows) == HALF)
        assert not any("elete" in row or "iscard" in row for row in rows)
        terminal.type(" and on")
        terminal.wait_for("not running from 8:30 to 8:42 (12 min)")
        terminal.press("enter")
        terminal.wait_for(lambda rows: any(f"{HALF} and on" in row for row in rows[2:-4]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(home)
    assert [line["text"] for line in told["lines"]] == [FILED, f"{HALF} and on"]
    assert len(json.loads(run(home, "list", "observations", "--json").said)) == 1


def test_f8_ends_it_at_the_last_line(killed: Path) -> None:
    home, clock = killed / "home", killed / "clock"
    ToldClock(clock).tell(5 * 60_000)
    with Terminal(told_program(home, clock)) as terminal:
        terminal.wait_for("This observation stopped at 8:30")
        terminal.press("f8")
        terminal.wait_for("Ended at 8:30, 2 lines, all saved.")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(home)
    assert [line["text"] for line in told["lines"]] == [FILED, HALF]
    assert told["ended"].startswith("2026-03-10T08:30:00")


@pytest.mark.parametrize("key", ["escape", "ctrl+z", "enter", "ctrl+u"])
def test_no_first_key_loses_a_line(killed: Path, key: str) -> None:
    """Whatever is pressed at the question: the line that was filed is there; only an undo takes back, and can be undone."""
    home, clock = killed / "home", killed / "clock"
    with Terminal(told_program(home, clock)) as terminal:
        terminal.wait_for("This observation stopped at")
        terminal.press(key)
        terminal.wait_quiet(0.5, 3)
        if key == "ctrl+z":
            terminal.press("ctrl+y")
            terminal.wait_for("Done again")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(home)
    assert told["lines"][0]["text"] == FILED
    if key == "enter":
        assert told["lines"][1]["text"] == HALF
    elif key != "ctrl+u":
        assert told["draft"] == HALF


def test_what_is_typed_before_the_notebook_is_open_goes_behind_the_half_typed_line(killed: Path) -> None:
    home, clock = killed / "home", killed / "clock"
    with Terminal(told_program(home, clock)) as terminal:
        terminal.type("typed blindly\r")
        terminal.wait_for(lambda rows: any("typed blindly" in row for row in rows[2:-4]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(home)
    written = [line["text"] for line in told["lines"]] + [told["draft"] or ""]
    assert FILED in written
    assert any(HALF in text for text in written)
    assert any("typed blindly" in text for text in written)


def days_old(folder: Path) -> Path:
    """A home with an observation of long ago that was never ended, with half a line."""
    places = make_home(folder)
    with open_notebook(places) as notebook:
        notebook.observations.begin("o1", A_MORNING, "UTC")
        notebook.lines.paste("o1", readings("first", "second"), seconds_on(60), "l")
    return places.home


def test_an_old_one_waits_on_today_and_is_ended_there(tmp_path: Path) -> None:
    home = days_old(tmp_path)
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Waiting for you")
        terminal.wait_for("e ends it where it stopped")
        terminal.press("e")
        terminal.wait_for("Ended at")
        terminal.wait_for("Observations")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    told = show(home)
    assert told["ended"] is not None
    assert [line["text"] for line in told["lines"]] == ["first", "second"]


def test_an_old_one_is_gone_on_with_from_today(tmp_path: Path) -> None:
    home = days_old(tmp_path)
    with Terminal(coachtui(home)) as terminal:
        terminal.wait_for("Enter goes on with it")
        terminal.press("enter")
        terminal.wait_for("This observation stopped at")
        terminal.type("third\r")
        terminal.wait_for(lambda rows: any("third" in row for row in rows[2:-4]))
        assert any("not running from" in row for row in terminal.screen())
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [line["text"] for line in show(home)["lines"]] == ["first", "second", "third"]


def test_capture_leaves_an_old_one_alone_and_begins_anew(tmp_path: Path) -> None:
    home = days_old(tmp_path)
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for("was never ended. It waits on Today.")
        terminal.type("another meeting\r")
        terminal.wait_for(lambda rows: any("another meeting" in row for row in rows[2:-4]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    found = json.loads(run(home, "list", "observations", "--json").said)
    assert sorted(each["lines"] for each in found) == [1, 2]
