"""The commands of a question: whatever room asks it, it is answered alike."""

from coachtui.tui.commands import ANSWER, Command, Table

TABLE = Table(
    "With a question",
    "A room asks in a line of its own. What stands there marked is only offered: type, and your words take its place; with the "
    "arrow keys you change it instead.",
    (
        Command("answer.go-on", ANSWER, "enter,ctrl+j", "Go on", "Take the answer as it stands, also an empty one.", 1),
        Command("answer.leave", ANSWER, "escape", "Leave it", "Leave the question; nothing is changed.", 2),
        Command("answer.choose", ANSWER, "tab", "Choose", "Go through the answers that fit what you typed.", 3),
        Command("answer.clear", ANSWER, "ctrl+u", "Clear", "Take away what stands before the cursor.", 6),
    ),
)
