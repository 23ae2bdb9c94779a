"""What happens before anything is imported: is a room asked for, and its first picture."""

import os
from typing import NamedTuple

from coachtui.terminal_limits import is_ascii_here
from coachtui.tui.commands import OBSERVE, TODAY
from coachtui.tui.first_look import is_ascii_kept, read_first_keys, read_first_look
from coachtui.tui.first_paint import Stage
from coachtui.tui.frames import frame_of

_VALUES = ("--home", "--team", "--lead")


class Asked(NamedTuple):
    """A room that was asked for on the command line, and with what."""

    room: str
    home: str | None = None
    team: str | None = None
    lead: str | None = None
    debug: bool = False
    saying: str = ""
    """What is said at the start."""


def opening_of(words: list[str]) -> Asked | None:
    """The room that plain words ask for; None for everything that the command line must look at more closely."""
    if not (os.isatty(0) and os.isatty(1)):
        return None
    found: dict[str, str] = {}
    rest = list(words)
    room = TODAY
    while rest:
        word = rest.pop(0)
        if word in ("observe", "o") and room == TODAY:
            room = OBSERVE
        elif word in _VALUES and rest and word not in found and rest[0].strip() and not rest[0].startswith("-"):
            found[word] = rest.pop(0)
        else:
            return None
    if room == TODAY and ("--team" in found or "--lead" in found):
        return None
    return Asked(room, found.get("--home"), found.get("--team"), found.get("--lead"))


def paint(asked: Asked) -> Stage:
    """Paint the first picture of the room, in the colours of the home."""
    stage = Stage()
    home = asked.home or os.environ.get("COACHTUI_HOME") or _usual_home()
    is_ascii = is_ascii_here() or is_ascii_kept(home)
    frame = frame_of(asked.room, asked.team, asked.lead, keymap=read_first_keys(home))
    stage.set(frame, read_first_look(home), is_ascii=is_ascii)
    return stage


def _usual_home() -> str:
    from coachtui.places import NoHome, find_places

    try:
        return str(find_places(None).home)
    except NoHome:  # said where the home is settled, behind this picture
        return ""
