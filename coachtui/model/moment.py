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
