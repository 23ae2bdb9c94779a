"""A learning cycle of one lead: an intention, activities, a reflection, a verdict (reference: three to five weeks)."""

from datetime import date
from typing import Literal, NamedTuple

CycleState = Literal["draft", "intention set", "learning", "in practice", "reflecting", "closed"]
Verdict = Literal["met", "partly", "not yet", "stopped"]

STATES: tuple[CycleState, ...] = ("draft", "intention set", "learning", "in practice", "reflecting", "closed")
VERDICTS: tuple[Verdict, ...] = ("met", "partly", "not yet", "stopped")


class Cycle(NamedTuple):
    """One cycle. `lead` is the lead's id; `ref` is what a person types to name it.

    The intention: `goal`, `measure`, `baseline` (a number), `moment` (what was seen or heard), `target`, chosen together on
    `agreed_on`. `follows` is the id of the cycle before. A reflection is in from the day on that `..._reflected_on` says.
    """

    id: str
    ref: str
    lead: str
    state: CycleState = "draft"
    goal: str = ""
    measure: str = ""
    baseline: str = ""
    moment: str = ""
    target: str = ""
    agreed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    extended_to: date | None = None
    extended_because: str = ""
    verdict: Verdict | None = None
    verdict_because: str = ""
    closed_on: date | None = None
    next_goal: str = ""
    lead_reflection: str = ""
    lead_reflected_on: date | None = None
    my_reflection: str = ""
    my_reflected_on: date | None = None
    follows: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.state != "closed"

    @property
    def last_day(self) -> date | None:
        """The day it is to end on, as extended."""
        return self.extended_to or self.ends_on

    def day_number(self, today: date) -> int | None:
        """Which day of the cycle this is, 1 on its first; None before it begins."""
        if self.starts_on is None or today < self.starts_on:
            return None
        return (today - self.starts_on).days + 1


class Activity(NamedTuple):
    """Something a lead does to learn; `kind` is one of those the guide names."""

    id: str
    cycle: str
    kind: str
    planned_on: date | None = None
    done_on: date | None = None
    minutes: int | None = None
    note: str = ""
