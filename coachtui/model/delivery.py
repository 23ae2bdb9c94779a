"""A delivery: which file of the record was written or read, under which name, and what stood in it."""

from typing import NamedTuple


class Key(NamedTuple):
    """One file of the record: the id of the lead and of the cycle, which is empty for what is outside of any."""

    lead: str
    cycle: str


class Delivered(NamedTuple):
    """What stood in a file when it was delivered or read last: the SHA-256 of its bytes."""

    key: Key
    file: str
    sha256: str
    at_utc_ms: int
