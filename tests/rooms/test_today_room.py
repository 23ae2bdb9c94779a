"""Today: what waits, what was made so far, and the ways out of it."""

import re
from pathlib import Path

import pytest

from coachtui.store.errors import NotebookError
from coachtui.store.file import NotebookFile
from coachtui.tui.commands import TODAY
from tests.support.clocks import FakeClock
from tests.support.homes import fill, fill_with_ended, make_home
from tests.support.rooms import Fault, read, visit


async def test_the_first_day_says_what_to_do_next(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, TODAY, size=(60, 18)) as here:
        assert here.rows()[0].split() == ["Today", "Tue", "Mar", "10", "all", "saved"]
        assert "Press o when a meeting begins." in here.text()
        assert "Not shared by coachtui." in here.text()
        await here.press("o")
        await here.until("team not named yet")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_observations_stand_in_columns(tmp_path: Path, size: tuple[int, int]) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, TODAY, size=size) as here:
        await here.until("Feedback for Hannah Lindqvist, begun, not shared yet")
        while here.rows()[4] != " Observations":
            await here.press("d")
            await here.settled()
        rows = here.rows()
        assert rows[2] == " Nothing waits for you today."
        listed = rows[5:8]
        assert [row[:2] for row in listed] == ["› ", "  ", "  "]
        assert len({len(row) for row in listed}) == 1 and all(row.endswith(" lines") for row in listed)
        assert len({row.index(team) for row, team in zip(listed, ("Grade 6", "Grade 4", "Science"), strict=True)}) == 1
        assert (" min" in listed[0]) == (size[0] > 60)
        await here.press("down")
        assert [row[:2] for row in here.rows()[5:8]] == ["  ", "› ", "  "]
        await here.pilot.resize_terminal(100, 30)
        await here.until(lambda: "41 min  24 lines" in here.rows()[6])
        await here.press("enter")
        await here.until("Where we left off")
        await here.press("escape")
        await here.until("Observations")
        assert here.rows()[6].startswith("› ")


async def test_what_was_cut_off_waits_and_is_ended_by_one_key(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, team="Grade 9", lead="Jo Ash") as here:
        await here.file("one")
        clock.advance(600_000)
        await here.file("two")
    clock.advance(3_600_000)
    async with visit(places, clock, TODAY) as here:
        await here.until("Waiting for you")
        assert "› Grade 9 · Jo Ash" in here.rows()
        assert "Begun today at 8:30, 70 min ago, 2 lines, not ended." in here.text()
        await here.press("down", "e")
        await here.until("Only an observation that was cut off")
        await here.press("up", "e")
        await here.until("Ended at 8:40, 2 lines.")
        while " Observations" not in here.rows():
            await here.press("down")
        await here.until(
            lambda: any(
                re.fullmatch(r"  Tue Mar 10 +8:30   Grade 9 · Jo Ash +10 min +2 lines\b.*", row) for row in here.rows()
            )
        )
    assert read(places, clock, lambda notebook: notebook.observations.unfinished()) is None


async def test_after_a_crash_the_program_opens_on_what_was_cut_off(tmp_path: Path) -> None:
    """The mark of a session is there, as after a battery that died."""
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("the last words")
    running = "INSERT INTO about (name, value) VALUES ('session', 'running')"
    read(places, clock, lambda notebook: notebook.file.write(lambda connection: connection.execute(running)))
    clock.advance(120_000)
    async with visit(places, clock, TODAY) as here:
        await here.until("This observation stopped at 8:30, 2 min ago. Everything typed is here.")
        assert "the last words" in here.text()
        await here.press("f8")
        await here.until("Ended at 8:30, 1 line")
        await here.press("escape")
        await here.until("Observations")
        assert "Waiting for you" not in here.text()


async def test_a_notebook_that_does_not_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY) as here:
        refused = Fault(NotebookFile.read, NotebookError("The notebook can't be read just now. Nothing was changed."))
        await here.press("o")
        monkeypatch.setattr(NotebookFile, "read", refused)
        await here.press("escape")
        await here.until("The notebook can't be read just now. Nothing was changed.")
        await here.press("o")
        await here.press("escape")
        await here.until("Waiting for you")
        assert "can't be read" not in here.text()
