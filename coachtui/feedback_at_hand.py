"""A feedback at hand, with all that belongs to it: begun or found, read, and taken up where it was left."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.feedback_parts import begun
from coachtui.store.errors import NotebookError
from coachtui.wording import _

if TYPE_CHECKING:
    from datetime import date

    from coachtui.model.citation import CitedLine
    from coachtui.model.draft import Draft
    from coachtui.model.feedback import Feedback
    from coachtui.model.feedback_shape import FeedbackShape
    from coachtui.model.not_here import NotHere
    from coachtui.model.observation import Observation
    from coachtui.model.people import Lead
    from coachtui.model.rehearsal import Rehearsal
    from coachtui.model.reply import Reply
    from coachtui.model.school_days import DayOff

USUAL_SHAPE = "short-note"
NOBODY = _(
    "It is not known whose meeting this was. Esc goes back; say it there, by “About”. Then f drafts the feedback."
)


class AtFeedback(NamedTuple):
    """One feedback and what belongs to it, as the notebook has it now."""

    feedback: "Feedback"
    lead: "Lead"
    observation: "Observation"
    cited: "list[CitedLine]"
    aside: "list[NotHere]"
    rehearsals: "list[Rehearsal]"
    days_off: "list[DayOff]"
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
    kind, __, identity = wish.rpartition(":")
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


def read_feedback(notebook: Any, feedback_id: str, today: "date", shapes: "Mapping[str, FeedbackShape]") -> AtFeedback:
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
    notebook: Any, feedback_id: str, today: "date", shapes: "Mapping[str, FeedbackShape]"
) -> list[tuple[str, str]]:
    """What would leave now, against what left last."""
    from coachtui.at_the_gate import come_to_the_gate
    from coachtui.sharing.gate import what_changed

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
