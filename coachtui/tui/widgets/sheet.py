"""A sheet: rows of words under headings, one of which has the cursor. A lead's page, a cycle, an agenda are sheets."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coachtui.tui.jumping import Place, line_in_view
from coachtui.tui.widgets.wrapping import cells, line_starts, shorten
from coachtui.tui.words import plain, printable, printable_line

_MARK, _NO_MARK = "› ", "  "
_BETWEEN = 2
_DOT, _PARTS = " · ", "   "
"""What stands between two facts in a row, and between two at the right of a heading: lines are broken there first."""
_WIDEST_LABEL = 18
_WIDEST_SAID = 76
_POINT = "· "
"""What a line begins with that is one of several; where it is broken, its words go on under its words."""


class SheetRow(NamedTuple):
    """One row: a label at the left, words beside it, a few at the right. `key` names it; a row without one is only read.

    `words` may have several lines. `is_faint` shows them as what stands in for words that are not written yet; `is_said` as
    what an empty room says. Of a row that `is_named` the label is what is looked for, and stands out.
    """

    key: str
    label: str
    words: str = ""
    right: str = ""
    is_heading: bool = False
    is_faint: bool = False
    is_named: bool = False
    is_said: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether the words are not a person's, and may name keys."""
        return self.is_faint or self.is_said


def said(words: str) -> SheetRow:
    """What an empty room says: the next thing to do."""
    return SheetRow("", "", words, is_said=True)


def heading(words: str, right: str = "") -> SheetRow:
    """A row that heads those below it."""
    return SheetRow("", words, right=right, is_heading=True)


class Sheet(OptionList):
    """The rows of a room; the cursor is a mark in front, not a colour alone, and stays on its row when they change."""

    FIELD = "rows"
    DEFAULT_CSS = """
    Sheet { scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: Sequence[SheetRow] = ()

    @property
    def under_cursor(self) -> SheetRow | None:
        """The row that the cursor is on."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    def show(self, rows: Iterable[SheetRow]) -> None:
        """Show these; the cursor stays on its row, or where that was."""
        before, place = self.under_cursor, self.highlighted or 0
        self._rows = list(rows)
        self.clear_options()
        self.add_options([Option("", disabled=not row.key) for row in self._rows])
        keys = [row.key for row in self._rows]
        if before is not None and before.key in keys:
            self.highlighted = keys.index(before.key)
        else:
            self.highlighted = self._nearest(place)
        self._draw()
        self.call_after_refresh(self.scroll_to_highlight)  # the rows may have other heights now

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with this key; whether there is one."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                self.highlighted = index
                self.call_after_refresh(self.scroll_to_highlight)
                return True
        return False

    def places(self) -> Iterator[Place]:
        """The first row of each group that is in view."""
        is_first = True
        for index, row in enumerate(self._rows):
            if row.key and is_first and (line := line_in_view(self, index)) is not None:
                yield Place(line, partial(self._take, index))
            is_first = row.is_heading or (is_first and not row.key)

    def _take(self, index: int) -> None:
        self.highlighted = index
        self.focus()

    def _nearest(self, place: int) -> int | None:
        """The row that can have the cursor nearest to where it was."""
        open_ones = [index for index, row in enumerate(self._rows) if row.key]
        return min(open_ones, key=lambda index: (abs(index - place), index), default=None)

    def on_resize(self) -> None:
        """Fit the rows into the new width."""
        self._draw()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Put the mark where the cursor is; above the first row that can have it, headings come into view."""
        super().watch_highlighted(highlighted)
        self._draw()
        if highlighted is not None and not any(row.key for row in self._rows[:highlighted]):
            self.scroll_home(animate=False)

    def _draw(self) -> None:
        """Write every row that differs anew."""
        width = self.scrollable_content_region.width - cells(_MARK)
        if width <= 0 or len(self._rows) != self.option_count:  # between the old rows and the new ones
            return
        labels = [cells(printable_line(row.label)) for row in self._rows if row.words and not row.is_heading]
        label_width = min(max(labels, default=0), _WIDEST_LABEL)
        for index, row in enumerate(self._rows):
            mark = _MARK if index == self.highlighted else _NO_MARK
            words = _heading(row, width, is_first=index == 0) if row.is_heading else _row(row, label_width, width)
            prompt = words if row.is_heading else Content.assemble((mark, "bold $accent"), words)
            if self.options[index].prompt != prompt:
                self.replace_option_prompt_at_index(index, prompt)


def _heading(row: SheetRow, width: int, *, is_first: bool) -> Content:
    """A heading, an empty line above it unless it stands at the top; what is said beside it is less than it."""
    label = shorten(printable_line(row.label), width)
    words = Content.assemble(" " if is_first else "\n ", plain(label).stylize("bold $foreground"))
    if not row.right:
        return words
    fits = cells(label) + _BETWEEN + cells(row.right) <= width
    apart = _PARTS.join(part.replace(" ", "\xa0") for part in row.right.split(_PARTS))
    lines = (line.replace("\xa0", " ") for line in _wrapped(apart, max(10, width)))
    beside = [f"  {row.right}"] if fits else [f"\n {line}" for line in lines]
    return Content.assemble(words, *(plain(each).stylize("$text-muted") for each in beside))


def _row(row: SheetRow, label_width: int, width: int) -> Content:
    """The label, the words wrapped beside it, and what stands at the right of the first line."""
    style = "$text-muted" if row.is_faint else "$foreground"
    label = shorten(printable_line(row.label), label_width if row.words else width)
    if not row.words:
        return _with_right(plain(label).stylize(style), row.right, width)
    label_width = label_width if label else 0
    right_width = cells(row.right) + _BETWEEN if row.right else 0
    room = max(10, width - label_width - _BETWEEN if label_width else width)
    room = min(room, _WIDEST_SAID) if row.is_said else room
    lines = _lines(printable(row.words), max(10, room - right_width), room)
    indent = " " * (cells(_NO_MARK) + label_width + _BETWEEN if label_width else cells(_NO_MARK))
    named = plain(label).stylize("bold $foreground") if row.is_named else plain(label)
    first = Content.assemble(named, " " * (label_width - cells(label) + _BETWEEN) if label_width else "",
                             plain(lines[0]).stylize(style))  # fmt: skip
    rest = [Content.assemble(f"\n{indent}", plain(line).stylize(style)) for line in lines[1:]]
    return Content.assemble(_with_right(first, row.right, width), *rest)


def _with_right(words: Content, right: str, width: int) -> Content:
    gap = width - words.cell_length - cells(right)
    return Content.assemble(words, " " * gap, plain(right)) if right and gap > 0 else words


def _lines(words: str, first_room: int, room: int) -> list[str]:
    """Words broken into lines, of which the first has less room: something stands at its right."""
    first, *rest = words.split("\n")
    head = _wrapped(first, first_room)[0]
    part, dot, _ = head.rpartition(_DOT)
    if dot and cells(first) > first_room:
        head = part
    tail = first[len(head) :].removeprefix(_DOT).lstrip()
    return [head, *(line for part in ([tail] if tail else []) + rest for line in _wrapped(part, room))]


def _wrapped(text: str, width: int) -> list[str]:
    """A text broken at words."""
    point = _POINT if text.startswith(_POINT) and width > 2 * len(_POINT) else ""
    text, width = text[len(point) :], width - len(point)
    starts = line_starts(text, width)
    lines = [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [f"{point if number == 0 else ' ' * len(point)}{line}" for number, line in enumerate(lines)]
