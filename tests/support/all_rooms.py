"""Every room of the program, one after the other, in a notebook."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from textual.widget import Widget

from coachtui.store.notebook import Notebook
from coachtui.tui import commands
from coachtui.tui.doors import OF_NOTHING, ROOM_CLASSES
from coachtui.tui.rooms.room import GoTo, Room
from tests.support.rooms import Visitor


def _ways(notebook: Notebook) -> dict[str, str | None]:
    """What to ask each room for that shows one thing; a room of which there is nothing is left out."""
    leads, teams = notebook.leads.all(), notebook.teams.all()
    ended = [each for each in notebook.observations.latest(20) if each.ended_utc_ms is not None and each.lead]
    wishes: dict[str, list[str]] = {
        commands.READING: [each.id for each in ended],
        commands.FEEDBACK: [f"observation:{each.id}" for each in ended],
        commands.FEEDBACK_LIST: [f"lead:{lead.id}" for lead in leads if notebook.feedback.of(lead.id)],
        commands.LEAD: [lead.id for lead in leads],
        commands.TEAM: [team.id for team in teams],
        commands.CYCLE: [cycle.id for lead in leads for cycle in notebook.cycles.of(lead.id)],
        commands.STEP: [step.id for lead in leads for step in notebook.steps.of(lead.id)],
        commands.ONE_ON_ONE: [lead.id for lead in leads],
        commands.BLOCKS: [lead.id for lead in leads],
        commands.GATE: [f"observation:{each.id}" for each in ended],
        commands.SEEN: [lead.id for lead in leads],
        commands.CONVERSATION: [plan.id for plan in notebook.conversations.all()],
        commands.REHEARSE: [plan.id for plan in notebook.conversations.all()],
    }
    found: dict[str, str | None] = {room: refs[0] for room, refs in wishes.items() if refs}
    return found | dict.fromkeys((*OF_NOTHING, commands.TODAY, commands.OBSERVE, commands.DEADLINES), None)


async def every_room(here: Visitor) -> AsyncIterator[Room]:
    """Go to each room that there is something for, but Together, which one doesn't leave; each is as it comes up."""
    ways = await here.app.workplace.scribe.do(_ways)
    for name in (each for each in ROOM_CLASSES if each in ways):
        here.app.go_to(GoTo(commands.TODAY))
        await here.settled()
        here.app.go_to(GoTo(name, ways[name]))
        await here.until(_is_there(here, name))
        await here.settled()
        room = here.app.screen
        assert isinstance(room, Room) and name == room.NAME
        yield room


def _is_there(here: Visitor, name: str) -> Callable[[], bool]:
    return lambda: isinstance(here.app.screen, Room) and name == here.app.screen.NAME


def fields_of(room: Room) -> list[Widget]:
    """Everything in a room that can have the cursor."""
    found: Any = room.query("*")
    return [widget for widget in found if widget.can_focus]
