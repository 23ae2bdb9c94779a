"""Days and times within what people type."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.day_words import day_at_end, day_at_start, day_words, minute_words, read_day, read_minute

TUESDAY = date(2026, 11, 24)


def test_a_day_at_either_end() -> None:
    assert day_at_end("SLO baseline, due Dec 15", TUESDAY) == ("SLO baseline", date(2026, 12, 15))
    assert day_at_end("goals on Fri Dec 4, 2026", TUESDAY) == ("goals", date(2026, 12, 4))
    assert day_at_end("stand by", TUESDAY) == ("stand by", None)
    assert day_at_start("Dec 3 P3 co-plan", TUESDAY) == (date(2026, 12, 3), "P3 co-plan")
    assert day_at_start("co-plan", TUESDAY) == (None, "co-plan")


def test_times_of_a_school_day() -> None:
    assert [read_minute(word) for word in ("9:15", "1:30", "13.30", "7:05pm", "12:00am", "25:00", "915")] == [
        555, 810, 810, 1145, 0, None, None,
    ]  # fmt: skip


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 270))
def test_what_is_said_is_read_again(today: date, ahead: int) -> None:
    day = date.fromordinal(today.toordinal() + ahead)
    assert read_day(day_words(day), today) == day


@given(st.integers(6 * 60, 24 * 60 - 1))
def test_a_time_that_is_said_is_read_again(minute: int) -> None:
    assert read_minute(minute_words(minute)) == minute


@given(st.text())
def test_nothing_breaks_it(words: str) -> None:
    rest, day = day_at_end(words, TUESDAY)
    assert day is not None or rest == words.strip()
    day_at_start(words, TUESDAY)
    read_minute(words)
