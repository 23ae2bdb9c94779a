"""Bells: read as they are pasted, and rung at the right moment, also in the night when the clock is set and after breaks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.bell import BellDay, Bells, Period, Schedule
from coachtui.model.bell_text import ReadPeriod, minute_text, odd_periods, period_text, read_periods
from coachtui.model.school_days import DayOff, is_school_day

BERLIN, NEW_YORK, CHATHAM = "Europe/Berlin", "America/New_York", "Pacific/Chatham"
MONDAY = date(2026, 11, 30)
A, B = Schedule("a", "A day"), Schedule("b", "B day")
PERIODS = [Period("p1", "a", "1", 480, 530), Period("p2", "a", "2", 535, 585), Period("p3", "b", "Lunch", 690, 725)]


def rings(bells: Bells, day: date, zone: str = NEW_YORK) -> list[tuple[str, str]]:
    """The bells of a day: what the clock on the wall shows, and what they ring for."""
    return [
        (f"{datetime.fromtimestamp(r.utc_ms / 1000, ZoneInfo(zone)):%H:%M}", r.words) for r in bells.rings_on(day, zone)
    ]


def at(day: date, time: str, zone: str = NEW_YORK) -> int:
    hour, minute, second = map(int, (time + ":0").split(":")[:3])
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ZoneInfo(zone))
    return round(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 8:00-8:50", ("1", 480, 530)),
        ("Lunch 11:30–12:05", ("Lunch", 690, 725)),
        ("Period 3:  9:45 AM - 10:35 AM", ("Period 3", 585, 635)),
        ("6\t13:10 — 14:00", ("6", 790, 840)),
        ("7 1:10-2:00", ("7", 790, 840)),
        ("Advisory 11:30-12:05pm", ("Advisory", 690, 725)),
        ("5 12:40-1:30", ("5", 760, 810)),
        ("8:00 to 8:50 First block", ("First block", 480, 530)),
        ("8.00-8.50", ("1", 480, 530)),
        ("0 6:45-7:35", ("0", 405, 455)),
        ("Night 11 p.m. - 12 am", None),
        ("Evening 18:00-24:00", ("Evening", 1080, 1440)),
        ("[bold]x[/] 8-9", ("[bold]x[/]", 480, 540)),
    ],
)
def test_a_period_is_read_as_it_is_typed(typed: str, read: tuple[str, int, int] | None) -> None:
    found = read_periods([typed])
    assert found == (((ReadPeriod(*read),), ()) if read else ((), (typed,)))


def test_times_follow_each_other_through_the_day_and_a_bad_line_loses_nothing_else() -> None:
    found = read_periods(
        ["1 7:50-8:40", "", "no times here", "4 11:00-11:50", "5 12:00-12:50", "6 1:00-1:50", "x 9:70-9:90"]
    )
    assert [period[1:] for period in found.periods] == [(470, 520), (660, 710), (720, 770), (780, 830)]
    assert found.unread == ("no times here", "x 9:70-9:90")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 8:00-8:50, 2 8:55-9:45; Lunch 11:30-12:05", ["1", "2", "Lunch"]),
        ("4 10:40-11:25 Lunch 11:30-12:05 5 12:10-1:00", ["4", "Lunch", "5"]),
        ("8:00-8:50 First block 8:55-9:45 Second", ["First block", "Second"]),
        ("Reading, writing 8:00-8:50", ["Reading, writing"]),
    ],
)
def test_several_periods_on_one_line_are_each_one(typed: str, read: list[str]) -> None:
    found = read_periods([typed])
    assert ([period.name for period in found.periods], found.unread) == (read, ())


def test_periods_that_overlap_or_last_for_hours_are_told_and_kept() -> None:
    found = read_periods(["1 8:00-8:50", "2 8:50-9:40", "3 9:30-10:20", "4 10:20-9:00"])
    assert odd_periods(found.periods) == ["3 begins before 2 is over.", "4 lasts from 10:20 to 21:00."]
    assert odd_periods(found.periods[:2]) == []


@given(st.integers(360, 1438), st.data())
def test_what_is_shown_of_a_period_is_read_back(start: int, data: st.DataObject) -> None:
    end = data.draw(st.integers(start + 1, 1439))
    assert read_periods([period_text("P", start, end)]).periods == (ReadPeriod("P", start, end),)
    assert minute_text(start).count(":") == 1


@given(st.lists(st.text(max_size=40), max_size=20))
def test_nothing_pasted_is_a_fault_or_lost(lines: list[str]) -> None:
    found = read_periods(lines)
    assert len(found.periods) + len(found.unread) == sum(bool(line.strip()) for line in lines)
    assert all(0 <= each.from_minute < each.to_minute <= 1440 for each in found.periods)


def test_the_next_bell_and_the_period_that_is_on() -> None:
    bells = Bells([A], PERIODS, [BellDay("1", "a", "weekday", 1)])
    assert rings(bells, MONDAY) == [
        ("08:00", "1 begins"),
        ("08:50", "1 ends"),
        ("08:55", "2 begins"),
        ("09:45", "2 ends"),
    ]
    ring = bells.next_ring(at(MONDAY, "8:50:01"), NEW_YORK)
    assert ring is not None and ring.words == "2 begins" and ring.utc_ms - at(MONDAY, "8:50:01") == 299_000
    now = bells.next_ring(at(MONDAY, "8:50"), NEW_YORK)
    assert now is not None and now.words == "2 begins", "the bell that rings now is not the next"
    later = bells.next_period(at(MONDAY, "8:10"), NEW_YORK)
    assert later is not None and later.name == "2"
    assert bells.next_ring(at(MONDAY, "9:45"), NEW_YORK) is None
    assert bells.next_ring(at(MONDAY + timedelta(1), "8:00"), NEW_YORK) is None
    assert Bells().next_ring(at(MONDAY, "8:00"), NEW_YORK) is None


def test_two_bells_at_one_moment_are_one() -> None:
    two = [Period("p1", "a", "1", 480, 530), Period("p2", "a", "2", 530, 585)]
    assert ("08:50", "1 ends, 2 begins") in rings(Bells([A], two, [BellDay("1", "a", "weekday", 1)]), MONDAY)


@pytest.mark.parametrize(
    ("zone", "day"), [(BERLIN, date(2026, 3, 29)), (BERLIN, date(2026, 10, 25)), (CHATHAM, date(2026, 9, 27))]
)
def test_on_the_day_the_clock_is_set_bells_ring_by_the_wall(zone: str, day: date) -> None:
    bells = Bells([A], [Period("n", "a", "Night", 150, 170), *PERIODS[:2]], [BellDay("1", "a", "single", day=day)])
    found = bells.rings_on(day, zone)
    assert [each.utc_ms for each in found] == sorted(each.utc_ms for each in found)
    assert [time for time, words in rings(bells, day, zone) if "Night" not in words] == [
        "08:00",
        "08:50",
        "08:55",
        "09:45",
    ]
    before = found[0].utc_ms - 1
    assert bells.next_ring(before, zone) == found[0]


def test_a_and_b_take_turns_over_school_days_breaks_left_out() -> None:
    off = [DayOff("o", MONDAY + timedelta(2), MONDAY + timedelta(2), "Training")]
    turns = [
        BellDay("1", "a", "turn", turn=1, turns=2, day=MONDAY),
        BellDay("2", "b", "turn", turn=2, turns=2, day=MONDAY),
    ]
    bells = Bells([A, B], PERIODS, turns, off)
    names = [found.name[0] if (found := bells.on(MONDAY + timedelta(more))) else "-" for more in range(-1, 12)]
    assert "".join(names) == "-" + "AB-AB--" + "ABABA"
    snow = [*turns, BellDay("3", None, "single", day=MONDAY + timedelta(1))]
    names = [f.name[0] if (f := Bells([A, B], PERIODS, snow, off).on(MONDAY + timedelta(m))) else "-" for m in range(7)]
    assert "".join(names) == "A--BA--"


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=4), st.integers(0, 70), st.integers(2, 4))
def test_every_school_day_has_the_next_turn(breaks: list[tuple[int, int]], last: int, turns: int) -> None:
    off = [
        DayOff(str(n), MONDAY + timedelta(s), MONDAY + timedelta(s + more), "") for n, (s, more) in enumerate(breaks)
    ]
    schedules = [Schedule(str(number), str(number)) for number in range(turns)]
    rules = [BellDay(str(n), str(n), "turn", turn=n + 1, turns=turns, day=MONDAY) for n in range(turns)]
    bells = Bells(schedules, (), rules, off)
    expected = 0
    for more in range(last):
        found = bells.on(MONDAY + timedelta(more))
        if not is_school_day(MONDAY + timedelta(more), off):
            assert found is None
            continue
        assert found is not None and found.id == str(expected % turns)
        expected += 1


def test_what_is_said_of_the_day_itself_counts_first() -> None:
    off = [DayOff("o", MONDAY, MONDAY + timedelta(4), "Break")]
    days = [
        BellDay("1", "a", "weekday", 1),
        BellDay("2", "b", "single", day=MONDAY),
        BellDay("3", None, "single", day=MONDAY - timedelta(7)),
    ]
    bells = Bells([A, B], PERIODS, days, off)
    assert bells.on(MONDAY) == B
    assert bells.on(MONDAY - timedelta(7)) is None
    assert bells.on(MONDAY - timedelta(14)) == A
    assert bells.on(MONDAY + timedelta(7)) == A
