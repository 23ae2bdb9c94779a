"""What the terminal can't show, as far as its environment says: other characters than ASCII, colours.

Nothing but the standard library is imported: the first picture needs this.
"""

import os
import sys
from collections.abc import Mapping

_ASCII_TERMINALS = ("dumb", "linux", "vt")
_COLOURLESS = ("dumb", "vt")
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")


def is_ascii_here() -> bool:
    """Whether this terminal shows nothing but ASCII."""
    return wants_ascii(os.environ, is_coerced=bool(sys.flags.utf8_mode))


def wants_ascii(environment: Mapping[str, str], *, is_coerced: bool) -> bool:
    """Whether a terminal with this environment shows nothing but ASCII.

    Python tells itself that a C locale is one of UTF-8, and says so in LC_CTYPE: where it did (`is_coerced`), that is no
    word of the person's. Where nothing at all is said, as by many launchers, the terminal is taken for one of today's.
    """
    if environment.get("TERM", "").startswith(_ASCII_TERMINALS):
        return True
    of_letters = environment.get("LC_CTYPE", "")
    said = environment.get("LC_ALL") or ("" if is_coerced and of_letters in _COERCED else of_letters)
    said = said or environment.get("LANG", "")
    if said in ("C", "POSIX"):
        return True
    return "." in said and "utf8" not in said.lower().replace("-", "")


def is_without_colour(environment: Mapping[str, str]) -> bool:
    """Whether no colours are wished for, or the terminal has none."""
    terminal = environment.get("TERM", "")
    return bool(environment.get("NO_COLOR")) or terminal.startswith(_COLOURLESS) or terminal.endswith(("-mono", "-m"))
