"""The keys of the lines in hand."""

from textual.widget import Widget

from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import LINES


class LineKeys(Widget, can_focus=True):
    """Has the cursor while lines are in hand; nothing of it is seen."""

    FIELD = "lines"
    BINDINGS = bindings_for(LINES)
    DEFAULT_CSS = "LineKeys { width: 0; height: 0; }"
