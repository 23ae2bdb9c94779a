"""Sentences: where each of a text begins and ends, and the text without what is quoted in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coachtui.model.hints import unquoted

_NO_END = "".join(
    rf"(?<!\b{short}\.)" for short in ("Mr", "Mrs", "Ms", "Mx", "Dr", "St", "vs", r"e\.g", r"i\.e", "[A-Z]")
)
_END = re.compile(rf"""[.!?…]+{_NO_END}["'”’»)]*(?=\s|$)""")
_MARKS = re.compile("[\"“”„«»'‘’]")
_BULLET = re.compile(r"[-*•–]\s+|\(?\d{1,2}[.)]\s+")


class Sentence(NamedTuple):
    """A sentence; `start` is where it begins in its text. `is_item` says that it begins a row of a list."""

    words: str
    start: int
    is_item: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)


def sentences_in(text: str) -> Iterator[Sentence]:
    """The sentences of a text. Each line ends one; the mark of a list is none of its words."""
    for start, line in lines_in(text):
        bullet = _BULLET.match(line)
        here = bullet.end() if bullet else 0
        is_item = bullet is not None
        for end in [*(found.end() for found in _END.finditer(line, here)), len(line)]:
            words = line[here:end].strip()
            if words:
                yield Sentence(words, start + line.index(words, here), is_item)
            here, is_item = end, False


def lines_in(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that hold words, without the blanks at their ends, each with where it begins."""
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            yield start + line.index(words), words
        start += len(line) + 1


def without_quotes(text: str) -> str:
    """The text with what stands in quotation marks crossed out, nothing moved; an open quotation reaches to the line's end."""
    if not _MARKS.search(text):
        return text
    return "\n".join(unquoted(line) for line in text.split("\n"))
