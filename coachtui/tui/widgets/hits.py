"""What a search found: two rows a hit, the words that were looked for in bold and underlined; only what is seen is drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from coachtui.model.found_words import from_first, spans_in, telling_line
from coachtui.tui.widgets.wrapping import cells, reach_on, shorten
from coachtui.tui.words import plain, printable, printable_line

_MARK, _NO_MARK = "› ", "  "
_ROWS = 2


class Hit(NamedTuple):
    """One hit: what and when at the left of the first row, who at its right, and below them the words."""

    key: str
    what: str
    who: str
    words: str


class Hits(ScrollView, can_focus=False):
    """The hits; the cursor is moved by the room, for the keys go to the entry."""

    class Chosen(Message):
        """A hit was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: Sequence[Hit] = ()
        self._terms: list[str] = []
        self._place = 0

    @property
    def under_cursor(self) -> Hit | None:
        """The hit that the cursor is on."""
        return self._hits[self._place] if self._hits else None

    def show(self, hits: Sequence[Hit], terms: list[str]) -> None:
        """Show these, with the words that were looked for; the cursor stays on its hit, or goes to the first."""
        before = self.under_cursor
        keys = [hit.key for hit in hits]
        self._hits, self._terms = hits, terms
        self._place = keys.index(before.key) if before is not None and before.key in keys else 0
        self.virtual_size = Size(0, len(hits) * _ROWS)
        self._bring_into_view()

    def move(self, hits: int) -> None:
        """Move the cursor by so many hits."""
        self._place = max(0, min(self._place + hits, len(self._hits) - 1))
        self._bring_into_view()

    @property
    def page(self) -> int:
        """How many hits are seen at once."""
        return max(1, self.size.height // _ROWS)

    def _bring_into_view(self) -> None:
        top, first = self._place * _ROWS, round(self.scroll_y)
        if top < first:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        elif top + _ROWS > first + self.size.height:
            self.scroll_to(y=top + _ROWS - self.size.height, animate=False, force=True, immediate=True)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the hit that was clicked, and say it."""
        place = (event.y + round(self.scroll_y)) // _ROWS
        if place < len(self._hits):
            event.stop()
            self._place = place
            self.refresh()
            self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """Draw one of the two rows of a hit."""
        width, style = self.scrollable_content_region.width, self.visual_style
        place, row = divmod(y + round(self.scroll_y), _ROWS)
        if place >= len(self._hits) or width <= 0:
            return Strip.blank(self.size.width, style.rich_style)
        hit, is_marked = self._hits[place], place == self._place
        content = self._heading(hit, width, is_marked) if row == 0 else self._words(hit, width)
        if is_marked:
            content = Content.assemble(content, " " * max(0, width - content.cell_length)).stylize("on $surface")
        strips = Visual.to_strips(self, content, width, 1, style)
        return (strips[0] if strips else Strip([])).crop_extend(0, width, style.rich_style)

    def _heading(self, hit: Hit, width: int, is_marked: bool) -> Content:
        """What kind of hit it is, and when; whose at the right."""
        room = width - cells(_MARK) - 1
        what = shorten(printable_line(hit.what), room)
        who = shorten(printable_line(hit.who), max(0, room - cells(what) - 2))
        gap = " " * max(0, room - cells(what) - cells(who))
        mark = (_MARK, "bold $accent") if is_marked else _NO_MARK
        return Content.assemble(mark, plain(what), gap, plain(who)).stylize_before("$text-muted")

    def _words(self, hit: Hit, width: int) -> Content:
        """The line that tells, cut to the width around the first word found."""
        room = width - cells(_MARK)
        line = printable_line(from_first(telling_line(printable(hit.words), self._terms), self._terms, room - 1))
        end = len(line) if cells(line) <= room else reach_on(line, 0, room - 1)
        content = plain(line[:end] + ("…" if end < len(line) else "")).stylize("$foreground")
        for start, stop in spans_in(line[:end], self._terms):
            content = content.stylize("bold underline", start, stop)
        return Content.assemble(_NO_MARK, content)
