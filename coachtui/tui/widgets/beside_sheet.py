"""The rows that may stand in the place of the evidence: what the lead said, what changed."""

from textual.binding import Binding

from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK_LINES
from coachtui.tui.widgets.sheet import Sheet

_ITS_KEYS = ("feedback-lines.draft", "feedback-lines.reply")


class BesideSheet(Sheet):
    """A sheet from which Esc and Tab go to the draft, as from the lines."""

    BINDINGS = [each for each in bindings_for(FEEDBACK_LINES) if isinstance(each, Binding) and each.id in _ITS_KEYS]
