"""School days: those of the week that are no days off; and how many of them lie between two days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from coachtui.model.dates import short_date
from coachtui.wording import _

_DAY = timedelta(days=1)
_FRIDAY = 4


class DayOff(NamedTuple):
    """A stretch of days without school, its first and last day included; one day has both alike."""

    id: str
    from_day: date
    to_day: date
    name: str


def days_off_words(off: DayOff) -> str:
    """The days of a stretch: Nov 26, or Mar 23 to Mar 27."""
    first = short_date(off.from_day)
    return (
        first if off.from_day == off.to_day else _("{first} to {day}").format(first=first, day=short_date(off.to_day))
    )


def is_school_day(day: date, days_off: Iterable[DayOff]) -> bool:
    """Whether there is school on this day."""
    return day.weekday() <= _FRIDAY and break_on(day, days_off) is None


def break_on(day: date, days_off: Iterable[DayOff]) -> DayOff | None:
    """The stretch of days off that this day is in, if it is in one."""
    return next((each for each in days_off if each.from_day <= day <= each.to_day), None)


def breaks_between(first: date, last: date, days_off: Iterable[DayOff]) -> list[DayOff]:
    """The stretches of days off that touch the days from the first to the last, in their order."""
    found = [each for each in days_off if each.from_day <= last and each.to_day >= first]
    return sorted(found, key=lambda each: (each.from_day, each.to_day))


def school_days_between(first: date, last: date, days_off: Iterable[DayOff]) -> int:
    """How many school days there are from the first to the last, both counted; 0 where it ends before it begins."""
    if last < first:
        return 0
    weeks, rest = divmod((last - first).days + 1, 7)
    weekdays = weeks * 5 + sum((first.weekday() + more) % 7 <= _FRIDAY for more in range(rest))
    off: set[date] = set()
    for each in breaks_between(first, last, days_off):
        off.update(_weekdays(max(each.from_day, first), min(each.to_day, last)))
    return weekdays - len(off)


def school_days_past(day: date, today: date, days_off: Iterable[DayOff]) -> int:
    """How many school days have begun since this day: 0 on it and before it."""
    return school_days_between(day + _DAY, today, days_off)


def add_school_days(day: date, count: int, days_off: Sequence[DayOff]) -> date:
    """The day that lies so many school days later; with 0 this day, or the next with school."""
    while day < date.max and not (count <= 0 and is_school_day(day, days_off)):
        day += _DAY
        if count > 0 and is_school_day(day, days_off):
            count -= 1
    return day


def school_day_until(day: date, days_off: Sequence[DayOff]) -> date:
    """The day itself, or the last one before it with school."""
    while day > date.min and not is_school_day(day, days_off):
        day -= _DAY
    return day


def days_without_breaks(first: date, last: date, days_off: Iterable[DayOff]) -> int:
    """How many days there are from the first to the last, without those in a break; weekends count."""
    off: set[date] = set()
    for each in breaks_between(first, last, days_off):
        off.update(_days(max(each.from_day, first), min(each.to_day, last)))
    return max(0, (last - first).days + 1) - len(off)


def school_hours_between(start: datetime, end: datetime, days_off: Sequence[DayOff]) -> float:
    """The hours from one moment to another, those on days without school left out: Friday 10:00 to Monday 10:00 are 24.

    Both are read on the clock on the wall, so a night in which it is set counts 24 hours like any other.
    """
    start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    if end <= start:
        return 0.0
    whole = max(0, school_days_between(start.date() + _DAY, end.date() - _DAY, days_off)) * 24.0
    if start.date() == end.date():
        return _hours(start, end) if is_school_day(start.date(), days_off) else 0.0
    midnight = datetime.combine(end.date(), datetime.min.time())
    after = datetime.combine(start.date() + _DAY, datetime.min.time())
    whole += _hours(start, after) if is_school_day(start.date(), days_off) else 0.0
    return whole + (_hours(midnight, end) if is_school_day(end.date(), days_off) else 0.0)


def _hours(start: datetime, end: datetime) -> float:
    return (end - start) / timedelta(hours=1)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=more) for more in range((last - first).days + 1))


def _weekdays(first: date, last: date) -> Iterable[date]:
    return (day for day in _days(first, last) if day.weekday() <= _FRIDAY)
