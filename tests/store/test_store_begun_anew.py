"""A notebook whose file was lost or emptied begins anew; that there had been another is told, and how to go back to it."""

from pathlib import Path

import pytest

from coachtui.store.backups import back_up, newest
from coachtui.store.begun_anew import sentence_of_before
from coachtui.store.doctor import examine
from coachtui.store.restoring import restore
from coachtui.tui.commands import TODAY
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.program import ask
from tests.support.rooms import visit
from tests.support.talking import talk

DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def lost(desk: Desk) -> Desk:
    """A home with a backup of a notebook whose file is gone."""
    desk.begin(team="Math")
    desk.paste(*(f"line {number}" for number in range(400)))
    desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "asked"))
    assert told(desk) == ""
    desk.places.notebook.unlink()
    return desk


def told(desk: Desk) -> str:
    """What is said of the notebook that was here before."""
    return desk.do(lambda notebook: sentence_of_before(notebook, desk.places, desk.clock))


@pytest.mark.parametrize("is_emptied", [True, False])
def test_a_file_that_was_lost_is_told_until_it_is_gone_back_to(lost: Desk, *, is_emptied: bool) -> None:
    if is_emptied:
        lost.places.notebook.touch(0o600)
    assert "This notebook is empty, but a backup of Tue Mar 10, 2026" in told(lost)
    assert "1 observation and 400 lines" in told(lost) and "'coachtui restore'" in told(lost)
    lost.begin()
    lost.file("what was written since")
    assert "This notebook began anew" in told(lost)
    (check,) = [check for check in examine(lost.places, lost.clock) if check.name == "backup"]
    assert not check.ok and check.detail == told(lost) and check.remedy.startswith("Run 'coachtui restore'")
    backup = newest(lost.places.backups)
    assert backup is not None
    restore(lost.places, backup.path, lost.clock)
    assert told(lost) == ""


def test_it_is_told_for_a_week_in_which_something_was_written(lost: Desk) -> None:
    lost.begin()
    lost.clock.advance(6 * DAY)
    assert told(lost) != ""
    lost.clock.advance(2 * DAY)
    assert told(lost) == ""


async def test_today_says_so_where_it_would_greet_a_new_person(lost: Desk, tmp_path: Path) -> None:
    clock = FakeClock()
    async with visit(lost.places, clock, TODAY) as here:
        await here.until("This notebook is empty, but a backup of")
        assert "Welcome" not in here.text() and "'coachtui restore'" in here.text()
    assert "This notebook is empty, but a backup of" in ask(lost.places.home, "today").said


def test_the_plain_mode_says_so_once_and_greets_nobody(lost: Desk) -> None:
    said = talk(lost.places.home, "today", "quit", words=("--plain",))
    assert said.count("This notebook is empty, but a backup of") == 1
    assert "Welcome" not in said and said.count("observe begins an observation") == 2
