"""What stands for the words that follow a command, as NAME in a page of help, in the language of the person."""

import re
from typing import Final

from coachtui.wording import _c

_NAMES: Final = {
    "BACKUP": _c("argument", "BACKUP"), "CODE": _c("argument", "CODE"), "DIR": _c("argument", "DIR"),
    "FILE": _c("argument", "FILE"), "FOLDER": _c("argument", "FOLDER"), "FORM": _c("argument", "FORM"),
    "ITEMS": _c("argument", "ITEMS"), "KIND": _c("argument", "KIND"), "LINE": _c("argument", "LINE"),
    "NAME": _c("argument", "NAME"), "NUMBER": _c("argument", "NUMBER"), "PART": _c("argument", "PART"),
    "PERSON": _c("argument", "PERSON"), "REF": _c("argument", "REF"), "SPAN": _c("argument", "SPAN"),
    "TEAM": _c("argument", "TEAM"), "TIME": _c("argument", "TIME"), "WORD": _c("argument", "WORD"),
    "WORDS": _c("argument", "WORDS"),
}  # fmt: skip


def told_arguments(rest: str) -> str:
    """The same with these in the words of the language."""
    return re.sub(r"[A-Z]+", lambda found: _NAMES.get(found[0], found[0]), rest)
