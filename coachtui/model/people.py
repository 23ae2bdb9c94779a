"""The people: leads, the teams they lead, and the members of the teams."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lead:
    """Someone who is coached. `handle` is the short name that is typed before a colon."""

    id: str
    name: str
    role: str
    handle: str


@dataclass(frozen=True, slots=True)
class Member:
    """A teacher in a team. `handle` is the short name that is typed before a colon."""

    handle: str
    name: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team of teachers, with the name of the lead who leads it."""

    id: str
    name: str
    lead: str | None
    members: tuple[Member, ...]
