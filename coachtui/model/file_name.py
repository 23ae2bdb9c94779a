"""Names of files that every system takes, whatever a person is called."""

import re

from coachtui.model.clean import clean_line
from coachtui.model.ref import reference

_UNSAFE = re.compile(r'[<>:"/\\|?*\t]|⟨[A-Z]{2,3}⟩')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 120
"""Bytes: half of what file systems allow, so that syncing programs can add to it."""


def safe_name(title: str, identity: str = "") -> str:
    """The name of a Markdown file with this title; with an id, one that no other thing of that title has."""
    ending = f" ({reference('', identity)})" if identity else ""
    return f"{safe_stem(title)}{ending}.md"


def safe_stem(title: str) -> str:
    """The name of a file with this title, without an ending."""
    words = " ".join(_UNSAFE.sub(" ", clean_line(title)).split()).strip(". ")
    while len(words.encode()) > _LONGEST:
        words = words[:-1]
    words = words.strip(". ") or "Record"
    return f"Record of {words}" if _RESERVED.fullmatch(words.split(",")[0]) else words
