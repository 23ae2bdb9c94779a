"""The commands of Reading."""

from coachtui.tui.commands import READING, Command, Table

TABLE = Table(
    "Reading",
    "One observation of the past. F2 takes a line in hand; without that nothing can be changed.",
    (
        Command("reading.lines", READING, "f2", "Lines", "Go to the lines: edit, star, move, retime, take out.", 6),
        Command(
            "reading.summary",
            READING,
            "s",
            "Summary",
            "Minutes by segment, codes, talk, and the lines by look-for.",
            9,
        ),
        Command(
            "reading.triage",
            READING,
            "t",
            "Triage",
            "Go through the starred lines, and the evidence without a code.",
            11,
        ),
        Command(
            "reading.closing",
            READING,
            "f8",
            "Closing words",
            "Three short questions about the meeting: a strength, an idea for a step, a question.",
        ),
        Command(
            "reading.feedback",
            READING,
            "f",
            "Feedback",
            "Draft feedback for the lead from these lines, or go on with it.",
            3,
        ),
        Command(
            "reading.share",
            READING,
            "g",
            "Share",
            "Share with the lead: go to the gate, where you see to the letter what leaves.",
            4,
        ),
        Command(
            "reading.about",
            READING,
            "f5",
            "About",
            "Say whose meeting it was, what was watched for, and when it began.",
        ),
        Command(
            "reading.discard",
            READING,
            "X",
            "Discard",
            "Do away with an observation that was begun by mistake, all of it and for good; that is asked first.",
        ),
        Command("reading.undo", READING, "ctrl+z", "Undo", "Take back the last thing done, as often as you like."),
        Command("reading.redo", READING, "ctrl+y", "Redo", "Do again what was taken back."),
        Command(
            "reading.observe",
            READING,
            "o",
            "Observe",
            "Sit in on a meeting: begin an observation with the first key.",
            1,
        ),
        Command("reading.page-up", READING, "pageup,b", "Earlier", "See earlier lines.", 13),
        Command("reading.page-down", READING, "pagedown,space", "Later", "See later lines.", 12),
        Command("reading.row-up", READING, "up", "One line up", "Scroll up by one."),
        Command("reading.row-down", READING, "down", "One line down", "Scroll down by one."),
        Command("reading.leave", READING, "escape", "Back", "Go back to where you came from.", 2),
    ),
)
