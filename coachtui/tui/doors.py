"""Which room is behind which name; a room's module is imported when it is first entered."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from coachtui.tui.commands import CALENDAR, CYCLE, LEAD, LEADS, OBSERVE, READING, STEP, TEAM, TEAMS, TODAY
from coachtui.tui.rooms.room import GoTo, Room

if TYPE_CHECKING:
    from coachtui.tui.workplace import Workplace

KEPT = (TODAY, OBSERVE)
"""The rooms that are kept as they are when one goes elsewhere; every other is made anew."""

_OF_ALL = {LEADS: "leads.LeadsRoom", TEAMS: "teams.TeamsRoom", CALENDAR: "calendar.CalendarRoom"}
"""Rooms that show all there is of a kind: the module in rooms/ and the class."""
_OF_ONE = {LEAD: "lead.LeadRoom", TEAM: "team.TeamRoom", CYCLE: "cycle.CycleRoom", STEP: "step.StepRoom"}
"""Rooms that show one thing, whose id the wish names."""


def make_room(name: str, workplace: "Workplace", wish: GoTo, team: str | None = None, lead: str | None = None) -> Room:
    """The room of this name, for what is wished there; Observe is told whose meeting it is, if that is known.

    Raises KeyError for a name that is no room's.
    """
    if name == OBSERVE:
        from coachtui.tui.rooms.observe import ObserveRoom

        return ObserveRoom(workplace, team, lead)
    if name == TODAY:
        from coachtui.tui.rooms.today import TodayRoom

        return TodayRoom(workplace)
    if name == READING:
        from coachtui.tui.rooms.reading import ReadingRoom

        return ReadingRoom(workplace, wish.ref or "last", wish.saying)
    if name in _OF_ALL:
        return _room_class(_OF_ALL[name])(workplace)
    return _room_class(_OF_ONE[name])(workplace, wish.ref or "")


def _room_class(where: str) -> Callable[..., Room]:
    module, _, name = where.partition(".")
    room: Callable[..., Room] = getattr(import_module(f"coachtui.tui.rooms.{module}"), name)
    return room
