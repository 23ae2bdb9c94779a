"""Every command of the program, once: its id, keys, name and meaning.

The bindings of each room, the footer, the help page, the command palette and `coachtui keys` are all made from this table.
"""

from typing import NamedTuple

EVERYWHERE = "everywhere"
TODAY = "today"
OBSERVE = "observe"
READING = "reading"


class Command(NamedTuple):
    """One thing a person can do.

    `key` holds the keys, with commas between them, as Textual spells them; `action` is the name of the method that does it.
    `rank` is its place in the footer, 1 first; 0 keeps it out of there.
    """

    id: str
    room: str
    key: str
    name: str
    meaning: str
    rank: int = 0

    @property
    def action(self) -> str:
        """The action's name, as Textual calls it."""
        return self.id.split(".")[-1].replace("-", "_")

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it on the keyboard."""
        return key_name(self.key.split(",")[0])


COMMANDS: tuple[Command, ...] = (
    Command("today.observe", TODAY, "o", "Observe", "Sit in on a meeting: begin an observation with the first key.", 1),
    Command(
        "today.open", TODAY, "enter", "Open", "Open the observation under the cursor, or go on with one cut off.", 2
    ),
    Command(
        "today.end-cut-off", TODAY, "e", "End it", "End an observation that was cut off, where its last line was typed."
    ),
    Command(
        "observe.file", OBSERVE, "enter", "File", "File the line you typed. It is on the disk before it is shown.", 1
    ),
    Command("observe.end", OBSERVE, "f8", "End", "End the observation; a half-typed line is filed with it.", 2),
    Command("observe.undo", OBSERVE, "ctrl+z", "Undo", "Take back the last thing filed, as often as you like.", 3),
    Command("observe.redo", OBSERVE, "ctrl+y", "Redo", "Do again what was taken back."),
    Command("observe.page-up", OBSERVE, "pageup", "Earlier", "See earlier lines; what you type is not disturbed.", 6),
    Command(
        "observe.page-down", OBSERVE, "pagedown", "Later", "See later lines; at the end new lines are followed again."
    ),
    Command("observe.line-up", OBSERVE, "up", "One line up", "Scroll the lines up by one."),
    Command("observe.line-down", OBSERVE, "down", "One line down", "Scroll the lines down by one."),
    Command("observe.leave", OBSERVE, "escape", "Today", "Go to Today. The observation goes on; nothing is ended.", 4),
    Command(
        "reading.observe", READING, "o", "Observe", "Sit in on a meeting: begin an observation with the first key.", 1
    ),
    Command("reading.page-up", READING, "pageup,b", "Earlier", "See earlier lines.", 3),
    Command("reading.page-down", READING, "pagedown,space", "Later", "See later lines.", 4),
    Command("reading.line-up", READING, "up", "One line up", "Scroll up by one."),
    Command("reading.line-down", READING, "down", "One line down", "Scroll down by one."),
    Command("reading.leave", READING, "escape", "Today", "Go back to Today.", 2),
    Command("app.help", EVERYWHERE, "f1", "Help", "What this room is for, and its keys.", 5),
    Command("app.command-palette", EVERYWHERE, "ctrl+p", "Commands", "Every command by name, with its key.", 8),
    Command("app.light-or-dark", EVERYWHERE, "f9", "Light or dark", "Change between the light and the dark look.", 0),
    Command("app.change-theme", EVERYWHERE, "", "Change theme", "Choose how the program looks, from all themes."),
    Command(
        "app.quit",
        EVERYWHERE,
        "ctrl+q",
        "Quit",
        "Close coachtui. Everything is saved already, the half-typed line too.",
        7,
    ),
)


def commands_of(room: str) -> list[Command]:
    """The commands that apply in a room: its own, then those that apply everywhere."""
    return [command for command in COMMANDS if command.room == room] + [
        command for command in COMMANDS if command.room == EVERYWHERE
    ]


def footer_of(room: str) -> list[Command]:
    """The commands a room's footer shows, the most needed first."""
    return sorted((command for command in commands_of(room) if command.rank), key=lambda command: command.rank)


_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """A key as a person reads it: "Ctrl+Z", "F8", "PgUp", "o"."""
    *held, last = key.split("+")
    if last in _NAMES:
        last = _NAMES[last]
    elif held or (last.startswith("f") and last[1:].isdigit()):
        last = last.upper()
    return "+".join([*(part.capitalize() for part in held), last])


def footer_parts(room: str, width: int) -> tuple[tuple[str, str], ...]:
    """The footer's keys and names, the most needed first, only whole ones, never wider than `width` cells."""
    parts: list[tuple[str, str]] = []
    used = 1
    for command in footer_of(room):
        used += len(command.shown_key) + len(command.name) + 3
        if used - 2 > width:
            break
        parts.append((command.shown_key, command.name))
    return tuple(parts)
