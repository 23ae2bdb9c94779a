"""The sample school's days off, cycles and steps: each verb as a person would have done it, on the day it was done."""

from datetime import date, timedelta
from typing import Any, Literal

from coachtui.commandline.sample_days import school_day
from coachtui.model.cycle import STATES, Cycle
from coachtui.model.school_days import add_school_days, school_day_until
from coachtui.model.step import STEP_STATES
from coachtui.store.notebook import Notebook

_WORDS = ("goal", "measure", "baseline", "moment", "target")


def fill_cycles(notebook: Notebook, school: dict[str, Any], today: date) -> None:
    """Put the days off, cycles and steps of the sample school into a notebook that has its leads. Raises a NotebookError."""
    for off in school["days_off"]:
        day = add_school_days(today + timedelta(days=off["day"]), 0, ())
        notebook.calendar.add(off["name"], day, day)
    leads = {lead.name: lead.id for lead in notebook.people.leads()}
    for told in school["cycles"]:
        _go_through(notebook, told, leads[told["lead"]], today)


def _go_through(notebook: Notebook, told: dict[str, Any], lead: str, today: date) -> None:
    """One cycle, as far as it has come."""
    before = notebook.cycles.of(lead)
    cycle = notebook.cycles.begin_next(before[-1].id) if before else notebook.cycles.begin(lead)
    for field in _WORDS:
        notebook.cycles.keep(cycle.id, field, told[field])
    for field, name in (("agreed_on", "agreed"), ("starts_on", "starts"), ("ends_on", "ends")):
        notebook.cycles.keep(cycle.id, field, school_day(today, told[name]))
    for each in told["activities"]:
        day = school_day(today, each["day"])
        activity = notebook.cycles.plan_activity(cycle.id, each["kind"], day, each["note"])
        if each.get("done"):
            notebook.cycles.do_activity(activity.id, day)
    for step in told.get("steps", ()):
        _take(notebook, step, cycle, today)
    _look_back(notebook, told, cycle, today)


def _look_back(notebook: Notebook, told: dict[str, Any], cycle: Cycle, today: date) -> None:
    """The states up to the one it is in, the reflections, the verdict."""
    last = school_day(today, told["ends"])
    for state in STATES[1 : STATES.index(told.get("state", "reflecting")) + 1]:
        notebook.cycles.go_on(cycle.id, state)
    whose: tuple[Literal["lead", "my"], ...] = ("lead", "my")
    for who in whose:
        if f"{who}_reflection" in told:
            notebook.cycles.reflect(cycle.id, who, told[f"{who}_reflection"], on=min(today, last))
    if "verdict" in told:
        notebook.cycles.close(cycle.id, told["verdict"], told["because"], told["next_goal"], on=last)


def _take(notebook: Notebook, told: dict[str, Any], cycle: Cycle, today: date) -> None:
    """One step, as far as it has come: each thing happened in the school days before its last day."""
    by_when = school_day(today, told["by"])
    step = notebook.steps.draft(cycle.lead, told["words"], cycle.id, by_when=by_when, looks_like=told["looks_like"])
    notebook.steps.keep(step.id, "practice", told["practice"])
    reached = STEP_STATES.index(told["state"])
    first = school_day_until(min(today, by_when) - timedelta(days=6), ())
    for place, state in enumerate(STEP_STATES[1 : reached + 1]):
        if state in ("replaced", "dropped"):
            continue
        for _ in range(told["practised"] if state == "practised" else 1):
            notebook.steps.mark(step.id, state, add_school_days(first, place, ()))
