"""The people: leads, the teams they lead, and the members of the teams."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


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


class Slot(NamedTuple):
    """When a team usually meets: the weekday, 1 for Monday; the minute of the day; for how many minutes."""

    weekday: int
    minute: int
    minutes: int


class Roster:
    """Who may speak in a meeting, in the order of their keys: the lead, then the members."""

    def __init__(self, people: Iterable[Member] = ()) -> None:
        self.people = tuple(people)
        self.names: dict[str, str] = {}
        """The full names by handle and by first name, in small letters; who comes first has the name."""
        for person in self.people:
            self.names.setdefault(person.handle.casefold(), person.name)
            self.names.setdefault(next(iter(person.name.split()), person.name).casefold(), person.name)

    def beginning(self, letters: str) -> list[str]:
        """The handles that begin so, large and small letters alike."""
        return [each.handle for each in self.people if each.handle.casefold().startswith(letters.casefold())]
