"""Carrying a whole notebook: all that it holds, row by row, and taking that over into an empty one."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from coachtui.model.clean import clean
from coachtui.store.errors import NotebookDamaged, NotebookError
from coachtui.store.events import Event, EventLog
from coachtui.store.file import NotebookFile
from coachtui.store.present import TABLES, Change
from coachtui.wording import _

_COLUMNS = {
    "events": ("n", "device", "seq", "at", "subject", "what", "payload", "sha256"),
    "drafts": (
        "scope",
        "text",
        "cursor",
        "began_utc_ms",
        "began_boot_ms",
        "began_boot_id",
        "at_utc_ms",
        "at_boot_ms",
        "at_boot_id",
    ),
    "outbox": ("n", "id", "lead", "cycle", "since_utc_ms"),
    "delivered": ("n", "folder", "lead", "cycle", "file", "sha256", "at_utc_ms"),
}
"""What is carried besides the present, which is made again from the events."""
_NOT_EMPTY = _(
    "This notebook is not empty, so nothing was added: an archive of a whole notebook goes into a new one. "
    "Give it a home of its own with --home."
)
_NOT_SOUND = _("The archive holds something that coachtui never writes. Nothing was added.")
_ODD = (LookupError, TypeError, ValueError, ArithmeticError, RecursionError, NotebookDamaged, sqlite3.Error)
_FROM_NEWER = _(
    "This archive is of a newer coachtui's notebook. Update coachtui, then take it in. Nothing was changed."
)


class Carrying:
    """Gives everything out, and takes it over. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, file: NotebookFile, events: EventLog, shape: int) -> None:
        self._file = file
        self._events = events
        self.shape = shape

    def parts(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Every part by its name: what is read back, then each table of the present as it is now."""
        for name, columns in _COLUMNS.items():
            yield name, self._rows(name, columns)
        for table, columns in TABLES.items():
            yield f"present/{table}", self._rows(table, columns)

    def _rows(self, table: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        order = "scope" if table == "drafts" else "n"
        query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608
        return (dict(zip(columns, row, strict=True)) for row in self._file.rows(query))

    def take_over(self, rows: Mapping[str, Iterable[Mapping[str, Any]]], shape: int) -> int:
        """Make this notebook, which must be empty, the one that these rows are of; how many events there were.

        Every row is looked at before it is believed: that its texts are as they are cleaned; of an event its hash and its
        tables too. The rows may be asked for again, and raise what they like: then nothing was changed.
        """
        if shape > self.shape:
            raise NotebookError(_FROM_NEWER)

        def work(connection: sqlite3.Connection) -> int:
            if connection.execute("SELECT 1 FROM events LIMIT 1").fetchone() is not None:
                raise NotebookError(_NOT_EMPTY)
            for table in _COLUMNS:
                _put(connection, table, rows[table])
            return self._events.rebuild()

        try:
            return self._file.write(work)
        except _ODD as fault:
            raise NotebookError(_NOT_SOUND) from fault


def _put(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Put these rows into a table that is carried, each once it was looked at."""
    columns = _COLUMNS[table]
    marks = ", ".join(f":{column}" for column in columns)
    insertion = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    for row in rows:
        _see_that_it_is_sound(table, row)
        connection.execute(insertion, {column: row[column] for column in columns})


def _see_that_it_is_sound(table: str, row: Mapping[str, Any]) -> None:
    if not all(_is_clean(value) for name, value in row.items() if name != "payload"):
        raise NotebookError(_NOT_SOUND)
    if table == "events" and not all(map(_is_clean, map(_fields, Event(**row).changes()))):
        raise NotebookError(_NOT_SOUND)


def _fields(change: Change) -> list[Any]:
    return [change.was, change.now]


def _is_clean(value: Any) -> bool:
    """Whether every text in it is as it is when it enters: no control characters, nothing that turns the line round."""
    if isinstance(value, str):
        return clean(value) == value
    if isinstance(value, Mapping):
        return all(map(_is_clean, value.values()))
    if isinstance(value, list):
        return all(map(_is_clean, value))
    return True
