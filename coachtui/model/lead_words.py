"""How things are with a lead, in a few words, the same on every screen and on the command line."""

from datetime import date

from coachtui.model.cycle import Cycle
from coachtui.model.dates import say_date
from coachtui.model.step import Step
from coachtui.wording import _, _t


def cycle_in_brief(cycle: Cycle | None, today: date) -> str:
    """Where a lead's cycle stands: day 12 of 28."""
    if cycle is None:
        return _("no cycle")
    if cycle.starts_on is not None and today < cycle.starts_on:
        return _("begins {day}").format(day=say_date(cycle.starts_on, today))
    number, last = cycle.day_number(today), cycle.last_day
    if number is None or last is None or cycle.starts_on is None:
        return _t(cycle.state)
    return _("day {number} of {n}").format(number=number, n=(last - cycle.starts_on).days + 1)


def ago(day: date, today: date) -> str:
    """How long ago a day was: today, yesterday, 9 days ago."""
    days = (today - day).days
    return _("today") if days <= 0 else _("yesterday") if days == 1 else _("{days} days ago").format(days=days)


def seen_in_brief(day: date | None, today: date) -> str:
    """When a lead was seen last; nothing more is made of it."""
    return _("not seen yet") if day is None else _("seen {ago}").format(ago=ago(day, today))


def step_in_brief(step: Step, today: date) -> str:
    """By when a step is to be tried: by Fri Nov 27."""
    if step.by_when is None:
        return _("no day yet")
    whole = _("by {day}, past") if step.is_overdue(today) else _("by {day}")
    return whole.format(day=say_date(step.by_when, today))
