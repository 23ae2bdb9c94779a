"""Undo and redo in the room where an observation is written."""

from typing import TYPE_CHECKING, Any

from coachtui.model.meeting import Meeting
from coachtui.tui.capture import Capture
from coachtui.tui.opening import Shown, read_shown
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.entry import Entry
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.store.events import Undone


class TakesBack(Room):
    """The undo and redo of a room that writes an observation."""

    capture: Capture
    entry: Entry

    def show_lines(self, shown: Shown) -> None:
        """Show an observation as it is now."""
        raise NotImplementedError

    def watch_for(self) -> None:
        """Take the framework of the meeting that is shown."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Show whose meeting it is."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last thing; a line cleared by mistake comes back first."""
        if self.entry.restore_killed():
            self.call_after_refresh(self.say, _("Taken back: what was deleted in the entry."))
        else:
            self.attempt(lambda: self._turn("undo", _("Taken back")), group="undo", each=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.attempt(lambda: self._turn("redo", _("Done again")), group="undo", each=True)

    async def _turn(self, verb: str, words: str) -> None:
        """Undo or redo on the observation that is shown, and show it as it is now."""
        meeting = self.capture.shown
        if meeting is None or self.workplace.refusal is not None:
            self.say(_("There is nothing to take back here."))
            return

        def turn(notebook: Any) -> "tuple[Undone | None, Shown]":
            """Both at once: whoever presses faster than the disk writes sees each outcome in its turn."""
            done = getattr(notebook, verb)(meeting.id)
            return done, read_shown(notebook, notebook.observations.get(meeting.id))

        done, shown = await self.workplace.scribe.do(turn)
        if done is None:
            self.say(_("There is nothing more to take back.") if verb == "undo" else _("There is nothing to do again."))
            return
        self.show_lines(shown)
        self._after_turn(meeting, shown)
        count = f" ({counted(done.lines, '{n} line', '{n} lines')})" if done.lines > 1 else ""
        self.say(f"{words}: {done.what}{count}.")

    def _after_turn(self, meeting: Meeting, shown: Shown) -> None:
        """An undone end goes on with the meeting; a redone one closes it again."""
        found = shown.observation
        meeting.team, meeting.lead, meeting.anchor, meeting.roster = found.team, found.lead, found.anchor, shown.roster
        meeting.framework, meeting.paused_ms = found.framework, found.paused_ms
        self.watch_for()
        if found.ended_utc_ms is not None:
            self.capture.meeting = None
        elif self.capture.meeting is None:
            self.capture.meeting = meeting
        self.show_title()
