"""Words in confidence: off the screen at once, discarded without trace, or no more than that there was a talk."""

from coachtui.model.line import Kind, Line
from coachtui.tui.rooms.editing_lines import EditsLines
from coachtui.wording import _

CONFIDED = _("Taken in confidence. F3 again discards it without trace; Ctrl+Z brings it back.")

DISCARDED = _("Discarded. Nothing of it is left in this notebook; a backup made before may hold it for a while.")


GONE_ALREADY = _("That line was discarded. To take the one before it in confidence too: F2, then F3.")

A_PRESS_MS = 1000
"""For how long a key that is held down, or pressed in haste, counts as pressed once."""


class Confides(EditsLines):
    """A room whose lines can be taken in confidence."""

    spared: str | None = None
    """The line that became the last one as another was discarded: the key that did that does not go on to it."""
    _pressed_ms: int | None = None

    def action_line_confide(self) -> None:
        """The line under the cursor in confidence; again, without trace."""
        line = self.in_hand()
        if line is not None:
            self.confide(line)

    def confide(self, line: Line) -> None:
        """Take a line in confidence; again, leave no trace of it: no key that is held down does what can't be taken back."""
        is_in_haste = self.is_in_haste()
        if line.kind is not Kind.IN_CONFIDENCE:
            self.hide(line)
        elif not is_in_haste:
            self.discard(line)

    def is_in_haste(self) -> bool:
        """Whether the key for this was pressed only just now, too; asked once at each press."""
        before, self._pressed_ms = self._pressed_ms, self.workplace.clock.now().boot_ms
        return before is not None and self._pressed_ms - before < A_PRESS_MS

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
        self.spared = None if self.view.last is None else self.view.last.id
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
