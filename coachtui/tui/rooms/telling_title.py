"""The title of the Observe room: whose meeting it is, since when, and whether all of it is saved."""

from coachtui.model.moment import elapsed_ms
from coachtui.model.timing import clock_text
from coachtui.tui.capture import Capture
from coachtui.tui.frames import NOT_NAMED
from coachtui.tui.rooms.room import Room
from coachtui.wording import _, counted

SLOW_MS = 250


class TellsTitle(Room):
    """A room whose title tells of the meeting, and is as honest as the disk."""

    capture: Capture
    _slow_ms: int | None = None
    """How long the last line took to be on the disk, where that was long."""

    def saved(self, milliseconds: int) -> None:
        """A slow disk is told, not hidden."""
        self._slow_ms = None if milliseconds < SLOW_MS else milliseconds
        self.show_title()

    @property
    def saved_words(self) -> str:
        """Nothing before there is a meeting; in the drop box it is saved too."""
        if self.capture.shown is None:
            return ""
        if not self.disk_takes_it:
            waiting = self.capture.unsaved
            return (
                counted(waiting, "{n} line not saved yet", "{n} lines not saved yet") if waiting else _("not saved yet")
            )
        if self._slow_ms is not None:
            return _("saving is slow: {milliseconds} ms").format(milliseconds=self._slow_ms)
        return _("all saved")

    def show_title(self) -> None:
        """Show whose meeting it is, since when, and what is saved."""
        meeting = self.capture.shown
        if meeting is None:
            self.show_place(_who(self.capture.team, self.capture.lead))
            return
        minutes = max(0, elapsed_ms(meeting.anchor, self.workplace.clock.now())) // 60_000
        since = clock_text(meeting.anchor.utc_ms, meeting.zone)
        state = _("{minutes} min").format(minutes=minutes) if meeting.paused_ms is None else _("paused")
        if self.capture.meeting is None:
            state = _("ended")
        self.show_place(_who(meeting.team, meeting.lead), f"{since} · {state}")


def _who(team: str | None, lead: str | None) -> str:
    return " · ".join(part for part in (team, lead) if part) or NOT_NAMED
