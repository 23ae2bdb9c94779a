"""What stands out in a draft: its headings, the lines it cites, those among them that want a look."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from coachtui.model.citation import marks_in


class LookSpan(NamedTuple):
    """Some characters of a line, and what they are."""

    start: int
    end: int
    part: str


class _Seen(NamedTuple):
    headings: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    flagged: frozenset[str] = frozenset()


class Look(_Seen):
    """The headings of the shape, the marks of the lines, and the marks of those that changed since."""

    @cached_property
    def _heading(self) -> re.Pattern[str]:
        return _heading_of(self.headings)

    def spans(self, words: str) -> Iterator[LookSpan]:
        """What stands out in one line of the text."""
        heading = self._heading.match(words) if self.headings else None
        if heading is not None:
            yield LookSpan(0, heading.end(), "heading")
        for mark, places in marks_in(words, self.marks).items():
            part = "flagged" if mark in self.flagged else "citation"
            for place in places:
                yield LookSpan(place, place + len(mark), part)


@lru_cache(maxsize=8)
def _heading_of(headings: frozenset[str]) -> re.Pattern[str]:
    """A line that is one of the headings, or begins with it and a colon; as a draft is taken apart."""
    either = "|".join(re.escape(each) for each in sorted(headings, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?:{either})[ \t]*(?::|$)", re.IGNORECASE)
