"""A rehearsal: something that will be said, practised aloud before it counts."""

from typing import NamedTuple


class Rehearsal(NamedTuple):
    """One run; `about` is the id of what was practised, `seconds` how long it took, `note` what was noticed.

    `role` says who played whom, where that was told.
    """

    id: str
    about: str
    at_utc_ms: int
    seconds: int
    note: str = ""
    role: str = ""
