"""A clock that tells what the test set it to."""

from coachtui.clock import Clock
from coachtui.model.moment import Moment

A_MORNING = Moment(utc_ms=1_773_131_400_000, boot_ms=5_000_000, boot_id="boot-1")
"""10 March 2026, 08:30 UTC."""


class FakeClock(Clock):
    """Stands still until it is told to go on; with `step_ms` it goes on by itself at each reading."""

    def __init__(self, now: Moment = A_MORNING, zone: str = "UTC", step_ms: int = 0) -> None:
        self._now = now
        self._zone = zone
        self._step_ms = step_ms

    def now(self) -> Moment:
        """The moment it stands at."""
        now = self._now
        self.advance(self._step_ms)
        return now

    def zone(self) -> str:
        """The zone it was given."""
        return self._zone

    def advance(self, ms: int) -> Moment:
        """Go on by so many milliseconds, on both clocks; the moment it is then."""
        self._now = Moment(self._now.utc_ms + ms, self._now.boot_ms + ms, self._now.boot_id)
        return self._now

    def set(self, moment: Moment) -> None:
        """Stand at this moment."""
        self._now = moment

    def move(self, zone: str) -> None:
        """The computer is in another zone from here on."""
        self._zone = zone

    def reboot(self, off_ms: int, boot_id: str = "boot-2") -> Moment:
        """The computer was off for so many milliseconds and has just come up again."""
        self._now = Moment(self._now.utc_ms + off_ms, 20_000, boot_id)
        return self._now
