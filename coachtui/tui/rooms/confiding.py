"""Words in confidence: off the screen at once, discarded without trace, or no more than that there was a talk."""

from coachtui.model.line import Kind, Line
from coachtui.tui.rooms.editing_lines import EditsLines
from coachtui.wording import _

CONFIDED = _("Taken in confidence. F3 again discards it without trace; Ctrl+Z brings it back.")

DISCARDED = _("Discarded. Nothing of it is left in this notebook; a backup made before may hold it for a while.")


class Confides(EditsLines):
    """A room whose lines can be taken in confidence."""

    def action_line_confide(self) -> None:
        """The line under the cursor in confidence; again, without trace."""
        line = self.in_hand()
        if line is None:
            return
        if line.kind is Kind.IN_CONFIDENCE:
            self.discard(line)
        else:
            self.hide(line)

    def hide(self, line: Line) -> None:
        """Take a line in confidence."""
        self.change_named([line.id], lambda notebook: notebook.lines.hide(line.id), self._confided_now)

    def _confided_now(self, line: Line, named: str) -> None:
        self.view.change(line)
        self.reload()
        self.say(f"{CONFIDED} {named}".strip())

    def discard(self, line: Line) -> None:
        """Leave no trace of a line."""
        self.step_off([line.id])
        self.change_named([line.id], lambda notebook: notebook.discarding.discard(line.id), self._discarded)

    def _discarded(self, line: Line, named: str) -> None:
        self.view.take_out([line.id])
        self.timeline.take_out([line.id])
        self.say(f"{DISCARDED} {named}".strip())

    def action_line_talk(self) -> None:
        """Keep of a line in confidence only that there was a talk."""
        line = self.in_hand()
        if line is None or line.kind is not Kind.IN_CONFIDENCE:
            self.say(_("This is for a line in confidence: F3 makes it one."))
            return
        self.change_lines(lambda notebook: notebook.discarding.keep_only_talk(line.id), self._talk_kept)

    def _talk_kept(self, kept: Line) -> None:
        """It has another name now, so that nothing leads back to what it was."""
        self.timeline.point(kept.id)
        self.reload()
