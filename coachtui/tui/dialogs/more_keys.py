"""The keys that follow another one: what each of them does, until one is pressed."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import ItemGrid
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coachtui.tui.commands import Command
from coachtui.tui.widgets.one_line import OneLine
from coachtui.wording import _


class MoreKeys(ModalScreen[None]):
    """Lists the second keys at the bottom."""

    DEFAULT_CSS: ClassVar[str] = """
    MoreKeys {
        background: $background 0%;
        align: left bottom;
        & > ItemGrid { height: auto; max-height: 12; padding: 0 1; background: $surface; color: $foreground; }
        & > OneLine { dock: bottom; background: $surface; color: $text-muted; }
    }
    """

    def __init__(self, commands: Mapping[str, Command], then: Callable[[Command], object]) -> None:
        """`commands` by their second keys; `then` is told the one whose key was pressed."""
        super().__init__()
        self._then = then
        self._commands = commands

    def compose(self) -> ComposeResult:
        """A cell for each key."""
        with ItemGrid(min_column_width=18):
            for key, command in self._commands.items():
                yield Static(Content.assemble((key, "$accent"), " ", command.name))
        yield OneLine(_(" Press a key. Esc leaves."))

    def on_key(self, event: events.Key) -> None:
        """Give the command; any other key leaves."""
        event.stop()
        event.prevent_default()
        command = self._commands.get(event.character or "")
        if command is not None:
            self._then(command)
        self.dismiss()

    def on_click(self) -> None:
        """Leave it."""
        self.dismiss()
