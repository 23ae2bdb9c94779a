"""From a thing's reference, or its table and id, to the conversation about it; what has none is read as text."""

from argparse import Namespace

from coachtui.commandline.call import Call, Refused
from coachtui.model.ref import MEETING
from coachtui.plain.said_words import as_ref
from coachtui.plain.session import Session
from coachtui.store.errors import NotebookError, NotFound
from coachtui.wording import _

_OBSERVED = frozenset({"observations", "accounts", "closings", "agenda", "line"})
_OF_FEEDBACK = frozenset({"feedback", "rehearsals"})
_ANOTHER = _("Another observation is being written. End that first.")
_IN_SCREENS = _("More can be done with it in the screens, by coachtui.")


def open_thing(session: Session, table: str, identity: str, lead_id: str | None = None, at: str | None = None) -> None:
    """Begin the conversation about a thing by its table and id; `at` is the line that is wanted."""
    if table in _OBSERVED:
        open_observation(session, identity, at)
    elif table in _OF_FEEDBACK or table == MEETING:
        from coachtui.plain.feedback import Feedback

        Feedback(session, identity if table in _OF_FEEDBACK else f"observation:{identity}").hold()
    elif (ref := _ref_of(session, table, identity)) is not None:
        read_aloud(session, ref)
        session.say(_IN_SCREENS)
    elif lead_id is not None:
        open_lead(session, lead_id)
    else:
        session.say(_("There is nothing to be read of this one here. ") + _IN_SCREENS)


def _ref_of(session: Session, table: str, identity: str) -> str | None:
    """The reference of a thing that is read as text; None where it is read on its lead's page."""
    notebook = session.notebook
    if table == "steps":
        return notebook.steps.get(identity).ref
    if table in ("cycles", "activities"):
        return notebook.cycles.get(identity).ref
    if table in ("conversations", "plan_rows"):
        return notebook.conversations.get(identity).ref
    if table in ("one_on_ones", "items", "decisions"):
        return notebook.one_on_ones.get(identity, session.clock.today()).ref
    return None


def open_observation(session: Session, identity: str, at: str | None = None) -> None:
    """Begin the conversation about an observation: it is gone on with where it was not ended."""
    from coachtui.plain.capture import Capture
    from coachtui.plain.reading import Reading

    found = session.notebook.observations.get(identity)
    if found.ended_utc_ms is not None:
        Reading(session, found.id, at=at).hold()
    elif session.each_tick is not None:
        session.say(_("That one is being written; back takes you there.") if found.id == session.writing else _ANOTHER)
    elif session.capture is not None and found.id == session.writing:
        session.capture.hold()
    elif session.writing is not None:
        session.say(_ANOTHER)
    else:
        Capture(session, going_on=found).hold()


def open_lead(session: Session, lead_id: str) -> None:
    """Begin the conversation about a lead."""
    from coachtui.plain.lead import LeadTalk

    LeadTalk(session, lead_id).hold()


def open_ref(session: Session, ref: str) -> None:
    """Begin the conversation about what this names: an observation, feedback, a lead; else read it as text."""
    notebook = session.notebook
    found = notebook.observations.find(as_ref(ref))
    if found is not None:
        open_observation(session, found.id)
        return
    try:
        feedback = notebook.feedback.get(ref)
    except NotFound:
        read_aloud(session, ref)
    else:
        open_thing(session, "feedback", feedback.id)


def read_aloud(session: Session, ref: str) -> None:
    """Say a thing as it is printed by `coachtui show`, with nothing that is private in it."""
    session.say(told(session, ref))


def told(session: Session, ref: str) -> str:
    """The same as text. Raises a NotebookError where there is no such thing."""
    from coachtui.commandline.conversations import conversation_told
    from coachtui.commandline.cycles import cycle_or_step_told
    from coachtui.commandline.entries import entry_told
    from coachtui.commandline.feedback import feedback_told
    from coachtui.commandline.one_on_ones import one_on_one_told
    from coachtui.commandline.people import lead_told

    notebook, today = session.notebook, session.clock.today()
    call = Call(session.places, session.clock, Namespace(ref=ref, json=False))
    try:
        found = (
            cycle_or_step_told(notebook, ref, today)
            or conversation_told(notebook, ref, today, with_private=False)
            or one_on_one_told(notebook, ref, today, with_private=False)
            or feedback_told(notebook, call)
            or entry_told(notebook, ref)
            or lead_told(notebook, ref, today)
        )
    except Refused as fault:
        raise NotebookError(str(fault)) from fault
    if found is None:
        raise NotebookError(
            _("There is nothing called '{ref}' here. observations and leads say what there is.").format(ref=ref[:40])
        )
    return found[1]
