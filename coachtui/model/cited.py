"""What became of the lines that a draft stands on: which it names still, and which are no longer what they were."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachtui.model.citation import Citation, marks_in, words_hash
from coachtui.model.evidence import may_be_cited
from coachtui.model.line import Line


class Cited(NamedTuple):
    """A place in the draft that names a line, in characters; `line` is None where it is in the notebook no longer."""

    citation: Citation
    start: int
    end: int
    line: Line | None

    @property
    def is_corrected(self) -> bool:
        """Whether the line has other words than when it was carried over."""
        return self.line is not None and words_hash(self.line.text) != self.citation.words_hash

    @property
    def is_private(self) -> bool:
        """Whether the line is no evidence any more, but the person's own."""
        return self.line is not None and not may_be_cited(self.line)

    @property
    def wants_a_look(self) -> bool:
        """Whether it is not what it was."""
        return self.line is None or self.is_corrected or self.is_private


def cited_in(text: str, citations: Sequence[Citation], lines: Mapping[str, Line]) -> list[Cited]:
    """Every place in the draft that names a line, in their order."""
    by_mark = {each.mark: each for each in citations}
    found = [
        Cited(by_mark[mark], place, place + len(mark), lines.get(by_mark[mark].line))
        for mark, places in marks_in(text, by_mark).items()
        for place in places
    ]
    return sorted(found, key=lambda each: each.start)


def with_mark(mark: str, before: str, words: str = "") -> str:
    """A citation as it is put into a draft behind this text: (9:14), or the words and then the mark."""
    space = "" if not before or before[-1].isspace() or before[-1] in "([“\"'" else " "
    return f"{space}{words} ({mark})" if words else f"{space}({mark})"
