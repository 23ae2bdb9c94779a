"""School days: counted, added, and in hours."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.school_days import (
    DayOff,
    add_school_days,
    days_without_breaks,
    is_school_day,
    school_days_between,
    school_days_past,
    school_hours_between,
)

AT = datetime.fromisoformat
BREAK = DayOff("b", date(2026, 11, 25), date(2026, 11, 27), "Thanksgiving")
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 8, 1), date(2027, 6, 30))
BREAKS = st.lists(
    st.builds(lambda first, days: DayOff("b", first, first + timedelta(days=days), ""), DAYS, st.integers(0, 20)),
    max_size=6,
)


def test_a_week_with_a_break_has_two_school_days() -> None:
    assert school_days_between(MONDAY, date(2026, 11, 29), [BREAK]) == 2
    assert school_days_past(MONDAY, date(2026, 11, 30), [BREAK]) == 2
    assert add_school_days(MONDAY, 2, [BREAK]) == date(2026, 11, 30)
    assert add_school_days(date(2026, 11, 25), 0, [BREAK]) == date(2026, 11, 30)
    assert days_without_breaks(MONDAY, date(2026, 11, 29), [BREAK]) == 4


def test_hours_stand_still_while_there_is_no_school() -> None:
    friday, monday = AT("2026-11-20 10:00"), AT("2026-11-23 10:00")
    assert school_hours_between(friday, monday, []) == 24
    assert school_hours_between(friday, AT("2026-11-24 10:00"), []) == 48
    assert school_hours_between(AT("2026-11-24 10:00"), AT("2026-11-30 10:00"), [BREAK]) == 24
    assert school_hours_between(monday, friday, []) == 0


@given(first=DAYS, last=DAYS, breaks=BREAKS)
def test_counting_is_counting_one_by_one(first: date, last: date, breaks: list[DayOff]) -> None:
    days = [first + timedelta(days=more) for more in range((last - first).days + 1)]
    assert school_days_between(first, last, breaks) == sum(is_school_day(day, breaks) for day in days)


@given(day=DAYS, count=st.integers(0, 40), breaks=BREAKS)
def test_what_was_added_is_what_is_past(day: date, count: int, breaks: list[DayOff]) -> None:
    then = add_school_days(day, count, breaks)
    assert is_school_day(then, breaks)
    assert count == 0 or school_days_past(day, then, breaks) == count


@given(
    start=st.datetimes(AT("2026-08-01 00:00"), AT("2026-12-31 00:00")),
    hours=st.integers(0, 700),
    more=st.integers(0, 100),
    breaks=BREAKS,
)
def test_school_hours_add_up(start: datetime, hours: int, more: int, breaks: list[DayOff]) -> None:
    middle = start + timedelta(hours=hours)
    end = middle + timedelta(hours=more)
    whole = school_hours_between(start, end, breaks)
    parts = school_hours_between(start, middle, breaks) + school_hours_between(middle, end, breaks)
    assert abs(whole - parts) < 1e-6 and whole <= hours + more + 1e-6


def test_a_break_without_end_ends_the_search() -> None:
    assert add_school_days(date(9999, 12, 1), 3, [DayOff("b", MONDAY, date.max, "")]) == date.max
