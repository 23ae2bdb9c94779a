"""Weeks as they went by: in a cycle what happened in each, of a lead in how many one was there. Signs, and the same in words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coachtui.model.dates import short_date
from coachtui.wording import _, _c, _t, counted

if TYPE_CHECKING:
    from coachtui.tui.cycle_page import CyclePage

LOOKED_BACK = 8
"""So many weeks are looked back on at a lead's page, the present one among them."""
_NONE, _HEIGHTS = "·", "▂▄▆█"


def weeks_drawn(days: Sequence[date], today: date, weeks: int = LOOKED_BACK) -> str:
    """A sign for each of the last weeks, the oldest first: how often one of these days was in it, four times or more the most."""
    counts = _counts(days, today, weeks)
    return " ".join(_HEIGHTS[min(count, len(_HEIGHTS)) - 1] if count else _NONE for count in counts)


def weeks_told(days: Sequence[date], today: date, weeks: int = LOOKED_BACK) -> str:
    """The same in words: "seen in 3 of the last 8 weeks, the last time this week"."""
    counts = _counts(days, today, weeks)
    seen = sum(1 for count in counts if count)
    if not seen:
        return _("not seen in the last {weeks} weeks").format(weeks=weeks)
    since = next(back for back, count in enumerate(reversed(counts)) if count)
    last = (_("this week"), _("last week"))[since] if since < 2 else _("{since} weeks ago").format(since=since)
    return _("seen in {seen} of the last {weeks} weeks, the last time {last}").format(seen=seen, weeks=weeks, last=last)


def _counts(days: Sequence[date], today: date, weeks: int) -> list[int]:
    """How many of the days fall into each of the last weeks, which begin on Mondays, the oldest first."""
    monday = today - timedelta(days=today.weekday())
    back = [(monday - (day - timedelta(days=day.weekday()))).days // 7 for day in days if day <= today]
    return [back.count(week) for week in reversed(range(weeks))]


def cycle_weeks(page: "CyclePage", today: date) -> Iterator[tuple[str, str]]:
    """Each week of the cycle until today, as its line shows them: its days, and what happened in it."""
    cycle = page.cycle
    if cycle is None or cycle.starts_on is None or cycle.last_day is None:
        return
    happened = sorted(_happened(page))
    monday = cycle.starts_on
    while monday <= min(cycle.last_day, today):
        sunday = min(monday + timedelta(days=6), cycle.last_day)
        words = "; ".join(f"{what} {short_date(day)}" for day, what in happened if monday <= day <= sunday)
        yield (
            _("{monday_day} to {sunday_day}").format(monday_day=short_date(monday), sunday_day=short_date(sunday)),
            words or _("nothing noted"),
        )
        monday += timedelta(days=7)


def _happened(page: "CyclePage") -> Iterator[tuple[date, str]]:
    """What has a day: observations, feedback, activities, steps."""
    for day in sorted(set(page.observed)):
        times = page.observed.count(day)
        yield (
            day,
            _c("a lead, in a meeting", "seen") if times == 1 else counted(times, "seen {n} time", "seen {n} times"),
        )
    for given in page.feedback:
        yield given.shared.date(), _("feedback shared")
    for activity in page.activities:
        if activity.done_on is not None:
            yield activity.done_on, _t(activity.kind)
    for step in page.steps:
        moments = (
            (step.agreed_on, _("step agreed")), (step.practised_on, _("step practised")), (step.tried_on, _("step tried")),
            (step.seen_on, _("step seen")),
        )  # fmt: skip
        yield from ((on, what) for on, what in moments if on is not None)
