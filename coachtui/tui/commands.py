"""Every command of the program, once: its id, keys, name and meaning.

The bindings of each room, the footer, the help page, the command palette and `coachtui keys` are all made from this table.
"""

from typing import NamedTuple

from coachtui.model.keys import PAD_KEYS, SPEAKER_KEYS

EVERYWHERE = "everywhere"
TODAY = "today"
OBSERVE = "observe"
READING = "reading"
LINES = "lines"
"""The scope of the keys that change the line under the cursor, in Observe and in Reading."""


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
    each: bool = False
    """Whether its keys mean different things: the action is told which was pressed."""

    @property
    def action(self) -> str:
        """The action's name, as Textual calls it."""
        return self.id.split(".")[-1].replace("-", "_")

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it on the keyboard; of keys that mean different things, the first and the last."""
        keys = self.key.split(",")
        if self.each:
            return f"{key_name(keys[0])}…{keys[-1].rpartition('+')[2].upper()}"
        return key_name(keys[0])


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
    Command(
        "observe.next-meeting", OBSERVE, "f7", "Next meeting", "End this observation and be ready for the next one."
    ),
    Command("observe.undo", OBSERVE, "ctrl+z", "Undo", "Take back the last thing done, as often as you like.", 3),
    Command("observe.redo", OBSERVE, "ctrl+y", "Redo", "Do again what was taken back."),
    Command("observe.lines", OBSERVE, "f2", "Lines", "Go to the lines: edit, star, move, retime, take out.", 6),
    Command(
        "observe.confide",
        OBSERVE,
        "f3",
        "In confidence",
        "Take what you type, or the last line, in confidence: gone from the screen at once. Again: discard it without trace.",
    ),
    Command("observe.pad", OBSERVE, "f4", "Pad", "Show or hide the pad with the look-fors and the speakers.", 9),
    Command(
        "observe.about", OBSERVE, "f5", "About", "Say whose meeting it is, what is watched for, and when it began.", 10
    ),
    Command("observe.segment", OBSERVE, "f6", "Next segment", "Begin the next segment of the agenda."),
    Command("observe.pause", OBSERVE, "ctrl+g", "Pause", "Pause the meeting, or go on."),
    Command(
        "observe.star", OBSERVE, "ctrl+r", "Star", "Star the last line, to come back to it; again takes the star away."
    ),
    Command(
        "observe.mark",
        OBSERVE,
        ",".join(f"alt+{key}" for key in PAD_KEYS),
        "Mark a look-for",
        "Mark the last line with this look-for of the pad; with an empty entry, note that it was seen now. "
        "One that lasts is started and stopped.",
        each=True,
    ),
    Command(
        "observe.speaker",
        OBSERVE,
        ",".join(f"alt+{key}" for key in SPEAKER_KEYS),
        "Name the speaker",
        "Say who speaks in the line you type; with an empty entry, in the last line.",
        each=True,
    ),
    Command("observe.complete", OBSERVE, "tab", "Complete", "Complete a name, or see your abbreviations written out."),
    Command("observe.tally", OBSERVE, "", "Talk tally", "Count in the pad who speaks, as it was written down."),
    Command("observe.page-up", OBSERVE, "pageup", "Earlier", "See earlier lines; what you type is not disturbed.", 11),
    Command(
        "observe.page-down", OBSERVE, "pagedown", "Later", "See later lines; at the end new lines are followed again."
    ),
    Command("observe.row-up", OBSERVE, "up", "One line up", "Scroll the lines up by one."),
    Command("observe.row-down", OBSERVE, "down", "One line down", "Scroll the lines down by one."),
    Command("observe.leave", OBSERVE, "escape", "Today", "Go to Today. The observation goes on; nothing is ended.", 4),
    Command("reading.lines", READING, "f2", "Lines", "Go to the lines: edit, star, move, retime, take out.", 6),
    Command(
        "reading.summary", READING, "s", "Summary", "Minutes by segment, codes, talk, and the lines by look-for.", 10
    ),
    Command(
        "reading.triage",
        READING,
        "t",
        "Triage",
        "Go through the starred lines, and the evidence without a code.",
        9,
    ),
    Command(
        "reading.closing",
        READING,
        "f8",
        "Closing words",
        "Three short questions about the meeting: a strength, an idea for a step, a question.",
    ),
    Command(
        "reading.about", READING, "f5", "About", "Say whose meeting it was, what was watched for, and when it began."
    ),
    Command("reading.undo", READING, "ctrl+z", "Undo", "Take back the last thing done, as often as you like."),
    Command("reading.redo", READING, "ctrl+y", "Redo", "Do again what was taken back."),
    Command(
        "reading.observe", READING, "o", "Observe", "Sit in on a meeting: begin an observation with the first key.", 1
    ),
    Command("reading.page-up", READING, "pageup,b", "Earlier", "See earlier lines.", 3),
    Command("reading.page-down", READING, "pagedown,space", "Later", "See later lines.", 4),
    Command("reading.row-up", READING, "up", "One line up", "Scroll up by one."),
    Command("reading.row-down", READING, "down", "One line down", "Scroll down by one."),
    Command("reading.leave", READING, "escape", "Back", "Go back to where you came from.", 2),
    Command("lines.edit", LINES, "e,enter", "Edit", "Edit the line, as it was typed.", 1),
    Command("lines.star", LINES, "s", "Star", "Star the line, or take the star away.", 2),
    Command("lines.code", LINES, "c", "Code", "Put a code on the line, or take it off.", 3),
    Command("lines.who", LINES, "w", "Who", "Say who speaks.", 4),
    Command("lines.time", LINES, "t", "Time", "Set the time: 10:42, -3m, +30s, or ? where nobody knows it.", 9),
    Command(
        "lines.out", LINES, "x,delete", "Take out", "Take the line out, or all that are chosen. Ctrl+Z brings back.", 10
    ),
    Command(
        "lines.mark",
        LINES,
        ",".join(f"alt+{key}" for key in PAD_KEYS),
        "Mark a look-for",
        "Put this look-for of the pad on the line, or take it off.",
        each=True,
    ),
    Command("lines.kind", LINES, "k", "Kind", "Make it evidence, a wondering, a judgment."),
    Command(
        "lines.choose", LINES, "space", "Choose", "Choose this line too: the time and taking out are for all chosen."
    ),
    Command("lines.earlier", LINES, "shift+up,u", "Move up", "Let the line change places with the one before."),
    Command("lines.later", LINES, "shift+down,d", "Move down", "Let the line change places with the one after."),
    Command("lines.account", LINES, "a", "Account", "Put what the lead says of it beside the line."),
    Command("lines.history", LINES, "h", "History", "See what the line was before."),
    Command(
        "lines.confide", LINES, "f3", "In confidence", "Take the line in confidence; again: discard it without trace."
    ),
    Command(
        "lines.talk", LINES, "o", "Only a talk", "Of a line in confidence keep only that there was a talk. For good."
    ),
    Command("lines.up", LINES, "up", "Up", "The line before."),
    Command("lines.down", LINES, "down", "Down", "The line after."),
    Command("lines.first", LINES, "home", "First", "The first line."),
    Command("lines.last", LINES, "end", "Last", "The last line."),
    Command("lines.back", LINES, "escape,f2", "Back", "Back to where you were.", 6),
    Command("app.blank", EVERYWHERE, "f9", "Blank", "Show an empty page until the next key."),
    Command("app.help", EVERYWHERE, "f1", "Help", "What this room is for, and its keys.", 5),
    Command("app.command-palette", EVERYWHERE, "ctrl+p", "Commands", "Every command by name, with its key.", 8),
    Command(
        "app.light-or-dark", EVERYWHERE, "ctrl+t", "Light or dark", "Change between the light and the dark look.", 0
    ),
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
