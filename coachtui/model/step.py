"""A step: one observable thing a person will do, by when, with how we will know."""

from datetime import date
from typing import Literal, NamedTuple, get_args

StepState = Literal["draft", "agreed", "practised", "tried", "seen", "mastered", "replaced", "dropped"]

STEP_STATES: tuple[StepState, ...] = get_args(StepState)
ON_THE_WAY: tuple[StepState, ...] = ("draft", "agreed", "practised", "tried", "seen")
DONE_WITH: tuple[StepState, ...] = ("mastered", "replaced", "dropped")


class Step(NamedTuple):
    """One step of a lead; `lead`, `cycle`, `observation` and `replaced_by` are ids, `ref` is what a person types to name it.

    `looks_like` says how we will know; `practice`, how it is rehearsed. It is agreed when the lead has said it back.
    """

    id: str
    ref: str
    lead: str
    cycle: str | None = None
    observation: str | None = None
    state: StepState = "draft"
    words: str = ""
    looks_like: str = ""
    practice: str = ""
    by_when: date | None = None
    check_back: date | None = None
    agreed_on: date | None = None
    practised_on: date | None = None
    practised_times: int = 0
    tried_on: date | None = None
    seen_on: date | None = None
    closed_on: date | None = None
    replaced_by: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is on its way."""
        return self.state in ON_THE_WAY

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and it was not tried."""
        return self.state in ("draft", "agreed", "practised") and self.by_when is not None and today > self.by_when

    def is_to_be_checked(self, today: date) -> bool:
        """Whether the day has come on which it was to be looked at again, and it was not since."""
        if not self.is_open or self.check_back is None or today < self.check_back:
            return False
        return all(day is None or day < self.check_back for day in (self.tried_on, self.seen_on))


def step_may_follow(state: StepState, then: StepState) -> bool:
    """Whether a step may go from one state to the other: on, passing some over, never back; practising again is the same."""
    if state in DONE_WITH:
        return False
    if then == "practised":
        return True
    return then in DONE_WITH or STEP_STATES.index(then) > STEP_STATES.index(state)


def marked(step: Step, then: StepState, day: date) -> Step:
    """The step as it is once this happened to it on this day; one that was tried may still be practised again."""
    if then == "practised":
        state = step.state if step.state in ("tried", "seen") else then
        return step._replace(state=state, practised_on=day, practised_times=step.practised_times + 1)
    days = {"closed_on" if then in DONE_WITH else f"{then}_on": day}
    return Step(**{**step._asdict(), **days, "state": then})
