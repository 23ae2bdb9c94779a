"""The commands of a room as Textual's bindings."""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from coachtui.tui.commands import LINES, Command, table_of


def bindings_for(room: str) -> list[BindingType]:
    """The bindings of one room, or of the whole app, made from the table of commands."""
    return [binding for command in table_of(room).commands if command.key for binding in _bindings_of(command)]


def _bindings_of(command: Command) -> Iterator[BindingType]:
    """One binding; for a command whose keys mean different things one for each, which tells the action its key.

    The keys of the lines are bound where the cursor is, and done by the room.
    """
    action = f"screen.line_{command.action}" if command.room == LINES else command.action
    if not command.each:
        yield Binding(command.key, action, command.name, show=False, id=command.id, tooltip=command.meaning)
        return
    for key in command.key.split(","):
        last = key.rpartition("+")[2]
        yield Binding(
            key, f"{action}('{last}')", command.name, show=False, id=f"{command.id}-{last}", tooltip=command.meaning
        )
