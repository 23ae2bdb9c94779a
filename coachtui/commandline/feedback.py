"""Feedback on the command line: listed, and one shown with the lines that it stands on and what the lead answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call
from coachtui.commandline.facts import iso
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.citation import CitedLine
from coachtui.model.cycle_checks import FEEDBACK_HOURS
from coachtui.model.dates import say_date
from coachtui.model.feedback import Feedback
from coachtui.model.feedback_hours import hours_taken, hours_words
from coachtui.model.observation import Observation
from coachtui.model.reply import Reply
from coachtui.model.step import Step
from coachtui.model.summarizing import day_words
from coachtui.model.timing import local_time
from coachtui.store.errors import NotFound
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_GONE = _("a lead who left")


def feedback_list(notebook: "Notebook", call: Call) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Every feedback, the first one first: facts and rows."""
    found = [(each, notebook.observations.get(each.observation)) for each in notebook.feedback.all()]
    facts = [_facts(notebook, each, meeting, call) for each, meeting in found]
    names = {lead.id: lead.name for lead in notebook.people.leads()}
    rows = [
        [
            each.ref,
            _t(each.state),
            _meeting(meeting),
            _hours(notebook, each, meeting, call),
            names.get(each.lead, _GONE),
        ]
        for each, meeting in found
    ]
    return facts, rows


def feedback_told(notebook: "Notebook", call: Call) -> tuple[dict[str, Any], str] | None:
    """The feedback with this reference as facts and as text; None where that is none."""
    try:
        found = notebook.feedback.get(call.options.ref.strip())
    except NotFound:
        return None
    meeting = notebook.observations.get(found.observation)
    half_typed = notebook.drafts.get(f"feedback:{found.id}")
    draft = None if half_typed is None or half_typed.text == found.text else half_typed.text
    cited = notebook.feedback.citations_shown(found.id)
    replies = notebook.feedback.replies_of(found.id)
    step = None if found.step is None else notebook.steps.get(found.step)
    facts = {
        **_facts(notebook, found, meeting, call),
        "text": found.text,
        "draft": draft,
        "citations": [_cited_facts(each) for each in cited],
        "replies": [_reply_facts(each, meeting.zone) for each in replies],
    }
    heading = [*_heading(notebook, found, meeting, call), *_of_step(step, call)]
    parts = ["\n".join(heading), found.text.strip(), *_below(cited, replies, meeting, call)]
    parts += [] if draft is None else [_("Half-typed:\n{draft}").format(draft=draft)]
    return facts, "\n\n".join(part for part in parts if part)


def _facts(notebook: "Notebook", found: Feedback, meeting: Observation, call: Call) -> dict[str, Any]:
    """What is told of a feedback in the list and at the head of one."""
    names = {lead.id: lead.name for lead in notebook.people.leads()}
    hours = hours_taken(found, meeting, call.clock.now().utc_ms, notebook.calendar.days_off())
    shared = found.shared_utc_ms
    return {
        "ref": found.ref,
        "lead": names.get(found.lead),
        "team": meeting.team,
        "observation": meeting.ref,
        "state": found.state,
        "shape": found.shape,
        "begun": iso(found.begun_utc_ms, meeting.zone),
        "shared": None if shared is None else iso(shared, meeting.zone),
        "talked_on": None if found.talked_on is None else found.talked_on.isoformat(),
        "followed_on": None if found.followed_on is None else found.followed_on.isoformat(),
        "hours": None if hours is None else round(hours, 1),
        "within_hours": FEEDBACK_HOURS,
        "step": None if found.step is None else notebook.steps.get(found.step).ref,
    }


def _cited_facts(each: CitedLine) -> dict[str, Any]:
    line = each.line
    return {
        "mark": each.citation.mark,
        "state": each.state,
        "at_ms": None if line is None else line.at_ms,
        "text": None if line is None else line.text,
    }


def _reply_facts(each: Reply, zone: str) -> dict[str, Any]:
    return {"words": each.words, "at": iso(each.at_utc_ms, zone), "way": each.way}


def _heading(notebook: "Notebook", found: Feedback, meeting: Observation, call: Call) -> Iterator[str]:
    names = {lead.id: lead.name for lead in notebook.people.leads()}
    day = local_time(meeting.anchor.utc_ms, meeting.zone).date()
    yield _("Feedback {ref} for {name} on {team}, {day}").format(
        ref=found.ref, name=names.get(found.lead, _GONE), team=meeting.team or _("a meeting"), day=day_words(day)
    )
    hours = _hours(notebook, found, meeting, call)
    state = f"{_t(found.state)}, {hours}" if hours else _t(found.state)
    yield _("{state} (meeting {ref})").format(state=state, ref=meeting.ref)


def _of_step(step: Step | None, call: Call) -> Iterator[str]:
    if step is not None:
        by = "" if step.by_when is None else _(", by {day}").format(day=say_date(step.by_when, call.clock.today()))
        yield _("Step {ref}: {words} ({state}{by})").format(ref=step.ref, words=step.words, state=_t(step.state), by=by)


def _below(cited: list[CitedLine], replies: list[Reply], meeting: Observation, call: Call) -> Iterator[str]:
    """The lines that it stands on, then what the lead answered, each with its day."""
    if cited:
        yield "\n".join([_("It stands on:"), *(f"  {each.citation.mark}  {_cited_words(each)}" for each in cited)])
    for each in replies:
        day = say_date(local_time(each.at_utc_ms, meeting.zone).date(), call.clock.today())
        where = _("in the record") if each.way == "record" else _("another way")
        yield _("The lead answered {where}, {day}:\n{words}").format(where=where, day=day, words=each.words)


def _cited_words(each: CitedLine) -> str:
    if each.line is None:
        return _("the line is in confidence now") if each.state == "in confidence" else _("the line was taken out")
    return each.line.text + (_(" (changed since)") if each.state == "changed" else "")


def _meeting(meeting: Observation) -> str:
    day = local_time(meeting.anchor.utc_ms, meeting.zone)
    return f"{meeting.team or _('team not known')}, {weekday_day_year(day)}"


def _hours(notebook: "Notebook", found: Feedback, meeting: Observation, call: Call) -> str:
    days_off = notebook.calendar.days_off()
    return hours_words(found, hours_taken(found, meeting, call.clock.now().utc_ms, days_off))
