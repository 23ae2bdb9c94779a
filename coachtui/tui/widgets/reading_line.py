"""The faint line above the entry: how what is typed will be filed."""

from textual.content import Content

from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain

HINT = "maria: speaker  ? wondering  ! judgment  = segment  #code  -3m earlier  F1 more"


class ReadingLine(OneLine):
    """Shows a reading in words, or, while nothing is typed, what can be typed."""

    def show_reading(self, words: str | None) -> None:
        """The reading in words, or None while nothing is typed."""
        self.show(Content.assemble(" ", plain(words or HINT).stylize("$text-muted")))
