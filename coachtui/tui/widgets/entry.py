"""The entry line: one line of text that is typed into, painted by itself, laid out never."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from coachtui.model.clean import clean_line, clean_lines
from coachtui.tui.widgets.entry_messages import SpeaksUp
from coachtui.tui.widgets.entry_text import EDITS, EntryText
from coachtui.tui.widgets.entry_view import first_in_view, is_typed, shown
from coachtui.tui.widgets.wrapping import cells, cluster_after, reach_on, shorten
from coachtui.tui.words import printable_line

_CHANGES = {key: edit.change for edit in EDITS for key in edit.keys}
_FILING_KEYS = frozenset({"enter", "ctrl+j"})


def type_into(widget: Widget | None, text: str) -> None:
    """Type this where the cursor is, if words are written there."""
    from textual.widgets import TextArea  # late: most rooms have none, and it takes long to import

    if isinstance(widget, Entry | TextArea):
        widget.insert(text)


class Entry(SpeaksUp, can_focus=True):
    """Takes keys and pastes, shows the stretch of the text around the cursor, and says what happened.

    Enter empties the line at once, so that what is typed next is the next line; whoever files the text and
    fails puts it back with `put_back`.
    """

    FIELD = "entry"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry--prompt", "entry--placeholder", "entry--offered", "entry--cursor"}
    DEFAULT_CSS = """
    Entry {
        height: 1;
        width: 1fr;
        color: $foreground;
        & > .entry--prompt { color: $primary; text-style: bold; }
        & > .entry--placeholder { color: $text-muted; }
        & > .entry--offered { text-style: reverse; }
        & > .entry--cursor { text-style: reverse; }
    }
    """

    def __init__(self, prompt: str = "› ", placeholder: str = "", *, waits: bool = False,
                 id: str | None = None) -> None:  # fmt: skip
        """An empty entry line with a mark in front and faint words to show while it is empty.

        One that waits is painted empty, after Enter, when whoever files the line says so with `settle`.
        """
        super().__init__(id=id)
        self._prompt = prompt
        self._placeholder = placeholder
        self._waits = waits
        self._line = EntryText()
        self._first_shown = 0
        self._styles_used: dict[str, Style] = {}

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self._line.text

    @property
    def cursor(self) -> int:
        """Where the cursor is, as an index into the text."""
        return self._line.cursor

    def take(self) -> str:
        """Empty the line and hand out what it held; no message is sent."""
        text = self._line.take()
        self._repaint()
        return text

    def set_prompt(self, prompt: str) -> None:
        """Another mark in front; it may hold words that somebody typed, or that a file of theirs holds."""
        self._prompt = printable_line(prompt)

    def set_text(self, text: str, cursor: int | None = None, *, offered: bool = False) -> None:
        """Show another text, from outside: no message is sent. The cursor goes to the end if not told.

        What is only offered looks chosen, and what is typed takes its place.
        """
        self._line.put(clean_line(text), cursor, offered=offered)
        self._repaint()

    def insert(self, text: str) -> None:
        """Put text in at the cursor as if it had been typed."""
        first_key = not self.text
        self._line.type(text)
        self._tell(first_key)

    def file(self) -> bool:
        """Hand out the text and start anew; nothing to do while there are no words."""
        if not self.text.strip():
            return False
        self.post_message(self.Filed(self, self._line.take()))
        if not self._waits:
            self._repaint()
        return True

    def edit(self, key: str) -> None:
        """Change the line as this key does."""
        before = (self.text, self.cursor, self._line.is_offered)
        _CHANGES[key](self._line)
        if (self.text, self.cursor, self._line.is_offered) != before:
            self._tell(first_key=False)

    def settle(self) -> None:
        """Paint the line as it is now."""
        self._repaint()

    def replace_text(self, text: str) -> None:
        """Put other words in the place of what is typed, as if they had been."""
        self._line.put(clean_line(text))
        self._tell(first_key=False)

    def put_back(self, text: str) -> None:
        """Bring a text back that could not be filed, in front of what was typed since."""
        cursor = len(text) + self.cursor
        self.set_text(text + self.text, cursor)

    def restore_killed(self) -> bool:
        """Bring back the last deleted words, if the line is empty; whether there were any."""
        restored = self._line.restore_killed()
        if restored:
            self._tell(first_key=True)
        return restored

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell the footer which keys type or edit while the entry has the cursor."""
        return key in _CHANGES or key in _FILING_KEYS or self._types(key, character)

    def on_key(self, event: events.Key) -> None:
        """Edit, file or type; every other key goes on to the room."""
        if self._take_key(event.key, event.character):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """One line goes in at the cursor; several are handed to the room."""
        event.stop()
        lines = clean_lines(event.text)
        if len(lines) == 1:
            self.insert(lines[0])
        elif lines:
            self.post_message(self.PastedLines(self, lines))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is pressed."""
        event.stop()
        column = event.get_content_offset_capture(self).x - cells(self._prompt)
        self._line.move(reach_on(self.text, self._first_shown, column))
        self._tell(first_key=False)

    def on_focus(self) -> None:
        """Show the cursor, and tell the terminal where it is."""
        self._repaint()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._repaint()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._styles_used.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint the prompt, the text around the cursor, and the cursor."""
        width, plain = self.size.width, self._style("")
        if y:
            return Strip.blank(width, plain)
        segments = [Segment(self._prompt, self._style("entry--prompt")), *self._text_segments()]
        return Strip(segments).crop_extend(0, width, plain)

    def painted(self, text: str) -> str:
        """A piece of the text as it is painted."""
        return shown(text)

    def _text_segments(self) -> list[Segment]:
        """The text that is in view, or the placeholder, with the cursor's cell reversed."""
        room = self._room()
        style = self._style("entry--offered" if self._line.is_offered else "")
        text, cursor, start = self.text, self.cursor, self._first_shown
        if not text:
            text, cursor, start = shorten(self._placeholder, room), 0, 0
            style = self._style("entry--placeholder")
        after = cluster_after(text, cursor)
        end = max(after, reach_on(text, start, room))
        under_cursor = Segment(
            self.painted(text[cursor:after]) or " ", self._style("") if cursor == len(text) else style
        )
        if self.has_focus:
            under_cursor = Segment(under_cursor.text, style + self._style("entry--cursor", partial=True))
        return [
            Segment(self.painted(text[start:cursor]), style),
            under_cursor,
            Segment(self.painted(text[after:end]), style),
        ]

    def _take_key(self, key: str, character: str | None) -> bool:
        """Do what the key means here; whether it means anything here."""
        if key in _CHANGES:
            self.edit(key)
            return True
        if key in _FILING_KEYS:
            return self.file()
        if not self._types(key, character):
            return False
        self.insert(character or "")
        return True

    def _types(self, key: str, character: str | None) -> bool:
        """Whether a key is text here; one with Alt is not, where it is a key of the room."""
        return is_typed(character) and not (key.startswith("alt+") and key in self.screen.active_bindings)

    def _tell(self, first_key: bool) -> None:
        """Paint what changed, and say it."""
        self._repaint()
        self.post_message(self.Changed(self, self.text, self.cursor, first_key and bool(self.text)))

    def _repaint(self) -> None:
        """Bring the cursor into view, paint the line, and tell the terminal where to put input methods."""
        self._first_shown = first_in_view(self.text, self.cursor, self._first_shown, self._room())
        if self.has_focus:
            x, y, _width, _height = self.content_region
            before = cells(self._prompt) + cells(self.text[self._first_shown : self.cursor])
            self.app.cursor_position = Offset(x + before, y)  # pyright: ignore[reportUnknownMemberType]
        self.refresh()

    def _room(self) -> int:
        """The cells there are for text; at least two, the widest character there is."""
        return max(2, self.size.width - cells(self._prompt))

    def _style(self, name: str, partial: bool = False) -> Style:
        """A style of the theme, looked up once."""
        if name not in self._styles_used:
            style = self.get_component_rich_style(name, partial=partial) if name else self.rich_style
            self._styles_used[name] = style
        return self._styles_used[name]
