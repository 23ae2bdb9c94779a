"""The commands of the lines in hand."""

from coachtui.model.keys import PAD_KEYS
from coachtui.tui.commands import LINES, Command, Table

TABLE = Table(
    "With the lines in hand",
    "F2 takes the lines of Observe or Reading in hand; Esc lets go of them. What is half-typed stays as it is.",
    (
        Command("lines.edit", LINES, "e,enter", "Edit", "Edit the line, as it was typed.", 1),
        Command("lines.star", LINES, "s", "Star", "Star the line, or take the star away.", 2),
        Command("lines.code", LINES, "c", "Code", "Put a code on the line, or take it off.", 3),
        Command("lines.who", LINES, "w", "Who", "Say who speaks.", 4),
        Command("lines.time", LINES, "t", "Time", "Set the time: 10:42, -3m, +30s, or ? where nobody knows it.", 9),
        Command(
            "lines.out",
            LINES,
            "x,delete",
            "Take out",
            "Take the line out, or all that are chosen. Ctrl+Z brings back.",
            10,
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
            "lines.choose",
            LINES,
            "space",
            "Choose",
            "Choose this line too: the time and taking out are for all chosen.",
        ),
        Command("lines.earlier", LINES, "shift+up,u", "Move up", "Let the line change places with the one before."),
        Command("lines.later", LINES, "shift+down,d", "Move down", "Let the line change places with the one after."),
        Command("lines.account", LINES, "a", "Account", "Put what the lead says of it beside the line."),
        Command("lines.history", LINES, "h", "History", "See what the line was before."),
        Command(
            "lines.confide",
            LINES,
            "f3",
            "In confidence",
            "Take the line in confidence; again: discard it without trace.",
        ),
        Command(
            "lines.talk",
            LINES,
            "o",
            "Only a talk",
            "Of a line in confidence keep only that there was a talk. For good.",
        ),
        Command("lines.up", LINES, "up", "Up", "The line before."),
        Command("lines.down", LINES, "down", "Down", "The line after."),
        Command("lines.first", LINES, "home", "First", "The first line."),
        Command("lines.last", LINES, "end", "Last", "The last line."),
        Command("lines.back", LINES, "escape,f2", "Back", "Back to where you were.", 6),
    ),
)
