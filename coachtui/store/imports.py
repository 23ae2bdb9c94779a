"""Imports: what came in together from one file is taken back together."""

import sqlite3
from typing import NamedTuple

from coachtui.model.observation import Observation
from coachtui.store.errors import NotebookError
from coachtui.store.events import REDONE, UNDONE
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.present import TABLES
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

IMPORT_BEGUN = _m("import begun")
IMPORT_DONE = _m("import done")
OBSERVATION_IMPORTED = _m("observation imported")
ROSTER_TAKEN_IN = _m("roster taken in")
CALENDAR_TAKEN_IN = _m("calendar taken in")

_NOTHING = _("There is no import to take back, or it was taken back already. Nothing was changed.")
_CHANGED = _(
    "Since it was imported something was written in {ref}, or about it. Nothing was changed. "
    "Take that back in the program first, or keep it all."
)
_NEWEST = """
SELECT n, subject, what FROM events JOIN undoable USING (n, subject)
WHERE standing = 'done' AND what IN (?, ?, ?) ORDER BY n DESC LIMIT 1
"""
_ON_TOP = "SELECT max(n) FROM undoable WHERE subject = ? AND standing = 'done'"
_SINCE_THEN = _(
    "Since it was taken in something was changed there. Nothing was changed. Take that back in the program first."
)
_LAST = """
SELECT done.subject, begun.n, done.n FROM events AS done JOIN events AS begun USING (subject)
WHERE done.what = ? AND begun.what = ? ORDER BY done.n DESC LIMIT 1
"""
_STANDING = "SELECT n, subject FROM undoable WHERE n BETWEEN ? AND ? AND standing = 'done' ORDER BY n DESC"
_SINCE = """
SELECT 1 FROM events LEFT JOIN undoable USING (n) WHERE events.subject = ? AND events.n > ?
AND events.what NOT IN (?, ?) AND coalesce(undoable.standing, 'done') = 'done' LIMIT 1
"""


class TakenBack(NamedTuple):
    """What an import that was taken back had brought: the observations, and how many teams and leads; or what it was."""

    observations: list[Observation]
    people: int
    what: str


class Imports(Shelf):
    """The imports shelf: the newest one can be taken back as one."""

    def __init__(self, desk: Desk, rows: ObservationRows) -> None:
        super().__init__(desk)
        self._rows = rows

    def take_back(self) -> TakenBack:
        """Take back all that came with the last import; of observations all but the people that something else names.

        Raises a NotebookError, also where what came was changed since; then nothing was changed.
        """

        def work(connection: sqlite3.Connection) -> TakenBack:
            newest = self._file.row(_NEWEST, (OBSERVATION_IMPORTED, ROSTER_TAKEN_IN, CALENDAR_TAKEN_IN))
            if newest is not None and newest[2] != OBSERVATION_IMPORTED:
                return self._take_back_event(*newest)
            last = self._file.row(_LAST, (IMPORT_DONE, IMPORT_BEGUN))
            standing = [] if last is None else self._file.rows(_STANDING, last[1:])
            found = [each for __, subject in standing if (each := self._rows.find(subject)) is not None]
            if not found:
                raise NotebookError(_NOTHING)
            done = last[2] if last else 0
            for each in found:
                self._take_back_one(connection, each, done)
            people = [subject for __, subject in standing if self._is_left_alone(subject, done)]
            for subject in people:
                self._events.undo(subject)
            return TakenBack(found[::-1], len(people), OBSERVATION_IMPORTED)

        return self._file.write(work)

    def _take_back_event(self, n: int, subject: str, what: str) -> TakenBack:
        """Take back a roster or a calendar, which came as one event."""
        if self._file.row(_ON_TOP, (subject,)) != (n,):
            raise NotebookError(_SINCE_THEN)
        self._events.undo(subject)
        return TakenBack([], 0, what)

    def _take_back_one(self, connection: sqlite3.Connection, found: Observation, done: int) -> None:
        if self._is_changed(found.id, done):
            raise NotebookError(_CHANGED.format(ref=found.ref))
        self._events.undo(found.id)
        if self._is_named("observations", found.id):
            raise NotebookError(_CHANGED.format(ref=found.ref))
        connection.execute("DELETE FROM drafts WHERE scope = ?", (found.id,))

    def _is_changed(self, subject: str, done: int) -> bool:
        """Whether something about this was done since the import that was not taken back."""
        return self._file.row(_SINCE, (subject, done, UNDONE, REDONE)) is not None

    def _is_left_alone(self, subject: str, done: int) -> bool:
        """Whether this is a team or a lead, as it came, that nothing names any more."""
        found = [
            table
            for table in ("teams", "leads")
            if self._file.row(f"SELECT 1 FROM {table} WHERE id = ?", (subject,))  # noqa: S608
        ]
        return bool(found) and not self._is_changed(subject, done) and not self._is_named(found[0], subject)

    def _is_named(self, table: str, identity: str) -> bool:
        """Whether a row of any table of the present points at this one."""
        return any(
            parent == table and self._file.row(f"SELECT 1 FROM {child} WHERE {column} = ? LIMIT 1", (identity,))  # noqa: S608
            for child in TABLES
            for __, __, parent, column, *__ in self._file.rows(f"PRAGMA foreign_key_list({child})")
        )
