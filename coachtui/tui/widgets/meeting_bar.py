"""The title of the Observe room: where one is, whose meeting it is, since when, and whether all is saved."""

from textual.content import Content

from coachtui.tui.frames import NOT_NAMED
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.wording import _


class MeetingBar(OneLine):
    """One line about the meeting that is on the screen."""

    _told: tuple[str, str, str] | None = None

    def show_meeting(self, who: str, when: str, saved: str) -> None:
        """Whose meeting it is, since when and how long, and what is saved; each in words already."""
        if (who, when, saved) == self._told:
            return
        self._told = (who, when, saved)
        left = Content.assemble(" ", (_("Observe"), "bold $foreground"), "  ", plain(who or NOT_NAMED))
        right = " · ".join(part for part in (when, saved) if part)
        self.show(left, plain(f"{right} "))
