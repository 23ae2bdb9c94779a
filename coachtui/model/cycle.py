"""A learning cycle of one lead: an intention, activities, a reflection, a verdict (reference: three to five weeks)."""

from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from coachtui.wording import _

CycleState = Literal["draft", "intention set", "learning", "in practice", "reflecting", "closed"]
Verdict = Literal["met", "partly", "not yet", "stopped"]

STATES: tuple[CycleState, ...] = get_args(CycleState)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ACTIVITY_KINDS = (
    "book or article study",
    "co-observing live",
    "co-observing by video",
    "modelling",
    "co-planning a meeting",
    "co-planning a difficult conversation",
    "real-time coaching",
    "meta-coaching",
    "peer visit",
)
"""What a lead can do to learn, as the guide names it."""
SHORTEST, LONGEST = 21, 35  # days
USUAL_DAYS = 28


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

    @property
    def length(self) -> int | None:
        """How many days it is to run, as extended; None while that is not known."""
        if self.starts_on is None or self.last_day is None:
            return None
        return (self.last_day - self.starts_on).days + 1

    @property
    def both_reflected(self) -> bool:
        """Whether the reflections of both are in, and each may be read."""
        return self.lead_reflected_on is not None and self.my_reflected_on is not None

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


def next_state(state: CycleState) -> CycleState | None:
    """The state that comes after this one; None behind the last."""
    place = STATES.index(state) + 1
    return STATES[place] if place < len(STATES) else None


def may_follow(state: CycleState, then: CycleState) -> bool:
    """Whether a cycle may go from one state to the other: to the next, or, from any but the last, to its close."""
    return state != "closed" and then in (next_state(state), "closed")


def extended(cycle: Cycle, to: date, because: str) -> Cycle:
    """The cycle as extended; one that was being reflected on goes back into practice."""
    state: CycleState = "in practice" if cycle.state == "reflecting" else cycle.state
    return cycle._replace(extended_to=to, extended_because=because, state=state)


def usual_end(starts_on: date) -> date:
    """The last day of a cycle of four weeks."""
    return starts_on + timedelta(days=USUAL_DAYS - 1)


def wrong_days(cycle: Cycle) -> str | None:
    """The sentence for days that can't be: it ends before it begins, or is extended to no later day. It names the field."""
    starts, ends, extended_to = cycle.starts_on, cycle.ends_on, cycle.extended_to
    if starts is not None and ends is not None and ends < starts:
        return _("To would be before From: a cycle can't end before it begins.")
    if extended_to is not None and ends is None:
        return _("Extended to needs a day in To first.")
    if extended_to is not None and ends is not None and extended_to <= ends:
        return _("Extended to would be no later than To.")
    return None
