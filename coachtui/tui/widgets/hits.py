"""What was found: two rows a hit, the words that were looked for in bold and underlined; only what is seen is drawn."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coachtui.model.found_words import from_first, spans_in, telling_line
from coachtui.tui.jumping import Place
from coachtui.tui.widgets.wrapping import cells, reach_on, shorten
from coachtui.tui.words import printable, printable_line

_MARK, _NO_MARK = "› ", "  "
_ROWS = 2


class Hit(NamedTuple):
    """One hit: what and when, and whose, in one row; and the words that it is."""

    key: str
    what: str
    who: str
    words: str


class Hits(ScrollView, can_focus=False):
    """The hits; the cursor is moved by the room, for the keys go to the entry.

    What they are stands above the words; where these are names, `names_first`, below them.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hits--cursor",
        "hits--mark",
        "hits--heading",
        "hits--words",
        "hits--found",
    }
    DEFAULT_CSS = """
    Hits {
        & > .hits--cursor { background: $surface; }
        & > .hits--mark { color: $accent; text-style: bold; }
        & > .hits--heading { color: $text-muted; }
        & > .hits--words { color: $foreground; }
        & > .hits--found { color: $foreground; text-style: bold underline; }
    }
    """

    class Chosen(Message):
        """A hit was clicked."""

    def __init__(self, *, names_first: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words_row = 0 if names_first else 1
        self._hits: Sequence[Hit] = ()
        self._terms: list[str] = []
        self._place = 0
        self._styles_used: dict[str, Style] = {}

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

    def places(self) -> Iterator[Place]:
        """Each hit that is in view."""
        first = round(self.scroll_y)
        for place in range(len(self._hits)):
            if 0 <= place * _ROWS - first < self.size.height:
                yield Place(place * _ROWS - first, partial(self._take, place))

    def _take(self, place: int) -> None:
        self._place = place
        self.refresh()

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
        width, place, row = self.scrollable_content_region.width, *divmod(y + round(self.scroll_y), _ROWS)
        if place >= len(self._hits) or width <= 0:
            return Strip.blank(self.size.width, self.rich_style)
        hit, is_marked = self._hits[place], place == self._place
        ground = self._style("cursor", partial=True) if is_marked else Style.null()
        parts = self._words(hit, width) if row == self._words_row else self._heading(hit, width)
        mark = (_MARK, "mark") if is_marked and row == 0 else (_NO_MARK, "heading")
        segments = [Segment(text, self._style(part) + ground) for text, part in (mark, *parts)]
        return Strip(segments).crop_extend(0, width, self.rich_style + ground)

    def _heading(self, hit: Hit, width: int) -> Iterator[tuple[str, str]]:
        """What kind of hit it is, and when; whose at the right. Each text with the part of a hit that it is."""
        room = width - cells(_MARK) - 1
        who = shorten(printable_line(hit.who), room // 2)
        what = shorten(printable_line(hit.what), room - cells(who) - (2 if who else 0))
        yield what + " " * max(0, room - cells(what) - cells(who)) + who, "heading"

    def _words(self, hit: Hit, width: int) -> Iterator[tuple[str, str]]:
        """The line that tells, cut to the width around the first word found; the words found are parts of their own."""
        room = width - cells(_MARK)
        line = printable_line(from_first(telling_line(printable(hit.words), self._terms), self._terms, room - 1))
        end = len(line) if cells(line) <= room else reach_on(line, 0, room - 1)
        told = 0
        for start, stop in spans_in(line[:end], self._terms):
            yield line[told:start], "words"
            yield line[start:stop], "found"
            told = stop
        yield line[told:end] + ("…" if end < len(line) else ""), "words"

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._styles_used.clear()
        super().notify_style_update()

    def _style(self, part: str, *, partial: bool = False) -> Style:
        """A style of the theme, looked up once."""
        if part not in self._styles_used:
            self._styles_used[part] = self.get_component_rich_style(f"hits--{part}", partial=partial)
        return self._styles_used[part]
