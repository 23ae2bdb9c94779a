"""While a meeting is written: a computer that slept, or whose clock was set, is marked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachtui.model.moment import Moment
from coachtui.model.observation import Gap, clock_gaps
from coachtui.model.told import gap_words
from coachtui.store.errors import NotebookError

if TYPE_CHECKING:
    from coachtui.model.meeting import Meeting
    from coachtui.plain.session import Session


class ClockWatch:
    """Looks at the clock about once a second."""

    def __init__(self, session: "Session", meeting: "Callable[[], Meeting | None]") -> None:
        """`meeting` gives the one that is written, once it is on the disk."""
        self._session, self._meeting = session, meeting
        self._looked: Moment | None = None

    def look(self, now: Moment) -> None:
        """Compare both clocks with the last look; what jumped is marked and said."""
        before, self._looked = self._looked, now
        meeting = self._meeting()
        if before is None or meeting is None or self._session.refusal is not None:
            return
        for gap in clock_gaps(before, now, meeting.anchor):
            self._mark(meeting, gap)

    def _mark(self, meeting: "Meeting", gap: Gap) -> None:
        try:
            self._session.notebook.observations.mark_gap(meeting.id, gap)
        except NotebookError as fault:
            self._session.say(str(fault))
        else:
            self._session.say(f"{gap_words(gap, meeting.anchor.utc_ms, meeting.zone).capitalize()}.")
