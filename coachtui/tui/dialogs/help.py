"""Help: what a room is for, what can be typed there, and its keys."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coachtui.tui.commands import OBSERVE, READING, TODAY, commands_of

PURPOSES = {
    TODAY: "Today shows what waits for you and the observations made so far.",
    READING: "One observation of the past. Nothing can be changed by accident here.",
    OBSERVE: "Write what you see and hear, as it happens. Each line is on the disk before it is shown. "
    "There is no Save button, and nothing you type is refused.",
}
FORMS = (
    ("-3m  -90s  -1m30s", "the line happened that much earlier"),
    ("@10:42  ~10:40  @?", "at that time, about then, time unknown"),
    ("?   !   =", "I wonder, I judge, a new segment (= Data review 15)"),
    ("maria:  T2:  all:", "who speaks"),
    ('"in quotes"', "word for word"),
    ("#TM3  #norms", "codes, at the end"),
    (" *", "at the very end: come back to this"),
    ("\\", "take the rest as it stands"),
)


class HelpPage(ModalScreen[None]):
    """The help of one room."""

    BINDINGS = [
        Binding("escape,f1,q,enter", "dismiss", "Close"),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
    ]

    def __init__(self, room: str) -> None:
        super().__init__()
        self._room = room

    def compose(self) -> ComposeResult:
        """Purpose, forms, keys."""
        with VerticalScroll(id="page"):
            yield Static(Content(PURPOSES.get(self._room, "")))
            if self._room == OBSERVE:
                yield Static(Content("\nWhat a line can say, in this order, all of it if you like\n").stylize("bold"))
                yield Static(_table(FORMS))
            yield Static(Content("\nKeys\n").stylize("bold"))
            keys = [(command.shown_key, command.meaning) for command in commands_of(self._room) if command.key]
            yield Static(_table(keys))
            yield Static(Content("\nEsc closes this page."), classes="faint")

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=lines, animate=False)


def _table(rows: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> Content:
    """Two columns: the first in the accent, the second wrapped by the page."""
    width = max(len(left) for left, _ in rows) + 2
    lines = [Content.assemble((left.ljust(width), "$accent"), right) for left, right in rows]
    return Content("\n").join(lines)
