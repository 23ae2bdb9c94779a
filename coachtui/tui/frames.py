"""The words that stand in a room before anything is known, the same in the first picture and in the room."""

import os

from coachtui.tui.commands import OBSERVE, footer_parts
from coachtui.tui.first_paint import Frame

HINT = "maria: speaker  ? wondering  ! judgment  = segment  #code  -3m earlier  F1 more"
NOT_NAMED = "team not named yet"


def frame_of(room: str, team: str | None = None, lead: str | None = None, columns: int | None = None) -> Frame:
    """What the first picture of a room says."""
    columns = columns or _columns()
    who = " · ".join(part for part in (team, lead) if part)
    if room == OBSERVE:
        return Frame("Observe", who or NOT_NAMED, HINT, footer_parts(room, columns))
    return Frame("Today", "", None, footer_parts(room, columns))


def _columns() -> int:
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 80
