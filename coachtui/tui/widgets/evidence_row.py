"""A row of the evidence: when and who in one line, the words below it. No widget, no colours."""

from coachtui.model.line import Kind
from coachtui.tui.widgets.timeline_row import ACCOUNT, Columns, Drawn, Row, Run
from coachtui.tui.widgets.wrapping import cells, line_starts, shorten
from coachtui.wording import _

INDENT = 3
_RULE = "─"
_MINE = {Kind.WONDERING.value: _("my wondering"), Kind.JUDGMENT.value: _("my thought")}
CITED = "cited"


class EvidenceRow(Row):
    """One line of an observation, as a draft looks at it."""

    __slots__ = ()
    is_cited = False

    @property
    def _is_heading(self) -> bool:
        return self.kind == Kind.SEGMENT

    def height(self, columns: Columns) -> int:
        """The number of lines that `draw` gives."""
        above = 0 if self.kind == ACCOUNT else 1
        return above + len(line_starts(self.text, _width(columns)))

    def draw(self, columns: Columns) -> list[Drawn]:
        """The lines of the row from top to bottom."""
        part = "segment" if self._is_heading else "mine" if self.kind in _MINE or self.kind == ACCOUNT else "text"
        indent = " " if self._is_heading else " " * INDENT
        words: list[Drawn] = [[Run(indent + piece, part)] for piece in _pieces(self.text, _width(columns))]
        if self.kind == ACCOUNT:
            return words
        if self._is_heading:
            room = columns.width - cells(words[-1][0].text) - 2
            words[-1].append(Run(" " + _RULE * max(0, room), "rule"))
            return [[], *words]
        return [self._head(columns), *words]

    def _head(self, columns: Columns) -> Drawn:
        """The star, the time, who, the codes; and at the end that it is cited."""
        star = Run(" * " if self.starred else "   ", "star")
        time = f"{self.time}  " if self.time.strip() else ""
        ending = _("  cited") if self.is_cited else ""
        room = columns.width - INDENT - cells(time) - len(ending) - 1
        who = shorten(_MINE.get(self.kind, self.speaker or ""), max(4, room))
        codes = shorten(" ".join(f"#{code}" for code in self.codes), max(0, room - cells(who) - 2))
        return [star, Run(time, "time"), Run(who, "mine" if self.kind in _MINE else "speaker"),
                Run(f"  {codes}" if codes and who else codes, "code"), Run(ending, CITED)]  # fmt: skip

    def copied(self, columns: Columns, first: int, spans: list[tuple[int, int]]) -> str:
        """What a selection gives to the clipboard: the row's lines from `first` on, joined to one again."""
        drawn = ["".join(run.text for run in line) for line in self.draw(columns)]
        taken = [
            drawn[number][start : len(drawn[number]) if end < 0 else end].strip()
            for number, (start, end) in enumerate(spans, start=first)
        ]
        return " ".join(each for each in taken if each)


class CitedRow(EvidenceRow):
    """One that the draft stands on."""

    __slots__ = ()
    is_cited = True


def _width(columns: Columns) -> int:
    """The cells for words."""
    return max(8, columns.width - INDENT - 1)


def _pieces(text: str, width: int) -> list[str]:
    starts = line_starts(text, width)
    return [text[start:end].rstrip(" ") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
