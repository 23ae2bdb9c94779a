"""A rehearsal: something that will be said, practised aloud before it counts."""

from typing import Final, NamedTuple

from coachtui.wording import _m, _t

ROLES: Final = (
    _m("{name} speaks, the principal plays the other one"),
    _m("the principal speaks, {name} plays the other one"),
)
"""Who plays whom; `name` is the lead's. It is kept in English."""


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


def told_role(role: str) -> str:
    """Who played whom, as a person reads it."""
    for kept in ROLES:
        before, __, after = kept.partition("{name}")
        if role.startswith(before) and role.endswith(after) and len(role) > len(before) + len(after):
            return _t(kept).format(name=role[len(before) : len(role) - len(after)])
    return role
