"""The strip of the meeting: where it is in its agenda, what goes on, and how much was written when, in one row."""

from textual.content import Content

from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain


class MeetingStrip(OneLine):
    """One row: words at the left, the drawing at the right."""

    def show_meeting(self, words: str, going: str, drawing: str) -> None:
        """What is said of the segment, what goes on now, and the drawing of the meeting so far."""
        left = Content.assemble(
            " ", plain(words), ("   " if words and going else ""), plain(going).stylize("bold $text-accent")
        )
        self.show(left, Content.assemble(plain(drawing), " "))
