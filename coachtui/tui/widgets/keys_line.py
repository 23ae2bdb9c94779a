"""The keys at the bottom: what can be done now; each can be clicked too."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from coachtui.tui.commands import Command
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.widgets.wrapping import cells


class KeysLine(OneLine):
    """Shows commands with their keys, and says which one was clicked."""

    class Chosen(Message):
        """A command was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    _commands: Sequence[Command] = ()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show these, the most needed first."""
        self._commands = commands
        self.show(keys_content(commands))

    def on_click(self, event: events.Click) -> None:
        """Say which command stands where the mouse was pressed."""
        event.stop()
        at = 1
        for command in self._commands:
            width = cells(f"{command.shown_key} {command.name}")
            if at <= event.x < at + width:
                self.post_message(self.Chosen(command))
            at += width + 2


def keys_content(commands: Sequence[Command]) -> Content:
    """Keys in the accent, each with the name of what it does."""
    parts = [Content.assemble((each.shown_key, "$accent"), " ", each.name) for each in commands]
    return Content.assemble(" ", Content("  ").join(parts))
