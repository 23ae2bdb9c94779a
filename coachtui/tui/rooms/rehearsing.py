"""Rehearsing the opening of a feedback before it counts."""

from coachtui.model.feedback_parts import parts_of
from coachtui.model.timing import length_text
from coachtui.tui.rooms.going_on import GoesOn
from coachtui.wording import _

_OPENING_PARTS = 2
"""How many parts are the opening: what worked, and what it led to."""


class Rehearses(GoesOn):
    """A room in which the opening is practised aloud."""

    def action_rehearse(self) -> None:
        """Show the opening, and a timer; then ask for what was noticed."""
        opening = self._opening()
        if not opening:
            self.say(_("There is nothing to say aloud yet. Write what worked first."))
            return
        from coachtui.tui.dialogs.rehearsal import RehearsalPage

        page = RehearsalPage(opening, lambda: self.workplace.clock.now().boot_ms)
        self.app.push_screen(page, self._ended)

    def _opening(self) -> str:
        if self.shape is None:
            return ""
        written = [part.words for part in parts_of(self.area.text, self.shape) if part.words]
        return "\n".join(written[:_OPENING_PARTS])

    def _ended(self, seconds: int | None) -> None:
        """Log it at once; what was noticed is asked for, and may stay unsaid."""
        at = self.at
        if at is None or seconds is None:
            return
        identity, again = at.feedback.id, len(at.rehearsals) + 1
        took = length_text(seconds * 1000)

        def answered(note: str) -> None:
            self.do_beside(
                lambda notebook: notebook.feedback.rehearse(identity, seconds, note),
                _("Rehearsed: {took}, {again} so far.").format(
                    took=took, again=_("once") if again == 1 else _("{again} times").format(again=again)
                ),
            )

        self.ask_for(f"noticed:{identity}", _("What did you notice"), "", answered)
        self.say(_("That took {took}. One line of what you noticed, or Enter.").format(took=took))
