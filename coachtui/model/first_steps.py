"""What to do first on a day on which nothing waits."""

from typing import NamedTuple

from coachtui.wording import _

WELCOME = _("Welcome. Nothing is written here yet.")
NOTHING = _("Nothing waits for you today.")
_OBSERVE = _(
    "Press o when a meeting begins. The cursor is in the entry line at once, and the first key starts the clock."
)
_LEADS = _("Press l to enter leads and teams; that can wait.")
_CYCLE = _("Press l, open a lead, and begin a learning cycle together.")
_SAMPLE = _("Press S to look around in a sample school first; Ctrl+Q comes back here.")
_BELLS = _("Press b to enter the bell times: the next one stands at the top.")


class Begun(NamedTuple):
    """What there is in a notebook already."""

    observations: bool = False
    leads: bool = False
    cycles: bool = False
    bells: bool = False


def first_steps(begun: Begun) -> tuple[str, ...]:
    """What is said when nothing waits: how things are, then what could be done, a sentence or two each."""
    greeting = NOTHING if any(begun) else WELCOME
    growing = () if begun.cycles else (_CYCLE,) if begun.leads else (_LEADS,)
    sample = () if any(begun) else (_SAMPLE,)
    return (greeting, _OBSERVE, *growing, *(() if begun.bells else (_BELLS,)), *sample)
