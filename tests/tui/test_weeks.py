"""Weeks in signs and in words, and the strip of a meeting: who looks and who listens is told the same."""

from datetime import UTC, date, datetime, timedelta

from coachtui.model.cycle import Activity, Cycle
from coachtui.model.cycle_checks import Given
from coachtui.model.step import Step
from coachtui.tui.cycle_page import CyclePage
from coachtui.tui.strip_drawing import Written, drawn
from coachtui.tui.weeks import cycle_weeks, weeks_drawn, weeks_told

TODAY = date(2026, 11, 26)  # a Thursday
MONDAY = date(2026, 11, 23)


def test_each_week_has_a_sign_and_the_words_say_the_same() -> None:
    days = [MONDAY, TODAY, MONDAY - timedelta(days=1), *[MONDAY - timedelta(weeks=3)] * 7, MONDAY - timedelta(weeks=8)]
    assert weeks_drawn(days, TODAY) == "· · · · █ · ▂ ▄"
    assert weeks_told(days, TODAY) == "seen in 3 of the last 8 weeks, the last time this week"
    assert weeks_told(days[2:], TODAY) == "seen in 2 of the last 8 weeks, the last time last week"
    assert weeks_told(days[3:], TODAY) == "seen in 1 of the last 8 weeks, the last time 3 weeks ago"
    assert weeks_drawn([], TODAY) == "· · · · · · · ·" and weeks_told([], TODAY) == "not seen in the last 8 weeks"


def test_a_cycle_tells_week_by_week_what_happened() -> None:
    cycle = Cycle("1", "c1", "lead", "learning", starts_on=date(2026, 11, 10), ends_on=date(2026, 12, 4))
    page = CyclePage(
        "lead", "Dana", cycle,
        activities=(Activity("a", "1", "modelling", done_on=date(2026, 11, 12)), Activity("b", "1", "rehearsal")),
        steps=(Step("s", "s1", "lead", agreed_on=date(2026, 11, 12), tried_on=date(2026, 11, 17)),),
        observed=(date(2026, 11, 11), date(2026, 11, 16), date(2026, 11, 16), date(2026, 10, 1)),
        feedback=(Given(datetime(2026, 11, 16, 11, tzinfo=UTC), datetime(2026, 11, 17, 8, tzinfo=UTC)),),
    )  # fmt: skip
    assert list(cycle_weeks(page, TODAY)) == [
        ("Nov 10 to Nov 16", "seen Nov 11; modelling Nov 12; step agreed Nov 12; seen 2 times Nov 16"),
        ("Nov 17 to Nov 23", "feedback shared Nov 17; step tried Nov 17"),
        ("Nov 24 to Nov 30", "nothing noted"),
    ]
    assert list(cycle_weeks(page._replace(cycle=Cycle("1", "c1", "lead")), TODAY)) == []


def test_the_strip_tells_talk_from_what_is_only_written() -> None:
    lines = [Written(0, False, True), Written(30, False, False, False), Written(50, False, False),
             Written(51, False, False), Written(70, True, False), Written(90, False, False)]  # fmt: skip
    assert drawn(lines, 100, 10) == "│  · ▇ * ▄"
    assert drawn([Written(50, False, False, False)], 100, 4) == "  · "
    assert drawn([], 100) == ""
