"""What a terminal shows: the bytes that a program wrote, turned into rows of text."""

import re

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?[0-9;]*\$p|\x1b\[>[0-9;]*[mcqpt]|\x1b\[\?[0-9;]*[mn]"
    rb"|\x1b\[[0-9;]*t|\x1bP[^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
UNFINISHED = re.compile(rb"\x1b(?:|\[[<>=?]?[0-9;]*\$?|[P\]][^\x07\x1b]*\x1b?)\Z")
SWITCHES = (1049, 1000, 1003, 1015, 1016, 1006, 2004, 1004, 2048)
"""Modes that a program must have switched off when it ends."""
SHOWN, WRAPS = 25, 7
"""Modes that a program must leave on: the cursor is shown, long lines wrap."""


class Screen:
    """A screen of `rows` by `cols` cells that is fed bytes in pieces of any size."""

    def __init__(self, rows: int, cols: int) -> None:
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._tail = b""
        self._rows = [""] * rows

    def feed(self, data: bytes) -> None:
        """Write these bytes; an escape sequence cut in two is put together again."""
        data = self._tail + data
        unfinished = UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._tail = data[cut:]
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data[:cut]))

    def shows(self, data: bytes) -> list[str]:
        """The rows after these bytes."""
        self.feed(data)
        return self.rows()

    def rows(self) -> list[str]:
        """The rows, from the top, without the spaces at their ends."""
        for number in self._screen.dirty:  # the others are as they were when they were asked for last
            if number < self._screen.lines:
                self._rows[number] = self._row(number).rstrip()
        self._screen.dirty.clear()
        return list(self._rows)

    def _row(self, number: int) -> str:
        """One row; half a wide character whose other half was painted over is a blank, as on a terminal."""
        line, shown, second_half = self._screen.buffer[number], "", False
        for column in range(self._screen.columns):
            character = line[column].data
            if not second_half:
                shown += character or " "
            second_half = not second_half and wcwidth(character[:1] or " ") == 2
        return shown

    def cell(self, row: int, col: int) -> Char:
        """One cell, counted from 0: its character and colours."""
        return self._screen.buffer[row][col]

    def cursor(self) -> tuple[int, int, bool]:
        """The cursor's row and column, counted from 0, and whether it is shown."""
        cursor = self._screen.cursor
        return cursor.y, cursor.x, not cursor.hidden

    def resize(self, rows: int, cols: int) -> None:
        """Change the size."""
        self._screen.resize(rows, cols)
        self._rows = [""] * rows
        self._screen.dirty.update(range(rows))


def left_on(raw: bytes) -> list[str]:
    """What a program that wrote these bytes did not put back: modes, the cursor, kitty's keys."""
    left = [str(mode) for mode in SWITCHES if _last(raw, mode) == b"h"]
    left += [f"{mode} off" for mode in (SHOWN, WRAPS) if _last(raw, mode) == b"l"]
    if len(re.findall(rb"\x1b\[>[0-9]*u", raw)) > len(re.findall(rb"\x1b\[<[0-9]*u", raw)):
        left.append("kitty keys")
    return left


def restored(raw: bytes) -> bool:
    """Whether a program that wrote these bytes put back everything it had switched."""
    return not left_on(raw)


def _last(raw: bytes, mode: int) -> bytes:
    """The last switching of a mode: b"h" on, b"l" off, b"" never."""
    switched = re.findall(rb"\x1b\[\?%d([hl])" % mode, raw)
    return switched[-1] if switched else b""
