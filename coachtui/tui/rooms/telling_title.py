"""The title of the Observe room: whose meeting it is, since when, and whether all of it is saved."""

from coachtui.model.moment import elapsed_ms
from coachtui.model.timing import clock_text
from coachtui.tui.capture import Capture
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.meeting_bar import MeetingBar
from coachtui.wording import _

SLOW_MS = 250


class TellsTitle(Room):
    """A room whose title tells of the meeting, and is as honest as the disk."""

    capture: Capture
    meeting_bar: MeetingBar
    _saved = _("all saved")

    def saved(self, milliseconds: int) -> None:
        """A slow disk is told, not hidden."""
        self._saved = (
            _("all saved")
            if milliseconds < SLOW_MS
            else _("saving is slow: {milliseconds} ms").format(milliseconds=milliseconds)
        )
        self.show_title()

    def trouble(self, sentence: str | None) -> None:
        """While the disk does not take what is written, the title does not say that it did."""
        super().trouble(sentence)
        self._saved = _("all saved") if sentence is None else _("not saved yet")
        self.show_title()

    def show_title(self) -> None:
        """Show whose meeting it is, since when, and what is saved."""
        meeting = self.capture.shown
        if meeting is None:
            self.meeting_bar.show_meeting(_who(self.capture.team, self.capture.lead), "", "")
            return
        minutes = max(0, elapsed_ms(meeting.anchor, self.workplace.clock.now())) // 60_000
        since = clock_text(meeting.anchor.utc_ms, meeting.zone)
        state = _("{minutes} min").format(minutes=minutes) if meeting.paused_ms is None else _("paused")
        if self.capture.meeting is None:
            state = _("ended")
        self.meeting_bar.show_meeting(_who(meeting.team, meeting.lead), f"{since} · {state}", self._saved)


def _who(team: str | None, lead: str | None) -> str:
    return " · ".join(part for part in (team, lead) if part)
