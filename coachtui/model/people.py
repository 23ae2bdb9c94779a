"""The people: leads, the teams they lead, and the members of the teams."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from coachtui.model.answers import is_word

USUAL_ROLE = "Team Lead"
ROLES = ("Senior Team Lead", USUAL_ROLE, "Team Specialist", "ILT member")
"""What leads are called where nothing else is said; any other words will do."""
_LEADS = re.compile(
    r"\b(?:lead|leads|leader|specialist|coach|ilt|s?tl|co-?ordinator|facilitator|dean|chair|head"
    r"|líder(?:es)?|lider(?:es)?|especialista|coordinador(?:a)?|facilitador(?:a)?|jef[ea])\b",
    re.IGNORECASE,
)


def role_meant(typed: str) -> str:
    """A role as it is kept: one of ours in English, whichever language it was typed in; other words as they are."""
    return next((role for role in ROLES if is_word(typed, role)), typed)


class Lead(NamedTuple):
    """Someone who is coached. `handle` is the short name that is typed before a colon."""

    id: str
    name: str
    role: str
    handle: str
    retired_on: date | None = None

    @property
    def is_retired(self) -> bool:
        """Whether they have left: what was written stays, but nothing new is offered for them."""
        return self.retired_on is not None


@dataclass(frozen=True, slots=True)
class Member:
    """A teacher in a team. `handle` is the short name that is typed before a colon."""

    handle: str
    name: str
    id: str = field(default="", compare=False)


class Slot(NamedTuple):
    """When a team usually meets: the weekday, 1 for Monday; the minute of the day; for how many minutes."""

    weekday: int
    minute: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Team:
    """A team of teachers, with the name of the lead who leads it; a lead who retired leads no team."""

    id: str
    name: str
    lead: str | None
    members: tuple[Member, ...]
    lead_id: str | None = None
    slots: tuple[Slot, ...] = ()
    retired_on: date | None = None

    @property
    def is_retired(self) -> bool:
        """Whether the team meets no more: what was written stays, but it is offered nowhere."""
        return self.retired_on is not None


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


def handle_for(name: str) -> str:
    """A short name to type before a colon: the first name in lower case, without accents."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", first) if not unicodedata.combining(letter))
    # Put together again: a Korean syllable has no accent, and is typed whole.
    return unicodedata.normalize("NFC", re.sub(r"[^\w.'-]", "", plain).lower())


def free_handle(name: str, taken: Container[str]) -> str:
    """A handle that nobody of those has, who are named in small letters: dana, danar, dana2."""
    return next((handle for handle in _handles_for(name) if handle.casefold() not in taken), "")


def _handles_for(name: str) -> Iterator[str]:
    first, words = handle_for(name), name.split()
    if not first:
        return
    yield first
    if len(words) > 1:
        last = handle_for(words[-1])
        yield first + last[:1]
        yield first + last
    number = 2
    while True:
        yield f"{first}{number}"
        number += 1


def lead_meant(typed: str, leads: Iterable[Lead]) -> Lead | None:
    """The lead that is meant by a whole name, by the short one, or by how the name begins, where only one fits."""
    words, known = typed.strip().casefold(), list(leads)
    for fits in (
        [lead for lead in known if lead.name.casefold() == words],
        [lead for lead in known if lead.handle.casefold() == words.rstrip(":")],
        [lead for lead in known if words and lead.name.casefold().startswith(f"{words} ")],
    ):
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def is_role_of_a_lead(role: str) -> bool:
    """Whether these words, as a list of staff has them, are those of someone who leads."""
    return _LEADS.search(role) is not None
