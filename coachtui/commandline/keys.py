"""`coachtui keys`: every key and what it does, as the keys are now."""

from coachtui.commandline.call import Call
from coachtui.commandline.speech import complain, say, say_json, say_table


def run(call: Call) -> int:
    """Print every command of the program with its key, by room; what is wrong with keys of one's own is told beside it."""
    from coachtui.settings import read_settings
    from coachtui.tui.commands import ROOMS, all_commands, own_commands, table_of
    from coachtui.tui.keymap_file import read_keymap

    keymap, faults = read_keymap(call.places, read_settings(call.places.settings)[0].keys)
    for fault in faults:
        complain(fault)
    if call.as_json:
        fields = ("id", "key", "name", "meaning", "room")
        commands = map(keymap.of, all_commands())
        say_json([{field: getattr(command, field) for field in fields} for command in commands])
        return 0
    for room in ROOMS:
        say(table_of(room).title)
        rows = (
            [f"  {each.shown_key}", each.name, keymap.reworded(each.meaning, room)]
            for each in own_commands(room, keymap)
        )
        say_table(rows)
        say()
    return 0
