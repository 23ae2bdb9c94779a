"""The commands of a draft of feedback."""

from coachtui.tui.commands import FEEDBACK, Command, Table

TABLE = Table(
    "Feedback",
    "Feedback that a lead can act on, drafted from the lines of an observation. At the left the evidence, at the right the "
    "draft; F6 goes from one to the other. Every key is on the disk at once. What is advised below never keeps you from "
    "anything.",
    (
        Command("feedback.other-side", FEEDBACK, "f6,shift+tab", "Lines", "Go to the lines, or back to the draft.", 1),
        Command("feedback.leave", FEEDBACK, "escape", "Back", "Go back; the draft waits exactly as it is.", 2),
        Command(
            "feedback.starter", FEEDBACK, "tab", "Starter", "In an empty part: begin it; again for another beginning."
        ),
        Command("feedback.next-advice", FEEDBACK, "f3", "Advice", "Go to what is advised, one after the other.", 3),
        Command(
            "feedback.why", FEEDBACK, "f4", "Why", "Say why it is advised; of a corrected line, what it says now.", 4
        ),
        Command(
            "feedback.not-here",
            FEEDBACK,
            "ctrl+n",
            "Not here",
            "Put this advice aside for this draft; of a corrected line, take it as it is now. Ctrl+Z brings it back.",
            10,
        ),
        Command("feedback.spelling", FEEDBACK, "f7", "Spelling", "Go to the next word that may be misspelt.", 9),
        Command("feedback.line", FEEDBACK, "f2", "The line", "Read the line that the draft cites at the cursor."),
        Command("feedback.share", FEEDBACK, "f8", "Share", "Go to the gate, where you see to the byte what leaves.", 6),
        Command(
            "feedback.state",
            FEEDBACK,
            "f5",
            "State",
            "Ready, or a draft again; once it is shared: talked through, then followed up.",
            11,
        ),
        Command(
            "feedback.rehearse",
            FEEDBACK,
            "ctrl+r",
            "Rehearse",
            "Practise the opening aloud, with a timer; it is logged.",
        ),
        Command(
            "feedback.replies",
            FEEDBACK,
            "ctrl+g",
            "The lead's words",
            "What the lead wrote beside it; p pastes a reply.",
        ),
        Command("feedback.changes", FEEDBACK, "alt+c", "Changes", "What changed since it was shared."),
        Command(
            "feedback.editor",
            FEEDBACK,
            "ctrl+o",
            "Editor",
            "Write on in your own editor; it comes back as one step.",
        ),
        Command("feedback.shape", FEEDBACK, "alt+s", "Shape", "Go on in another shape: what is written moves along."),
        Command("feedback.others", FEEDBACK, "alt+d", "Drafts", "Every feedback for this lead; begin another one."),
        Command("feedback.undo", FEEDBACK, "ctrl+z", "Undo", "Take back the last thing done, as often as you like."),
        Command("feedback.redo", FEEDBACK, "ctrl+y", "Redo", "Do again what was taken back."),
    ),
)
