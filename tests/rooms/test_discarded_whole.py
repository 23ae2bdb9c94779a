"""An observation begun by mistake goes whole: after a question, without trace; what stands on it or is held keeps it."""

from pathlib import Path

import pytest

from coachtui.store.holds import Held
from coachtui.tui.commands import READING, TODAY
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk
from tests.support.rooms import visit
from tests.support.traces import traces


def an_observation(folder: Path, *, lead: str | None = "Dana Ruiz") -> Desk:
    desk = Desk(folder)
    desk.begin(lead=lead)
    desk.file("zqxmistake said aloud")
    desk.begin("o2", lead=lead)
    desk.file("kept", observation="o2")
    for each in ("o1", "o2"):
        desk.do(lambda notebook, each=each: notebook.observations.end(each, A_MORNING.utc_ms + 60_000))  # type: ignore[misc]
    return desk


async def test_it_is_asked_and_then_nothing_of_it_is_left(tmp_path: Path) -> None:
    desk = an_observation(tmp_path)
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.go_to(GoTo(READING, "o1"))
        await here.until("zqxmistake")
        await here.press("X")
        await here.until("Type discard and press Enter")
        await here.press("enter")
        await here.until("Nothing was discarded.")
        await here.press("X")
        await here.type("discard")
        await here.press("enter")
        await here.until("The observation is discarded.")
        assert [each.id for each in await here.app.workplace.scribe.do(lambda book: book.observations.latest(9))] == [
            "o2"
        ]
    assert traces(desk.places.home, ["zqxmistake"]) == []
    assert desk.texts("o2") == ["kept"]


def test_what_is_held_or_stood_on_stays(tmp_path: Path) -> None:
    desk = an_observation(tmp_path)
    lead = desk.do(lambda notebook: notebook.leads.all()[0])
    desk.do(lambda notebook: notebook.holds.put([lead.id], lead.name, "asked for"))
    with pytest.raises(Held, match="There is a hold"):
        desk.do(lambda notebook: notebook.purging.planning().of_observation("o1"))
    desk.do(lambda notebook: notebook.holds.lift(notebook.holds.all()[0].id))
    desk.do(lambda notebook: notebook.feedback.begin(lead.id, "o1", "short-note", ""))
    with pytest.raises(Held, match="There is feedback"):
        desk.do(lambda notebook: notebook.purging.planning().of_observation("o1"))
