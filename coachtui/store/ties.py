"""What belongs to what: of all that is in the notebook, and of all that ever was and can still be read in what happened."""

import re
from collections.abc import Iterable
from typing import Any

from coachtui.store.belonging import BESIDE_A_LINE, OWNERS
from coachtui.store.events import EventLog
from coachtui.store.file import NotebookFile
from coachtui.store.present import TABLES, Change, Fields

Row = tuple[str, str]
"""A row by its table and its id."""
_KNOWN_BY = {
    "leads": ("name", "handle"),
    "members": ("name", "handle"),
    "lines": ("speaker",),
    "own_words": ("word",),
}
"""What else is to be known of a row: whose it is can't be told by ids."""
_IDS = re.compile(r'[^\s:",\[\]]+')
PEOPLE = ("leads", "members")


class Ties:
    """Reads every event once, and what the present says of each row; raises NotebookDamaged where an event is not sound."""

    def __init__(self, file: NotebookFile, events: EventLog) -> None:
        self.last_at: dict[Row, str] = {}
        """When each row was changed last, as ISO 8601 text in UTC."""
        self.called: dict[Row, list[tuple[str, str]]] = {}
        """Every name and short name that a lead or a member ever had, the last one last."""
        self._known: dict[Row, Fields] = {}
        self.present: set[Row] = set()
        for event in events.all():
            for change in event.changes():
                self._note(event.at, change)
        for table in TABLES:
            self._read(file, table)
        self._theirs: dict[str, list[Row]] = {}
        self._beside: dict[str, list[Row]] = {}
        for row in self._known:
            self._tie(row)

    def _note(self, at: str, change: Change) -> None:
        fields: Fields = change.now or change.was or {}
        row = (change.table, str(fields["id"]))
        self.last_at[row] = at
        for told in (change.was, change.now):
            if told is not None:
                self._know(row, told)

    def _know(self, row: Row, fields: Fields) -> None:
        known = self._known.setdefault(row, {})
        known.update((name, fields[name]) for name in _columns(row[0]) if name in fields)
        if row[0] in PEOPLE and "name" in fields:
            names = self.called.setdefault(row, [])
            name = (str(fields["name"]), str(fields["handle"]))
            names[:] = [*(each for each in names if each != name), name]

    def _read(self, file: NotebookFile, table: str) -> None:
        """What the present says of each row, whatever was told of it before."""
        columns = ("id", *_columns(table))
        for values in file.rows(f"SELECT {', '.join(columns)} FROM {table}"):  # noqa: S608
            fields = dict(zip(columns, values, strict=True))
            row = (table, str(fields["id"]))
            self.present.add(row)
            self._know(row, fields)

    def _tie(self, row: Row) -> None:
        table, fields = row[0], self._known[row]
        for column in OWNERS.get(table, ()):
            for owner in _IDS.findall(str(fields.get(column) or "")):
                self._theirs.setdefault(owner, []).append(row)
        line = fields.get(BESIDE_A_LINE.get(table, ""))
        if line:
            self._beside.setdefault(str(line), []).append(row)

    def all(self) -> set[Row]:
        """Every row that there is or ever was."""
        return set(self._known)

    def rows(self, table: str) -> Iterable[Row]:
        """Every row that a table has or ever had."""
        return [row for row in self._known if row[0] == table]

    def known(self, row: Row, column: str) -> Any:
        """What a row says last in one of the columns that are known."""
        return self._known[row].get(column)

    def with_theirs(self, roots: Iterable[Row]) -> set[Row]:
        """These rows, all that belongs to them, and all that belongs to that."""
        found: set[Row] = set()
        waiting = list(roots)
        while waiting:
            row = waiting.pop()
            if row not in found:
                found.add(row)
                waiting += self._theirs.get(row[1], ())
                waiting += self._beside.get(row[1], ()) if row[0] == "lines" else ()
        return found


def _columns(table: str) -> tuple[str, ...]:
    beside = BESIDE_A_LINE.get(table)
    return (*OWNERS.get(table, ()), *(() if beside is None else (beside,)), *_KNOWN_BY.get(table, ()))
