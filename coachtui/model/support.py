"""Support: what a lead asked for, on the ladder from listening to the principal acting, and when it steps back down.

The ladder is that of the field guide, six rungs; the fifth and sixth take something out of the lead's hands.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from coachtui.model.advice import Advice
from coachtui.model.dates import say_date
from coachtui.wording import _

Reason = Literal["", "safety", "legal or HR", "the lead asked", "the lead is the subject"]
REASONS: tuple[Reason, ...] = ("safety", "legal or HR", "the lead asked", "the lead is the subject")

RUNGS = (
    _("listen"),
    _("plan it together"),
    _("rehearse it"),
    _("the lead acts, the principal is there and silent"),
    _("both lead, with agreed turns"),
    _("the principal acts, the lead debriefs and owns what follows"),
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


def taken_over_unasked(supports: Sequence[Support]) -> Support | None:
    """The last support, where it took over again and the lead had not asked for that; they are in the order of asking."""
    if not takes_over_again(supports):
        return None
    last = [each for each in supports if each.agreed is not None][-1]
    return None if last.asked >= TAKES_OVER or last.reason == "the lead asked" else last


def advice_on_agreeing(before: Sequence[Support], support: Support, rung: int) -> list[Advice]:
    """What is worth a thought before a rung is agreed; `before` is what the lead asked for earlier, in that order."""
    found: list[Advice] = []
    earlier = [each for each in before if each.id != support.id]
    if rung >= TAKES_OVER and takes_over_again([*earlier, support._replace(agreed=rung)]):
        found.append(
            Advice(
                _("That would be twice in a row that you speak in the lead's place. What would let them hold it?"),
                _("What is held for someone is not learned by them."),
                "support.again",
            )
        )
    if rung > support.asked:
        found.append(Advice(_("The lead asked for less: “{rung}”.").format(rung=RUNGS[support.asked]),
                            _("A rung more than was asked for is for the lead to choose."), "support.more"))  # fmt: skip
    return found


def support_in_brief(support: Support, today: date) -> str:
    """Where a support stands, in a few words; never what it is about."""
    if support.agreed is None:
        return _("asked {day} for “{rung}”, not agreed yet").format(
            day=say_date(support.asked_on, today), rung=RUNGS[support.asked]
        )
    down = support.steps_down_on
    if down is None:
        return RUNGS[support.agreed]
    ends = _("was to step down") if down < today else _("steps down")
    return f"{RUNGS[support.agreed]}, {ends} {say_date(down, today)}"
