"""The commands of a question: whatever room asks it, it is answered alike."""

from coachtui.tui.commands import ANSWER, Command, Table
from coachtui.wording import _

TABLE = Table(
    _("With a question"),
    _(
        "A room asks in a line of its own. What stands there marked is only offered: type, and your words take "
        "its place; with the "
        "arrow keys you change it instead."
    ),
    (
        Command(
            "answer.go-on", ANSWER, "enter,ctrl+j", _("Go on"), _("Take the answer as it stands, also an empty one."), 1
        ),
        Command("answer.leave", ANSWER, "escape", _("Leave it"), _("Leave the question; nothing is changed."), 2),
        Command("answer.choose", ANSWER, "tab", _("Choose"), _("Go through the answers that fit what you typed."), 3),
        Command("answer.clear", ANSWER, "ctrl+u", _("Clear"), _("Take away what stands before the cursor."), 6),
    ),
)
