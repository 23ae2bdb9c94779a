"""Which room is behind which name; a room's module is imported when it is first entered."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from coachtui.tui import commands
from coachtui.tui.commands import OBSERVE, READING, SEARCH, TODAY
from coachtui.tui.rooms.room import GoTo, Room

if TYPE_CHECKING:
    from coachtui.tui.workplace import Workplace

ROOM_CLASSES = {
    TODAY: "today:TodayRoom",
    OBSERVE: "observe:ObserveRoom",
    READING: "reading:ReadingRoom",
    SEARCH: "search:SearchRoom",
    commands.FEEDBACK: "feedback:FeedbackRoom",
    commands.FEEDBACK_LIST: "feedback_list:FeedbackListRoom",
    commands.LEADS: "leads:LeadsRoom",
    commands.LEAD: "lead:LeadRoom",
    commands.TEAMS: "teams:TeamsRoom",
    commands.TEAM: "team:TeamRoom",
    commands.CYCLE: "cycle:CycleRoom",
    commands.STEP: "step:StepRoom",
    commands.ONE_ON_ONES: "one_on_ones:OneOnOnesRoom",
    commands.ONE_ON_ONE: "one_on_one:OneOnOneRoom",
    commands.BLOCKS: "blocks:BlocksRoom",
    commands.GATE: "gate:GateRoom",
    commands.SEEN: "seen:SeenRoom",
    commands.DEADLINES: "deadlines:DeadlinesRoom",
    commands.CALENDAR: "calendar:CalendarRoom",
    commands.BELLS: "bells:BellsRoom",
    commands.CONVERSATIONS: "conversations:ConversationsRoom",
    commands.CONVERSATION: "conversation:ConversationRoom",
    commands.REHEARSE: "rehearse:RehearseRoom",
    commands.TOGETHER: "together:TogetherRoom",
}
"""The module and the class of each room."""
KEPT = (TODAY, OBSERVE, SEARCH)
"""The rooms that are kept as they are when one goes elsewhere; every other is made anew."""
_OF_NOTHING = (
    SEARCH,
    commands.LEADS,
    commands.TEAMS,
    commands.ONE_ON_ONES,
    commands.CALENDAR,
    commands.BELLS,
    commands.CONVERSATIONS,
)
"""The rooms that show all there is, whatever one comes for."""


def room_class(name: str) -> type[Room]:
    """The class of the room of this name. Raises KeyError for a name that is no room's."""
    module, _, kind = ROOM_CLASSES[name].partition(":")
    found: type[Room] = getattr(import_module(f"coachtui.tui.rooms.{module}"), kind)
    return found


def make_room(name: str, workplace: "Workplace", wish: GoTo, team: str | None = None, lead: str | None = None) -> Room:
    """The room of this name, for what is wished there; Observe is told whose meeting it is, if that is known.

    Raises KeyError for a name that is no room's.
    """
    make: Any = room_class(name)
    room: Room
    if name == OBSERVE:
        room = make(workplace, team, lead)
    elif name == READING:
        room = make(workplace, wish.ref or "last", wish.saying, wish.at)
    elif name == commands.CYCLE:
        room = make(workplace, wish.ref, wish.at)
    elif name == TODAY or name in _OF_NOTHING:
        room = make(workplace)
    else:
        room = make(workplace, wish.ref)
    return room
