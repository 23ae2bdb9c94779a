"""One reading of the clock, and the time between two of them."""

from typing import NamedTuple


class Moment(NamedTuple):
    """One reading of the clock.

    `utc_ms` is the wall clock in ms since 1970 UTC. `boot_ms` are the ms since the computer was started, sleep
    counted, and `boot_id` says which start that was; empty where the computer does not tell.
    """

    utc_ms: int
    boot_ms: int
    boot_id: str


def elapsed_ms(start: Moment, end: Moment) -> int:
    """The ms from `start` to `end`: by the clock that counts sleep and never jumps; after a restart, by the wall."""
    if start.boot_id and start.boot_id == end.boot_id:
        return end.boot_ms - start.boot_ms
    return end.utc_ms - start.utc_ms


def anchored_again(anchor: Moment, now: Moment, at_ms: int) -> Moment:
    """The same 00:00, told by the clock of this start of the computer: it was so many ms before `now`.

    From then on it does not matter what becomes of the clock on the wall.
    """
    return Moment(anchor.utc_ms, now.boot_ms - at_ms, now.boot_id) if now.boot_id else anchor


def carried_over(moment: Moment, before: Moment, anchor: Moment) -> Moment:
    """A moment of an earlier start, told by the clock of this one; both tell the same 00:00, `before` by the earlier one."""
    if not before.boot_id or moment.boot_id != before.boot_id:
        return moment
    return Moment(moment.utc_ms, anchor.boot_ms + moment.boot_ms - before.boot_ms, anchor.boot_id)
