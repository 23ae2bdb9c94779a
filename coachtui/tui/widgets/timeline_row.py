"""A row of the timeline: what it says, and how it is drawn into columns. No widget, no colours."""

from functools import lru_cache
from typing import NamedTuple

from coachtui.model.line import Kind
from coachtui.tui.widgets.wrapping import cells, line_starts, shorten
from coachtui.tui.words import printable_line
from coachtui.wording import _

GAP = "gap"
ACCOUNT = "account"
_MARKS = {Kind.WONDERING.value: "?", Kind.JUDGMENT.value: "!"}
_TIME_WIDTH = 6
_RULE = "─"
_PARTS = {
    Kind.WONDERING.value: "wondering",
    Kind.JUDGMENT.value: "judgment",
    Kind.IN_CONFIDENCE.value: "in-confidence",
    ACCOUNT: "account",
}


class Run(NamedTuple):
    """A stretch of a drawn line, and the part of the row that it is: the name of its style."""

    text: str
    part: str


Drawn = list[Run]


class Columns(NamedTuple):
    """Where things stand in a timeline of some width: marks, time, speaker, text."""

    width: int

    @property
    def speaker_at(self) -> int:
        """The first cell of the speaker, and of what is not said by anyone."""
        return 3 + _TIME_WIDTH + 2

    @property
    def speaker_width(self) -> int:
        """The cells for a name."""
        return 10 if self.width >= 72 else 7

    @property
    def text_at(self) -> int:
        """The first cell of the text."""
        return self.speaker_at + self.speaker_width + 2

    @property
    def text_width(self) -> int:
        """The cells for the text on each line."""
        return max(12, self.width - self.text_at - 1)

    def heading_width(self, row: "Row") -> int:
        """The cells for the words of a heading or gap, which begin where speakers do."""
        return max(12, self.width - self.speaker_at - len(_minutes(row)) - 3)


@lru_cache(maxsize=8)
def columns_for(width: int) -> Columns:
    """The columns of a timeline of this width."""
    return Columns(width)


class Row(NamedTuple):
    """One line, segment or gap, as data."""

    key: str
    time: str
    kind: str
    speaker: str | None
    text: str
    codes: tuple[str, ...] = ()
    starred: bool = False
    minutes: int | None = None  # planned, of a segment
    is_first: bool = False

    def prepared(self) -> "Row":
        """The row as a timeline holds it: fit to be shown, and of a line in confidence only the time."""
        if self.kind == Kind.IN_CONFIDENCE:
            return self._replace(speaker=None, text="", codes=(), starred=False)
        if self.text.isprintable() and (self.speaker or "").isprintable() and "".join(self.codes).isprintable():
            return self
        return self._replace(
            speaker=printable_line(self.speaker) if self.speaker else None,
            text=printable_line(self.text),
            codes=tuple(printable_line(code) for code in self.codes),
        )

    def height(self, columns: Columns) -> int:
        """The number of lines that `draw` gives."""
        if self.kind == Kind.SEGMENT:
            return self.empty_above + len(line_starts(self.text, columns.heading_width(self)))
        if self.kind == GAP:
            return len(line_starts(self.text, columns.heading_width(self)))
        return len(line_starts(_body(self), columns.text_width))

    @property
    def empty_above(self) -> int:
        """How many empty lines are drawn above its words: one above a heading that something stands before."""
        return 1 if self.kind == Kind.SEGMENT and not self.is_first else 0

    def draw(self, columns: Columns) -> list[Drawn]:
        """The lines of the row from top to bottom."""
        if self.kind == Kind.SEGMENT:
            return [*([] for _ in range(self.empty_above)), *_draw_heading(self, columns, "segment")]
        if self.kind == GAP:
            return _draw_heading(self, columns, "gap")
        return _draw_said(self, columns)

    def copied(self, columns: Columns, first: int, spans: list[tuple[int, int]]) -> str:
        """What a selection gives to the clipboard: the row's lines from `first` on, joined to one again.

        `spans` are the selected characters of those drawn lines; an end of -1 is the end of the line.
        """
        drawn = ["".join(run.text for run in line) for line in self.draw(columns)]
        if self.kind in (Kind.SEGMENT, GAP):
            indent, words, width = columns.speaker_at, self.text, columns.heading_width(self)
        else:
            indent, words, width = columns.text_at, _body(self), columns.text_width
        starts = line_starts(words, width)
        offset = len(drawn) - len(starts)  # a heading has an empty line above it
        taken = ""
        for number, (start, end) in enumerate(spans, start=first):
            if number > first and number > offset:
                taken += " " if words[starts[number - offset] - 1] == " " else ""
            begin = max(start, indent) if number > first and number > offset else start
            taken += drawn[number][begin : len(drawn[number]) if end < 0 else end]
        return taken


