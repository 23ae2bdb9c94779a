"""An observation: a meeting, or a part of one, that was watched."""

from typing import Literal, NamedTuple

from coachtui.model.moment import Moment
from coachtui.model.ref import reference

State = Literal["interrupted", "live", "ended"]


NOT_RUNNING = "not running"
PAUSED = "paused"
CLOCK_MOVED = "clock moved"
ASLEEP = "the computer slept"


class Gap(NamedTuple):
    """A stretch in which nothing was written, in milliseconds from the anchor, and why.

    Where the computer's clock was set, `moved_ms` says by how much, and the stretch has no length.
    """

    from_ms: int
    to_ms: int
    reason: str = NOT_RUNNING
    moved_ms: int = 0


class Observation(NamedTuple):
    """A meeting that was watched.

    `ref` is what a person types to name it; `team` and `lead` are names. `anchor` is the moment that is
    00:00, in the time zone `zone`. `source` says where an imported one came from. `lines` counts them.
    `live` is true only in the hands of whoever is writing it at this moment. `framework` is the id of the set of
    look-fors it is watched with. `paused_ms` is when a pause began that is not over, in ms from the anchor.
    """

    id: str
    ref: str
    team: str | None
    lead: str | None
    anchor: Moment
    zone: str
    ended_utc_ms: int | None
    source: str | None
    lines: int
    live: bool = False
    framework: str | None = None
    paused_ms: int | None = None

    @property
    def state(self) -> State:
        """Ended, live, or interrupted: neither ended nor being written by anyone."""
        if self.ended_utc_ms is not None:
            return "ended"
        return "live" if self.live else "interrupted"


def ref_for(identity: str) -> str:
    """The reference of the observation with this id."""
    return reference("o", identity)
