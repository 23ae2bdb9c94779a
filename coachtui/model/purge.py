"""A purge: what was done away with for good, told without a word of it; and what of the ledger outlasts it."""

import json
from typing import NamedTuple

from coachtui.model.retention import told_old
from coachtui.wording import _m, _t

PERSON = _m("a person")


class Purge(NamedTuple):
    """One purge. `what` is `a person`, or which kinds and how old; `counts` says how many of each, as JSON."""

    id: str
    what: str
    counts: str
    at_utc_ms: int
    zone: str

    @property
    def numbers(self) -> dict[str, int]:
        """How many of each kind went."""
        found: dict[str, int] = json.loads(self.counts)
        return found


def told_purge(what: str) -> str:
    """What a purge is of, as a person reads it; the notebook keeps it in English."""
    return told_old(what) or _t(what)


class GoneShare(NamedTuple):
    """What stays of a share whose words were purged: when and which way they left, and the hash that proves a copy."""

    id: str
    purge: str
    way: str
    at_utc_ms: int
    zone: str
    kind: str | None
    sha256: str
