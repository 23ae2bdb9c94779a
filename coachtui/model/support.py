"""Support: what a lead asked for, on the ladder from listening to the principal acting, and when it steps back down.

The ladder is that of the field guide, six rungs; the fifth and sixth take something out of the lead's hands.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

Reason = Literal["", "safety", "legal or HR", "the lead asked", "the lead is the subject"]
REASONS: tuple[Reason, ...] = ("safety", "legal or HR", "the lead asked", "the lead is the subject")

RUNGS = (
    "listen",
    "plan it together",
    "rehearse it",
    "the lead acts, the principal is there and silent",
    "both lead, with agreed turns",
    "the principal acts, the lead debriefs and owns what follows",
)
"""What each rung of the ladder means, from 0."""

TAKES_OVER = 4
"""From this rung on the principal speaks in the lead's place."""


class Support(NamedTuple):
    """One request of a lead for support; `asked` and `agreed` are rungs, `conversation` the id of the plan that came of it.

    `steps_down_on` is the day on which it comes back down; `ended_on` when it did.
    """

    id: str
    lead: str
    situation: str
    asked_on: date
    asked: int
    agreed: int | None = None
    decided_by: str = ""
    reason: Reason = ""
    steps_down_on: date | None = None
    ended_on: date | None = None
    conversation: str | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether nothing was agreed yet."""
        return self.agreed is None and self.ended_on is None


def needs_reason(rung: int) -> bool:
    """Whether this rung is agreed with a reason alone."""
    return rung == len(RUNGS) - 1


def takes_over_again(supports: Sequence[Support]) -> bool:
    """Whether the last two that were agreed were both on a rung that takes over; they are in the order of asking."""
    agreed = [each.agreed for each in supports if each.agreed is not None]
    return len(agreed) >= 2 and all(rung >= TAKES_OVER for rung in agreed[-2:])
