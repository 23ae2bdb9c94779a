"""The faint line above the entry: how what is typed will be filed."""

from coachtui.tui.frames import HINT
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain


class ReadingLine(OneLine):
    """Shows a reading in words, or, while nothing is typed, what can be typed."""

    _told: tuple[str | None, str] | None = None

    def show_reading(self, words: str | None, advice: str = "") -> None:
        """The reading in words, or None while nothing is typed; and a hint beside it, if there is one."""
        if (words, advice) != self._told:
            self._told = (words, advice)
            beside = plain(f"{advice} ").stylize("italic") if advice else ""
            self.show(plain(f" {words or HINT}"), beside)
