"""Help: what a room is for, what can be typed there, and its keys."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid
from textual.content import Content
from textual.widgets import Static

from coachtui.tui.commands import (
    ANSWER,
    FEEDBACK,
    FEEDBACK_LINES,
    LINES,
    OBSERVE,
    READING,
    commands_of,
    key_name,
    table_of,
)
from coachtui.tui.dialogs.page import Page
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.entry_text import EDITS

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
STRIP = (
    ("▂▄▆", "someone speaks in a line of that time, the higher the more lines"),
    ("·", "something is written there, and nobody speaks in it"),
    ("│", "a segment begins"),
    ("*", "a line to come back to"),
)


class HelpPage(Page):
    """The help of one room; first of the question that stands in it, if one does."""

    BINDINGS = [Binding("o", "observe", show=False)]

    def __init__(self, room: str, *, is_asking: bool = False) -> None:
        super().__init__()
        self._room = room
        self._is_asking = is_asking
        self.title_words = Content.assemble(("Help", "bold"), f"  {table_of(room).title}")

    def parts(self) -> ComposeResult:
        """Purpose, forms, keys."""
        if self._is_asking:
            question = table_of(ANSWER)
            yield Static(Content(question.purpose))
            yield from _table(question.title, [(each.shown_key, each.meaning) for each in question.commands])
            yield Static(Content(table_of(self._room).title), classes="heading")
        yield Static(Content(table_of(self._room).purpose))
        yield from self._tables()

    def _tables(self) -> ComposeResult:
        """What a line can say, the keys of the room, the keys while typing."""
        if self._room == OBSERVE:
            yield from _table("What a line can say, in this order, all of it if you like", FORMS)
        keys = [(command.shown_key, command.meaning) for command in commands_of(self._room) if command.key]
        yield from _table("Keys", keys)
        if self._room == OBSERVE:
            edits = [("  ".join(key_name(key) for key in edit.keys), edit.meaning) for edit in EDITS]
            yield from _table("While typing", edits)
            yield from _table("The row above the entry: the meeting so far", STRIP)
        if self._room in (OBSERVE, READING):
            lines = [(command.shown_key, command.meaning) for command in table_of(LINES).commands]
            yield from _table("With the lines in hand (F2)", lines)
        if self._room == FEEDBACK:
            lines = [(command.shown_key, command.meaning) for command in table_of(FEEDBACK_LINES).commands]
            yield from _table("Among the lines (F6)", lines)

    def action_observe(self) -> None:
        """Sit in on a meeting, or go back to where it is written."""
        self.post_message(GoTo(OBSERVE))


def _table(heading: str, rows: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> ComposeResult:
    """A heading over two columns: the first in the accent, the second broken where it ends."""
    yield Static(Content(heading), classes="heading")
    with Grid(classes="table"):
        for left, right in rows:
            yield Static(Content(left), classes="key")
            yield Static(Content(right))
