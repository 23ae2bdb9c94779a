"""The grammar of a typed line: time, kind, speaker, text, codes, star; each part may be missing.

Nothing typed is ever refused. What only looks like a mark is text, and a line whose marks leave no text at
all is evidence as it was typed.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import category

from coachtui.model.line import Kind


class Earlier(NamedTuple):
    """So many seconds before the line was begun: -3m, -90s, -1m30s."""

    seconds: int


class AtTime(NamedTuple):
    """At or, with `about`, around a time on the wall clock: @10:42, @10:42:30, ~10:40."""

    hour: int
    minute: int
    second: int | None
    about: bool


class UnknownTime(NamedTuple):
    """At some time that nobody remembers: @?."""


When = Earlier | AtTime | UnknownTime


class Reading(NamedTuple):
    """How a typed line will be filed. `minutes` are the planned minutes of a segment."""

    when: When | None
    kind: Kind
    speaker: str | None
    text: str
    codes: tuple[str, ...]
    starred: bool
    minutes: int | None

    def named(self, roster: Mapping[str, str]) -> "Reading":
        """The same with the speaker called by the roster's name; its keys are handles and first names in small letters."""
        name = None if self.speaker is None else roster.get(self.speaker.casefold())
        return self if name is None else self._replace(speaker=name)


KIND_NAMES = {kind: kind.value for kind in Kind}
KIND_MARKS = {Kind.WONDERING: "?", Kind.JUDGMENT: "!", Kind.SEGMENT: "="}

_KINDS = {mark: kind for kind, mark in KIND_MARKS.items()}
_LITERAL = "\\"
_QUOTES = "\"'“”„«»‘’"
_LONGEST_NAME = 30
_LONGEST_CODE = 40
_INSIDE_CODE = frozenset("0123456789._-\u200c\u200d")
_INSIDE_NAME = _INSIDE_CODE | frozenset("'’")
_WHEN = re.compile(
    r"-(?:([0-9]{1,4})m(?:([0-9]{1,2})s)?|([0-9]{1,5})s)"
    r"|([@~])([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?"
    r"|@\?"
)
_MOST_MINUTES_EARLIER = 9999
_MINUTES = re.compile("[1-9][0-9]{0,2}")
_UNMARKED: tuple[None, Kind, None, tuple[str, ...], bool] = (None, Kind.EVIDENCE, None, (), False)


def read_line(typed: str) -> Reading:
    """How this line will be filed. Never fails: what can't be read is text."""
    when, rest = _take_when(typed.lstrip())
    kind, rest = _take_kind(rest)
    # The name of a segment may well have a colon in it: "= Norms: how we are doing 5".
    speaker, rest = (None, rest) if kind is Kind.SEGMENT else _take_speaker(rest)
    literal = rest.startswith(_LITERAL)
    ending = (rest[1:], None, (), False) if literal else _take_ending(rest, kind)
    text, minutes, codes, starred = ending
    unmarked = not literal and (when, kind, speaker, codes, starred) == _UNMARKED
    if unmarked or not text.strip():
        return Reading(None, Kind.EVIDENCE, None, typed, (), False, None)
    return Reading(when, kind, speaker, text, codes, starred, minutes)


def write_line(reading: Reading) -> str:
    """A line that reads back as this reading, for every reading that `read_line` gives."""
    head = ""
    if reading.when is not None:
        head = f"{_write_when(reading.when)} "
    if reading.kind in KIND_MARKS:
        head += f"{KIND_MARKS[reading.kind]} "
    if reading.speaker is not None:
        head += f"{reading.speaker}: "
    ending = "" if reading.minutes is None else f" {reading.minutes}"
    ending += "".join(f" #{code}" for code in reading.codes)
    line = f"{head}{reading.text}{ending}{' *' if reading.starred else ''}"
    # Text that would be read as marks can only have come from behind a backslash; no ending followed it.
    return line if read_line(line) == reading else f"{head}{_LITERAL}{reading.text}"


def read_edited(words: str, was: Reading) -> Reading:
    """How the line that read as `was` will be filed when it was edited to these words.

    Behind a backslash no codes, star or minutes can be typed; those that were put on the line in another way stay.
    """
    read = read_line(words)
    if read_line(write_line(was)) == was:
        return read
    minutes = was.minutes if read.minutes is None and read.kind is Kind.SEGMENT else read.minutes
    return read._replace(codes=read.codes or was.codes, starred=read.starred or was.starred, minutes=minutes)


