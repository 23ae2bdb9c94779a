"""The facts that --json gives to scripts; docs/command-line.md describes them, and tests hold them to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coachtui.model.draft import Draft
from coachtui.model.line import Line
from coachtui.model.observation import Observation
from coachtui.model.people import Lead, Team
from coachtui.model.timing import local_time

if TYPE_CHECKING:
    from coachtui.model.spot import Spot
    from coachtui.store.search import Hit


def observation_facts(observation: Observation) -> dict[str, Any]:
    """One row of `list observations`."""
    return {**_heading(observation), "lines": observation.lines}


def whole_facts(observation: Observation, lines: list[Line], draft: Draft | None) -> dict[str, Any]:
    """What `show` tells of one observation."""
    return {
        **_heading(observation),
        "lines": [line_facts(line) for line in lines],
        "draft": None if draft is None else draft.text,
    }


def _heading(observation: Observation) -> dict[str, Any]:
    return {
        "ref": observation.ref,
        "team": observation.team,
        "lead": observation.lead,
        "started": iso(observation.anchor.utc_ms, observation.zone),
        "ended": iso(observation.ended_utc_ms, observation.zone),
        "state": observation.state,
    }


def iso(utc_ms: int | None, zone: str) -> str | None:
    """A moment as ISO 8601 with its offset; None stays None."""
    return None if utc_ms is None else local_time(utc_ms, zone).isoformat(timespec="milliseconds")


def line_facts(line: Line) -> dict[str, Any]:
    """One line; `at_ms` counts from the anchor and is null where the time is unknown."""
    return {
        "at_ms": line.at_ms,
        "provenance": line.provenance.value,
        "kind": line.kind.value,
        "speaker": line.speaker,
        "text": line.text,
        "codes": list(line.codes),
        "starred": line.starred,
        "visibility": line.visibility.value,
    }


def hit_facts(hit: "Hit") -> dict[str, Any]:
    """One line that was found."""
    return {"ref": hit.ref, "kind": hit.kind, "at_ms": hit.at_ms, "text": hit.text}


def spot_facts(spot: "Spot") -> dict[str, Any]:
    """Something else that was found; what has no reference of its own has none here."""
    return {"ref": spot.ref, "kind": spot.noun, "at_ms": None, "text": spot.text.strip()}


def lead_facts(lead: Lead, teams: Sequence[Team]) -> dict[str, Any]:
    """One lead, with the names of the teams that are led, from among these."""
    return {
        "name": lead.name,
        "role": lead.role,
        "handle": lead.handle,
        "teams": [team.name for team in teams if team.lead_id == lead.id],
        "retired": None if lead.retired_on is None else lead.retired_on.isoformat(),
    }


def team_facts(team: Team) -> dict[str, Any]:
    """One team with its lead, its members and its usual times; a weekday is 1 for Monday."""
    return {
        "name": team.name,
        "lead": team.lead,
        "members": [{"name": member.name, "handle": member.handle} for member in team.members],
        "slots": [
            {
                "weekday": slot.weekday,
                "starts": f"{slot.minute // 60:02d}:{slot.minute % 60:02d}",
                "minutes": slot.minutes,
            }
            for slot in team.slots
        ],
        "retired": None if team.retired_on is None else team.retired_on.isoformat(),
    }
