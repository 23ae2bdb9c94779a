"""The letters over a screen: one of them leads to what it stands on."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coachtui.tui.jumping import Spot
from coachtui.tui.widgets.one_line import OneLine
from coachtui.wording import _


class JumpPage(ModalScreen[None]):
    """Shows a letter on each spot."""

    DEFAULT_CSS: ClassVar[str] = """
    JumpPage {
        overflow: hidden;
        background: $background 0%;
        & > .letter {
            position: absolute;
            width: 2;
            height: 1;
            background: $accent;
            color: $background;
            text-style: bold;
        }
        & > #told { dock: bottom; background: $surface; color: $foreground; }
    }
    """

    def __init__(self, spots: Mapping[str, Spot], then: Callable[[str], object]) -> None:
        """`then` is told the character that was pressed, whether it leads somewhere or not."""
        super().__init__()
        self._then = then
        self._spots = spots

    def compose(self) -> ComposeResult:
        """The letters, and what they are for."""
        for letter, spot in self._spots.items():
            label = Static(Content(f"{letter} "), classes="letter")
            label.styles.offset = (spot.at.x, spot.at.y)
            yield label
        yield OneLine(_(" Press a letter to go there. Esc leaves."), id="told")

    def on_key(self, event: events.Key) -> None:
        """Give the letter; a character that leads nowhere goes on to where one was typing."""
        event.stop()
        event.prevent_default()
        if event.is_printable and event.character:
            self._then(event.character)
        self.dismiss()

    def on_click(self) -> None:
        """Leave it."""
        self.dismiss()