def write_text(text: str) -> str:
    """A line that reads as evidence with exactly this text."""
    plain = Reading(None, Kind.EVIDENCE, None, text, (), False, None)
    return text if read_line(text) == plain else _LITERAL + text


def is_code(word: str) -> bool:
    """Whether this can be typed as a code: behind a #, it reads as one."""
    return len(word) <= _LONGEST_CODE and _is_word(word, _INSIDE_CODE)


def is_handle(word: str) -> bool:
    """Whether this can be typed before a colon: a line that begins so has a speaker."""
    return len(word) <= _LONGEST_NAME and _is_word(word, _INSIDE_NAME)


def _take_when(rest: str) -> tuple[When | None, str]:
    found = _WHEN.match(rest)
    if found is None:
        return None, rest
    after = rest[found.end() :]
    text = after.lstrip()
    if not text or not after[0].isspace():
        return None, rest
    minutes, and_seconds, seconds, sign, hour, minute, second = found.groups()
    if sign is not None:
        return AtTime(int(hour), int(minute), None if second is None else int(second), sign == "~"), text
    if found[0] == "@?":
        return UnknownTime(), text
    return Earlier(int(minutes or 0) * 60 + int(and_seconds or seconds or 0)), text


def _write_when(when: When) -> str:
    if isinstance(when, UnknownTime):
        return "@?"
    if isinstance(when, AtTime):
        second = "" if when.second is None else f":{when.second:02}"
        return f"{'~' if when.about else '@'}{when.hour}:{when.minute:02}{second}"
    minutes = min(when.seconds // 60, _MOST_MINUTES_EARLIER)
    seconds = when.seconds - minutes * 60
    if not seconds and minutes:
        return f"-{minutes}m"
    return f"-{minutes}m{seconds}s" if minutes else f"-{seconds}s"


def _take_kind(rest: str) -> tuple[Kind, str]:
    kind = _KINDS.get(rest[:1], Kind.EVIDENCE)
    text = rest[1:].lstrip()
    if not text or (kind is Kind.SEGMENT and not _may_follow_equals(rest[1])):
        return Kind.EVIDENCE, rest
    return (kind, text) if kind is not Kind.EVIDENCE else (kind, rest)


def _may_follow_equals(character: str) -> bool:
    """False for what makes the sign part of something else: an arrow, a comparison, a smile."""
    return character.isspace() or character.isalnum() or character in _QUOTES or character in "(\\"


def _take_speaker(rest: str) -> tuple[str | None, str]:
    colon = rest.find(":", 1, _LONGEST_NAME + 1)
    if colon < 0:
        return None, rest
    after = rest[colon + 1 :]
    text = after.lstrip()
    if not text or not (after[0].isspace() or after[0] in _QUOTES) or not _is_word(rest[:colon], _INSIDE_NAME):
        return None, rest
    return rest[:colon], text


def _take_ending(rest: str, kind: Kind) -> tuple[str, int | None, tuple[str, ...], bool]:
    """The text without what stands at its end: the minutes of a segment, the codes, the star."""
    text = rest.rstrip()
    starred = text == "*" or (text.endswith("*") and text[-2].isspace())
    if starred:
        text = text[:-1].rstrip()
    text, codes = _take_codes(text)
    words = text.rsplit(maxsplit=1)
    if kind is Kind.SEGMENT and words and _MINUTES.fullmatch(words[-1]):
        return "".join(words[:-1]), int(words[-1]), codes, starred
    return text, None, codes, starred


def _take_codes(text: str) -> tuple[str, tuple[str, ...]]:
    end = len(text)
    codes: list[str] = []
    while (start := text.rfind("#", max(0, end - _LONGEST_CODE - 1), end)) >= 0:
        code = text[start + 1 : end]
        if (start and not text[start - 1].isspace()) or not _is_word(code, _INSIDE_CODE):
            break
        codes.append(code)
        end = start
        while end and text[end - 1].isspace():
            end -= 1
    return text[:end], tuple(dict.fromkeys(reversed(codes)))


def _is_word(word: str, inside: frozenset[str]) -> bool:
    """Whether the word begins with a letter and goes on with letters, their marks, and what may be inside."""
    return word[:1].isalpha() and all(
        character.isalpha() or character in inside or category(character).startswith("M") for character in word
    )
