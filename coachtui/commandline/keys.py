"""`coachtui keys`: every key and what it does."""

from coachtui.commandline.call import Call
from coachtui.commandline.speech import say, say_json, say_table


def run(call: Call) -> int:
    """Print every command of the program with its key, by room."""
    from coachtui.tui.commands import ROOMS, all_commands, table_of

    if call.as_json:
        fields = ("id", "key", "name", "meaning", "room")
        say_json([{field: getattr(command, field) for field in fields} for command in all_commands()])
        return 0
    for title, _, commands in map(table_of, ROOMS):
        say(title)
        say_table([f"  {command.shown_key}", command.name, command.meaning] for command in commands)
        say()
    return 0
