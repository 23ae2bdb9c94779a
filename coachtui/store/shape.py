"""The shape of a notebook's file: its tables, indexes and triggers, as they should be made."""

import sqlite3
from collections.abc import Callable
from functools import cache

from coachtui.store.notebook import SHAPE

_MADE = """
SELECT type, name, iif(name = '_sqlite_migrations' OR type = 'table' AND (
    name LIKE 'lines!_index!_%' ESCAPE '!' OR name LIKE 'words!_index!_%' ESCAPE '!'), '', coalesce(sql, ''))
FROM sqlite_schema WHERE NOT (type = 'index' AND tbl_name = '_sqlite_migrations') ORDER BY type, name
"""


def an_empty_notebook() -> sqlite3.Connection:
    """A notebook in memory, of the present shape, with nothing in it."""
    from coachtui.store.migrations import migrate

    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_made_new(migrate))
    return connection


@cache
def _made_new(migrate: Callable[[sqlite3.Connection, int, str], None]) -> bytes:
    """The bytes of a new notebook; whoever looks over one needs several, and making one takes longer than a look."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, SHAPE, "empty")
        return connection.serialize()
    finally:
        connection.close()


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Whether tables, indexes and triggers are those of a notebook of the present shape. Raises sqlite3.Error.

    How SQLite and sqlite-utils word the tables that they make for themselves may change with their versions.
    """
    empty = an_empty_notebook()
    try:
        return connection.execute(_MADE).fetchall() == empty.execute(_MADE).fetchall()
    finally:
        empty.close()
