"""The agenda of a meeting: what was planned, and how long each segment really took."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.line import Kind, Line

_ITEM = re.compile(
    r"\s*(?:[-*•]|\d{1,2}[.)])?\s*(?P<title>\S.*?)[\s,:–-]*\(?(?P<minutes>[1-9]\d{0,2})\s*(?:m|min|mins|minutes|')?\.?\)?\s*",
    re.IGNORECASE,
)


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
    items: list[Planned] = []
    for line in lines:
        found = _ITEM.fullmatch(line)
        if found is None:
            return ()
        items.append(Planned(" ".join(found["title"].split()), int(found["minutes"])))
    return tuple(items)


def segments_of(lines: Sequence[Line], end_ms: int) -> tuple[Segment, ...]:
    """The segments of a meeting in the order of their times, each up to the next; the last one up to `end_ms`."""
    starts = sorted(
        ((line.at_ms, line.place, line) for line in lines if line.kind is Kind.SEGMENT and line.at_ms is not None),
        key=lambda start: start[:2],
    )
    ends = [at_ms for at_ms, _, _ in starts[1:]] + [end_ms]
    return tuple(
        Segment(line.text, line.minutes, at_ms, max(at_ms, end))
        for (at_ms, _, line), end in zip(starts, ends, strict=True)
    )
