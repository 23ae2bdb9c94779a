"""The title of a room: where one is and whose it is; at the right what is worth knowing of it, and whether all is saved."""

from collections.abc import Sequence

from textual.content import Content

from coachtui.tui.widgets.one_line import BETWEEN, OneLine
from coachtui.tui.words import plain, printable_line

_DOT = " · "


class TitleRow(OneLine):
    """One line, the same in every room; of what stands at the right, what does not fit is left out, the last fact first."""

    _facts: Sequence[Content] = ()
    _saved: Content = Content()
    _keeps_saved = False

    def show_place(
        self, room: str, whose: str, facts: Sequence[Content | str], saved: Content, *, keeps_saved: bool
    ) -> None:
        """The room in bold and whose it is, the facts, and how it stands with saving.

        That goes before the facts where there is no room for both, unless `keeps_saved`.
        """
        left = Content.assemble(" ", (room, "bold $foreground"))
        if whose:
            left = Content.assemble(left, "  ", plain(printable_line(whose)).stylize("$foreground"))
        told = (left, [_fact(each) for each in facts if len(each)], saved, keeps_saved)
        if told != (self.left, self._facts, self._saved, self._keeps_saved):
            self.left, self._facts, self._saved, self._keeps_saved = told
            self.refresh()

    def right_for(self, width: int) -> Content:
        """As many of the facts as fit beside what stands at the left, and the word about saving."""
        room = width - min(self.left.cell_length, width // 2) - BETWEEN - 1
        facts, saved = list(self._facts), [self._saved] if self._saved else []
        while _joined(facts + saved).cell_length > room:
            if saved and facts and not self._keeps_saved:
                saved = []
            elif len(facts) > 1:
                facts.pop()
            else:
                break
        shown = facts + saved
        return Content.assemble(_joined(shown), " ") if shown else Content()


def _fact(words: Content | str) -> Content:
    return plain(printable_line(words)) if isinstance(words, str) else words


def _joined(parts: Sequence[Content]) -> Content:
    return Content(_DOT).join(parts)
