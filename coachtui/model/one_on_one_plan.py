"""The plan of a 1:1: the segments of its agenda with their minutes, and which items belong to each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coachtui.model.item import Item
from coachtui.model.one_on_one import Segment
from coachtui.wording import _

PARTS = ("lead", "mine", "step", "goal", "dates", "data", "decisions")


class PlannedSegment(NamedTuple):
    """A segment as planned: title, minutes, a question to begin with, and the parts of the agenda it holds."""

    title: str
    minutes: int
    ask: str = ""
    parts: tuple[str, ...] = ()


class BadPlan(Exception):
    """What a file holds is no plan of a 1:1; `str()` of it says why."""


USUAL = (PlannedSegment(_("What there is to talk about"), 30, "", PARTS),)
"""Before the file was read."""


def read_plan(found: Mapping[str, Any]) -> tuple[PlannedSegment, ...]:
    """The plan in a parsed file. Raises BadPlan, which names the segment."""
    segments = found.get("segment")
    if not isinstance(segments, list) or not segments:
        raise BadPlan(_("it has no [[segment]]"))
    plan = tuple(_segment(number, each) for number, each in enumerate(segments, 1))
    named = [part for segment in plan for part in segment.parts]
    titles = [segment.title for segment in plan]
    doubled = next((name for some in (titles, named) for name in some if some.count(name) > 1), None)
    if doubled is not None:
        raise BadPlan(_("'{doubled}' stands in two segments").format(doubled=doubled))
    return plan


def _segment(number: int, found: Any) -> PlannedSegment:
    """One segment of a file."""
    if not isinstance(found, dict):
        raise BadPlan(_("segment {number} is no table").format(number=number))
    title, minutes = found.get("title"), found.get("minutes")
    ask, parts = found.get("ask", ""), found.get("parts", [])
    if not isinstance(title, str) or not title.strip():
        raise BadPlan(_("segment {number} has no title").format(number=number))
    if type(minutes) is not int or not 1 <= minutes <= 240:
        raise BadPlan(_("the minutes of segment {number} are no whole number from 1 to 240").format(number=number))
    if not isinstance(ask, str):
        raise BadPlan(_("the question of segment {number} is no text").format(number=number))
    unknown = [part for part in parts if part not in PARTS] if isinstance(parts, list) else [parts]
    if unknown:
        raise BadPlan(
            _("segment {number} holds '{unknown}', which is none of {parts}").format(
                number=number, unknown=unknown[0], parts=", ".join(PARTS)
            )
        )
    return PlannedSegment(title.strip(), minutes, ask.strip(), tuple(parts))


def laid_out(plan: Sequence[PlannedSegment], items: Iterable[Item]) -> list[tuple[PlannedSegment, list[Item]]]:
    """Each segment with its items: the lead's own before mine, carried ones before new ones.

    What belongs to no segment of the plan stands with the lead's items, or in the first one: nothing is left out.
    """
    homes = {part: segment for segment in plan for part in segment.parts}
    rest = homes.get("lead", plan[0])
    inside: dict[PlannedSegment, list[Item]] = {segment: [] for segment in plan}
    for item in items:
        inside[homes.get(item.part, rest)].append(item)
    for some in inside.values():
        some.sort(key=lambda item: (PARTS.index(item.part), item.carried_from is None, item.place))
    return [(segment, inside[segment]) for segment in plan]


def minutes_of(title: str, segments: Sequence[Segment], now_ms: int) -> int | None:
    """How many minutes a segment took so far, in ms since 1970 UTC; None where it was not begun."""
    ends = [*(segment.from_utc_ms for segment in segments), now_ms][1:]
    spans = [max(0, end - each.from_utc_ms) for each, end in zip(segments, ends, strict=True) if each.title == title]
    return sum(spans) // 60_000 if spans else None


def next_segment(plan: Sequence[PlannedSegment], segments: Sequence[Segment]) -> PlannedSegment | None:
    """The segment that comes next; None behind the last one."""
    if not segments:
        return plan[0]
    titles = [segment.title for segment in plan]
    place = titles.index(segments[-1].title) + 1 if segments[-1].title in titles else 0
    return plan[place] if place < len(plan) else None
