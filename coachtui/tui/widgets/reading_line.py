"""The faint line above the entry: how what is typed will be filed."""

from coachtui.tui.frames import hint
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.widgets.wrapping import shorten
from coachtui.tui.words import plain

LEAST = 20
"""The fewest cells in which a hint says anything."""


class ReadingLine(OneLine):
    """Shows a reading in words, or, while nothing is typed, what can be typed."""

    usual = hint()
    """What is shown while nothing is typed."""
    _told: tuple[str | None, str] | None = None

    def show_reading(self, words: str | None, advice: str = "") -> None:
        """The reading in words, or None while nothing is typed; and a hint beside it, if there is one."""
        if (words, advice) != self._told:
            self._told = (words, advice)
            left = plain(f" {words or self.usual}")
            room = self.size.width - left.cell_length - 3
            beside = plain(f"{shorten(advice, room)} ").stylize("italic") if advice and room > LEAST else ""
            self.show(left, beside)
