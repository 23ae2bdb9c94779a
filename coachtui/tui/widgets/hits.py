"""What a search found: two rows a hit, the words that were looked for marked in bold and underlined."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coachtui.model.found_words import from_first, spans_in, telling_line
from coachtui.tui.widgets.wrapping import cells, reach_on, shorten
from coachtui.tui.words import plain, printable, printable_line

_MARK, _NO_MARK = "› ", "  "


class Hit(NamedTuple):
    """One hit: what and when at the left of the first row, who at its right, and below them the words."""

    key: str
    what: str
    who: str
    words: str


class Hits(OptionList, can_focus=False):
    """The hits; the cursor is moved by the room, for the keys go to the entry."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._hits: Sequence[Hit] = ()
        self._terms: list[str] = []

    @property
    def under_cursor(self) -> Hit | None:
        """The hit that the cursor is on."""
        return None if self.highlighted is None else self._hits[self.highlighted]

    def show(self, hits: Sequence[Hit], terms: list[str]) -> None:
        """Show these, with the words that were looked for; the cursor stays on its hit, or goes to the first."""
        before = self.under_cursor
        self._hits, self._terms = hits, terms
        width = self._width()
        self.clear_options()
        self.add_options([Option(self._prompt(hit, width, is_marked=False)) for hit in hits])
        keys = [hit.key for hit in hits]
        self.highlighted = keys.index(before.key) if before and before.key in keys else (0 if hits else None)

    def on_resize(self) -> None:
        """Fit the rows into the new width."""
        for index, hit in enumerate(self._hits):
            self._write(index, hit)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Put the mark where the cursor is."""
        super().watch_highlighted(highlighted)
        for index, option in enumerate(self.options):
            is_marked = str(option.prompt).startswith(_MARK)
            if index < len(self._hits) and is_marked != (index == highlighted):
                self._write(index, self._hits[index])

    def move(self, pages: int) -> None:
        """Move the cursor by so many pages."""
        if self.highlighted is not None:
            page = max(1, self.size.height // 2 - 1)
            self.highlighted = min(max(0, self.highlighted + pages * page), len(self._hits) - 1)

    def _write(self, index: int, hit: Hit) -> None:
        prompt = self._prompt(hit, self._width(), is_marked=index == self.highlighted)
        self.replace_option_prompt_at_index(index, prompt)

    def _width(self) -> int:
        return max(20, self.scrollable_content_region.width - cells(_MARK))

    def _prompt(self, hit: Hit, width: int, *, is_marked: bool) -> Content:
        who = shorten(printable_line(hit.who), max(0, width - cells(hit.what) - 2))
        gap = " " * max(2, width - cells(hit.what) - cells(who))
        mark = (_MARK, "bold $accent") if is_marked else _NO_MARK
        return Content.assemble(mark, plain(hit.what), gap, plain(who), "\n", _NO_MARK, self._marked(hit.words, width))

    def _marked(self, words: str, width: int) -> Content:
        """The line that tells, cut to the width around the first word found."""
        line = printable_line(from_first(telling_line(printable(words), self._terms), self._terms, width - 1))
        end = len(line) if cells(line) <= width else reach_on(line, 0, width - 1)
        content = plain(line[:end] + ("…" if end < len(line) else "")).stylize("$foreground")
        for start, stop in spans_in(line[:end], self._terms):
            content = content.stylize("bold underline", start, stop)
        return content
