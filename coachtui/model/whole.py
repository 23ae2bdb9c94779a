"""A whole observation, as it leaves for a file or comes in from one."""

from dataclasses import dataclass, field

from coachtui.model.account import Account
from coachtui.model.agenda import Planned
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Visibility
from coachtui.model.moment import Moment, elapsed_ms
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

    def last_sign(self) -> Moment:
        """The last moment of which something in it tells: when it ended, if it was cut off."""
        anchor = self.observation.anchor
        known = [line.at_ms for line in self.lines if line.at_ms is not None] + [gap.to_ms for gap in self.gaps]
        if self.draft is not None and self.draft.began is not None:
            known.append(elapsed_ms(anchor, self.draft.began))
        ms = max(known, default=0)
        return Moment(anchor.utc_ms + ms, anchor.boot_ms + ms, anchor.boot_id)

    def shareable(self) -> "Whole":
        """What of it may leave: the lines of evidence that are shareable, and nothing else."""
        kept = [line for line in self.lines if _may_leave(line)]
        return Whole(self.observation._replace(lines=len(kept)), kept, self.gaps, None)


def _may_leave(line: Line) -> bool:
    return line.kind is Kind.EVIDENCE and line.visibility is not Visibility.MINE
