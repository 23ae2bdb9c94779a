"""The one source of time."""

import time

from coachtui.model.moment import Moment


class Clock:
    """Reads the computer's clocks."""

    def now(self) -> Moment:
        """The present moment."""
        return Moment(time.time_ns() // 1_000_000, time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000, "x")

    def zone(self) -> str:
        """The IANA name of the zone the computer is in."""
        return "UTC"
