"""What the tables of a damaged notebook still hold, read row by row; a row that can't be read keeps no other back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.store.connecting import connect
from coachtui.store.file import FAULTS
from coachtui.store.present import TABLES, Fields

if TYPE_CHECKING:
    from coachtui.store.key import Key

_MOST_TRIED = 2_000_000
"""Row numbers that are tried one by one at most, where what leads to them is damaged."""
Keys = dict[tuple[str, int], int]


class Table(NamedTuple):
    """The rows of a table by id, and whether all of them could be read."""

    rows: dict[str, Fields]
    is_whole: bool


class Rescued(NamedTuple):
    """All that was read: the tables of the present, the rows of others as they stand, and which events there should be."""

    tables: dict[str, Table]
    others: dict[str, list[Fields]]
    keys: Keys


_OTHERS = ("drafts", "outbox", "delivered")
"""The tables that are not made from events."""


def rescue(path: Path, key: "Key | None" = None) -> Rescued:
    """Read what can be read of a damaged file through SQLite; nothing at all where it is no database any more."""
    tables = {name: Table({}, False) for name in TABLES}
    others: dict[str, list[Fields]] = {name: [] for name in _OTHERS}
    keys: Keys = {}
    with suppress(*FAULTS, OSError), closing(_opened(path, key)) as connection:
        for name, columns in TABLES.items():
            tables[name] = _table(connection, name, columns)
        for name in _OTHERS:
            others[name] = list(_rows(connection, name, [])[0])
        with suppress(*FAULTS):
            keys = {(device, seq): n for device, seq, n in connection.execute(_KEYS) if _is_name(device, seq)}
    return Rescued(tables, others, keys)


def _opened(path: Path, key: "Key | None") -> sqlite3.Connection:
    """A damaged file opened for nothing but reading. Raises sqlite3.Error."""
    connection = connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)
    connection.execute(
        "PRAGMA writable_schema=ON"
    )  # first of all: a cut-off file, or an odd table in it, is read all the same
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


_KEYS = "SELECT device, seq, n FROM events ORDER BY device, seq"
"""Answered from the index of the events alone, which may be whole where the events are not."""


def _is_name(device: object, seq: object) -> bool:
    """Whether an event can be called so: of a damaged file anything may come."""
    return isinstance(device, str) and isinstance(seq, int)


def _table(connection: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> Table:
    found, is_whole = _rows(connection, name, list(columns))
    rows = {str(fields["id"]): fields for fields in found if isinstance(fields.get("id"), str)}
    return Table(rows, is_whole and len(rows) == len(found))


def _rows(connection: sqlite3.Connection, name: str, wanted: list[str]) -> tuple[list[Fields], bool]:
    """Every row of a table that can be read, in order, and whether that is all of them."""
    try:
        known = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    except FAULTS:
        return [], False
    columns = [column for column in known if column in wanted or not wanted]
    if not columns:  # a notebook from before this table
        return [], True
    select = f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608
    try:
        return [dict(zip(columns, row, strict=True)) for row in connection.execute(f"{select} ORDER BY rowid")], True
    except FAULTS:
        found = [dict(zip(columns, row, strict=True)) for row in _one_by_one(connection, select, name)]
        return found, False


def _one_by_one(connection: sqlite3.Connection, select: str, name: str) -> Iterator[tuple[object, ...]]:
    last = 0
    with suppress(*FAULTS):
        last = connection.execute(f"SELECT max(rowid) FROM {name}").fetchone()[0] or 0  # noqa: S608
    for number in range(1, min(last, _MOST_TRIED) + 1):
        with suppress(*FAULTS):
            yield from connection.execute(f"{select} WHERE rowid = ?", (number,)).fetchall()
