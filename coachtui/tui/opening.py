"""What a room needs to know when the notebook has been opened: what was cut off, and what was half-typed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coachtui.model.moment import Moment

if TYPE_CHECKING:
    from coachtui.model.draft import Draft
    from coachtui.model.line import Line
    from coachtui.model.observation import Gap, Observation

TOO_LONG_AGO = 12 * 60 * 60 * 1000
"""Milliseconds after which typing begins a new observation instead of going on with one that was cut off."""


@dataclass(frozen=True, slots=True)
class Whole:
    """An observation with all that belongs to it; `last_sign` is when something was typed in it last."""

    observation: "Observation"
    lines: "list[Line]"
    gaps: "list[Gap]"
    draft: "Draft | None"
    last_sign: Moment
    roster: dict[str, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the Observe room starts from."""

    cut_off: Whole | None = None
    roster: dict[str, str] = field(default_factory=dict[str, str])
    taken_in: int = 0


def read_opening(notebook: Any, team: str | None) -> Opening:
    """Read what the Observe room starts from; runs on the scribe's thread."""
    found = notebook.observations.unfinished()
    if found is not None and notebook.observations.withdraw_if_empty(found.id):
        found = notebook.observations.unfinished()
    cut_off = None if found is None else read_whole(notebook, found)
    roster = notebook.people.roster_of(team)
    taken_in, notebook.taken_in = notebook.taken_in, 0
    return Opening(cut_off, roster, taken_in)


def read_whole(notebook: Any, observation: "Observation") -> Whole:
    """One observation with all that belongs to it; runs on the scribe's thread."""
    return Whole(
        observation,
        notebook.lines.of(observation.id),
        notebook.observations.gaps(observation.id),
        notebook.drafts.get(observation.id),
        notebook.drafts.last_touched(observation.id) or observation.anchor,
        notebook.people.roster_of(observation.team),
    )
