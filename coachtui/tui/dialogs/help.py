"""Help: what the field with the cursor is, what the room is for, what can be typed there, and the keys."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid
from textual.content import Content
from textual.widgets import Static

from coachtui.tui.commands import (
    ANSWER,
    EVERYWHERE,
    FEEDBACK,
    FEEDBACK_LINES,
    LINES,
    OBSERVE,
    READING,
    Command,
    commands_of,
    own_commands,
    table_of,
)
from coachtui.tui.dialogs.page import Page
from coachtui.tui.key_names import key_name
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.widgets.entry_text import EDITS
from coachtui.wording import _

FORMS = (
    ("-3m  -90s  -1m30s", _("the line happened that much earlier")),
    ("@10:42  ~10:40  @?", _("at that time, about then, time unknown")),
    ("?   !   =", _("I wonder, I judge, a new segment (= Data review 15)")),
    (_("maria:  T2:  all:"), _("who speaks")),
    (_('"in quotes"'), _("word for word")),
    (_("#TM3  #norms"), _("codes, at the end")),
    (" *", _("at the very end: come back to this")),
    ("\\", _("take the rest as it stands")),
)
STRIP = (
    ("▂▄▆", _("someone speaks in a line of that time, the higher the more lines")),
    ("·", _("something is written there, and nobody speaks in it")),
    ("│", _("a segment begins")),
    ("*", _("a line to come back to")),
)


class HelpPage(Page):
    """The help of a room as it is now: of its field first, then of itself."""

    BINDINGS = [Binding("o", "observe", show=False)]

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room, self._scope, self._field = room.NAME, room.scope, room.field
        self._keymap = room.workplace.keymap
        self.title_words = Content.assemble((_("Help"), "bold"), f"  {table_of(self._room).title}")

    def parts(self) -> ComposeResult:
        """The field, purpose, forms, keys."""
        if self._field is not None:
            yield Static(Content(self._field.name), classes="heading -first")
            yield Static(Content(self._words(self._field.words)))
        if self._scope not in (self._room, EVERYWHERE):
            here = table_of(self._scope)
            if self._scope == ANSWER:
                yield Static(Content(here.purpose))
            yield from self._keys(here.title, own_commands(self._scope, self._keymap))
        if self._field is not None:
            yield Static(Content(table_of(self._room).title), classes="heading")
        yield Static(Content(self._words(table_of(self._room).purpose)))
        yield from self._tables()

    def _tables(self) -> ComposeResult:
        """What a line can say, the keys of the room, the keys while typing."""
        if self._room == OBSERVE:
            yield from _table(_("What a line can say, in this order, all of it if you like"), FORMS)
        yield from self._keys(_("Keys"), [each for each in commands_of(self._room, self._keymap) if each.key])
        if self._room == OBSERVE:
            edits = [("  ".join(key_name(key) for key in edit.keys), edit.meaning) for edit in EDITS]
            yield from _table(_("While typing"), edits)
            yield from _table(_("The row above the entry: the meeting so far"), STRIP)
        besides = {OBSERVE: LINES, READING: LINES, FEEDBACK: FEEDBACK_LINES}.get(self._room)
        if besides is not None and besides != self._scope:
            leads_to = "feedback.other-side" if besides == FEEDBACK_LINES else f"{self._room}.lines"
            what = _("Among the lines") if besides == FEEDBACK_LINES else _("With the lines in hand")
            heading = f"{what} ({self._keymap.name_of(leads_to)})"
            yield from self._keys(heading, own_commands(besides, self._keymap))

    def _keys(self, heading: str, commands: Sequence[Command]) -> ComposeResult:
        yield from _table(heading, [(each.shown_key, self._words(each.meaning)) for each in commands])

    def _words(self, words: str) -> str:
        return self._keymap.reworded(words, self._room)

    def action_observe(self) -> None:
        """Sit in on a meeting, or go back to where it is written."""
        self.post_message(GoTo(OBSERVE))


def _table(heading: str, rows: Sequence[tuple[str, str]]) -> ComposeResult:
    """A heading over two columns: the first in the accent, the second broken where it ends."""
    yield Static(Content(heading), classes="heading")
    with Grid(classes="table"):
        for left, right in rows:
            yield Static(Content(left), classes="key")
            yield Static(Content(right))
