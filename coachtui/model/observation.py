"""An observation: a meeting, or a part of one, that was watched."""

from typing import Literal, NamedTuple

from coachtui.model.moment import Moment, elapsed_ms
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


MOVED_MS = 2000
"""By how much the wall clock and the clock since the start may part between two looks."""
ASLEEP_MS = 60_000
"""How long between two looks, a second apart, tells of a computer that slept."""


def clock_gaps(before: Moment, now: Moment, anchor: Moment) -> list[Gap]:
    """What two looks at the clock, about a second apart, tell: that the computer slept, that its clock was set."""
    if before.boot_id != now.boot_id:
        return []
    passed = now.boot_ms - before.boot_ms
    moved = now.utc_ms - before.utc_ms - passed
    at_ms = elapsed_ms(anchor, now)
    slept = [Gap(at_ms - passed, at_ms, ASLEEP)] if passed > ASLEEP_MS else []
    return slept + ([Gap(at_ms, at_ms, CLOCK_MOVED, moved)] if abs(moved) > MOVED_MS else [])


def gap_until(now: Moment, anchor: Moment, last_sign: Moment) -> Gap:
    """The stretch from the last sign of life until now; where the clock on the wall lies before that, it was set back.

    After a restart of the computer nothing but the clock on the wall tells how long it was off. It is believed for that alone,
    and never so far that what follows would stand before what was there.
    """
    start, away = elapsed_ms(anchor, last_sign), elapsed_ms(last_sign, now)
    if away < -MOVED_MS:
        return Gap(start, start, CLOCK_MOVED, away)
    return Gap(start, start + max(0, away))


TOO_LONG_AGO_MS = 12 * 60 * 60 * 1000
"""How long ago the last sign may be; after that typing begins a new observation instead of going on with one that was cut off."""


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
