"""A record's file taken apart at its marks, whatever an editor or a syncing program did to it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coachtui.model.clean import clean
from coachtui.wording import _

LARGEST = 5 * 1024 * 1024
"""Bytes; a record that is larger is none."""

_LONGEST_MARK = 400
"""Characters; what an editor makes of a mark is not longer, and what goes on for ever would be looked at for as long."""
_MARK = re.compile(r"^\W*<\W{0,2}!\W*[-–—]+\s*coachtui\s+(?P<words>[\w:. -]*?)\s*[-–—]+\s*>\s*$", re.IGNORECASE)


class Section(NamedTuple):
    """What stands from one mark to the next. `words` are those of the mark; `line` is its number in the file, from 1."""

    words: tuple[str, ...]
    line: int
    rows: tuple[str, ...]


class Unreadable(Exception):
    """The file is no text; `str()` says why."""


def text_of(content: bytes) -> str:
    """The text in a file's bytes: UTF-8, UTF-16 with its mark, else Latin-1; line ends are newlines. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable(_("it is larger than any record"))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return clean(content.decode("utf-16", "replace"))
    if b"\0" in content:
        raise Unreadable(_("it is no text"))
    try:
        return clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return clean(content.decode("cp1252", "replace"))


def sections_of(text: str) -> Iterator[Section]:
    """The sections of a file; the first one, before any mark, has no words."""
    words: tuple[str, ...] = ()
    line, rows = 1, list[str]()
    for number, row in enumerate(text.split("\n"), 1):
        found = _MARK.match(row) if len(row) <= _LONGEST_MARK else None
        if found is None:
            rows.append(row)
            continue
        yield Section(words, line, tuple(rows))
        words, line, rows = tuple(found["words"].split()), number, []
    yield Section(words, line, tuple(rows))


def marks_in(text: str) -> tuple[tuple[str, str] | None, set[str]]:
    """Whose record a file says it is (lead and cycle), and the entries that it holds, by their marks alone."""
    whose: tuple[str, str] | None = None
    entries: set[str] = set()
    for section in sections_of(text):
        if section.words[:1] == ("record",) and len(section.words) == 3 and whose is None:
            whose = (section.words[1], section.words[2])
        elif section.words[:1] in (("entry",), ("write",), ("theirs",)) and len(section.words) > 1:
            entries.add(section.words[1])
    return whose, entries - {"end"}
