"""Whom a person at the terminal means by a name: a lead or a member, of now or of before."""

from typing import NamedTuple

from coachtui.model.listed_words import listed_or
from coachtui.model.names import Person
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.ties import PEOPLE, Row, Ties
from coachtui.wording import _


class Meant(NamedTuple):
    """One person: the rows that are this person, every name they ever had, the one of now first, and everybody else's."""

    name: str
    is_lead: bool
    rows: tuple[Row, ...]
    mine: tuple[Person, ...]
    others: tuple[Person, ...]

    @property
    def names(self) -> set[str]:
        """Every name, and short name, in small letters."""
        return {form.casefold() for each in self.mine for form in (each.name, each.handle) if form}


def whom(ties: Ties, words: str) -> Meant:
    """The person of this name or short name. Raises a NotebookError where there is none, or where it may be several."""
    typed = words.strip().casefold().removesuffix(":")
    found = [row for row in _everyone(ties) if ties.called[row][-1][0].casefold() == typed]
    found = found or [row for row in _everyone(ties) if typed and ties.called[row][-1][1].casefold() == typed]
    found = [row for row in found if row in ties.present] or found
    if not found:
        raise NotFound(_("There is nobody called '{words}' in this notebook. Nothing was changed.").format(words=words))
    leads = [row for row in found if row[0] == "leads"]
    names = {ties.called[row][-1][0].casefold() for row in found}
    if len(names) > 1 or len(leads) > 1:
        said = listed_or(sorted(f"'{ties.called[row][-1][1]}' ({ties.called[row][-1][0]})" for row in leads or found))
        raise NotebookError(
            _("'{words}' may be more than one person. Type {said} instead. Nothing was changed.").format(
                words=words, said=said
            )
        )
    return _as_one(ties, (leads or found)[0])


def _as_one(ties: Ties, row: Row) -> Meant:
    """All rows that are this person: of a name that only one lead has, also the member of that name, and those of before."""
    name, __ = ties.called[row][-1]
    same = [each for each in _everyone(ties) if ties.called[each][-1][0].casefold() == name.casefold()]
    leads = [each for each in same if each[0] == "leads" and each in ties.present]
    mine = [row] if len(leads) > 1 else list(dict.fromkeys([row, *same]))
    people = {each: [Person(*called, "") for called in reversed(ties.called[each])] for each in _everyone(ties)}
    return Meant(
        name,
        any(table == "leads" for table, __ in mine),
        tuple(mine),
        tuple(dict.fromkeys(person for each in mine for person in people[each])),
        tuple(person for each in people if each not in mine and each in ties.present for person in people[each][:1]),
    )


def _everyone(ties: Ties) -> list[Row]:
    return [row for table in PEOPLE for row in ties.rows(table)]
