"""When a line happened, and what the clock on the wall said then."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from coachtui.model.grammar import AtTime, Earlier, UnknownTime, When
from coachtui.model.line import Provenance
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.wording import _

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_MINUTE_MS = 60_000
_NEAR_MS = 6 * 60 * 60 * 1000


def place_in_time(
    when: When | None, anchor: Moment, zone: str, typed_at: Moment, after_the_meeting: bool = False
) -> tuple[int | None, bool, Provenance]:
    """Milliseconds from the anchor (None where unknown), whether only about then, and how that is known.

    `typed_at` is the moment of the line's first key. What is said to be earlier may lie before the anchor:
    then the milliseconds are negative. What is said to be at a time may still lie ahead.
    """
    provenance = Provenance.LIVE if when is None else Provenance.ADDED
    if after_the_meeting:
        provenance = Provenance.MEMORY
    if isinstance(when, UnknownTime):
        return None, False, provenance
    at_ms = elapsed_ms(anchor, typed_at)
    if isinstance(when, Earlier):
        return at_ms - when.seconds * 1000, False, provenance
    if isinstance(when, AtTime):
        # Counted from now, not from the anchor: the clock may have been set since, and it is read now.
        return at_ms + nearest_wall_ms(when, typed_at.utc_ms, zone) - typed_at.utc_ms, when.about, provenance
    return at_ms, False, provenance


def wall_ms(anchor: Moment, at_ms: int) -> int:
    """The wall clock, in ms since 1970 UTC, at so many milliseconds from the anchor."""
    return anchor.utc_ms + at_ms


def local_time(utc_ms: int, zone: str) -> datetime:
    """The local time in the zone, aware of it; in UTC where the zone is not known.

    Raises OverflowError outside the years 1 to 9999.
    """
    return (_EPOCH + utc_ms * _MILLISECOND).astimezone(_zone(zone))


def midnight_ms(utc_ms: int, zone: str) -> int:
    """When the day of this moment began in the zone; both in ms since 1970 UTC."""
    local = local_time(utc_ms, zone)
    midnight = datetime(local.year, local.month, local.day, tzinfo=local.tzinfo)
    return (midnight.astimezone(UTC) - _EPOCH) // _MILLISECOND


def utc_ms_of(day: date, minute: int, zone: str) -> int:
    """When the clock on the wall shows this minute of the day; the first time, in the night when it shows it twice."""
    wall = datetime(day.year, day.month, day.day, tzinfo=_zone(zone)) + timedelta(minutes=minute)
    return (wall.astimezone(UTC) - _EPOCH) // _MILLISECOND


def clock_text(utc_ms: int, zone: str) -> str:
    """What the clock on the wall shows, on the 24-hour clock: 10:42, 9:05."""
    return _clock_in(utc_ms // _MINUTE_MS, zone)


@lru_cache(maxsize=1024)
def _clock_in(minute: int, zone: str) -> str:
    """The same for a minute since 1970 UTC: the lines of a meeting share a few of them."""
    local = local_time(minute * _MINUTE_MS, zone)
    return f"{local.hour}:{local.minute:02}"


def nearest_wall_ms(when: AtTime, near_ms: int, zone: str) -> int:
    """When the clock on the wall shows this time, nearest to `near_ms`; both in ms since 1970 UTC.

    Someone may mean the afternoon and type 2:15: where that is more than six hours off and the same time
    twelve hours on is not, the afternoon is meant.
    """
    as_typed = _nearest_showing(when, when.hour, near_ms, zone)
    if abs(as_typed - near_ms) <= _NEAR_MS or when.hour > 12:
        return as_typed
    twelve_on = _nearest_showing(when, (when.hour + 12) % 24, near_ms, zone)
    return twelve_on if abs(twelve_on - near_ms) <= _NEAR_MS else as_typed


def _nearest_showing(when: AtTime, hour: int, near_ms: int, zone: str) -> int:
    wall_time = time(hour, when.minute, when.second or 0)
    today = local_time(near_ms, zone).date()
    return min(_showing(wall_time, today, zone), key=lambda utc_ms: abs(utc_ms - near_ms))


def _showing(wall_time: time, today: date, zone: str) -> Iterator[int]:
    """When the clock shows this time, yesterday, today and tomorrow.

    In the night when it goes back it shows some times twice, and in the night when it goes forward some
    never; such a time is read both on the old and on the new clock.
    """
    for days in (-1, 0, 1):
        local = datetime.combine(today + timedelta(days), wall_time, _zone(zone))
        for fold in (0, 1):
            yield (local.replace(fold=fold).astimezone(UTC) - _EPOCH) // _MILLISECOND


@lru_cache
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # late: most lines need no zone, and the first one should not wait for it

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return UTC


def length_text(milliseconds: int) -> str:
    """A length of time in words: 45 s, 12 min, 1 h 05, 3 days."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 60:
        return f"{seconds} s"
    minutes = seconds // 60
    if minutes < 120:
        return _("{minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60:02d}"
    return _("{n} days").format(n=minutes // (24 * 60))
