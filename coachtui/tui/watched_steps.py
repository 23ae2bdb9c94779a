"""The steps that a meeting is watched for: what its lead agreed to do, and whether that was seen in it."""

from datetime import date
from typing import Any, NamedTuple

from coachtui.model.timing import local_time


class WatchedStep(NamedTuple):
    """A step by its id, and what its lead is called."""

    id: str
    words: str
    first_name: str
    is_seen: bool


def read_steps(
    notebook: Any, identity: str | None, team: str | None, lead: str | None, today: date
) -> tuple[WatchedStep, ...]:
    """Those of the meeting with this id, or of the one that will be of this team and lead; runs on the scribe's thread."""
    lead_id, day = notebook.people.lead_meant(team, lead), today
    if identity is not None and (found := notebook.observations.find(identity)) is not None:
        lead_id = notebook.record.lead_seen_in(identity)
        day = local_time(found.anchor.utc_ms, found.zone).date()
    if lead_id is None:
        return ()
    name = notebook.leads.get(lead_id).name
    first_name = next(iter(name.split()), name)
    steps = notebook.steps.watched(lead_id, day)
    return tuple(WatchedStep(each.id, each.words, first_name, each.state == "seen") for each in steps if each.words)
