"""An account: what the lead says of a line. It stands beside the line, never over it."""

from typing import NamedTuple


class Account(NamedTuple):
    """The lead's words about a line, and when they were written down, in ms since 1970 UTC."""

    id: str
    line: str
    words: str
    at_utc_ms: int
