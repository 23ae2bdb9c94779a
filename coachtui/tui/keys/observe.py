"""The commands of Observe."""

from coachtui.model.keys import PAD_KEYS, SPEAKER_KEYS, STEP_KEY
from coachtui.tui.commands import OBSERVE, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Observe"),
    _(
        "Write what you see and hear, as it happens. Each line is on the disk before it is shown. There is no Save button, "
        "and nothing you type is refused."
    ),
    (
        Command(
            "observe.file",
            OBSERVE,
            "enter",
            _("File"),
            _("File the line you typed. It is on the disk before it is shown."),
            1,
        ),
        Command(
            "observe.end", OBSERVE, "f8", _("End"), _("End the observation; a half-typed line is filed with it."), 2
        ),
        Command(
            "observe.next-meeting",
            OBSERVE,
            "f7",
            _("Next meeting"),
            _("End this observation and be ready for the next one."),
        ),
        Command(
            "observe.undo", OBSERVE, "ctrl+z", _("Undo"), _("Take back the last thing done, as often as you like."), 3
        ),
        Command("observe.redo", OBSERVE, "ctrl+y", _("Redo"), _("Do again what was taken back.")),
        Command(
            "observe.lines", OBSERVE, "f2", _("Lines"), _("Go to the lines: edit, star, move, retime, take out."), 6
        ),
        Command(
            "observe.confide",
            OBSERVE,
            "f3",
            _("In confidence"),
            _(
                "Take what you type, or the last line, in confidence: gone from the screen at once. Again: "
                "discard it without trace."
            ),
        ),
        Command(
            "observe.pad", OBSERVE, "f4", _("Pad"), _("Show or hide the pad with the look-fors and the speakers."), 9
        ),
        Command(
            "observe.about",
            OBSERVE,
            "f5",
            _("About"),
            _("Say whose meeting it is, what is watched for, and when it began."),
            10,
        ),
        Command("observe.segment", OBSERVE, "f6", _("Next segment"), _("Begin the next segment of the agenda.")),
        Command("observe.pause", OBSERVE, "ctrl+g", _("Pause"), _("Pause the meeting, or go on.")),
        Command(
            "observe.star",
            OBSERVE,
            "ctrl+r",
            _("Star"),
            _("Star the last line, to come back to it; again takes the star away."),
        ),
        Command(
            "observe.mark",
            OBSERVE,
            ",".join(f"alt+{key}" for key in PAD_KEYS),
            _("Mark a look-for"),
            _(
                "Mark the last line with this look-for of the pad; with an empty entry, note that it was seen now. "
                "One that lasts is started and stopped."
            ),
            each=True,
        ),
        Command(
            "observe.speaker",
            OBSERVE,
            ",".join(f"alt+{key}" for key in SPEAKER_KEYS),
            _("Name the speaker"),
            _("Say who speaks in the line you type; with an empty entry, in the last line."),
            each=True,
        ),
        Command(
            "observe.step-seen",
            OBSERVE,
            f"alt+{STEP_KEY}",
            _("Step seen"),
            _(
                "Say that the step the lead agreed to was seen now. It stands at the top of the pad; Ctrl+Z takes it back."
            ),
        ),
        Command(
            "observe.complete",
            OBSERVE,
            "tab",
            _("Complete"),
            _("Complete a name, or see your abbreviations written out."),
        ),
        Command(
            "observe.tally", OBSERVE, "", _("Talk tally"), _("Count in the pad who speaks, as it was written down.")
        ),
        Command(
            "observe.page-up",
            OBSERVE,
            "pageup",
            _("Earlier"),
            _("See earlier lines; what you type is not disturbed."),
            11,
        ),
        Command(
            "observe.page-down",
            OBSERVE,
            "pagedown",
            _("Later"),
            _("See later lines; at the end new lines are followed again."),
        ),
        Command("observe.row-up", OBSERVE, "up", _("One line up"), _("Scroll the lines up by one.")),
        Command("observe.row-down", OBSERVE, "down", _("One line down"), _("Scroll the lines down by one.")),
        Command(
            "observe.leave",
            OBSERVE,
            "escape",
            _("Today"),
            _("Go to Today. The observation goes on; nothing is ended."),
            4,
        ),
    ),
)
