"""The timeline: the lines of an observation, newest at the bottom. A line is data, never a widget."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from coachtui.tui.widgets.heights import Heights
from coachtui.tui.widgets.reached_rows import ReachedRows
from coachtui.tui.widgets.strips import marked, on_ground
from coachtui.tui.widgets.timeline_copy import copied
from coachtui.tui.widgets.timeline_look import CSS, PARTS
from coachtui.tui.widgets.timeline_row import Columns, Drawn, Row, columns_for, in_the_middle
from coachtui.tui.widgets.wrapping import cells
from coachtui.tui.words import printable
from coachtui.wording import _

__all__ = ["Row", "Timeline"]

_Place = tuple[str, int]  # what stands at the top of the view: the key of a row, and which of its lines


class Timeline(ReachedRows, can_focus=False):
    """Rows under each other; only those in view are drawn. It follows the end unless it was scrolled up."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{part}" for part in PARTS}
    DEFAULT_CSS = CSS

    def __init__(self, empty_text: str = "", live: bool = True, *, id: str | None = None) -> None:
        """An empty timeline, with the words to show as long as there is no row.

        A live one stands at the bottom and follows its end; one that is only read begins at the top.
        """
        super().__init__(id=id)
        self._live = live
        self._empty_text = printable(empty_text)
        self._rows: list[Row] = []
        self._heights = Heights()
        self._columns: Columns | None = None  # none before the first layout
        self._follows = live
        self._unseen = 0
        self._drawn: LRUCache[int, list[Strip]] = LRUCache(256)
        self._styles_used: dict[str, Style] = {}
        self.pointed: str | None = None
        """The key of the row under the cursor, if there is one."""
        self._chosen: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are held, in order."""
        return tuple(self._rows)

    @property
    def is_following(self) -> bool:
        """Whether the newest row is kept in view."""
        return self._follows

    def load(self, rows: Iterable[Row]) -> None:
        """Show other rows; what is in view stays in view if it is among them."""
        place = self._place()
        self._rows = [row.prepared() for row in rows]
        self._follows = self._live and (place is None or self._index_of(place[0]) is None)
        self._changed_from(0, place)

    def append(self, row: Row) -> None:
        """Add a row at the end."""
        self.extend((row,))

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows at the end."""
        count = len(self._rows)
        self._rows.extend(row.prepared() for row in rows)
        if not self._follows:
            self._unseen += len(self._rows) - count
        self._changed_from(count, None)

    def take_out(self, keys: Iterable[str]) -> None:
        """Take rows out; a key that is not there is passed over."""
        gone = frozenset(keys)
        first = next((index for index, row in enumerate(self._rows) if row.key in gone), None)
        if first is None:
            return
        place = self._place()
        self._rows[first:] = [row for row in self._rows[first:] if row.key not in gone]
        self._changed_from(first, place)

    def replace(self, row: Row) -> None:
        """Show a row anew in the place of the one with its key."""
        if (index := self._index_of(row.key)) is not None:
            place = self._place()
            self._rows[index] = row.prepared()
            self._changed_from(index, place)

    def point(self, key: str | None) -> None:
        """Put the cursor on a row, and bring it into view, at the latest with the first layout; None takes it away."""
        self.pointed = key
        self._see_pointed()
        self.refresh()

    def key_at(self, y: int) -> str | None:
        """The key of the row that is painted on this line of the view; None where there is none."""
        line = y + round(self.scroll_y) - (max(0, self.size.height - self._heights.lines) if self._live else 0)
        return self._rows[self._heights.row_at(line)].key if 0 <= line < self._heights.lines else None

    def choose(self, keys: Iterable[str]) -> None:
        """Show these rows as chosen."""
        self._chosen = frozenset(keys)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the end again once it is in view."""
        super().watch_scroll_y(old_value, new_value)
        self._see_whether_at_end()

    def on_resize(self) -> None:
        """Break the lines to the new width, and keep the same row in view."""
        place = self._place()
        columns = columns_for(self.scrollable_content_region.width)
        if columns != self._columns:
            is_first, self._columns = self._columns is None, columns
            self._changed_from(0, place)
            if is_first:
                self._see_pointed()
        elif self._follows:
            self._go_to_end()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._styles_used.clear()
        self._drawn.clear()
        super().notify_style_update()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that the mouse selected, one line for each row."""
        columns = self._columns if self._rows else None
        return None if columns is None else (copied(self._rows, self._heights, columns, selection), "\n")

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view; rows that don't fill it stand at the bottom, beside the entry."""
        width, blank = self.scrollable_content_region.width, self._style("text")
        if not self._rows or self._columns is None:
            strip = Strip([Segment(in_the_middle(self._empty_text, width, self.size.height, y), self._style("empty"))])
            return strip.crop_extend(0, width, self._style("empty"))
        above = max(0, self.size.height - self._heights.lines) if self._live else 0
        line = y + round(self.scroll_y) - above
        if not 0 <= line < self._heights.lines:
            return Strip.blank(width, blank)
        strip = self._on_its_ground(line, self._selected(line).crop_extend(0, width, blank)).apply_offsets(0, line)
        if self._unseen and y == self.size.height - 1:
            hint = _("  ↓ {unseen} new ").format(unseen=self._unseen)
            strip = Strip([*strip.crop(0, width - cells(hint)), Segment(hint, self._style("hint"))], width)
        return strip

    def _on_its_ground(self, line: int, strip: Strip) -> Strip:
        """A line of the document: under the cursor with a sign and on another ground, chosen in bold on a third."""
        index = self._heights.row_at(line)
        row = self._rows[index]
        strip = on_ground(strip, self._style("chosen")) if row.key in self._chosen else strip
        if row.key != self.pointed:
            return strip
        first = self._heights.top(index) + row.empty_above
        return on_ground(strip, self._style("cursor"), self._style("star") if line == first else None)

    def _selected(self, line: int) -> Strip:
        """A line of the document, with what the mouse selected of it marked."""
        index = self._heights.row_at(line)
        strips = self._drawn.get(index)
        if strips is None and self._columns is not None:
            strips = [self._strip(drawn) for drawn in self._rows[index].draw(self._columns)]
            self._drawn[index] = strips
        strip = (strips or [])[line - self._heights.top(index)]
        span = self.text_selection.get_span(line) if self.text_selection else None
        return (
            strip if span is None else marked(strip, *span, self.screen.get_component_rich_style("screen--selection"))
        )

    def _strip(self, drawn: Drawn) -> Strip:
        return Strip([Segment(text, self._style(part)) for text, part in drawn if text])

    def _style(self, part: str) -> Style:
        """The style of a part of a row, looked up once."""
        if part not in self._styles_used:
            self._styles_used[part] = self.get_component_rich_style(f"timeline--{part}")
        return self._styles_used[part]

    def _index_of(self, key: str) -> int | None:
        """Where the row with this key is; what changes is nearly always near the end."""
        places = reversed(range(len(self._rows)))
        return next((place for place in places if self._rows[place].key == key), None)

    def _see_pointed(self) -> None:
        index = None if self.pointed is None else self._index_of(self.pointed)
        if index is not None and len(self._heights) > index:
            self.bring_into_view(self._heights.top(index), self._heights.bottom(index))

    def _place(self) -> _Place | None:
        """What is at the top of the view, or None while the end is followed."""
        if self._follows or not self._rows or self._columns is None:
            return None
        line = round(self.scroll_y)
        index = self._heights.row_at(line)
        return self._rows[index].key, line - self._heights.top(index)

    def _changed_from(self, first: int, place: _Place | None) -> None:
        """Measure the rows from `first` on, and show the end, or the place that was in view."""
        if (columns := self._columns) is None:
            return
        self._rows[:1] = [row._replace(is_first=True) for row in self._rows[:1]]
        if first < len(self._heights):
            self._drawn.clear()
            if self.text_selection is not None:
                self.screen.clear_selection()
        self._heights.measure(first, [row.height(columns) for row in self._rows[first:]])
        self._tell_height()
        if self._follows:
            self._go_to_end()
        else:
            self.scroll_to(y=min(self._line_of(place), self.max_scroll_y), animate=False, force=True)
            self._see_whether_at_end()
        self.refresh()

    def _see_whether_at_end(self) -> None:
        is_at_end = round(self.scroll_y) >= self.max_scroll_y
        self._unseen = 0 if is_at_end else self._unseen
        self._follows = is_at_end and self._live

    def _line_of(self, place: _Place | None) -> int:
        """Where a place is now; the line at the top of the view if it is gone."""
        index = None if place is None else self._index_of(place[0])
        if place is None or index is None:
            return round(self.scroll_y)
        return min(self._heights.top(index) + place[1], self._heights.bottom(index) - 1)

    def _tell_height(self) -> None:
        """Let the scrollbar know how many lines there are, without laying out the screen for it."""
        size = Size(self.scrollable_content_region.width, self._heights.lines)
        if self.show_vertical_scrollbar:
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def _go_to_end(self) -> None:
        self.scroll_end(animate=False, force=True, immediate=True, x_axis=False)
