"""The way from a thing that a card or a search names to the room in which it is read."""

from coachtui.tui.commands import BELLS, OBSERVE, READING, ROOMS
from coachtui.tui.rooms.room import GoTo

LEADS, LEAD = "leads", "lead"
_LEADS_PAGE = (LEAD, "lead")
_WAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "observations": ((READING, "id"),),
    "accounts": ((READING, "id"),),
    "closings": ((READING, "id"),),
    "agenda": ((READING, "id"),),
    "cycles": (("cycle", "id"), _LEADS_PAGE),
    "activities": (("cycle", "id"), _LEADS_PAGE),
    "one_on_ones": (("one-on-one", "id"), _LEADS_PAGE),
    "deadlines": (("deadlines", "id"),),
    "days_off": (("calendar", "id"),),
    "bell_schedules": ((BELLS, "id"),),
    "teams": (_LEADS_PAGE, (LEADS, "id")),
    "members": (_LEADS_PAGE, (LEADS, "id")),
}
"""For each table the rooms in which a row of it may be read, the best one first, each with the id that it is asked for.

What stands in none is on the page of its lead.
"""


def has_door(room: str) -> bool:
    """Whether there is such a room."""
    return room in ROOMS


def way_to(table: str, identity: str, lead_id: str | None) -> GoTo | None:
    """The way to a thing by its id; None where no room shows it."""
    ids = {"id": identity, "lead": lead_id}
    for room, which in _WAYS.get(table, (_LEADS_PAGE,)):
        if has_door(room) and ids[which] is not None:
            return GoTo(room, ids[which])
    return None


def way_into(observation_id: str, line_id: str | None, *, goes_on: bool) -> GoTo:
    """The way to a line: to where an observation is read; to where it is written, while it goes on."""
    return GoTo(OBSERVE, observation_id) if goes_on else GoTo(READING, observation_id, at=line_id)
