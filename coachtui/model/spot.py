"""A spot: a place in the notebook where the words that someone looks for were found."""

from datetime import date
from typing import NamedTuple

LINE = "line"


class Spot(NamedTuple):
    """What was found, and what opens it.

    `table` says what kind of thing it is in, `id` which one; `opens` is the id of the thing that it is read in: an observation,
    a cycle, a lead. `noun` is what it is called on the screen. It is told by its `day`, or by a moment in a zone.
    """

    table: str
    id: str
    opens: str
    noun: str
    text: str
    lead: str | None = None
    team: str | None = None
    day: date | None = None
    at_utc_ms: int | None = None
    zone: str = "UTC"
    lead_id: str | None = None
    goes_on: bool = False
    """Whether it is in an observation that was never ended."""
    ref: str | None = None
    """What a person types to name the thing, where it has such a name."""
