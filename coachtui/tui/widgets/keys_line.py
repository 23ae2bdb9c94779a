"""The keys at the bottom: what can be done now; each can be clicked too."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from coachtui.tui.commands import Command
from coachtui.tui.footer import footer_sides
from coachtui.tui.widgets.one_line import BETWEEN, OneLine
from coachtui.tui.widgets.wrapping import cells


class KeysLine(OneLine):
    """Shows commands with their keys, those of the room at the left, and says which one was clicked."""

    class Chosen(Message):
        """A command was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    _sides: tuple[Sequence[Command], Sequence[Command]] = (), ()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show these, the most needed first."""
        self._sides = footer_sides(commands)
        of_room, everywhere = map(_keys, self._sides)
        self.show(Content.assemble(" ", of_room), everywhere)

    def right_for(self, width: int) -> Content:
        """What every room has; a blank behind it where there is room."""
        fits = self.left.cell_length + BETWEEN + self.right.cell_length < width
        return Content.assemble(self.right, " ") if fits else self.right

    def on_click(self, event: events.Click) -> None:
        """Say which command stands where the mouse was pressed."""
        event.stop()
        width, (of_room, everywhere) = self.size.width, self._sides
        for start, side in ((1, of_room), (width - self.right_for(width).cell_length, everywhere)):
            at = start
            for command in side:
                end = at + cells(f"{command.shown_key} {command.name}")
                if at <= event.x < end:
                    self.post_message(self.Chosen(command))
                at = end + BETWEEN


def _keys(commands: Sequence[Command]) -> Content:
    """Keys in the accent, each with the name of what it does."""
    return Content(" " * BETWEEN).join(
        Content.assemble((each.shown_key, "$accent"), " ", each.name) for each in commands
    )
