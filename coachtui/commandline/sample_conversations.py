"""The sample school's difficult conversations, planned and held, and the help that a lead asked for."""

from datetime import date, timedelta
from typing import Any

from coachtui.commandline.sample_days import school_day
from coachtui.model.conversation import CONVERSATION_STATES
from coachtui.model.step import STEP_STATES
from coachtui.model.timing import clock_text, local_time
from coachtui.store.notebook import Notebook


def fill_conversations(notebook: Notebook, school: dict[str, Any], today: date) -> None:
    """Plan the conversations, hold what was held, and note who asked for help. Raises a NotebookError."""
    leads = {lead.name: lead.id for lead in notebook.people.leads()}
    for told in school["conversations"]:
        _plan(notebook, told, leads[told["lead"]], today)
    for asked in school["supports"]:
        notebook.supports.ask(leads[asked["lead"]], asked["situation"], asked["rung"], school_day(today, asked["days"]))


def _plan(notebook: Notebook, told: dict[str, Any], lead: str, today: date) -> None:
    plan = notebook.conversations.plan(lead, told["held_by"], told["scenario"], told["with_whom"])
    notebook.conversations.keep(plan.id, "structure", told.get("structure", ""))
    notebook.conversations.keep(plan.id, "day", school_day(today, told["day"]))
    notebook.conversations.keep(plan.id, "follow_up_on", school_day(today, told["follow_up"]))
    for begins in told.get("from_lines", ()):
        _pull(notebook, plan.id, begins)
    for part, words in told["rows"]:
        notebook.conversations.add_row(plan.id, part, words, "lead", is_private=False)
    for part, words in told.get("mine", ()):
        notebook.conversations.add_row(plan.id, part, words, "principal", is_private=True)
    for seconds, note in told.get("rehearsed", ()):
        notebook.conversations.rehearse(plan.id, seconds, note)
    for state in CONVERSATION_STATES[1 : CONVERSATION_STATES.index(told["state"]) + 1]:
        notebook.conversations.mark(plan.id, state, school_day(today, told["day"]))
    for taken_on in told.get("commitments", ()):
        _take_on(notebook, plan.id, taken_on, school_day(today, told["day"]), today)


def _pull(notebook: Notebook, plan_id: str, begins: str) -> None:
    """Take the line that begins so as a fact, with its day, as the plan's room does."""
    for observation in notebook.observations.all():
        for line in notebook.lines.of(observation.id):
            if line.text.startswith(begins):
                at_ms = observation.anchor.utc_ms + (line.at_ms or 0)
                who = f"{line.speaker}: " if line.speaker else ""
                words = f"{clock_text(at_ms, observation.zone)} {who}{line.text}"
                day = local_time(at_ms, observation.zone).date()
                notebook.conversations.add_row(plan_id, "facts", words, "principal", is_private=False, day=day,
                                               source=line.id)  # fmt: skip
                return


def _take_on(notebook: Notebook, plan_id: str, told: dict[str, Any], day: date, today: date) -> None:
    """A commitment, and how far its step has come since."""
    row = notebook.conversations.commit(plan_id, told["words"], school_day(today, told["by"]))
    step = row.source or ""
    notebook.steps.keep(step, "looks_like", told["looks_like"])
    notebook.steps.keep(step, "practice", told["practice"])
    for place, state in enumerate(STEP_STATES[2 : STEP_STATES.index(told["state"]) + 1], 1):
        notebook.steps.mark(step, state, day + timedelta(days=place))
