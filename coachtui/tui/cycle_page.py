"""What a cycle's room shows, as rows: the state and what is worth a thought, the intention, learning, steps, looking back."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from coachtui.model.advice import Advice
from coachtui.model.cycle import Activity, Cycle, next_state
from coachtui.model.cycle_checks import Facts, Given, advice_before, advice_now
from coachtui.model.dates import say_date, short_date
from coachtui.model.school_days import DayOff
from coachtui.model.step import Step
from coachtui.tui.weeks import cycle_weeks
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.tui.widgets.wrapping import cells, line_starts
from coachtui.tui.words import printable
from coachtui.wording import _, _c, _t, counted

TWO_COLUMNS = 100
"""The width from which the reflections stand side by side."""
_GUTTER = 3
_MOST_NAMED, _MOST_SAID = 3, 2
"""How much that is worth a thought is named in a row, and said with why: more would hide what it is about."""
EMPTY = _(
    "No cycle goes on. n begins one: a draft that you fill in together with the lead. A cycle takes three to five weeks; "
    "it begins with a goal that both of you chose."
)
FIELDS = {
    "goal": _("Goal"),
    "measure": _("Measure"),
    "baseline": _("Baseline, a number"),
    "moment": _("A moment"),
    "target": _("Target"),
    "agreed_on": _("Chosen together"),
    "starts_on": _("From"),
    "ends_on": _("To"),
}
DAYS = ("agreed_on", "starts_on", "ends_on")


class CyclePage(NamedTuple):
    """What is read for the room: whose it is, the cycle that is shown, and all that belongs to it."""

    lead_id: str
    lead_name: str
    cycle: Cycle | None = None
    activities: tuple[Activity, ...] = ()
    steps: tuple[Step, ...] = ()
    open_steps: tuple[Step, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    observed: tuple[date, ...] = ()
    feedback: tuple[Given, ...] = ()

    def facts(self, today: date) -> Facts:
        """What the checks are told."""
        return Facts(today, self.activities, self.open_steps, self.days_off, self.observed, self.feedback)

    def advice(self, today: date) -> list[Advice]:
        """What is worth a thought before the next state, and on this day."""
        if self.cycle is None:
            return []
        then, facts = next_state(self.cycle.state), self.facts(today)
        return [*advice_now(self.cycle, facts), *(advice_before(then, self.cycle, facts) if then else [])]


def read_page(notebook: Any, ref: str) -> CyclePage:
    """The page of a lead's cycle that goes on or was the last, or of the cycle with this reference, on the scribe's thread."""
    names = {lead.id: lead.name for lead in (*notebook.leads.all(), *notebook.leads.retired())}
    if ref in names:
        cycle: Cycle | None = notebook.cycles.current(ref) or next(iter(reversed(notebook.cycles.of(ref))), None)
    else:
        cycle = notebook.cycles.get(ref)
    lead = ref if cycle is None else cycle.lead
    steps = tuple(notebook.steps.of(lead))
    of_it = () if cycle is None else tuple(each for each in steps if each.cycle == cycle.id)
    activities = () if cycle is None else tuple(notebook.cycles.activities(cycle.id))
    since = None if cycle is None else cycle.starts_on
    return CyclePage(
        lead,
        names.get(lead, _("a lead who left")),
        cycle,
        activities,
        of_it,
        tuple(each for each in steps if each.is_open),
        tuple(notebook.calendar.days_off()),
        tuple(notebook.cycles.observed(lead)),
        tuple(each for each in notebook.cycles.feedback(lead) if since is None or each.meeting_ended.date() >= since),
    )


def rows_of(page: CyclePage, today: date, prompts: Mapping[str, str], width: int) -> Iterator[SheetRow]:
    """The rows of a cycle; faint words stand where nothing is written yet."""
    cycle = page.cycle
    if cycle is None:
        yield SheetRow("state", "", EMPTY, is_faint=True)
        return
    yield SheetRow("state", _("State"), _state_words(page, cycle, today))
    yield heading(_("Intention"))
    for field, label in FIELDS.items():
        value = getattr(cycle, field)
        words = say_date(value, today) if isinstance(value, date) else value
        yield _row(field, label, words or "", _("no day yet") if field in DAYS else prompts.get(field))
    if cycle.extended_to is not None:
        yield SheetRow(
            "extended_to", _("Extended to"), f"{say_date(cycle.extended_to, today)}: {cycle.extended_because}"
        )
    yield from _learning_rows(page, today, prompts)
    yield heading(_("Reflection"))
    yield from _reflection_rows(cycle, today, prompts, width)
    yield heading(_("Verdict"))
    yield _row(
        "verdict", _("Verdict"), _verdict_words(cycle, today), _("v closes the cycle: met, partly, not yet or stopped.")
    )
    yield _row("verdict_because", _("Evidence"), cycle.verdict_because, prompts.get("verdict_because"))
    yield _row("next_goal", _("Next goal"), cycle.next_goal, prompts.get("next_goal"))


def _learning_rows(page: CyclePage, today: date, prompts: Mapping[str, str]) -> Iterator[SheetRow]:
    """What is done in the cycle: activities, steps, and what happened in each week."""
    yield heading(_("Activities"))
    yield from (_activity_row(each, today) for each in page.activities)
    if not page.activities:
        yield SheetRow(
            "activities",
            "",
            _("{prompt} a plans an activity.").format(prompt=prompts.get("learning", "")).strip(),
            is_faint=True,
        )
    yield heading(_("Steps"))
    yield from (_step_row(each, today) for each in page.steps)
    if not page.steps:
        yield SheetRow(
            "steps", "", _("{prompt} s drafts a step.").format(prompt=prompts.get("step", "")).strip(), is_faint=True
        )
    weeks = list(cycle_weeks(page, today))
    if weeks:
        yield heading(_("Week by week"))
        yield from (SheetRow("", label, words) for label, words in weeks)


def _row(key: str, label: str, words: str, prompt: str | None) -> SheetRow:
    return SheetRow(key, label, words or prompt or _("not written yet"), is_faint=not words)


def _state_words(page: CyclePage, cycle: Cycle, today: date) -> str:
    """The state, how it goes on, and what is worth a thought before that."""
    then = next_state(cycle.state)
    if then is None:
        return _("{state}. n begins the next cycle: it takes the next goal and the open steps along.").format(
            state=_t(cycle.state)
        )
    if cycle.state == "draft" and not any(getattr(cycle, field) for field in FIELDS):
        return _("draft. Fill in the rows below together; then n takes it to '{then}'.").format(then=_t(then))
    key = _("v closes it") if then == "closed" else _("n takes it to '{then}'").format(then=_t(then))
    advice = page.advice(today)
    more = (
        [_("· {n} more, once these are settled").format(n=len(advice) - _MOST_NAMED)]
        if len(advice) > _MOST_NAMED
        else []
    )
    named = [f"· {each.words}" for each in advice[:_MOST_NAMED]]
    return "\n".join([f"{_t(cycle.state)}. {key}.", *named, *more])


def _activity_row(activity: Activity, today: date) -> SheetRow:
    if activity.done_on is not None:
        label = _c("an activity", "done {day}").format(day=short_date(activity.done_on))
    else:
        label = (
            _("to do")
            if activity.planned_on is None
            else _("on {day}").format(day=say_date(activity.planned_on, today))
        )
    words = f"{_t(activity.kind)}: {activity.note}" if activity.note else _t(activity.kind)
    return SheetRow(f"activity:{activity.id}", label, words)


def _step_row(step: Step, today: date) -> SheetRow:
    when = ""
    if step.by_when and step.is_open:
        whole = _("overdue, by {day}") if step.is_overdue(today) else _("by {day}")
        when = whole.format(day=short_date(step.by_when))
    return SheetRow(f"step:{step.id}", step_state(step), step.words, when)


def step_state(step: Step) -> str:
    """The state of a step; of one that was practised, how often."""
    return (
        _("practised {practised_times}x").format(practised_times=step.practised_times)
        if step.state == "practised" and step.practised_times > 1
        else _t(step.state)
    )


def _verdict_words(cycle: Cycle, today: date) -> str:
    if cycle.verdict is None or cycle.closed_on is None:
        return ""
    return _("{verdict}, closed {day}").format(verdict=_t(cycle.verdict), day=say_date(cycle.closed_on, today))


def _reflection_rows(cycle: Cycle, today: date, prompts: Mapping[str, str], width: int) -> Iterator[SheetRow]:
    """Both reflections; side by side where there is room and both are in."""
    if cycle.both_reflected and width >= TWO_COLUMNS:
        yield SheetRow("reflections", "", _side_by_side(cycle, width - 4))
        return
    for whose, label in (("lead", _("The lead's")), ("my", _("Mine"))):
        yield _row(
            f"{whose}_reflection", label, reflection_words(cycle, whose, today), prompts.get(f"{whose}_reflection")
        )


def reflection_words(cycle: Cycle, whose: str, today: date) -> str:
    """A reflection, once both are in; until then only since when it is in."""
    since: date | None = getattr(cycle, f"{whose}_reflected_on")
    words: str = getattr(cycle, f"{whose}_reflection")
    if since is None or cycle.both_reflected:
        return words
    return _("in since {day}; shown once both are in").format(day=say_date(since, today))


def _side_by_side(cycle: Cycle, width: int) -> str:
    """Both reflections in two columns."""
    room = (width - _GUTTER) // 2
    left = [_("The lead's"), *_wrapped(cycle.lead_reflection, room)]
    right = [_("Mine"), *_wrapped(cycle.my_reflection, room)]
    tall = max(len(left), len(right))
    pairs = zip(left + [""] * (tall - len(left)), right + [""] * (tall - len(right)), strict=True)
    return "\n".join(f"{one}{' ' * (room - cells(one) + _GUTTER)}{other}".rstrip() for one, other in pairs)


def _wrapped(words: str, room: int) -> list[str]:
    lines: list[str] = []
    for part in printable(words).split("\n"):
        starts = line_starts(part, room)
        lines += [part[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]
    return lines


def saying(advice: list[Advice]) -> str:
    """What is worth a thought, each with why; of many the first ones."""
    said = [f"{each.words} {each.why}" for each in advice[:_MOST_SAID]]
    more = len(advice) - _MOST_SAID
    return "\n".join(
        [*said, *([counted(more, "{n} more is worth a thought.", "{n} more are worth a thought.")] if more > 0 else [])]
    )
