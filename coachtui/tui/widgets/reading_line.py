"""The faint line above the entry: how what is typed will be filed."""

from coachtui.tui.frames import HINT
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain


class ReadingLine(OneLine):
    """Shows a reading in words, or, while nothing is typed, what can be typed."""

    _words: str | None = ""

    def show_reading(self, words: str | None) -> None:
        """The reading in words, or None while nothing is typed."""
        if words != self._words:
            self._words = words
            self.show(plain(f" {words or HINT}"))
