"""The evidence: the lines that a draft may stand on, with a cursor on one of them."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK_LINES
from coachtui.tui.jumping import Place
from coachtui.tui.widgets.strips import on_ground
from coachtui.tui.widgets.timeline import Timeline

POINTER = "›"


class Evidence(Timeline, can_focus=True):
    """A timeline whose rows can be pointed at, by key or by mouse; only `Pointed` tells which."""

    FIELD = "evidence"
    BINDINGS = bindings_for(FEEDBACK_LINES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--mine", "timeline--cited", "timeline--pointer"}
    DEFAULT_CSS = """
    Evidence {
        & > .timeline--mine { color: $text-muted; text-style: italic; }
        & > .timeline--cited { color: $text-accent; }
        & > .timeline--pointer { color: $text-accent; text-style: bold; }
    }
    """

    class Pointed(Message):
        """A row was pointed at by the mouse."""

        def __init__(self, key: str, again: bool) -> None:
            """`again` says that it had been pointed at before."""
            super().__init__()
            self.key, self.again = key, again

    class Typed(Message):
        """A digit was typed: the beginning of a time."""

        def __init__(self, digit: str) -> None:
            super().__init__()
            self.digit = digit

    def __init__(self, empty_text: str, *, id: str | None = None) -> None:
        super().__init__(empty_text, live=False, id=id)

    def on_click(self, event: events.Click) -> None:
        """Point at the row that was clicked."""
        key = self.key_at(event.y)
        if key is not None:
            event.stop()
            self.post_message(self.Pointed(key, again=key == self.pointed))

    def places(self) -> Iterable[Place]:
        """The lines as a whole."""
        yield Place(0, self.focus)

    def on_key(self, event: events.Key) -> None:
        """A digit begins a time to jump to."""
        if event.character and event.character.isdecimal():
            event.stop()
            self.post_message(self.Typed(event.character))

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view; the row under the cursor has a mark in front, not a colour alone."""
        strip = super().render_line(y)
        if self.pointed is None or self.key_at(y) != self.pointed or (y and self.key_at(y - 1) == self.pointed):
            return strip
        style = self.get_component_rich_style("timeline--pointer")
        first = on_ground(Strip([Segment(POINTER, style)], 1), self.get_component_rich_style("timeline--cursor"))
        return Strip.join([first, strip.crop(1)])
