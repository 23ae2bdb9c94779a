"""Deadlines: what is due on a day, in the school's own words, for one role or for all."""

from datetime import date
from typing import NamedTuple

from coachtui.wording import _, counted

REMIND_DAYS = 10
LAST_DAYS = 3
"""So many days before its day it is brought to mind once more, whatever was chosen."""
_LATE_DAYS = 14
"""A deadline that long past is no longer news."""


class Deadline(NamedTuple):
    """One deadline. `role` None is everyone's; it is brought to mind so many days before its day."""

    id: str
    label: str
    day: date
    role: str | None = None
    remind_days: int = REMIND_DAYS
    done_on: date | None = None

    def is_for(self, role: str | None) -> bool:
        """Whether it concerns someone of this role; None asks for everyone's."""
        return role is None or self.role is None or self.role.casefold() == role.casefold()

    def days_left(self, today: date) -> int:
        """Days until it is due; negative once it is past."""
        return (self.day - today).days

    def is_to_be_reminded(self, today: date) -> bool:
        """Whether the day has come to bring it to mind."""
        return self.done_on is None and is_near(self.days_left(today), self.remind_days)


def is_near(days_left: int, remind_days: int) -> bool:
    """Whether something due in so many days stands on Today."""
    return -_LATE_DAYS <= days_left <= max(remind_days, LAST_DAYS)


def left_words(days: int) -> str:
    """How long there is still time: today, tomorrow, in 9 days, 2 days late."""
    if days < 0:
        return counted(-days, "{n} day late", "{n} days late")
    return {0: _("today"), 1: _("tomorrow")}.get(days, _("in {days} days").format(days=days))
