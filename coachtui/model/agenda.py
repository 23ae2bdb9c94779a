"""The agenda of a meeting: what was planned, and how long each segment really took."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.line import Kind, Line

_BULLET = re.compile(r"(?:[-*•–—]|[0-9]{1,2}[.)](?![0-9])) ?")
# What ends a time of day (9:15), a range (10-15) or a number like 1.5 is no count of minutes.
_MINUTES = re.compile(
    r"(?:\(|(?<!\w)(?<![0-9][.:,/–—-]))(?P<minutes>[1-9][0-9]{0,2}) ?(?:m|min|mins|minutes|['’′])?\.?\)?$",
    re.IGNORECASE,
)
_BETWEEN = " ,:–—-"


MOST_ITEMS = 40
"""More lines than that are no agenda of a meeting."""


class Planned(NamedTuple):
    """An item of an agenda: its title and its planned minutes."""

    title: str
    minutes: int


class Segment(NamedTuple):
    """A stretch of a meeting. `from_ms` and `to_ms` count from the anchor; `minutes` were planned, None if none were."""

    title: str
    minutes: int | None
    from_ms: int
    to_ms: int

    @property
    def actual_ms(self) -> int:
        """How long it really took, in ms."""
        return max(0, self.to_ms - self.from_ms)


def read_agenda(lines: Sequence[str]) -> tuple[Planned, ...]:
    """The agenda that these lines are ("Norms 5", "2. Data 20 min"); none unless every line is an item of one."""
    if len(lines) > MOST_ITEMS:
        return ()
    items: list[Planned] = []
    for line in lines:
        item = _item(" ".join(line.split()))
        if item is None:
            return ()
        items.append(item)
    return tuple(items)


def _item(words: str) -> Planned | None:
    """The item that these words are: a title with a letter in it, and minutes."""
    bullet = _BULLET.match(words)
    words = words if bullet is None else words[bullet.end() :]
    found = _MINUTES.search(words)
    title = "" if found is None else words[: found.start()].rstrip(_BETWEEN)
    if found is None or not any(character.isalpha() for character in title):
        return None
    return Planned(title, int(found["minutes"]))


def segments_of(lines: Sequence[Line], end_ms: int) -> tuple[Segment, ...]:
    """The segments of a meeting in the order of their times, each up to the next; the last one up to `end_ms`."""
    starts = sorted(
        ((line.at_ms, line.place, line) for line in lines if line.kind is Kind.SEGMENT and line.at_ms is not None),
        key=lambda start: start[:2],
    )
    ends = [*(at_ms for at_ms, _, _ in starts), end_ms][1:]
    return tuple(
        Segment(line.text, line.minutes, at_ms, max(at_ms, end))
        for (at_ms, _, line), end in zip(starts, ends, strict=True)
    )
