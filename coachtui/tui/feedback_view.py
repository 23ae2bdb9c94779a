"""What the Feedback room shows: the feedback with all that belongs to it, and the lines it is drafted from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.evidence import EvidenceLine
from coachtui.model.feedback_parts import begun
from coachtui.model.school_days import DayOff
from coachtui.model.timing import clock_text
from coachtui.store.errors import NotebookError
from coachtui.tui.telling import NO_TIME, short_name
from coachtui.tui.widgets.evidence_row import CitedRow, EvidenceRow
from coachtui.tui.widgets.timeline_row import ACCOUNT

if TYPE_CHECKING:
    from coachtui.model.account import Account
    from coachtui.model.citation import CitedLine
    from coachtui.model.draft import Draft
    from coachtui.model.feedback import Feedback
    from coachtui.model.feedback_shape import FeedbackShape
    from coachtui.model.line import Line
    from coachtui.model.not_here import NotHere
    from coachtui.model.observation import Observation
    from coachtui.model.people import Lead
    from coachtui.model.rehearsal import Rehearsal
    from coachtui.model.reply import Reply
    from coachtui.model.whole import Whole

USUAL_SHAPE = "short-note"
NOBODY = "It is not known whose meeting this was. Say it first: Esc, then F5. Then f drafts the feedback."


class AtFeedback(NamedTuple):
    """One feedback and what belongs to it, as the notebook has it now."""

    feedback: "Feedback"
    lead: "Lead"
    observation: "Observation"
    cited: "list[CitedLine]"
    aside: "list[NotHere]"
    rehearsals: "list[Rehearsal]"
    days_off: list[DayOff]
    replies: "list[Reply]"
    changes: list[tuple[str, str]]
    """What changed since it was shared, as `what_changed` tells it."""
    standing: int
    """How many things that were done to it can be taken back."""


def begin_or_find(notebook: Any, wish: str, shape: "FeedbackShape") -> str:
    """The id of the feedback that is wished for: by its reference or id, or as "observation:ID".

    The latter is the newest draft from that observation, begun where there is none; "new:ID" begins another one. Raises a
    NotebookError.
    """
    kind, _, identity = wish.rpartition(":")
    if not kind:
        return str(notebook.feedback.get(identity).id)
    drafts = [each for each in notebook.feedback.of_observation(identity) if each.state in ("draft", "ready")]
    if drafts and kind != "new":
        return str(drafts[-1].id)
    lead = notebook.record.lead_seen_in(identity)
    if lead is None:
        raise NotebookError(NOBODY)
    text = begun(shape, notebook.closings.of(identity))
    return str(notebook.feedback.begin(lead, identity, shape.id, text).id)


def read_feedback(notebook: Any, feedback_id: str, today: date, shapes: "Mapping[str, FeedbackShape]") -> AtFeedback:
    """The feedback with all that belongs to it; runs on the scribe's thread."""
    shelf = notebook.feedback
    found = shelf.get(feedback_id)
    changes = [] if found.shared_utc_ms is None else _changes_since(notebook, found.id, today, shapes)
    return AtFeedback(
        found,
        notebook.leads.get(found.lead),
        notebook.observations.get(found.observation),
        shelf.citations_shown(found.id),
        shelf.not_here_of(found.id),
        shelf.rehearsals_of(found.id),
        notebook.calendar.days_off(),
        shelf.replies_of(found.id),
        changes,
        notebook.standing(found.id),
    )


def _changes_since(
    notebook: Any, feedback_id: str, today: date, shapes: "Mapping[str, FeedbackShape]"
) -> list[tuple[str, str]]:
    """What would leave now, against what left last."""
    from coachtui.sharing.gate import what_changed
    from coachtui.tui.at_the_gate import come_to_the_gate

    shares = notebook.ledger.about("feedback", feedback_id)
    at_gate = come_to_the_gate(notebook, f"feedback:{feedback_id}", today, {}, shapes)
    return what_changed(shares[-1].words, at_gate.gate.text()) if shares else []


class TakenUp(NamedTuple):
    """The words of a draft as they are to be shown first, and where the person was in them."""

    text: str
    cursor: int | None
    scroll: int


def take_up(notebook: Any, feedback_id: str) -> TakenUp:
    """What was typed last, also what was cut off; it is a step of its own from here on. Runs on the scribe's thread."""
    found = notebook.feedback.get(feedback_id)
    slot: Draft | None = notebook.drafts.get(slot_of(feedback_id))
    place: Draft | None = notebook.drafts.get(place_of(feedback_id))
    if slot is not None and slot.text != found.text:
        notebook.feedback.write(feedback_id, slot.text)
    scroll = place.cursor if place is not None else 0
    return TakenUp(found.text, None, 0) if slot is None else TakenUp(slot.text, slot.cursor, scroll)


def slot_of(feedback_id: str) -> str:
    """Where the words are kept as they are typed."""
    return f"feedback:{feedback_id}"


def place_of(feedback_id: str) -> str:
    """Where it is kept how far the draft was scrolled."""
    return f"feedback-place:{feedback_id}"


def line_time(line: "Line", observation: "Observation") -> str:
    """The time of a line on the wall; nothing where nobody knows it."""
    return "" if line.at_ms is None else clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)


def row_of(line: "Line", observation: "Observation", cited: frozenset[str]) -> EvidenceRow:
    """A line as the evidence shows it; `cited` are the ids of the lines that the draft stands on."""
    about = "~" if line.about else ""
    time = about + line_time(line, observation) if line.at_ms is not None else NO_TIME
    make = CitedRow if line.id in cited else EvidenceRow
    return make(line.id, time, line.kind.value, short_name(line.speaker), line.text, line.codes, line.starred)


def rows_of(evidence: Sequence[EvidenceLine], whole: "Whole", cited: frozenset[str]) -> list[EvidenceRow]:
    """These lines as rows, what the lead says of a line below it."""
    beside: dict[str, list[Account]] = {}
    for account in whole.accounts:
        beside.setdefault(account.line, []).append(account)
    rows: list[EvidenceRow] = []
    for each in evidence:
        rows.append(row_of(each.line, whole.observation, cited))
        for account in beside.get(each.line.id, ()):
            words = f"The lead: {account.words}"
            rows.append(EvidenceRow(f"account-{account.id}", "", ACCOUNT, None, words))
    return rows
