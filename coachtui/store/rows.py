"""A noun whose fields are the columns of one table: read as it was kept, and kept by changes."""

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from coachtui.model.ref import reference
from coachtui.store.errors import NotebookDamaged, NotFound
from coachtui.store.explain import DAMAGED
from coachtui.store.file import NotebookFile, Row
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, Change, Fields

Noun = TypeVar("Noun", bound=NamedTuple)

_GONE = "That is no longer in the notebook. Nothing was changed."
_AS_KEPT = str.maketrans("dDb", "tTn")


class Rows(Generic[Noun]):
    """Reads one table as nouns, and says what adds, changes or removes one; every reading raises a NotebookError.

    `kinds` are those of `of_kinds`, and two more: d for a day (D: or none) and b for yes or no.
    """

    def __init__(self, file: NotebookFile, table: str, make: Callable[..., Noun], kinds: str) -> None:
        self._file = file
        self._table = table
        self._make = make
        self._kinds = kinds.translate(_AS_KEPT)
        self._turned = [(place, _TURNED[kind]) for place, kind in enumerate(kinds) if kind in _TURNED]

    @property
    def _select(self) -> str:
        return f"SELECT {', '.join(TABLES[self._table])} FROM {self._table} "  # noqa: S608

    def where(self, rest: str = "", *values: object) -> list[Noun]:
        """Those for which this holds, as SQL behind WHERE, in the order of entry unless it says another."""
        order = "" if "ORDER BY" in rest else " ORDER BY n"
        return self._file.read(self._from_row, self._select + (f"WHERE {rest}" if rest else "") + order, values)

    def find(self, identity: str) -> Noun | None:
        """The one with this id, if there is one."""
        found = self.where("id = ?", identity)
        return found[0] if found else None

    def get(self, identity: str) -> Noun:
        """The one with this id. Raises NotFound."""
        found = self.find(identity)
        if found is None:
            raise NotFound(_GONE)
        return found

    def called(self, ref: str) -> Noun | None:
        """The one with this reference or id, if there is one; only of a table that has references."""
        found = self.where("id = ? OR ref = ?", ref, ref.lower())
        return found[0] if found else None

    def free_ref(self, letter: str, identity: str) -> str:
        """The reference of a new one; a longer one where another has it already."""
        ref = reference(letter, identity)
        return ref if self.called(ref) is None else ref + reference(letter, ref + identity)[1:]

    def change(self, was: Noun | None, now: Noun | None) -> Change:
        """The change from one to the other; None where it is added or taken out."""
        return Change(self._table, None if was is None else to_fields(was), None if now is None else to_fields(now))

    def _from_row(self, row: Row) -> Noun:
        values = list(of_kinds(self._kinds, row))
        for place, turn in self._turned:
            if values[place] is not None:
                values[place] = turn(values[place])
        return self._make(*values)


def to_fields(noun: NamedTuple) -> Fields:
    """The fields of a noun as they are kept: days as ISO 8601 text, yes and no as 1 and 0."""
    return {name: _to_kept(value) for name, value in noun._asdict().items()}


def _to_kept(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def to_day(kept: str) -> date:
    """The day that was kept. Raises NotebookDamaged for what is none."""
    try:
        return date.fromisoformat(kept)
    except ValueError as fault:
        raise NotebookDamaged(DAMAGED) from fault


_TURNED: dict[str, Callable[[Any], Any]] = {"d": to_day, "D": to_day, "b": bool}
"""What makes of a value as it is kept the one that a noun has."""
