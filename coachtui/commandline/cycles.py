"""Cycles and steps on the command line: as rows, in plain text, and as the facts of --json."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.commandline.refs import meant_of
from coachtui.model.cycle import Activity, Cycle
from coachtui.model.dates import say_date
from coachtui.model.step import Step
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

Listed = tuple[list[dict[str, Any]], list[list[str]]]
_GONE = _("a lead who left")


def cycles_list(notebook: "Notebook", today: date) -> Listed:
    """Every cycle: its facts, and its row."""
    names, found = _names(notebook), notebook.cycles.all()
    rows = [
        [
            each.ref,
            names.get(each.lead, _GONE),
            _t(each.verdict or each.state),
            _from_to(each, today),
            each.goal or _("no goal yet"),
        ]
        for each in found
    ]
    return [cycle_facts(each, names) for each in found], rows


def steps_list(notebook: "Notebook", today: date) -> Listed:
    """Every step: its facts, and its row."""
    names, found = _names(notebook), notebook.steps.all()
    rows = [
        [
            each.ref,
            names.get(each.lead, _GONE),
            _("overdue") if each.is_overdue(today) else _t(each.state),
            _("by {day}").format(day=say_date(each.by_when, today)) if each.by_when else _("no day yet"),
            each.words or _("no words yet"),
        ]
        for each in found
    ]
    refs = {each.id: each.ref for each in notebook.cycles.all()}
    return [step_facts(each, names, refs) for each in found], rows


def cycle_or_step_told(notebook: "Notebook", ref: str, today: date) -> tuple[dict[str, Any], str] | None:
    """The facts and the plain text of the cycle or step that is meant; None where it is neither.

    Raises Refused where more than one may be meant.
    """
    words = ref.strip().lower()
    if words[:1] not in ("c", "s"):
        return None
    names = _names(notebook)
    cycles, steps = notebook.cycles.all(), notebook.steps.all()
    every: list[Cycle | Step] = [*cycles, *steps]
    meant = meant_of(ref, [each.ref for each in every])
    for found in (each for each in every if each.ref == meant):
        if isinstance(found, Step):
            return step_facts(found, names, {each.id: each.ref for each in cycles}), "\n".join(
                _step_lines(found, names, today)
            )
        activities = notebook.cycles.activities(found.id)
        its_steps = [each for each in steps if each.cycle == found.id]
        facts = {**cycle_facts(found, names), **_more_facts(found, activities, [each.ref for each in its_steps])}
        return facts, "\n".join(_cycle_lines(found, names, activities, its_steps, today))
    return None


def cycle_facts(cycle: Cycle, names: dict[str, str]) -> dict[str, Any]:
    """One row of `list cycles`."""
    return {
        "ref": cycle.ref,
        "lead": names.get(cycle.lead),
        "state": cycle.state,
        "verdict": cycle.verdict,
        "goal": cycle.goal,
        "starts": _iso(cycle.starts_on),
        "ends": _iso(cycle.ends_on),
        "extended_to": _iso(cycle.extended_to),
        "closed": _iso(cycle.closed_on),
    }


def _more_facts(cycle: Cycle, activities: list[Activity], steps: list[str]) -> dict[str, Any]:
    """What `show` tells of a cycle beside that; a reflection only once both are in."""
    both = cycle.both_reflected
    return {
        "measure": cycle.measure,
        "baseline": cycle.baseline,
        "moment": cycle.moment,
        "target": cycle.target,
        "chosen_together": _iso(cycle.agreed_on),
        "extended_because": cycle.extended_because,
        "activities": [
            {"kind": each.kind, "planned": _iso(each.planned_on), "done": _iso(each.done_on), "note": each.note}
            for each in activities
        ],
        "steps": steps,
        "lead_reflection": cycle.lead_reflection if both else None,
        "lead_reflected": _iso(cycle.lead_reflected_on),
        "my_reflection": cycle.my_reflection if both else None,
        "my_reflected": _iso(cycle.my_reflected_on),
        "evidence": cycle.verdict_because,
        "next_goal": cycle.next_goal,
    }


def step_facts(step: Step, names: dict[str, str], cycles: dict[str, str]) -> dict[str, Any]:
    """One step, in `list steps` and in `show`."""
    return {
        "ref": step.ref,
        "lead": names.get(step.lead),
        "cycle": cycles.get(step.cycle or ""),
        "state": step.state,
        "words": step.words,
        "looks_like": step.looks_like,
        "practice": step.practice,
        "by_when": _iso(step.by_when),
        "check_back": _iso(step.check_back),
        "agreed": _iso(step.agreed_on),
        "practised": _iso(step.practised_on),
        "practised_times": step.practised_times,
        "tried": _iso(step.tried_on),
        "seen": _iso(step.seen_on),
        "closed": _iso(step.closed_on),
    }


def _cycle_lines(cycle: Cycle, names: dict[str, str], activities: list[Activity], steps: list[Step],
                 today: date) -> Iterator[str]:  # fmt: skip
    yield _("Cycle {ref} of {name}: {state}, {from_to}").format(
        ref=cycle.ref, name=names.get(cycle.lead, _GONE), state=_t(cycle.state), from_to=_from_to(cycle, today)
    )
    if cycle.extended_to is not None:
        yield _("Extended to {day}: {extended_because}").format(
            day=say_date(cycle.extended_to, today), extended_because=cycle.extended_because
        )
    together = (
        "" if cycle.agreed_on is None else _(" (chosen together on {day})").format(day=say_date(cycle.agreed_on, today))
    )
    yield _("Goal: {goal}{together}").format(goal=cycle.goal or _("not written yet"), together=together)
    intention = (
        (_("Measure: {words}"), cycle.measure),
        (_("Baseline: {words}"), cycle.baseline),
        (_("Moment: {words}"), cycle.moment),
        (_("Target: {words}"), cycle.target),
    )
    yield from (label.format(words=words) for label, words in intention if words)
    for each in activities:
        done = _("done {day}").format(day=say_date(each.done_on, today)) if each.done_on else _("not done yet")
        yield _("Activity: {kind} ({done})").format(
            kind=f"{_t(each.kind)}, {each.note}" if each.note else _t(each.kind), done=done
        )
    yield from (
        _("Step {ref}: {words} ({state})").format(ref=step.ref, words=step.words, state=_t(step.state))
        for step in steps
    )
    yield from _looking_back(cycle, today)


def _looking_back(cycle: Cycle, today: date) -> Iterator[str]:
    """The reflections, each only once both are in; the verdict, and what is next."""
    for label, since, words in (
        (_("The lead's reflection"), cycle.lead_reflected_on, cycle.lead_reflection),
        (_("My reflection"), cycle.my_reflected_on, cycle.my_reflection),
    ):
        if since is not None:
            covered = _("in since {day}; shown once both are in").format(day=say_date(since, today))
            yield f"{label}: {words if cycle.both_reflected else covered}"
    if cycle.verdict is not None:
        because = f" ({cycle.verdict_because})" if cycle.verdict_because else ""
        yield _("Verdict: {verdict}").format(verdict=_t(cycle.verdict)) + because
    if cycle.next_goal:
        yield _("Next goal: {next_goal}").format(next_goal=cycle.next_goal)


def _step_lines(step: Step, names: dict[str, str], today: date) -> Iterator[str]:
    whole = (
        _("Step {ref} of {name}: {state}, overdue") if step.is_overdue(today) else _("Step {ref} of {name}: {state}")
    )
    yield whole.format(ref=step.ref, name=names.get(step.lead, _GONE), state=_t(step.state))
    yield step.words or _("no words yet")
    for label, words in ((_("How we will know"), step.looks_like), (_("Practice"), step.practice)):
        if words:
            yield f"{label}: {words}"
    days = (
        (_("By when"), step.by_when),
        (_("Check back"), step.check_back),
        (_("Agreed"), step.agreed_on),
        (_("Practised"), step.practised_on),
        (_("Tried"), step.tried_on),
        (_("Seen"), step.seen_on),
        (_t(step.state).capitalize(), step.closed_on),
    )
    for label, day in days:
        if day is not None:
            times = (
                _(", {practised_times} in all").format(practised_times=step.practised_times)
                if day is step.practised_on and step.practised_times > 1
                else ""
            )
            yield f"{label}: {say_date(day, today)}{times}"


def _from_to(cycle: Cycle, today: date) -> str:
    if cycle.starts_on is None or cycle.last_day is None:
        return _("no days yet")
    return _("{starts_on_day} to {last_day_day}").format(
        starts_on_day=say_date(cycle.starts_on, today), last_day_day=say_date(cycle.last_day, today)
    )


def _names(notebook: "Notebook") -> dict[str, str]:
    return {lead.id: lead.name for lead in notebook.people.leads()}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
