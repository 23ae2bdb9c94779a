"""The terminal's bytes, told apart: keys, and pastes as data.

A terminal puts a paste between two marks. Whatever stands between them is text, be it an Escape or Ctrl+Q; and should the
end mark itself be among the pasted bytes, the paste goes on to the last end mark of the burst.
"""

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

START = b"\x1b[200~"
END = b"\x1b[201~"
MOST_AFTER_END = 64 * 1024
"""Bytes after an end mark, without another one, after which the paste is taken to be over."""
QUIET = 0.02
"""Seconds without a byte after which a burst is over."""
ESCAPE_PATIENCE = 0.05
"""Seconds after an Escape within which the rest of a key's bytes come, even over a slow line; no hand is as fast."""
_ALT = re.compile("\x1b([0-9a-z])")
_ESCAPE = re.compile("\x1b(?=[\x00-\x07\x0a-\x1a\x1c-\x20]|$)")
IDLE = 0.1
"""Seconds to wait for a key before looking up."""
PASTE_PATIENCE = 1.0
"""Seconds without a byte after which the end mark of a paste is not waited for any more."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What the keyboard sent, as text for the key parser."""

    text: str


@dataclass(frozen=True, slots=True)
class Paste:
    """What was pasted, as one text."""

    text: str


Piece = Keys | Paste


class InputSplitter:
    """Takes bytes as they come, in pieces of any size, and gives keys and pastes in their order."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._kept = bytearray()
        self._in_paste = False
        self._searched = 0
        self._last_end = -1

    @property
    def is_waiting(self) -> bool:
        """Whether something is held back until more comes or a moment of quiet."""
        return bool(self._kept)

    @property
    def is_in_paste(self) -> bool:
        """Whether a paste has begun and may not be over."""
        return self._in_paste

    @property
    def is_paste_open(self) -> bool:
        """Whether a paste has begun whose end mark did not come yet."""
        return self._in_paste and self._last_end < 0

    def feed(self, data: bytes) -> list[Piece]:
        """Take what came; give what is certain by now."""
        self._kept += data
        pieces: list[Piece] = []
        while self._step(pieces):
            pass
        return pieces

    def quiet(self) -> list[Piece]:
        """Nothing more came for a moment: a paste that has its end mark is over, and a piece of a mark was a key."""
        pieces: list[Piece] = []
        if self._in_paste:
            if self._last_end >= 0:
                self._finish_paste(self._last_end, pieces)
                while self._step(pieces):
                    pass
        elif self._kept:
            self._keys(bytes(self._kept), pieces)
            self._kept.clear()
        return pieces

    def give_up(self) -> list[Piece]:
        """Nothing more comes: what came of a paste without its end mark is the paste."""
        pieces = self.quiet()
        if self._in_paste:
            self._finish_paste(len(self._kept), pieces)
        return pieces

    def _step(self, pieces: list[Piece]) -> bool:
        return self._step_paste(pieces) if self._in_paste else self._step_keys(pieces)

    def _step_keys(self, pieces: list[Piece]) -> bool:
        """Give the keys up to the next start mark; hold back what may be the beginning of one."""
        at = self._kept.find(START)
        if at >= 0:
            self._keys(bytes(self._kept[:at]), pieces, final=True)
            del self._kept[: at + len(START)]
            self._in_paste, self._searched, self._last_end = True, 0, -1
            return True
        held = _beginning_of_mark(self._kept)
        self._keys(bytes(self._kept[: len(self._kept) - held]), pieces)
        del self._kept[: len(self._kept) - held]
        return False

    def _step_paste(self, pieces: list[Piece]) -> bool:
        """Look for the last end mark of the burst; a start mark settles it, and so does much else after it."""
        while (at := self._next_end()) >= 0:
            self._last_end, self._searched = at, at + len(END)
        if self._last_end < 0:
            self._searched = max(0, len(self._kept) - len(END) + 1)
            return False
        if len(self._kept) >= self._reach() or self._kept.find(START, self._searched) >= 0:
            self._finish_paste(self._last_end, pieces)
            return True
        return False

    def _next_end(self) -> int:
        """Where the next end mark of this paste is; -1 where none has come yet."""
        if self._last_end < 0:
            return self._kept.find(END, self._searched)
        at = self._kept.find(END, self._searched, self._reach())
        return -1 if at >= 0 and self._kept.find(START, self._searched, at) >= 0 else at

    def _reach(self) -> int:
        """Up to where another end mark would still belong to this paste."""
        return self._last_end + len(END) + MOST_AFTER_END + len(END)

    def _finish_paste(self, end: int, pieces: list[Piece]) -> None:
        pieces.append(Paste(self._kept[:end].decode("utf-8", "replace")))
        del self._kept[: end + len(END)]
        self._in_paste = False

    def _keys(self, data: bytes, pieces: list[Piece], *, final: bool = False) -> None:
        text = self._decoder.decode(data, final)
        if text:
            pieces.append(Keys(text))


class TerminalReader:
    """Reads a terminal, a moment at a time, and tells what came."""

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._splitter = InputSplitter()
        self._last_byte = monotonic()
        self._is_gone = False

    @property
    def is_holding(self) -> bool:
        """Whether bytes wait in the terminal, or a piece of a paste here, that were not given yet."""
        if self._is_gone:
            return False
        try:
            return self._splitter.is_waiting or bool(self._ready(0))
        except (OSError, ValueError):
            return False

    def read(self) -> list[Piece] | None:
        """What came within a moment; None says that the terminal is gone, after all it sent was given."""
        if self._is_gone:
            return None
        data = self._read(self._patience())
        if data is None:
            self._is_gone = True
            return self._splitter.give_up()
        if data:
            self._last_byte = monotonic()
            return self._splitter.feed(data)
        if self._splitter.is_paste_open:
            is_late = monotonic() - self._last_byte > PASTE_PATIENCE
            return self._splitter.give_up() if is_late else []
        return self._splitter.quiet()

    def _patience(self) -> float:
        if not self._splitter.is_waiting:
            return IDLE
        return QUIET if self._splitter.is_in_paste else ESCAPE_PATIENCE

    def _read(self, patience: float) -> bytes | None:
        """The bytes of at most `patience` seconds; none is b"", None says that the terminal is gone."""
        try:
            return (os.read(self._fileno, 65536) or None) if self._ready(patience) else b""
        except (OSError, ValueError):
            return None

    def _ready(self, patience: float) -> list[int]:
        return select.select([self._fileno], [], [], patience)[0]


def told_apart(text: str) -> str:
    """Keys, with Alt and a digit or a letter, and Escape alone, in the form that can't be taken for anything else.

    Textual reads Escape and a digit as what Option and a digit write on a Mac: "£" for Alt+3. A letter with Alt and
    what comes close behind it, as over a slow line, it may read as Escape, which would leave the room, or as "^". And it
    forgets an Escape with Enter, Space or a key with Ctrl close behind. One that ends a piece had a moment of quiet.
    """
    return _ESCAPE.sub("\x1b[27u", _ALT.sub(lambda found: f"\x1b[{ord(found[1])};3u", text))


def takes_mouse(environment: Mapping[str, str]) -> bool:
    """Whether the mouse can be asked for; inside of GNU screen it would keep Esc back until another key comes (measured)."""
    return "STY" not in environment or "TMUX" in environment


def _beginning_of_mark(data: bytearray) -> int:
    """How many bytes at the end could be the beginning of a start mark."""
    for length in range(min(len(START) - 1, len(data)), 0, -1):
        if data.endswith(START[:length]):
            return length
    return 0
