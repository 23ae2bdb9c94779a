"""What is worth a thought about a step: observable, bite-size, dated, practised, and how we will know. Advice, never a lock."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from coachtui.model.advice import Advice
from coachtui.model.cycle import Cycle
from coachtui.model.step import Step
from coachtui.model.step_wording import wording_of
from coachtui.wording import _

SOON_DAYS = 14
SOON = _("What is soon is tried; what is later is put off.")
PRACTICE = _("What was rehearsed once is done in the meeting; what was only said is not.")
SAME = _("Both of you should see the same thing when it is there.")
WITHIN = _("Then nothing of it can be seen within the cycle.")
_AT_ONCE = 2


def check_step(step: Step, cycle: Cycle | None, today: date) -> list[Advice]:
    """What is worth a thought about one open step."""
    if not step.is_open:
        return []
    return [*_of_words(step.words), *_of_days(step, cycle, today), *_of_practice(step)]


def check_open_steps(steps: Sequence[Step]) -> list[Advice]:
    """Whether a lead has more on the way than one can keep in mind: one for a goal, two in all."""
    counts = Counter(step.cycle for step in steps if step.is_open and step.cycle)
    why = _("One step that is done is worth more than three that are meant.")
    if sum(step.is_open for step in steps) > _AT_ONCE:
        return [
            Advice(
                _("{n} steps are open; two are as many as one can work on.").format(
                    n=sum(step.is_open for step in steps)
                ),
                why,
            )
        ]
    if any(count > 1 for count in counts.values()):
        return [Advice(_("More than one step is open for this goal."), why)]
    return []


def _of_words(words: str) -> Iterator[Advice]:
    if not words.strip():
        yield Advice(_("The step has no words yet."), _("It says one thing that a person will do."))
        return
    yield from (Advice(each.words, each.why) for each in wording_of(words))


def _of_days(step: Step, cycle: Cycle | None, today: date) -> Iterator[Advice]:
    if step.by_when is None:
        yield Advice(_("By when has no day."), SOON)
        return
    if step.is_overdue(today):
        yield Advice(
            _("Its day is past, and it was not tried."), _("Ask what got in the way; then a new day, or another step.")
        )
    elif (step.by_when - today).days > SOON_DAYS:
        yield Advice(_("By when is more than {soon_days} days off.").format(soon_days=SOON_DAYS), SOON)
    if cycle is not None and cycle.last_day is not None and step.by_when > cycle.last_day:
        yield Advice(_("By when is after the cycle's last day."), WITHIN)


def _of_practice(step: Step) -> Iterator[Advice]:
    if not step.practice and not step.practised_times:
        yield Advice(_("Nothing says how it is practised."), PRACTICE)
    if not step.looks_like:
        yield Advice(_("Nothing says how we will know."), SAME)
