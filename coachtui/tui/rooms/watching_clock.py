"""Watching the clock while a meeting is written: a computer that slept, or whose clock was set, is marked."""

from coachtui.model.meeting import Meeting
from coachtui.model.moment import Moment
from coachtui.model.observation import Gap, clock_gaps
from coachtui.tui.capture import Capture
from coachtui.tui.rooms.room import Room
from coachtui.tui.telling import gap_row
from coachtui.tui.widgets.timeline import Timeline


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
        if not self.looks_at_clock or before is None or meeting is None or not meeting.begun or meeting.cut_off:
            return
        for gap in clock_gaps(before, now, meeting.anchor):
            self._mark(meeting, gap)

    def _mark(self, meeting: Meeting, gap: Gap) -> None:
        if self.workplace.refusal is None:
            self.capture.change(
                lambda notebook, identity: notebook.observations.mark_gap(identity, gap),
                lambda _: self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone)),
            )
