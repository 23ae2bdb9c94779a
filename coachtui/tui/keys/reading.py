"""The commands of Reading."""

from coachtui.tui.commands import READING, Command, Table
from coachtui.wording import _, _c

TABLE = Table(
    _("Observation"),
    _("One observation of the past. F2 takes a line in hand; without that nothing can be changed."),
    (
        Command(
            "reading.lines", READING, "f2", _("Lines"), _("Go to the lines: edit, star, move, retime, take out."), 6
        ),
        Command(
            "reading.summary",
            READING,
            "s",
            _("Summary"),
            _("Minutes by segment, codes, talk, and the lines by look-for."),
            9,
        ),
        Command(
            "reading.triage",
            READING,
            "t",
            _("Triage"),
            _("Go through the starred lines, and the evidence without a code."),
            11,
        ),
        Command(
            "reading.closing",
            READING,
            "f8",
            _("Closing words"),
            _("Three short questions about the meeting: a strength, an idea for a step, a question."),
        ),
        Command(
            "reading.feedback",
            READING,
            "f",
            _c("in brief", "Feedback"),
            _("Draft feedback for the lead from these lines, or go on with it."),
            3,
        ),
        Command(
            "reading.share",
            READING,
            "g",
            _("Share"),
            _("Share with the lead: go to the gate, where you see to the letter what leaves."),
            4,
        ),
        Command(
            "reading.about",
            READING,
            "f5",
            _("About"),
            _("Say whose meeting it was, what was watched for, and when it began."),
        ),
        Command(
            "reading.discard",
            READING,
            "X",
            _("Discard"),
            _("Do away with an observation that was begun by mistake, all of it and for good; that is asked first."),
        ),
        Command(
            "reading.undo", READING, "ctrl+z", _("Undo"), _("Take back the last thing done, as often as you like.")
        ),
        Command("reading.redo", READING, "ctrl+y", _("Redo"), _("Do again what was taken back.")),
        Command(
            "reading.observe",
            READING,
            "o",
            _("Observe"),
            _("Sit in on a meeting: begin an observation with the first key."),
            1,
        ),
        Command("reading.page-up", READING, "pageup,b", _("Earlier"), _("See earlier lines."), 13),
        Command("reading.page-down", READING, "pagedown,space", _("Later"), _("See later lines."), 12),
        Command("reading.row-up", READING, "up", _("One line up"), _("Scroll up by one.")),
        Command("reading.row-down", READING, "down", _("One line down"), _("Scroll down by one.")),
        Command("reading.leave", READING, "escape", _("Back"), _("Go back to where you came from."), 2),
    ),
)
