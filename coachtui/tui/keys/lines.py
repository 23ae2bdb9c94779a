"""The commands of the lines in hand."""

from coachtui.model.keys import PAD_KEYS
from coachtui.tui.commands import LINES, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("With the lines in hand"),
    _("F2 takes the lines of Observe or Reading in hand; Esc lets go of them. What is half-typed stays as it is."),
    (
        Command("lines.edit", LINES, "e,enter", _("Edit"), _("Edit the line, as it was typed."), 1),
        Command("lines.star", LINES, "s", _("Star"), _("Star the line, or take the star away."), 2),
        Command("lines.code", LINES, "c", _("Code"), _("Put a code on the line, or take it off."), 3),
        Command("lines.who", LINES, "w", _("Who"), _("Say who speaks."), 4),
        Command(
            "lines.time", LINES, "t", _("Time"), _("Set the time: 10:42, -3m, +30s, or ? where nobody knows it."), 9
        ),
        Command(
            "lines.out",
            LINES,
            "x,delete",
            _("Take out"),
            _("Take the line out, or all that are chosen. Ctrl+Z brings back."),
            10,
        ),
        Command(
            "lines.mark",
            LINES,
            ",".join(f"alt+{key}" for key in PAD_KEYS),
            _("Mark a look-for"),
            _("Put this look-for of the pad on the line, or take it off."),
            each=True,
        ),
        Command("lines.kind", LINES, "k", _("Kind"), _("Make it evidence, a wondering, a judgment.")),
        Command(
            "lines.choose",
            LINES,
            "space",
            _("Choose"),
            _("Choose this line too: the time and taking out are for all chosen."),
        ),
        Command(
            "lines.earlier", LINES, "shift+up,u", _("Move up"), _("Let the line change places with the one before.")
        ),
        Command(
            "lines.later", LINES, "shift+down,d", _("Move down"), _("Let the line change places with the one after.")
        ),
        Command("lines.account", LINES, "a", _("Account"), _("Put what the lead says of it beside the line.")),
        Command("lines.history", LINES, "h", _("History"), _("See what the line was before.")),
        Command(
            "lines.confide",
            LINES,
            "f3",
            _("In confidence"),
            _("Take the line in confidence; again: discard it without trace."),
        ),
        Command(
            "lines.talk",
            LINES,
            "o",
            _("Only a talk"),
            _("Of a line in confidence keep only that there was a talk. For good."),
        ),
        Command("lines.up", LINES, "up", _("Up"), _("The line before.")),
        Command("lines.down", LINES, "down", _("Down"), _("The line after.")),
        Command("lines.first", LINES, "home", _("First"), _("The first line.")),
        Command("lines.last", LINES, "end", _("Last"), _("The last line.")),
        Command("lines.back", LINES, "escape,f2", _("Back"), _("Back to where you were."), 6),
    ),
)
