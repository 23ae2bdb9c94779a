"""The leads in a roster: rows of one person are one, and two people of one name are told apart by their handles."""

from collections.abc import Iterable
from typing import NamedTuple

from coachtui.model.listed import Listed
from coachtui.wording import _, _t


class Person(NamedTuple):
    """Someone who leads, as the roster lists them; `row` is where first."""

    row: int
    name: str
    role: str | None
    handle: str | None


def people_in(listed: Iterable[Listed], complaints: list[str]) -> list[Person]:
    """Everyone who leads: whose row says so, or who is named as the lead of a team. What is not clear is complained of."""
    listed = list(listed)
    found: dict[str, dict[str, Person]] = {}
    for each in listed:
        if each.leads:
            _add(found, Person(each.row, each.name, each.role, each.handle), complaints)
    for each in listed:
        if each.lead is not None and each.lead.casefold() not in found:
            _add(found, Person(each.row, each.lead, None, None), complaints)
    for name, people in found.items():
        if "" in people and len(people) > 2:
            row = people[""].row
            complaints.append(
                _("row {row}: other rows have several called {name}; give the handle of who is meant").format(
                    row=row, name=people[""].name
                )
            )
        elif "" in people and len(people) == 2:
            found[name] = _as_one(people, complaints)
    return [person for people in found.values() for person in people.values()]


def _add(found: dict[str, dict[str, Person]], person: Person, complaints: list[str]) -> None:
    """Take a row as one more person, or as one more row of someone."""
    people = found.setdefault(person.name.casefold(), {})
    key = (person.handle or "").casefold()
    known = people.setdefault(key, person)
    people[key] = _joined(known, person, complaints)


def _joined(known: Person, person: Person, complaints: list[str]) -> Person:
    if known.role and person.role and known.role.casefold() != person.role.casefold():
        complaints.append(
            _(
                "row {person_row}: {name} is {person_role} here and {known_role} in row {known_row}; "
                "if these are two people, give each a handle"
            ).format(
                person_row=person.row,
                name=person.name,
                person_role=_t(person.role),
                known_role=_t(known.role),
                known_row=known.row,
            )
        )
    return known._replace(role=known.role or person.role, handle=known.handle or person.handle)


def _as_one(people: dict[str, Person], complaints: list[str]) -> dict[str, Person]:
    """Rows without a handle are of the one person of this name who has one."""
    handle = next(key for key in people if key)
    return {handle: _joined(people[handle], people[""], complaints)}
