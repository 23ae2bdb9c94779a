"""A whole observation, as it leaves for a file or comes in from one."""

from dataclasses import dataclass, field

from coachtui.model.account import Account
from coachtui.model.agenda import Planned
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Visibility
from coachtui.model.observation import Gap, Observation
from coachtui.model.span import Span


@dataclass(frozen=True, slots=True)
class Whole:
    """An observation with everything that belongs to it."""

    observation: Observation
    lines: list[Line]
    gaps: list[Gap]
    draft: Draft | None
    spans: list[Span] = field(default_factory=list[Span])
    agenda: tuple[Planned, ...] = ()
    accounts: list[Account] = field(default_factory=list[Account])
    closing: Closing | None = None

    def shareable(self) -> "Whole":
        """What of it may leave: the lines of evidence that are shareable, and nothing else."""
        kept = [line for line in self.lines if _may_leave(line)]
        return Whole(self.observation._replace(lines=len(kept)), kept, self.gaps, None)


def _may_leave(line: Line) -> bool:
    return line.kind is Kind.EVIDENCE and line.visibility is not Visibility.MINE
