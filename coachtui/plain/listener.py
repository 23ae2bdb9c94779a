"""Asking and listening: a prompt, then a line, with the moment of its first key; what is half-typed is handed on at every key."""

from collections.abc import Callable
from typing import NamedTuple

from coachtui.clock import Clock
from coachtui.model.clean import clean_line
from coachtui.model.moment import Moment
from coachtui.plain.keyboard import Keyboard
from coachtui.plain.line_editor import END, TAKEN_BACK, UNDO, LineEditor
from coachtui.plain.voice import Voice
from coachtui.wording import _

_TICK = 1.0
_KEY_PATIENCE = 0.05
"""Seconds in which the rest of a key's bytes comes."""
Half = Callable[[str, Moment | None], None]


class Leaves(Exception):
    """The person leaves: Ctrl+D, or no more words come."""


class Typed(NamedTuple):
    """A line with the moment of its first key. `is_undo` says that Ctrl+Z was pressed in an empty one."""

    text: str
    began: Moment
    is_undo: bool = False


class Line(NamedTuple):
    """How a line is asked for: with what in it, who is told what is half-typed, what Tab adds; a secret one is not shown."""

    prompt: str = ""
    text: str = ""
    began: Moment | None = None
    half: Half | None = None
    complete: Callable[[str], str] = lambda __: ""
    is_secret: bool = False


class Listener:
    """Hears what is typed."""

    def __init__(self, keyboard: Keyboard, voice: Voice, clock: Clock, tick: Callable[[], None]) -> None:
        """`tick` is called at every key, and about once a second while nobody types."""
        self._keyboard, self._voice, self._clock, self._tick = keyboard, voice, clock, tick
        self._waiting = b""
        self.last_key = clock.now()

    def ask(self, line: Line) -> Typed:
        """The line that is typed. Raises Leaves, or Ended."""
        editor = LineEditor(line.text, line.complete)
        began = (line.began or self._clock.now()) if line.text else None
        self._voice.prompt(line.prompt + ("" if line.is_secret else line.text))
        while True:
            data, now = self._hear(editor)
            taken = editor.take(data)
            self._waiting = data[taken.used :]
            self._echo(taken.echo, line)
            began = (began or now) if editor.text else None
            if taken.ending == TAKEN_BACK:
                began = self._take_back(editor, line)
            elif taken.ending:
                return self._ended(taken.ending, editor.text, began or now)
            elif line.half is not None:
                line.half(editor.text, began)

    def _hear(self, editor: LineEditor) -> tuple[bytes, Moment]:
        """The next bytes and the moment at which they came. Raises Leaves where none come any more."""
        if self._waiting:
            return self._waiting, self._clock.now()
        while True:
            data = self._keyboard.read(_KEY_PATIENCE if editor.is_in_sequence else _TICK)
            now = self._clock.now()
            if data:
                self.last_key = now
                if self._keyboard.is_terminal:
                    self._tick()
                return data if self._keyboard.by_key else self._whole_line(data), now
            if data is not None:
                if editor.text and not self._keyboard.is_terminal:
                    return b"\n", now  # the last line of a file may have no end
                raise Leaves
            editor.give_up()
            if self._keyboard.is_terminal:
                self._tick()

    @staticmethod
    def _whole_line(data: bytes) -> bytes:
        """Words that are no keys: what would be a key among them is none."""
        keys = bytes(set(range(32)) - {0x0A, 0x0D} | {0x7F})
        return data.replace(b"\r\n", b"\n").replace(b"\t", b" ").translate(None, keys)

    def _take_back(self, editor: LineEditor, line: Line) -> Moment | None:
        """Ctrl+C: the line is empty again."""
        was, __ = editor.text, editor.clear()
        self._voice.say("")
        self._voice.say(_("Taken back.") if was else _("Nothing is typed. Ctrl+D leaves."))
        self._voice.prompt(line.prompt)
        if line.half is not None and was:
            line.half("", None)
        return None

    def _echo(self, text: str, line: Line) -> None:
        if self._keyboard.by_key and self._keyboard.echoes and text and not line.is_secret:
            self._voice.echo(text)

    def _ended(self, ending: str, text: str, began: Moment) -> Typed:
        if self._keyboard.by_key and self._keyboard.echoes:
            self._voice.echo("\n")
        if ending == END:
            raise Leaves
        return Typed(clean_line(text), began, ending == UNDO)
