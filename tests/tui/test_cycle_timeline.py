"""A cycle as a line of its days: it fits, today is marked once, and words say the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachtui.model.cycle import Cycle
from coachtui.model.school_days import DayOff
from coachtui.tui.cycle_timeline import cycle_timeline, cycle_words

FIRST, LAST = date(2026, 11, 9), date(2026, 12, 6)
CYCLE = Cycle("1", "c1", "lead", "learning", starts_on=FIRST, ends_on=LAST)
BREAK = DayOff("1", date(2026, 11, 23), date(2026, 11, 27), "Thanksgiving")


def rows(cycle: Cycle, today: date, width: int = 78) -> list[str]:
    return [row.plain for row in cycle_timeline(cycle, [BREAK], today, width)]


def test_weeks_breaks_and_today() -> None:
    assert rows(CYCLE, date(2026, 11, 20), 60) == [
        "Nov 9 ┃━━━━━━━┃━━━━▲──┃░░░░░──┃───────┃ Dec 6",
        "▲ day 12 of 28, 2 weeks and 2 days left, 5 school days",
        "░ Nov 23 to Nov 27 Thanksgiving",
    ]
    longer = CYCLE._replace(extended_to=date(2026, 12, 11))
    assert rows(longer, date(2026, 11, 24), 60)[0] == "Nov 9 ┃━━━━━━━┃━━━━━━━┃░▲░░░──┃───────┃┄┄┄┄┄┃ Dec 11"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 2), "begins Mon Nov 9, in 7 days"), (FIRST, "day 1 of 28, 3 weeks and 6 days left, 14 school days"),
        (date(2026, 12, 5), "day 27 of 28, 1 day left, 0 school days"), (LAST, "day 28 of 28, its last day"),
        (date(2026, 12, 7), "day 29 of 28, 1 day past its last day"),
    ],
)  # fmt: skip
def test_how_far_it_is_in_words(today: date, said: str) -> None:
    assert cycle_words(CYCLE, [BREAK], today) == said


def test_without_days_and_closed() -> None:
    assert rows(Cycle("1", "c1", "lead"), FIRST) == ["no days yet: From and To say when it runs"]
    closed = CYCLE._replace(state="closed", verdict="met", closed_on=LAST)
    assert rows(closed, LAST)[1] == "closed Sun Dec 6: met" and "▲" not in "".join(rows(closed, FIRST))


@given(
    days=st.integers(0, 400),
    at=st.integers(-10, 420),
    width=st.integers(20, 200),
    off=st.integers(0, 60),
    more=st.integers(0, 30),
)
def test_it_fits_any_width_and_marks_today_once(days: int, at: int, width: int, off: int, more: int) -> None:
    last, today = FIRST + timedelta(days=days), FIRST + timedelta(days=at)
    cycle = CYCLE._replace(ends_on=last, extended_to=last + timedelta(days=more) if more else None)
    away = DayOff("1", FIRST + timedelta(days=off), FIRST + timedelta(days=off + 4), "[/ 休み")
    found = [row.plain for row in cycle_timeline(cycle, [away], today, width)]
    assert all(cell_len(row) <= width for row in found)
    assert found[0].count("▲") == (today >= FIRST)
