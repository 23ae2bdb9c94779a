"""The way from a thing that a card or a search names to the room in which it is read."""

from coachtui.model.ref import MEETING
from coachtui.tui import commands
from coachtui.tui.commands import OBSERVE, READING
from coachtui.tui.rooms.room import GoTo

_OF_ITS_LEAD = (commands.LEAD, "lead")
_WAYS: dict[str, tuple[str, str]] = {
    "observations": (READING, "id"),
    "accounts": (READING, "id"),
    "closings": (READING, "id"),
    "agenda": (READING, "id"),
    "cycles": (commands.CYCLE, "id"),
    "activities": (commands.CYCLE, "id"),
    "steps": (commands.STEP, "id"),
    "feedback": (commands.FEEDBACK, "id"),
    "rehearsals": (commands.FEEDBACK, "id"),
    MEETING: (commands.FEEDBACK, "meeting"),
    "one_on_ones": (commands.ONE_ON_ONE, "id"),
    "items": (commands.ONE_ON_ONE, "id"),
    "decisions": (commands.ONE_ON_ONE, "id"),
    "conversations": (commands.CONVERSATION, "id"),
    "plan_rows": (commands.CONVERSATION, "id"),
    "supports": (commands.CONVERSATIONS, ""),
    "blocks": (commands.BLOCKS, "lead"),
    "entries": (commands.SEEN, "lead"),
    "lead_words": (commands.SEEN, "lead"),
    "deadlines": (commands.DEADLINES, "id"),
    "days_off": (commands.CALENDAR, ""),
    "bell_schedules": (commands.BELLS, ""),
    "teams": (commands.TEAM, "id"),
    "members": (commands.TEAM, "id"),
}
"""For each table the room in which a row of it is read, and the id that the room is asked for; the others: their lead's page."""


def way_to(table: str, identity: str, lead_id: str | None) -> GoTo | None:
    """The way to a thing by its id; None where no room shows it."""
    room, which = _WAYS.get(table, _OF_ITS_LEAD)
    ref = {"id": identity, "lead": lead_id, "": None, "meeting": f"observation:{identity}"}[which]
    return GoTo(room, ref) if ref is not None or not which else None


def way_into(observation_id: str, line_id: str | None, *, goes_on: bool) -> GoTo:
    """The way to a line: to where an observation is read; to where it is written, while it goes on."""
    return GoTo(OBSERVE, observation_id) if goes_on else GoTo(READING, observation_id, at=line_id)
