"""Watching the clock while a meeting is written: a computer that slept, or whose clock was set, is marked."""

from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.observation import ASLEEP, CLOCK_MOVED, Gap
from coachtui.tui.capture import Capture
from coachtui.tui.meeting import Meeting
from coachtui.tui.rooms.room import Room
from coachtui.tui.telling import gap_row
from coachtui.tui.widgets.timeline import Timeline

MOVED_MS = 2000
"""By how much the wall clock and the clock since the start may part between two looks."""
ASLEEP_MS = 60_000
"""How long between two looks, a second apart, tells of a computer that slept."""


class WatchesClock(Room):
    """A room that looks at the clock each second."""

    capture: Capture
    timeline: Timeline
    looks_at_clock = True
    """Whether jumps are marked; not where the clock is told what to say."""
    _looked: Moment | None = None

    def look_at_clock(self) -> None:
        """Compare both clocks with the last look."""
        now = self.workplace.clock.now()
        before, self._looked = self._looked, now
        meeting = self.capture.meeting
        if (
            not self.looks_at_clock
            or before is None
            or meeting is None
            or not meeting.begun
            or meeting.cut_off
            or before.boot_id != now.boot_id
        ):
            return
        passed = now.boot_ms - before.boot_ms
        moved = now.utc_ms - before.utc_ms - passed
        at_ms = elapsed_ms(meeting.anchor, now)
        if passed > ASLEEP_MS:
            self._mark(meeting, Gap(at_ms - passed, at_ms, ASLEEP))
        if abs(moved) > MOVED_MS:
            self._mark(meeting, Gap(at_ms, at_ms, CLOCK_MOVED, moved))

    def _mark(self, meeting: Meeting, gap: Gap) -> None:
        if self.workplace.refusal is None:
            self.capture.change(
                lambda notebook, identity: notebook.observations.mark_gap(identity, gap),
                lambda _: self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone)),
            )