def _codes(row: Row) -> str:
    return " ".join(f"#{code}" for code in row.codes)


def _minutes(row: Row) -> str:
    return "" if row.minutes is None else _(" {minutes} min").format(minutes=row.minutes)


def _body(row: Row) -> str:
    """What stands in the text column: the words, then the codes."""
    if row.kind == Kind.IN_CONFIDENCE:
        return "in confidence"
    if not row.codes:
        return row.text
    return f"{row.text}  {_codes(row)}" if row.text else _codes(row)


def _pieces(text: str, width: int) -> list[tuple[int, str]]:
    """The lines of a text, each with the index it begins at and without the blanks at its end."""
    starts = line_starts(text, width)
    return [(start, text[start:end].rstrip(" ")) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _margin(row: Row) -> Drawn:
    """The marks and the time, up to where the speaker begins."""
    star = " *" if row.starred else "  "
    time = shorten(row.time.strip(), _TIME_WIDTH)
    padding = " " * (_TIME_WIDTH - cells(time))
    return [
        Run(star, "star"),
        Run(_MARKS.get(row.kind, " "), "mark"),
        Run(padding + time + "  ", "time"),
    ]


def _draw_said(row: Row, columns: Columns) -> list[Drawn]:
    """A line that someone said or did, or that the person wondered or thought."""
    speaker = shorten(row.speaker or "", columns.speaker_width)
    speaker += " " * (columns.speaker_width + 2 - cells(speaker))
    first: Drawn = [*_margin(row), Run(speaker, "speaker")]
    indent = Run(" " * columns.text_at, "text")
    part = _PARTS.get(row.kind, "text")
    body = _body(row)
    codes_at = len(body) - len(_codes(row))
    drawn: list[Drawn] = []
    for start, piece in _pieces(body, columns.text_width):
        split = min(max(0, codes_at - start), len(piece))
        line = [*first] if not drawn else [indent]
        drawn.append([*line, Run(piece[:split], part), Run(piece[split:], "code")])
    return drawn


def _draw_heading(row: Row, columns: Columns, part: str) -> list[Drawn]:
    """Words with a thin rule to the right edge, and the planned minutes at its end."""
    drawn: list[Drawn] = []
    minutes = _minutes(row)
    pieces = _pieces(row.text, columns.heading_width(row))
    for number, (_start, piece) in enumerate(pieces, start=1):
        line = _margin(row) if number == 1 else [Run(" " * columns.speaker_at, part)]
        line.append(Run(piece, part))
        if number == len(pieces):
            room = columns.width - columns.speaker_at - cells(piece) - len(minutes) - 2
            line += [Run(" " + _RULE * max(0, room), "rule"), Run(minutes, "time")]
        drawn.append(line)
    return drawn


def in_the_middle(text: str, width: int, height: int, y: int) -> str:
    """What of a short text stands on this line, where it is put into the middle of so many cells and lines."""
    narrower = max(12, min(width - 8, 56))
    pieces = [piece for part in text.split("\n") for _start, piece in _pieces(part, narrower)]
    number = y - (height - len(pieces)) // 2
    piece = pieces[number] if 0 <= number < len(pieces) else ""
    return " " * max(0, (width - cells(piece)) // 2) + piece
