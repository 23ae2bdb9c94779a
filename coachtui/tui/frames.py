"""The words that stand in a room before anything is known, the same in the first picture and in the room."""

import os

from coachtui.tui.commands import OBSERVE, USUAL_KEYS, Keymap
from coachtui.tui.first_paint import Frame
from coachtui.tui.footer import footer_parts
from coachtui.wording import _

_FORMS = _("maria: speaker  ? wondering  ! judgment  = segment  #code  -3m earlier")
NOT_NAMED = _("team not named yet")


def hint(keymap: Keymap = USUAL_KEYS) -> str:
    """What a line can say, and the key that tells more."""
    return _("{forms}  {name_of} more").format(forms=_FORMS, name_of=keymap.name_of("app.help"))


def frame_of(room: str, team: str | None = None, lead: str | None = None, columns: int | None = None,
             keymap: Keymap = USUAL_KEYS) -> Frame:  # fmt: skip
    """What the first picture of a room says."""
    columns = columns or _columns()
    who = " · ".join(part for part in (team, lead) if part)
    if room == OBSERVE:
        return Frame(_("Observe"), who or NOT_NAMED, hint(keymap), *footer_parts(room, columns, keymap))
    return Frame(_("Today"), "", None, *footer_parts(room, columns, keymap))


def _columns() -> int:
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 80
