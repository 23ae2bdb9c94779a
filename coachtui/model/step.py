"""A step: one observable thing a person will do, by when, with how we will know."""

from datetime import date
from typing import Literal, NamedTuple

StepState = Literal["draft", "agreed", "practised", "tried", "seen", "mastered", "replaced", "dropped"]

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
