"""When a line happened, and what the clock on the wall said then.

Times are kept as milliseconds from the anchor; the wall clock of a zone is only a way to say them. Zones are asked for their
offset at a moment in UTC, never by arithmetic on local times, so that a night in which the clocks change does no harm.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from coachtui.model.grammar import AtTime, Earlier, UnknownTime, When
from coachtui.model.line import Provenance
from coachtui.model.moment import Moment, elapsed_ms

HOUR_MS = 60 * 60 * 1000
FAR_MS = 6 * HOUR_MS
"""A time on the 24-hour clock further away than this may be one of the afternoon, said as people say it: 2:15."""


def place_in_time(
    when: When | None, anchor: Moment, zone: str, typed_at: Moment, after_the_meeting: bool = False
) -> tuple[int | None, bool, Provenance]:
    """Where a line stands: ms from the anchor (None where unknown), whether only about then, and how that is known.

    `typed_at` is the moment of its first key. Without a time of its own the line is live, at that moment; with one it was
    added later; after the meeting all is from memory.
    """
    typed_ms = elapsed_ms(anchor, typed_at)
    if when is None:
        return typed_ms, False, Provenance.MEMORY if after_the_meeting else Provenance.LIVE
    provenance = Provenance.MEMORY if after_the_meeting else Provenance.ADDED
    if isinstance(when, UnknownTime):
        return None, False, provenance
    if isinstance(when, Earlier):
        return typed_ms - when.seconds * 1000, False, provenance
    ago_ms = typed_at.utc_ms - nearest_wall_ms(when, typed_at.utc_ms, zone)
    return typed_ms - ago_ms, when.about, provenance


def nearest_wall_ms(time: AtTime, near_ms: int, zone: str) -> int:
    """The moment, in ms since 1970 UTC, at which the clock of the zone showed this time, nearest to `near_ms`.

    The time is read on the 24-hour clock. When that is more than six hours away and the same time in the afternoon is
    not, the afternoon is meant.
    """
    meant = _nearest(time, time.hour, near_ms, zone)
    if abs(meant - near_ms) > FAR_MS and time.hour <= 12:
        afternoon = _nearest(time, (time.hour + 12) % 24, near_ms, zone)
        if abs(afternoon - near_ms) <= FAR_MS:
            return afternoon
    return meant


def _nearest(time: AtTime, hour: int, near_ms: int, zone: str) -> int:
    """The candidates of the day before, the day itself and the day after, both sides of a changed clock; the nearest."""
    local = local_time(near_ms, zone)
    candidates: list[int] = []
    for days in (-1, 0, 1):
        day = (local + timedelta(days=days)).date()
        for fold in (0, 1):
            wall = datetime(day.year, day.month, day.day, hour, time.minute, time.second or 0, tzinfo=local.tzinfo, fold=fold)
            candidates.append(round(wall.timestamp() * 1000))
    return min(candidates, key=lambda candidate: abs(candidate - near_ms))


def local_time(utc_ms: int, zone: str) -> datetime:
    """A moment on the wall clock of a zone; of UTC where the zone is not known on this computer."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=utc_ms)).astimezone(_zone(zone))


def clock_text(utc_ms: int, zone: str) -> str:
    """A moment as the clock on the wall shows it: 9:14."""
    local = local_time(utc_ms, zone)
    return f"{local.hour}:{local.minute:02d}"


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError):
        return ZoneInfo("UTC")
