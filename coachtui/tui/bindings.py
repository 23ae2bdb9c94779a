"""The commands of a room as Textual's bindings."""

from textual.binding import Binding, BindingType

from coachtui.tui.commands import COMMANDS


def bindings_for(room: str) -> list[BindingType]:
    """The bindings of one room, or of the whole app, made from the table of commands."""
    return [
        Binding(command.key, command.action, command.name, show=False, id=command.id, tooltip=command.meaning)
        for command in COMMANDS
        if command.room == room and command.key
    ]
