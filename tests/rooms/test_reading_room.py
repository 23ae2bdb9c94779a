"""The Reading room: an observation of the past, line by line."""

import asyncio
from pathlib import Path

import pytest
from textual.message import Message
from textual.messages import InvokeLater

from coachtui.tui.commands import READING, TODAY
from coachtui.tui.rooms.reading import ReadingRoom
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import FakeClock
from tests.support.homes import fill, fill_with_ended, make_home
from tests.support.rooms import read, visit


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_it_begins_at_the_top_and_is_scrolled(tmp_path: Path, size: tuple[int, int]) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY, size=size) as here:
        await here.read_newest()
        await here.until("Where we left off")
        title = here.rows()[0]
        assert title.startswith(" Observation  Grade 4 Math · Maria") and "Mon Mar 9 10:40–11:21" in title
        assert ("24 lines" in title) == (size[0] > 60)
        assert here.rows()[2].startswith("    10:40  Norms ──")
        if size[1] < 40:
            assert "Ends one minute over" not in here.text()
            await here.press("space", "space", "space")
            await here.until("Ends one minute over")
            await here.press("b", "b", "b", "down")
            await here.until(lambda: here.rows()[2].startswith("    10:40  Maria"))
        await here.press("escape")
        await here.until(lambda: here.rows()[0].startswith(" Today"))


async def test_o_leads_from_here_to_a_meeting(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, TODAY) as here:
        await here.read_newest()
        await here.until("Daniel opens the laptop")
        await here.press("o")
        await here.file("a new meeting")
        await here.press("escape")
        await here.until("being written")
    assert len(read(places, clock, lambda notebook: notebook.observations.all())) == 4


async def test_an_observation_that_is_gone_is_told(tmp_path: Path) -> None:
    async with visit(make_home(tmp_path), FakeClock(), TODAY) as here:
        here.app.post_message(GoTo(READING, "onothing"))
        await here.until("There is no observation 'onothing' in this notebook.")
        assert "Nothing was written" not in here.text()
        await here.press("escape")
        await here.until("Welcome")


async def test_a_line_that_is_gone_to_is_seen_once_the_room_is_and_nothing_turns_in_circles_until_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said may take all the place there is."""
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY, size=(80, 18)) as here:
        meetings = await here.app.workplace.scribe.do(lambda notebook: notebook.observations.latest(9))
        ended = next(each.id for each in meetings if each.ended_utc_ms is not None)
        last = (await here.app.workplace.scribe.do(lambda notebook: notebook.lines.of(ended)))[-1]
        here.app.go_to(GoTo(READING, ended, at=last.id))
        room = here.app.screen
        assert isinstance(room, ReadingRoom)
        room.timeline.display = False
        await here.until(lambda: room.timeline.rows != ())
        put_off: list[Message] = []
        post = ReadingRoom.post_message

        def posted(room: ReadingRoom, message: Message) -> bool:
            put_off.append(message)
            return post(room, message)

        monkeypatch.setattr(ReadingRoom, "post_message", posted)
        for _ in range(500):
            await asyncio.sleep(0)
        assert sum(isinstance(each, InvokeLater) for each in put_off) < 10
        room.timeline.display = True
        await here.until(last.text[:30])
