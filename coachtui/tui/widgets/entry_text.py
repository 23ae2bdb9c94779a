"""One line of text with a cursor, the ways to change it, and the keys that do. No screen."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from coachtui.model.clean import clean_line
from coachtui.tui.widgets.wrapping import cluster_after, cluster_before, snap
from coachtui.wording import _


class _Kill(Enum):
    """Which way the last change took words away."""

    NONE = 0
    BACKWARD = 1
    FORWARD = 2


@dataclass(slots=True)
class EntryText:
    """The text, the cursor (an index into it), and what was last killed (taken away to come back)."""

    text: str = ""
    cursor: int = 0
    killed: str = ""
    is_offered: bool = False
    """Whether the text only stands there to be taken: what is typed takes its place."""
    _last_kill: _Kill = _Kill.NONE

    def put(self, text: str, cursor: int | None = None, *, offered: bool = False) -> None:
        """Replace everything; the cursor goes to the end if not told."""
        self.text = text
        self.is_offered = offered and bool(text)
        self.cursor = snap(text, len(text) if cursor is None else cursor)
        self._last_kill = _Kill.NONE

    def insert(self, text: str) -> None:
        """Put text in at the cursor, or in the place of what was only offered."""
        if self.is_offered:
            self.put("")
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)
        self._last_kill = _Kill.NONE

    def type(self, text: str) -> None:
        """Put cleaned text in at the cursor; an accent typed after its letter becomes one character with it."""
        self.insert(clean_line(text))
        if not text.isascii():
            before = clean_line(self.text[: self.cursor])
            self.text, self.cursor = before + self.text[self.cursor :], len(before)

    def move(self, cursor: int) -> None:
        """Put the cursor at an index, or at the nearest one before it where it may stand."""
        self.cursor = snap(self.text, cursor)
        self.is_offered = False
        self._last_kill = _Kill.NONE

    def left(self) -> None:
        """Move back by one character, as a person counts them."""
        self.move(cluster_before(self.text, self.cursor))

    def right(self) -> None:
        """Move on by one character, as a person counts them."""
        self.move(cluster_after(self.text, self.cursor))

    def word_left(self) -> None:
        """Move to the start of this word or of the one before."""
        self.move(self._word_start())

    def word_right(self) -> None:
        """Move to the end of this word or of the next one."""
        self.move(self._word_end())

    def home(self) -> None:
        """Move to the start."""
        self.move(0)

    def end(self) -> None:
        """Move to the end."""
        self.move(len(self.text))

    def backspace(self) -> None:
        """Delete the character before the cursor, or all that was only offered."""
        self._cut(0 if self.is_offered else cluster_before(self.text, self.cursor), self.cursor)
        self._last_kill = _Kill.NONE

    def delete(self) -> None:
        """Delete the character after the cursor, or all that was only offered."""
        self._cut(0 if self.is_offered else self.cursor, cluster_after(self.text, self.cursor))
        self._last_kill = _Kill.NONE

    def kill_word_left(self) -> None:
        """Take away what lies between the start of the word and the cursor."""
        self._kill(snap(self.text, self._word_start()), self.cursor, _Kill.BACKWARD)

    def kill_word_right(self) -> None:
        """Take away what lies between the cursor and the end of the word."""
        self._kill(self.cursor, max(self.cursor, snap(self.text, self._word_end())), _Kill.FORWARD)

    def kill_to_start(self) -> None:
        """Take away what lies before the cursor."""
        self._kill(0, self.cursor, _Kill.BACKWARD)

    def kill_to_end(self) -> None:
        """Take away what lies after the cursor."""
        self._kill(self.cursor, len(self.text), _Kill.FORWARD)

    def restore_killed(self) -> bool:
        """Bring back what was last killed, if the line is empty; whether there was anything."""
        if self.text or not self.killed:
            return False
        killed, self.killed = self.killed, ""
        self.put(killed)
        return True

    def take(self) -> str:
        """Empty the line and hand out what it held; nothing killed before comes back after that."""
        text = self.text
        self.put("")
        self.killed = ""
        return text

    def _word_start(self) -> int:
        return self.text[: self.cursor].rstrip().rfind(" ") + 1

    def _word_end(self) -> int:
        tail = self.text[self.cursor :]
        word = tail.lstrip()
        return self.cursor + len(tail) - len(word) + len(word.split(" ", 1)[0])

    def _cut(self, start: int, end: int) -> str:
        """Take text[start:end] out, and leave the cursor at the cut, or before what became one with what follows."""
        gone = self.text[start:end]
        self.text = self.text[:start] + self.text[end:]
        self.cursor = snap(self.text, start)
        self.is_offered = False
        return gone

    def _kill(self, start: int, end: int, way: _Kill) -> None:
        """Cut and keep; kills one after the other are kept together, in the order of the text."""
        gone = self._cut(start, end)
        if not gone:
            return
        before = self.killed if self._last_kill is not _Kill.NONE else ""
        self.killed = gone + before if way is _Kill.BACKWARD else before + gone
        self._last_kill = way


class Edit(NamedTuple):
    """Keys that change the line, what they do to it, and that in words."""

    keys: tuple[str, ...]
    change: Callable[[EntryText], object]
    meaning: str


EDITS = (
    Edit(("left",), EntryText.left, _("back by a character")),
    Edit(("right",), EntryText.right, _("on by a character")),
    Edit(("ctrl+left", "alt+left"), EntryText.word_left, _("back by a word")),
    Edit(("ctrl+right", "alt+right"), EntryText.word_right, _("on by a word")),
    Edit(("home", "ctrl+a"), EntryText.home, _("to the start")),
    Edit(("end", "ctrl+e"), EntryText.end, _("to the end")),
    Edit(("backspace",), EntryText.backspace, _("delete the character before the cursor")),
    Edit(("delete",), EntryText.delete, _("delete the character after the cursor")),
    Edit(("ctrl+w", "ctrl+backspace"), EntryText.kill_word_left, _("delete the word before the cursor")),
    Edit(("ctrl+delete",), EntryText.kill_word_right, _("delete the word after the cursor")),
    Edit(("ctrl+u",), EntryText.kill_to_start, _("delete to the start")),
    Edit(("ctrl+k",), EntryText.kill_to_end, _("delete to the end")),
)
