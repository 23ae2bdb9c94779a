"""The commands of a draft of feedback."""

from coachtui.tui.commands import FEEDBACK, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("Feedback"),
    _(
        "Feedback that a lead can act on, drafted from the lines of an observation. At the left the evidence, at the right the "
        "draft; F6 goes from one to the other. Every key is on the disk at once. What is advised below never keeps you from "
        "anything."
    ),
    (
        Command(
            "feedback.other-side", FEEDBACK, "f6,shift+tab", _("Lines"), _("Go to the lines, or back to the draft."), 1
        ),
        Command("feedback.leave", FEEDBACK, "escape", _("Back"), _("Go back; the draft waits exactly as it is."), 2),
        Command(
            "feedback.starter",
            FEEDBACK,
            "tab",
            _("Starter"),
            _("In an empty part: begin it; again for another beginning."),
        ),
        Command(
            "feedback.next-advice", FEEDBACK, "f3", _("Advice"), _("Go to what is advised, one after the other."), 3
        ),
        Command(
            "feedback.why",
            FEEDBACK,
            "f4",
            _("Why"),
            _("Say why it is advised; of a corrected line, what it says now."),
            4,
        ),
        Command(
            "feedback.not-here",
            FEEDBACK,
            "ctrl+n",
            _("Not here"),
            _(
                "Put this advice aside for this draft; of a corrected line, take it as it is now. Ctrl+Z brings it back."
            ),
            10,
        ),
        Command("feedback.spelling", FEEDBACK, "f7", _("Spelling"), _("Go to the next word that may be misspelt."), 9),
        Command("feedback.line", FEEDBACK, "f2", _("The line"), _("Read the line that the draft cites at the cursor.")),
        Command(
            "feedback.share", FEEDBACK, "f8", _("Share"), _("Go to the gate, where you see to the byte what leaves."), 6
        ),
        Command(
            "feedback.state",
            FEEDBACK,
            "f5",
            _("State"),
            _("Ready, or a draft again; once it is shared: talked through, then followed up."),
            11,
        ),
        Command(
            "feedback.rehearse",
            FEEDBACK,
            "ctrl+r",
            _("Rehearse"),
            _("Practise the opening aloud, with a timer; it is logged."),
        ),
        Command(
            "feedback.replies",
            FEEDBACK,
            "ctrl+g",
            _("The lead's words"),
            _("What the lead wrote beside it; p pastes a reply."),
        ),
        Command("feedback.changes", FEEDBACK, "alt+c", _("Changes"), _("What changed since it was shared.")),
        Command(
            "feedback.editor",
            FEEDBACK,
            "ctrl+o",
            _("Editor"),
            _("Write on in your own editor; it comes back as one step."),
        ),
        Command(
            "feedback.shape", FEEDBACK, "alt+s", _("Shape"), _("Go on in another shape: what is written moves along.")
        ),
        Command(
            "feedback.others", FEEDBACK, "alt+d", _("Drafts"), _("Every feedback for this lead; begin another one.")
        ),
        Command(
            "feedback.undo", FEEDBACK, "ctrl+z", _("Undo"), _("Take back the last thing done, as often as you like.")
        ),
        Command("feedback.redo", FEEDBACK, "ctrl+y", _("Redo"), _("Do again what was taken back.")),
    ),
)
