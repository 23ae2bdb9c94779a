"""The draft: the one text that is written at the right, its headings bold, its citations in the accent."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.cache import LRUCache
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from coachtui.model.clean import clean
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK, table_of
from coachtui.tui.draft_look import Look
from coachtui.tui.words import editable

_NO_END = 1_000_000
"""How many things done are kept: more than a person does."""
_EDITING = {key: each.action for each in TextArea.BINDINGS if isinstance(each, Binding) for key in each.key.split(",")}
"""What keys do that edit or move the cursor."""


_OF_THE_ROOM = frozenset(key for each in table_of(FEEDBACK).commands for key in each.key.split(","))


class Place(NamedTuple):
    """Where a person is in a draft: the cursor in characters, and how far it is scrolled."""

    cursor: int
    scroll: int


class DraftArea(TextArea):
    """A text area that wraps, remembers every step, and knows where it was left."""

    FIELD = "draft"
    BINDINGS = bindings_for(FEEDBACK, "screen.")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft-area--heading", "draft-area--citation", "draft-area--flagged", "draft-area--advised",
    }  # fmt: skip
    DEFAULT_CSS = """
    DraftArea, DraftArea:focus {
        width: 1fr;
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        background-tint: $background 0%;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $foreground 25%;
        & > .draft-area--heading { text-style: bold; }
        & > .draft-area--citation { color: $text-accent; text-style: underline; }
        & > .draft-area--flagged { color: $text-warning; text-style: bold underline; }
        & > .draft-area--advised { text-style: underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._look = Look()
        self._looks: LRUCache[str, Text] = LRUCache(512)
        self._advised: dict[int, tuple[int, int]] = {}
        self.hold: Callable[[], object] = lambda: None
        """Called with every change, before anything of it is painted."""
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, compact=True, max_checkpoints=_NO_END,
                         highlight_cursor_line=False, read_only=True)  # fmt: skip
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def index(self) -> int:
        """Where the cursor is, in characters from the beginning."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    @property
    def place(self) -> Place:
        """Where the person is."""
        return Place(self.index, round(self.scroll_y))

    @property
    def steps_back(self) -> int:
        """How many steps can be taken back here."""
        return len(self.history.undo_stack)

    def put(self, text: str, cursor: int) -> None:
        """Show another text; nothing of it can be taken back here."""
        self.load_text(editable(text))
        self.read_only = False
        self.go_to(cursor)

    def go_to(self, start: int, end: int | None = None) -> None:
        """Put the cursor there; with an end these characters are selected."""
        self.move_cursor(self._location(start))
        if end is not None and end > start:
            self.move_cursor(self._location(end), select=True)

    def _location(self, index: int) -> tuple[int, int]:
        row, left = 0, max(0, index)
        lines = self.document.lines
        while row < len(lines) - 1 and left > len(lines[row]):
            left -= len(lines[row]) + 1
            row += 1
        return row, min(left, len(lines[row]))

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, and let it be held on to at once."""
        result = super().edit(edit)
        self.hold()
        return result

    def put_in(self, words: str) -> None:
        """Put words in at the cursor, in the place of what is selected, as one step."""
        result = self.replace(words, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def change(self, start: int, end: int, words: str) -> None:
        """Put words in the place of these characters, as one step; the cursor goes behind them."""
        result = self.replace(words, self._location(start), self._location(end), maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def dress(self, look: Look) -> None:
        """Draw headings and citations as they are now."""
        if look != self._look:
            self._look = look
            self._draw_anew()

    def show_advised(self, start: int, end: int) -> None:
        """Underline what the advice that is shown speaks of; nothing where it is of the whole."""
        before, self._advised = self._advised, {}
        if end > start:
            (first, begin), (last, stop) = self._location(start), self._location(end)
            for row in range(first, last + 1):
                self._advised[row] = (begin if row == first else 0, stop if row == last else _NO_END)
        if self._advised != before:
            self._draw_anew()

    def _draw_anew(self) -> None:
        self.notify_style_update()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget how lines looked."""
        self._looks.clear()
        super().notify_style_update()

    def get_line(self, line_index: int) -> Text:
        """One line of the text, with what stands out in it; looked at once for each wording."""
        words = self.document.get_line(line_index)
        found = self._looks.get(words)
        if found is None:
            found = self._looks[words] = self._drawn(words)
        line = found.copy()
        if line_index in self._advised:
            line.stylize(self._style("advised"), *self._advised[line_index])
        return line

    def _drawn(self, words: str) -> Text:
        line = Text(words, end="", no_wrap=True)
        for span in self._look.spans(words):
            line.stylize(self._style(span.part), span.start, span.end)
        return line

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"draft-area--{part}", partial=True)

    def find_matching_bracket(self, bracket: str, search_from: tuple[int, int]) -> None:
        """Brackets are words here: none is looked for."""
        return

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Tell that keys which edit are only typed: what comes behind them need not wait."""
        return not self.read_only and (key == "enter" or self._edits(key) or super().check_consume_key(key, character))

    def _edits(self, key: str) -> bool:
        """Whether a key edits or moves the cursor, and means nothing else in this room."""
        return key in _EDITING and key not in _OF_THE_ROOM

    async def on_key(self, event: events.Key) -> None:
        """A key that edits does so at once, so that what is typed behind it comes behind it; one with Alt is no text."""
        if self._edits(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(_EDITING[event.key])
        elif event.key.startswith("alt+") and event.key in self.screen.active_bindings:
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is cleaned, and put in as one step."""
        event.stop()
        event.prevent_default()
        if not self.read_only:
            self.put_in(editable(clean(event.text)))
