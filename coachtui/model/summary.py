"""A summary: what of one thing may land in the lead's record, paragraph by paragraph, each with where it is from."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

EntryKind = Literal["intention", "activity", "observation", "feedback", "conversation", "step", "1:1", "reflection"]

KINDS: tuple[EntryKind, ...] = (
    "intention", "activity", "observation", "feedback", "conversation", "step", "1:1", "reflection",
)  # fmt: skip
"""In the order in which they stand in a record on one day."""


class Paragraph(NamedTuple):
    """Some words of a summary. `key` names it within its summary; `source` says for a person where it is from.

    `is_item` makes it a row of a list. `goes` says whether it leaves unless the person decides otherwise. `source_id` is the
    line, step or cycle that it was made from; `heading` is what it stands under.
    """

    key: str
    words: str
    source: str
    speaker: str = ""
    time: str = ""
    is_item: bool = False
    goes: bool = True
    source_id: str = ""
    heading: str = ""


class LeftOut(NamedTuple):
    """How much was not taken into a summary at all, as counts and nothing else."""

    mine: int = 0
    in_confidence: int = 0


class Summary(NamedTuple):
    """What may leave of one thing. `about` is its id, `lead` the id of the lead whose record it is for."""

    kind: EntryKind
    about: str
    lead: str
    title: str
    day: date
    paragraphs: tuple[Paragraph, ...]
    left_out: LeftOut = LeftOut()
    known_words: frozenset[str] = frozenset()
    """Words in capitals that are no names of people: those of the team, the look-fors, the segments."""


def under_headings(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    """Each paragraph with the heading to be written over it; empty where the one before stands under the same."""
    last = ""
    for paragraph in paragraphs:
        yield "" if paragraph.heading == last else paragraph.heading, paragraph
        last = paragraph.heading
