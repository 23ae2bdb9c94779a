"""Days as people type them, and as they are told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.dates import BadDate, read_date, say_date

THURSDAY = date(2026, 11, 26)
DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Dec 5", date(2026, 12, 5)),
        ("december 5th", date(2026, 12, 5)),
        ("5 Dec", date(2026, 12, 5)),
        ("the 5 dec", None),
        ("5th of December, 2027", date(2027, 12, 5)),
        ("12/5", date(2026, 12, 5)),
        ("12/5/27", date(2027, 12, 5)),
        ("2026-12-05", date(2026, 12, 5)),
        ("Sat Dec 5", date(2026, 12, 5)),
        ("sept 1", date(2026, 9, 1)),
        ("8/20", date(2027, 8, 20)),
        ("jan 9", date(2027, 1, 9)),
        ("fri", date(2026, 11, 27)),
        ("FRIDAY", date(2026, 11, 27)),
        ("thu", date(2026, 12, 3)),
        ("this thurs", THURSDAY),
        ("next fri", date(2026, 12, 4)),
        ("last tues", date(2026, 11, 24)),
        ("last thu", date(2026, 11, 19)),
        ("today", THURSDAY),
        (" Tomorrow ", date(2026, 11, 27)),
        ("yesterday", date(2026, 11, 25)),
        ("+2w", date(2026, 12, 10)),
        ("+10d", date(2026, 12, 6)),
        ("- 1 w", date(2026, 11, 19)),
        ("in 3 weeks", date(2026, 12, 17)),
        ("in a week", date(2026, 12, 3)),
        ("two weeks", date(2026, 12, 10)),
        ("2 days ago", date(2026, 11, 24)),
        ("", None),
        ("fri week 3", None),
        ("soon", None),
        ("fr", None),
        ("5", None),
        ("in 2 weeks ago", None),
        ("in many weeks", None),
    ],
)
def test_what_people_type(typed: str, found: date | None) -> None:
    if found is None:
        with pytest.raises(BadDate, match=r"is not a day that can be read\. Type it as Dec 5"):
            read_date(typed, THURSDAY)
    else:
        assert read_date(typed, THURSDAY) == found


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("13/5", "there is no month 13. The month comes first"),
        ("2/30", "February has no day 30."),
        ("Feb 29", "There is no February 29 in 2026 or 2027."),
        ("feb 29 2027", "There is no February 29"),
        ("Fri Dec 5", "Sat Dec 5 is no Friday."),
        ("1492-10-12", "in the year 1492, too far"),
        ("+9999w", "in the year 2218, too far"),
        ("0000-01-01", "no day"),
        ("12/0", "December has no day 0."),
    ],
)
def test_what_can_be_no_day_is_told(typed: str, why: str) -> None:
    with pytest.raises(BadDate, match=why):
        read_date(typed, THURSDAY)


@given(day=DAYS, today=DAYS)
def test_what_is_told_is_read_back(day: date, today: date) -> None:
    """With its year a day is always read back; without it where it is not far off."""
    told = say_date(day, today)
    assert read_date(f"{told} {day.year}" if day.year == today.year else told, today) == day
    near = today + timedelta(days=(day - today).days % 200)
    assert read_date(say_date(near, today), today) == near


@given(today=DAYS, weekday=st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_days_of_the_week_lie_where_they_say(today: date, weekday: str) -> None:
    coming, this, next_one, last = (
        read_date(f"{which} {weekday}".strip(), today) for which in ("", "this", "next", "last")
    )
    assert len({day.weekday() for day in (coming, this, next_one, last)}) == 1
    assert 1 <= (coming - today).days <= 7 and 0 <= (this - today).days <= 6 and 1 <= (today - last).days <= 7
    assert (next_one - timedelta(days=next_one.weekday())) - (today - timedelta(days=today.weekday())) == timedelta(
        days=7
    )


@given(typed=st.text(max_size=30), today=DAYS)
def test_whatever_is_typed_is_a_day_or_a_sentence(typed: str, today: date) -> None:
    try:
        assert 2000 <= read_date(typed, today).year <= 2099
    except BadDate as fault:
        assert str(fault).endswith(".")
