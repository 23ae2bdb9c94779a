"""The pad: the look-fors at the side, each with its key, how often it was marked, and whether it goes on."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from coachtui.tui.jumping import Place
from coachtui.tui.widgets.wrapping import cells, line_starts, shorten
from coachtui.tui.words import printable_line

_TALLEST = 2
PARTS = ("key", "name", "count", "going", "heading")


class PadKey(NamedTuple):
    """A key and what it stands for."""

    key: str
    name: str


class PadRow(NamedTuple):
    """One row of the pad: a key, a name, what stands at its end, or another key beside it; a heading has none of these.

    A long one takes a second line where its name needs that.
    """

    key: str
    name: str
    ending: str = ""
    is_going: bool = False
    is_heading: bool = False
    beside: PadKey | None = None
    is_long: bool = False


class Pad(Widget, can_focus=False):
    """Paints its rows; it changes without anything being laid out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"pad--{part}" for part in PARTS}
    DEFAULT_CSS = """
    Pad {
        width: 26;
        max-width: 33%;
        height: 1fr;
        padding: 0 1 0 1;
        color: $foreground;
        & > .pad--key { color: $text-accent; }
        & > .pad--count { color: $text-muted; }
        & > .pad--going { color: $text-accent; text-style: bold; }
        & > .pad--heading { color: $text-muted; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[PadRow, ...] = ()
        self._lines: tuple[int, list[PadRow]] = -1, []
        """What is painted line by line, and the width for which that was laid out."""

    class Chosen(Message):
        """A key of the pad was clicked, or gone to."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def places(self) -> Iterator[Place]:
        """Each key that is in view."""
        for line, row in enumerate(self._laid_out()[: self.content_size.height]):
            half = (self.content_size.width + 1) // 2
            for key, column in ((row.key, 0), (row.beside.key if row.beside else "", half)):
                if key:
                    yield Place(line, partial(self._choose, key), key, column)

    def _choose(self, key: str) -> None:
        self.post_message(self.Chosen(key))

    def on_click(self, event: events.Click) -> None:
        """Say which key stands where the mouse was pressed."""
        at, lines = event.get_content_offset_capture(self), self._laid_out()
        if 0 <= at.y < len(lines):
            row = lines[at.y]
            is_beside = row.beside is not None and at.x >= (self.content_size.width + 1) // 2
            key = row.beside.key if row.beside is not None and is_beside else row.key
            if key:
                event.stop()
                self._choose(key)

    @property
    def rows(self) -> tuple[PadRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[PadRow]) -> None:
        """Show other rows; the same ones cost nothing."""
        shown = tuple(rows)
        if shown != self._rows:
            self._rows, self._lines = shown, (-1, [])
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width, lines = self.content_size.width, self._laid_out()
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return Strip(self._segments(lines[y], width)).crop_extend(0, width, self.rich_style)

    def _laid_out(self) -> list[PadRow]:
        """The lines of all rows at the width there is."""
        width = self.content_size.width
        if self._lines[0] != width:
            self._lines = width, [line for row in self._rows for line in _laid_out(row, width)]
        return self._lines[1]

    def _segments(self, row: PadRow, width: int) -> list[Segment]:
        if row.is_heading:
            return [Segment(shorten(printable_line(row.name), width), self._style("heading"))]
        if row.beside is not None:
            left = (width + 1) // 2
            return self._keyed(row.key, row.name, left) + self._keyed(*row.beside, width - left)
        ending = shorten(printable_line(row.ending), max(0, width - 8))
        room = max(1, width - 2 - cells(ending) - (1 if ending else 0))
        name = shorten(printable_line(row.name), room)
        part = "going" if row.is_going else "name"
        return [
            Segment(f"{row.key:<2}", self._style("key")),
            Segment(name + " " * (room - cells(name)), self._style(part)),
            Segment(f" {ending}" if ending else "", self._style("going" if row.is_going else "count")),
        ]

    def _keyed(self, key: str, name: str, width: int) -> list[Segment]:
        """A key with its name, in so many cells."""
        words = shorten(printable_line(name), max(1, width - 3))
        rest = max(0, width - 2 - cells(words))
        return [Segment(f"{key} "[:2], self._style("key")), Segment(words + " " * rest, self._style("name"))]

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"pad--{part}")


def _laid_out(row: PadRow, width: int) -> Iterator[PadRow]:
    """The lines of a row; of a long one two where its name needs them, what stands at its end on the first."""
    if not row.is_long:
        yield row
        return
    ending = cells(printable_line(row.ending))
    room = max(1, width - 2 - (ending + 1 if ending else 0))
    name = printable_line(row.name)
    starts = line_starts(name, room)
    lines = [name[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(name)], strict=True)]
    if len(lines) > _TALLEST:
        lines[_TALLEST - 1 :] = [shorten(" ".join(lines[_TALLEST - 1 :]), room)]
    for place, line in enumerate(lines):
        yield row._replace(name=line) if place == 0 else row._replace(key="", name=line, ending="")
