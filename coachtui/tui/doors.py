"""Which room is behind which name; a room's module is imported when it is first entered."""

from typing import TYPE_CHECKING

from coachtui.tui.commands import OBSERVE, READING, TODAY
from coachtui.tui.rooms.room import GoTo, Room

if TYPE_CHECKING:
    from coachtui.tui.workplace import Workplace

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
    raise KeyError(name)
