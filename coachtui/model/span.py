"""A span: a stretch of a meeting in which a look-for that lasts was seen."""

from typing import NamedTuple


class Span(NamedTuple):
    """From and to in milliseconds from the anchor; `to_ms` is None as long as it goes on."""

    id: str
    observation: str
    code: str
    from_ms: int
    to_ms: int | None
