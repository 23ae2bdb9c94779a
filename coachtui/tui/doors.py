"""Which room is behind which name; a room's module is imported when it is first entered."""

from typing import TYPE_CHECKING

from coachtui.tui.commands import BLOCKS, DEADLINES, OBSERVE, ONE_ON_ONE, ONE_ON_ONES, READING, TODAY
from coachtui.tui.rooms.room import GoTo, Room

if TYPE_CHECKING:
    from coachtui.tui.workplace import Workplace

_OF_ONE_ON_ONES = (ONE_ON_ONES, ONE_ON_ONE, BLOCKS, DEADLINES)
KEPT = (TODAY, OBSERVE)
"""The rooms that are kept as they are when one goes elsewhere; every other is made anew."""


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
    if name in _OF_ONE_ON_ONES:
        return _one_on_ones_room(name, workplace, wish.ref)
    raise KeyError(name)


def _one_on_ones_room(name: str, workplace: "Workplace", ref: str | None) -> Room:
    """A room around the 1:1s with a lead, whose id is `ref`; without one, that of all leads."""
    if name == BLOCKS:
        from coachtui.tui.rooms.blocks import BlocksRoom

        return BlocksRoom(workplace, ref)
    if name == DEADLINES:
        from coachtui.tui.rooms.deadlines import DeadlinesRoom

        return DeadlinesRoom(workplace, ref)
    if name == ONE_ON_ONE and ref is not None:
        from coachtui.tui.rooms.one_on_one import OneOnOneRoom

        return OneOnOneRoom(workplace, ref)
    from coachtui.tui.rooms.one_on_ones import OneOnOnesRoom

    return OneOnOnesRoom(workplace)
