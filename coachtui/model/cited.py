"""Where a draft names the lines that it stands on, and which of these places want a look."""

from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.citation import CitedLine, marks_in
from coachtui.model.evidence import may_be_cited


class CitedPlace(NamedTuple):
    """A place in the draft that names a line, in characters."""

    cited: CitedLine
    start: int
    end: int

    @property
    def mark(self) -> str:
        """How the draft names the line."""
        return self.cited.citation.mark

    @property
    def is_private(self) -> bool:
        """Whether the line is no evidence any more, but the person's own."""
        line = self.cited.line
        return self.cited.state == "in confidence" or (line is not None and not may_be_cited(line))

    @property
    def wants_a_look(self) -> bool:
        """Whether the line is not what it was."""
        return self.cited.state != "as it was" or self.is_private


def places_in(text: str, cited: Sequence[CitedLine]) -> list[CitedPlace]:
    """Every place in the draft that names a line, in their order."""
    by_mark = {each.citation.mark: each for each in cited}
    found = [
        CitedPlace(by_mark[mark], place, place + len(mark))
        for mark, places in marks_in(text, by_mark).items()
        for place in places
    ]
    return sorted(found, key=lambda each: each.start)


def with_mark(mark: str, before: str, words: str = "") -> str:
    """A citation as it is put into a draft behind this text: (9:14), or the words and then the mark."""
    space = "" if not before or before[-1].isspace() or before[-1] in "([“\"'" else " "
    return f"{space}{words} ({mark})" if words else f"{space}({mark})"
