"""What is written out: the words that passed the gate, as a title and blocks. Every form of file is made from this alone."""

import re
from datetime import date
from typing import Literal, NamedTuple
from unicodedata import bidirectional

from coachtui.model.clean import clean_line

BlockKind = Literal["heading", "paragraph", "item"]

_TITLE = "## "
_STRONG = re.compile(r"(?<!\\)\*\*(.*?)(?<!\\)\*\*")
_MADE_INERT = re.compile(r"\\([!-/:-@\[-`{-~])|&lt;")
"""What stands for one sign: a stroke before it, or, where a mark of the record's own would begin, its name."""
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_MARKS: tuple[tuple[str, BlockKind], ...] = (("### ", "heading"), ("- ", "item"))


class Run(NamedTuple):
    """Some words that are set alike; those of a name before what it says are strong."""

    words: str
    is_strong: bool = False


class Block(NamedTuple):
    """A heading, a paragraph or a row of a list."""

    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """All its words, without any mark."""
        return "".join(run.words for run in self.runs)

    @property
    def is_from_right(self) -> bool:
        """Whether it is written from right to left: its first letter that has a direction says so."""
        return is_from_right(self.words)


class Written(NamedTuple):
    """What is written out, for whom it is, and the day of it. Its words are the title and those of the blocks."""

    title: str
    recipient: str
    day: date
    blocks: tuple[Block, ...]

    @property
    def is_from_right(self) -> bool:
        """Whether its title is written from right to left."""
        return is_from_right(self.title)

    def rows(self) -> list[str]:
        """Its words, one row for the title and for each block: the same in every form of file."""
        return [row for row in (self.title, *(block.words for block in self.blocks)) if row]


def written_from(words: str, recipient: str, day: date) -> Written:
    """What these words of a block of a record say, as they passed the gate; the marks of Markdown become what they mean."""
    rows = [row for row in words.split("\n") if row.strip()]
    title = title_of(words)
    rows = rows[1:] if rows and rows[0].startswith(_TITLE) else rows
    blocks = (_block(row) for row in rows)
    return Written(title, recipient, day, tuple(block for block in blocks if block.runs))


def title_of(words: str) -> str:
    """The title of a block of a record, which stands in its first row."""
    first = words.partition("\n")[0]
    return _said(first.removeprefix(_TITLE)) if first.startswith(_TITLE) else ""


def readable(text: str) -> str:
    """The text with a mark for the unknown where it holds what is no character at all: many programs refuse a file with it."""
    return _NO_CHARACTER.sub("\ufffd", text)


def is_from_right(words: str) -> bool:
    """Whether these words are written from right to left."""
    directions = (bidirectional(letter) for letter in words)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"


def _block(row: str) -> Block:
    mark, kind = next(((mark, kind) for mark, kind in _MARKS if row.startswith(mark)), ("", "paragraph"))
    pieces = _STRONG.split(row.removeprefix(mark))
    runs = (Run(_said(piece), is_strong=bool(place % 2)) for place, piece in enumerate(pieces))
    return Block(kind, tuple(run for run in runs if run.words))


def _said(text: str) -> str:
    """The text without what made it inert."""
    return _MADE_INERT.sub(lambda found: found[1] or "<", clean_line(readable(text)))
