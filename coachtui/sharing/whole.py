"""A whole observation, as it leaves for a file or comes in from one."""

from dataclasses import dataclass

from coachtui.model.draft import Draft
from coachtui.model.line import Line
from coachtui.model.observation import Gap, Observation


@dataclass(frozen=True, slots=True)
class Whole:
    """An observation with everything that belongs to it."""

    observation: Observation
    lines: list[Line]
    gaps: list[Gap]
    draft: Draft | None
