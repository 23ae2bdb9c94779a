"""The commands of the evidence beside a draft."""

from coachtui.tui.commands import FEEDBACK_LINES, Command, Table

TABLE = Table(
    "With the evidence beside a draft",
    "F6 goes there from the draft. A digit begins a time to jump to, such as 9:14. What is filtered is said above the lines.",
    (
        Command(
            "feedback-lines.cite",
            FEEDBACK_LINES,
            "enter",
            "Cite",
            "Carry the line over: its mark goes into the draft.",
            1,
        ),
        Command("feedback-lines.quote", FEEDBACK_LINES, "q", "Quote", "Carry its words over too, with the mark.", 2),
        Command("feedback-lines.draft", FEEDBACK_LINES, "escape,tab", "Draft", "Go to the draft.", 3),
        Command("feedback-lines.all", FEEDBACK_LINES, "a", "All", "All lines again.", 4),
        Command("feedback-lines.starred", FEEDBACK_LINES, "s", "Starred", "Only starred lines, or no longer.", 6),
        Command(
            "feedback-lines.code", FEEDBACK_LINES, "c", "Code", "Only lines with a code; again for the next code.", 9
        ),
        Command(
            "feedback-lines.speaker", FEEDBACK_LINES, "w", "Who", "Only what one person says; again for the next.", 10
        ),
        Command("feedback-lines.segment", FEEDBACK_LINES, "g", "Segment", "Only one segment; again for the next.", 11),
        Command("feedback-lines.time", FEEDBACK_LINES, "t", "Time", "Jump to a time of the meeting."),
        Command(
            "feedback-lines.open", FEEDBACK_LINES, "o", "Open", "Read the line in its place, in the whole meeting."
        ),
        Command("feedback-lines.reply", FEEDBACK_LINES, "p", "Reply", "Paste what the lead answered."),
        Command("feedback-lines.up", FEEDBACK_LINES, "up", "Up", "The line before."),
        Command("feedback-lines.down", FEEDBACK_LINES, "down", "Down", "The line after."),
        Command("feedback-lines.page-up", FEEDBACK_LINES, "pageup", "Earlier", "Earlier lines."),
        Command("feedback-lines.page-down", FEEDBACK_LINES, "pagedown", "Later", "Later lines."),
        Command("feedback-lines.first", FEEDBACK_LINES, "home", "First", "The first line."),
        Command("feedback-lines.last", FEEDBACK_LINES, "end", "Last", "The last line."),
    ),
)
