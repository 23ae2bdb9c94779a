"""The pad: the look-fors at the side, each with its key, how often it was marked, and whether it goes on."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from coachtui.tui.widgets.wrapping import cells, shorten
from coachtui.tui.words import printable_line

PARTS = ("key", "name", "count", "going", "heading")


class PadRow(NamedTuple):
    """One line of the pad: a key, a name, what stands at its end; a heading has neither key nor end."""

    key: str
    name: str
    ending: str = ""
    is_going: bool = False
    is_heading: bool = False


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

    @property
    def rows(self) -> tuple[PadRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[PadRow]) -> None:
        """Show other rows; the same ones cost nothing."""
        shown = tuple(rows)
        if shown != self._rows:
            self._rows = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width = self.content_size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        return Strip(self._segments(self._rows[y], width)).crop_extend(0, width, self.rich_style)

    def _segments(self, row: PadRow, width: int) -> list[Segment]:
        if row.is_heading:
            return [Segment(shorten(printable_line(row.name), width), self._style("heading"))]
        ending = shorten(printable_line(row.ending), max(0, width - 8))
        room = max(1, width - 2 - cells(ending) - (1 if ending else 0))
        name = shorten(printable_line(row.name), room)
        part = "going" if row.is_going else "name"
        return [
            Segment(f"{row.key} "[:2], self._style("key")),
            Segment(name + " " * (room - cells(name)), self._style(part)),
            Segment(f" {ending}" if ending else "", self._style("going" if row.is_going else "count")),
        ]

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"pad--{part}")
