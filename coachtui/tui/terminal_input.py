"""The terminal's bytes, told apart: keys, and pastes as data.

A terminal puts a paste between two marks. Whatever stands between them is text, be it an Escape or Ctrl+Q; and should the
end mark itself be among the pasted bytes, the paste goes on to the last end mark of the burst.
"""

from codecs import getincrementaldecoder
from dataclasses import dataclass

START = b"\x1b[200~"
END = b"\x1b[201~"
MOST_AFTER_END = 64 * 1024
"""Bytes after an end mark, without another one, after which the paste is taken to be over."""


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
        """The end mark of a paste does not come: what came is the paste."""
        pieces: list[Piece] = []
        if self._in_paste:
            self._finish_paste(len(self._kept), pieces)
        return pieces + self.quiet()

    def _step(self, pieces: list[Piece]) -> bool:
        return self._step_paste(pieces) if self._in_paste else self._step_keys(pieces)

    def _step_keys(self, pieces: list[Piece]) -> bool:
        """Give the keys up to the next start mark; hold back what may be the beginning of one."""
        at = self._kept.find(START)
        if at >= 0:
            self._keys(bytes(self._kept[:at]), pieces)
            del self._kept[: at + len(START)]
            self._in_paste, self._searched, self._last_end = True, 0, -1
            return True
        held = _beginning_of_mark(self._kept)
        self._keys(bytes(self._kept[: len(self._kept) - held]), pieces)
        del self._kept[: len(self._kept) - held]
        return False

    def _step_paste(self, pieces: list[Piece]) -> bool:
        """Look for the last end mark before the next start mark; a start mark settles it."""
        while (at := self._kept.find(END, self._searched)) >= 0:
            if self._last_end >= 0 and 0 <= self._kept.find(START, self._last_end, at):
                break
            self._last_end = at
            self._searched = at + len(END)
        if self._last_end < 0:
            self._searched = max(0, len(self._kept) - len(END) + 1)
            return False
        after = len(self._kept) - self._last_end - len(END)
        if self._kept.find(START, self._last_end) >= 0 or after > MOST_AFTER_END:
            self._finish_paste(self._last_end, pieces)
            return True
        return False

    def _finish_paste(self, end: int, pieces: list[Piece]) -> None:
        pieces.append(Paste(self._kept[:end].decode("utf-8", "replace")))
        del self._kept[: end + len(END)]
        self._in_paste = False

    def _keys(self, data: bytes, pieces: list[Piece]) -> None:
        text = self._decoder.decode(data)
        if text:
            pieces.append(Keys(text))


def _beginning_of_mark(data: bytearray) -> int:
    """How many bytes at the end could be the beginning of a start mark."""
    for length in range(min(len(START) - 1, len(data)), 0, -1):
        if data.endswith(START[:length]):
            return length
    return 0
