"""The evidence: the lines that a draft may stand on, with a cursor on one of them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.message import Message

from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK_LINES
from coachtui.tui.jumping import Place
from coachtui.tui.widgets.timeline import Timeline


class Evidence(Timeline, can_focus=True):
    """A timeline whose rows can be pointed at, by key or by mouse; only `Pointed` tells which."""

    FIELD = "evidence"
    BINDINGS = bindings_for(FEEDBACK_LINES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--mine", "timeline--cited"}
    DEFAULT_CSS = """
    Evidence {
        & > .timeline--mine { color: $text-muted; text-style: italic; }
        & > .timeline--cited { color: $text-accent; }
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
