"""What is worth a thought before a cycle goes on to its next state. Checks advise; they never lock."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from coachtui.model.advice import Advice, has_number, names_level
from coachtui.model.cycle import LONGEST, SHORTEST, Activity, Cycle, CycleState
from coachtui.model.school_days import DayOff, days_without_breaks, school_hours_between
from coachtui.model.step import Step
from coachtui.model.step_checks import check_open_steps
from coachtui.wording import _, counted

FEEDBACK_HOURS = 48


class Given(NamedTuple):
    """One feedback: when the meeting ended and when the feedback was shared, both on the clock on the wall."""

    meeting_ended: datetime
    shared: datetime


class Facts(NamedTuple):
    """What the checks are told beside the cycle: `observed` are the days of my observations of this lead.

    `feedback` is None where nobody can tell what was shared; nothing is said of it then.
    """

    today: date
    activities: Sequence[Activity] = ()
    open_steps: Sequence[Step] = ()
    days_off: Sequence[DayOff] = ()
    observed: Sequence[date] = ()
    feedback: Sequence[Given] | None = None


def advice_before(state: CycleState, cycle: Cycle, facts: Facts) -> list[Advice]:
    """What is worth a thought before the cycle goes into this state."""
    if state == "intention set":
        return list(_of_intention(cycle, facts))
    if state == "in practice":
        return list(_of_learning(facts))
    if state == "reflecting":
        return list(_of_practice(cycle, facts))
    return list(_of_reflection(cycle)) if state == "closed" else []


def advice_now(cycle: Cycle, facts: Facts) -> list[Advice]:
    """What is worth a thought on any day while the cycle goes on."""
    if not cycle.is_open:
        return []
    return [*_of_the_day(cycle, facts), *check_open_steps(facts.open_steps)]


def check_length(cycle: Cycle, days_off: Sequence[DayOff]) -> Advice | None:
    """Whether a cycle was meant to run three to five weeks, the days of breaks left out."""
    if cycle.starts_on is None or cycle.ends_on is None:
        return None
    bare = days_without_breaks(cycle.starts_on, cycle.ends_on, days_off)
    return None if SHORTEST <= bare <= LONGEST else _length((cycle.ends_on - cycle.starts_on).days + 1, bare)


def _length(days: int, bare: int) -> Advice:
    told = counted(days, "{n} day", "{n} days")
    if bare != days:
        told = _("{told}, {bare} without breaks").format(told=told, bare=bare)
    return Advice(
        _("From and To make a cycle of {told}; three to five weeks ({shortest} to {longest} days) is usual.").format(
            told=told, shortest=SHORTEST, longest=LONGEST
        ),
        _("Shorter leaves no time to practise; longer, and the goal is lost from sight."),
    )


def _of_intention(cycle: Cycle, facts: Facts) -> Iterator[Advice]:
    if not cycle.goal:
        yield Advice(_("There is no goal yet."), _("Without one nobody can tell whether it was met."))
    elif not (_is_measurable(cycle.goal) or _is_measurable(cycle.target)):
        yield Advice(_("The goal is not measurable yet: neither it nor the target has a number or a level."),
                     _("Both of you should see on the last day whether it was met."))  # fmt: skip
    if not cycle.measure:
        yield Advice(
            _("Nothing says how it is measured."),
            _("A number needs to come from somewhere that both of you can look at."),
        )
    if not has_number(cycle.baseline):
        yield Advice(_("The baseline has no number."), _("A number says where you start; only then is growth seen."))
    if not cycle.moment:
        yield Advice(
            _("The baseline has no moment: something seen or heard."),
            _("A number alone does not say what to do differently."),
        )
    if cycle.agreed_on is None:
        yield Advice(
            _("Chosen together has no day."), _("A goal that was chosen for a lead is rarely worked on by that lead.")
        )
    if cycle.starts_on is None or cycle.ends_on is None:
        yield Advice(_("From and To are not both known."), _("A cycle without a last day goes on for ever."))
    elif (length := check_length(cycle, facts.days_off)) is not None:
        yield length


def _is_measurable(words: str) -> bool:
    return has_number(words) or names_level(words)


def _of_learning(facts: Facts) -> Iterator[Advice]:
    if not any(each.done_on for each in facts.activities):
        yield Advice(
            _("No learning activity is done yet."), _("Practice without learning repeats what was done before.")
        )


def _of_practice(cycle: Cycle, facts: Facts) -> Iterator[Advice]:
    learned = max((each.done_on for each in facts.activities if each.done_on), default=cycle.starts_on)
    if not any(learned is None or day >= learned for day in facts.observed):
        since = _("after the last learning") if any(each.done_on for each in facts.activities) else _("in this cycle")
        yield Advice(
            _("No observation of yours {since}.").format(since=since),
            _("What was learned shows in a meeting, or it does not."),
        )
    if facts.feedback is not None:
        yield from _of_feedback(facts.feedback, facts.days_off)


def _of_feedback(feedback: Sequence[Given], days_off: Sequence[DayOff]) -> Iterator[Advice]:
    if not feedback:
        yield Advice(_("No feedback was shared in this cycle."), _("A lead can only reflect on what was said."))
    late = sum(school_hours_between(each.meeting_ended, each.shared, days_off) > FEEDBACK_HOURS for each in feedback)
    if late:
        yield Advice(
            _("Feedback came later than {feedback_hours} school hours {times} of {n}.").format(
                feedback_hours=FEEDBACK_HOURS, times=_times(late), n=len(feedback)
            ),
            _("After two days a meeting is remembered by its outcome, no longer by what was said."),
        )


def _times(count: int) -> str:
    return _("once") if count == 1 else _("{count} times").format(count=count)


def _of_reflection(cycle: Cycle) -> Iterator[Advice]:
    if cycle.lead_reflected_on is None:
        yield Advice(_("The lead's reflection is not in."), _("The lead owns the leading, and the looking back too."))
    if cycle.my_reflected_on is None:
        yield Advice(_("Your reflection is not in."), _("Two views, written apart, say more than one."))
    if not cycle.next_goal:
        yield Advice(
            _("There is no next goal, nor the word rest."), _("What was learned is carried on, or a pause is chosen.")
        )


def _of_the_day(cycle: Cycle, facts: Facts) -> Iterator[Advice]:
    day = cycle.day_number(facts.today)
    if day is None or cycle.starts_on is None:
        return
    if days_without_breaks(cycle.starts_on, facts.today, facts.days_off) > LONGEST:
        yield Advice(
            _("It is day {day}: past the {longest} days of five weeks.").format(day=day, longest=LONGEST),
            _("Look back now, with what there is; what is open goes into the next cycle."),
        )
    elif cycle.last_day is not None and facts.today > cycle.last_day:
        yield Advice(_("Its last day is past."), _("Reflect and close it, or extend it once, with a reason."))
