"""The commands of a room as Textual's bindings."""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from coachtui.tui.commands import FEEDBACK_LINES, LINES, Command, table_of


def bindings_for(room: str, target: str = "") -> list[BindingType]:
    """The bindings of one room, or of the whole app, made from the table of commands.

    With the target "screen." a widget of the room has them, which would take some of these keys for itself.
    """
    before = "screen." if room in (LINES, FEEDBACK_LINES) else target
    return [binding for command in table_of(room).commands if command.key for binding in _bindings_of(command, before)]


def _bindings_of(command: Command, before: str) -> Iterator[BindingType]:
    """One binding; for a command whose keys mean different things one for each, which tells the action its key."""
    action = before + command.action_of_room
    if not command.each:
        yield Binding(command.key, action, command.name, show=False, id=command.id, tooltip=command.meaning)
        return
    for key in command.key.split(","):
        last = key.rpartition("+")[2]
        yield Binding(
            key, f"{action}('{last}')", command.name, show=False, id=f"{command.id}-{last}", tooltip=command.meaning
        )
