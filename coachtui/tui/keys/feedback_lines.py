"""The commands of the evidence beside a draft."""

from coachtui.tui.commands import FEEDBACK_LINES, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("With the evidence beside a draft"),
    _(
        "F6 goes there from the draft. A digit begins a time to jump to, such as 9:14. What is filtered is said above the lines."
    ),
    (
        Command(
            "feedback-lines.cite",
            FEEDBACK_LINES,
            "enter",
            _("Cite"),
            _("Carry the line over: its mark goes into the draft."),
            1,
        ),
        Command(
            "feedback-lines.quote", FEEDBACK_LINES, "q", _("Quote"), _("Carry its words over too, with the mark."), 2
        ),
        Command("feedback-lines.draft", FEEDBACK_LINES, "escape,tab", _("Draft"), _("Go to the draft."), 3),
        Command("feedback-lines.all", FEEDBACK_LINES, "a", _("All"), _("All lines again."), 4),
        Command("feedback-lines.starred", FEEDBACK_LINES, "s", _("Starred"), _("Only starred lines, or no longer."), 6),
        Command(
            "feedback-lines.code",
            FEEDBACK_LINES,
            "c",
            _("Code"),
            _("Only lines with a code; again for the next code."),
            9,
        ),
        Command(
            "feedback-lines.speaker",
            FEEDBACK_LINES,
            "w",
            _("Who"),
            _("Only what one person says; again for the next."),
            10,
        ),
        Command(
            "feedback-lines.segment", FEEDBACK_LINES, "g", _("Segment"), _("Only one segment; again for the next."), 11
        ),
        Command("feedback-lines.time", FEEDBACK_LINES, "t", _("Time"), _("Jump to a time of the meeting.")),
        Command(
            "feedback-lines.open",
            FEEDBACK_LINES,
            "o",
            _("Open"),
            _("Read the line in its place, in the whole meeting."),
        ),
        Command("feedback-lines.reply", FEEDBACK_LINES, "p", _("Reply"), _("Paste what the lead answered.")),
        Command("feedback-lines.up", FEEDBACK_LINES, "up", _("Up"), _("The line before.")),
        Command("feedback-lines.down", FEEDBACK_LINES, "down", _("Down"), _("The line after.")),
        Command("feedback-lines.page-up", FEEDBACK_LINES, "pageup", _("Earlier"), _("Earlier lines.")),
        Command("feedback-lines.page-down", FEEDBACK_LINES, "pagedown", _("Later"), _("Later lines.")),
        Command("feedback-lines.first", FEEDBACK_LINES, "home", _("First"), _("The first line.")),
        Command("feedback-lines.last", FEEDBACK_LINES, "end", _("Last"), _("The last line.")),
    ),
)
