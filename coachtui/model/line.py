"""A line: one timed entry in an observation."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a line is: seen and heard, wondered, thought, hidden, or the start of a segment."""

    EVIDENCE = "evidence"
    WONDERING = "wondering"
    JUDGMENT = "judgment"
    IN_CONFIDENCE = "in confidence"
    SEGMENT = "segment"


class Provenance(StrEnum):
    """Where the time of a line comes from; every export shows it."""

    LIVE = "live"
    ADDED = "added"
    MEMORY = "memory"
    IMPORTED = "imported"


class Visibility(StrEnum):
    """Who may come to see a line."""

    MINE = "mine"
    SHAREABLE = "shareable"
    SHARED = "shared"


def default_visibility(kind: Kind) -> Visibility:
    """The visibility a new line of this kind has: only evidence may leave."""
    return Visibility.SHAREABLE if kind is Kind.EVIDENCE else Visibility.MINE


class Line(NamedTuple):
    """One timed entry in an observation.

    `place` is the order of entry, from 1. `at_ms` is milliseconds from the anchor, None where the time is
    unknown; `about` says that it is only roughly known. `minutes` are the planned minutes of a segment.
    """

    id: str
    observation: str
    place: int
    at_ms: int | None
    about: bool
    provenance: Provenance
    kind: Kind
    speaker: str | None
    text: str
    codes: tuple[str, ...]
    starred: bool
    visibility: Visibility
    minutes: int | None
