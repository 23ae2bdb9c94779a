"""What a modern terminal answers when a program asks about it."""

import re
from collections import deque

QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\[(?P<short>6n|5n|0?c|>0?c|\?u|14t|16t|18t)"
    rb"|\x1b\](?P<colour>10|11|12);\?(?:\x07|\x1b\\)"
    rb"|(?P<sizes>\x1b\[\?2048h)"
)
LONGEST = 16
"""Bytes of what came last to keep: a query may be cut in two."""


class Answers:
    """Listens to what a program writes, and holds what is to be answered."""

    def __init__(self, in_band: bool) -> None:
        """`in_band` makes a terminal that tells its size as bytes when asked to."""
        self._in_band = in_band
        self._tail = b""
        self._waiting: deque[bytes] = deque()
        self.sends_sizes = False

    @property
    def waiting(self) -> bool:
        """Whether there is something to answer."""
        return bool(self._waiting)

    def take(self) -> bytes:
        """All there is to answer, once."""
        return b"".join(self._waiting.popleft() for _ in range(len(self._waiting)))

    def hear(self, data: bytes, rows: int, cols: int) -> None:
        """Look for queries in what a program wrote."""
        window = self._tail + data
        heard = 0
        for query in QUERY.finditer(window):
            self._waiting.append(self._answer(query, rows, cols))
            heard = query.end()
        self._tail = window[max(heard, len(window) - LONGEST) :]

    def size(self, rows: int, cols: int) -> bytes:
        """The report of a size, in cells and in pixels."""
        return b"\x1b[48;%d;%d;%d;%dt" % (rows, cols, rows * 16, cols * 8)

    def _answer(self, query: "re.Match[bytes]", rows: int, cols: int) -> bytes:
        if query["mode"] is not None:
            known = query["mode"] == b"2026" or (self._in_band and query["mode"] == b"2048")
            return b"\x1b[?%s;%d$y" % (query["mode"], 2 if known else 0)
        if query["colour"] is not None:
            value = b"ffff/ffff/ffff" if query["colour"] == b"10" else b"0000/0000/0000"
            return b"\x1b]" + query["colour"] + b";rgb:" + value + b"\x1b\\"
        if query["sizes"] is not None:
            self.sends_sizes = self._in_band
            return self.size(rows, cols) if self._in_band else b""
        return {
            b"6n": b"\x1b[1;1R", b"5n": b"\x1b[0n", b"c": b"\x1b[?62;22c", b">c": b"\x1b[>41;354;0c",
            b"?u": b"\x1b[?0u", b"14t": b"\x1b[4;%d;%dt" % (rows * 16, cols * 8), b"16t": b"\x1b[6;16;8t",
            b"18t": b"\x1b[8;%d;%dt" % (rows, cols),
        }[query["short"].replace(b"0", b"")]  # fmt: skip
