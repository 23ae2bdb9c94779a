"""Citations: the lines that a draft stands on, each by a mark such as 9:14 that is written in the draft."""

import hashlib
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import count
from string import ascii_lowercase
from typing import Literal, NamedTuple

from coachtui.model.line import Kind, Line
from coachtui.model.listed_words import listed_and
from coachtui.wording import _

CitedState = Literal["as it was", "changed", "gone", "in confidence"]

_MARK_ENDS = r"(?:(?!\w)|(?=[ap]m\b))(?!:\d|/\d+(?![\d:]))"
"""What may not follow: the seconds of another time, or the number of another mark; 9:14/9:31 are two."""


class Citation(NamedTuple):
    """A line carried over into something drafted; `about` is the id of that, `line` the line's.

    `mark` is how the draft names the line. Of the words it holds their hash alone, as they were when the line was carried
    over: a line that is discarded leaves nothing here.
    """

    id: str
    about: str
    line: str
    mark: str
    words_hash: str


class CitedLine(NamedTuple):
    """A citation with the line as it is now; None where that was taken out or is in confidence."""

    citation: Citation
    line: Line | None
    state: CitedState


class Cited(NamedTuple):
    """A feedback that stands on some lines: its reference, whom it is for, and how it names them."""

    ref: str
    lead: str
    marks: tuple[str, ...]


def cited_words(found: Iterable[Cited]) -> str:
    """A sentence that names the feedback that stands on what was taken away; empty where none does."""
    each = [
        _("feedback {ref} for {lead} ({marks})").format(ref=one.ref, lead=one.lead, marks=", ".join(one.marks))
        for one in found
    ]
    return _("Still named in {each}.").format(each=listed_and(each)) if each else ""


def cited_line(citation: Citation, line: Line | None) -> CitedLine:
    """What became of the line since it was carried over."""
    if line is None:
        return CitedLine(citation, None, "gone")
    if line.kind is Kind.IN_CONFIDENCE:
        return CitedLine(citation, None, "in confidence")
    return CitedLine(citation, line, "as it was" if words_hash(line.text) == citation.words_hash else "changed")


def words_hash(words: str) -> str:
    """The hash by which a later correction of a line is noticed: SHA-256 of the UTF-8 bytes."""
    return hashlib.sha256(words.encode()).hexdigest()


def free_mark(time: str, place: int, taken: Collection[str]) -> str:
    """How a line will be named in a draft: by its time; with a letter where another line has that; by its place without one."""
    plain = time or _("line {place}").format(place=place)
    if plain not in taken:
        return plain
    letters = (f"{plain}{letter}" for letter in ascii_lowercase[1:])
    numbers = (f"{plain}/{number}" for number in count(2))
    found = next((each for each in letters if each not in taken), None)
    return found or next(each for each in numbers if each not in taken)


def marks_in(text: str, marks: Iterable[str]) -> dict[str, list[int]]:
    """Where each of these marks stands in a text, in characters from its beginning; a mark that is not there is left out.

    A mark may stand before a colon, or have am or pm behind it. "Line 7" at the beginning of a sentence is line 7.
    """
    wanted = frozenset(marks)
    if not wanted:
        return {}
    finder, by_form = _finder(wanted)
    found: dict[str, list[int]] = {}
    for match in finder.finditer(text):
        found.setdefault(by_form[match[0].casefold()], []).append(match.start())
    return found


@lru_cache(8)
def _finder(marks: frozenset[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds these marks, and each by its small letters. It looks at their first letters first: a draft is long."""
    by_form = {mark.casefold(): mark for mark in marks}
    either = "|".join(re.escape(form) for form in sorted(by_form, key=len, reverse=True))
    first = re.escape("".join(sorted({form[0] for form in by_form})))
    return re.compile(rf"(?=[{first}])(?<![\w:])(?:{either}){_MARK_ENDS}", re.IGNORECASE), by_form
