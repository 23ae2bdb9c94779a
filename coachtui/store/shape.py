"""The shape of a notebook's file: its tables, indexes and triggers, as they should be made."""

import sqlite3

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
    migrate(connection, SHAPE, "empty")
    return connection


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Whether tables, indexes and triggers are those of a notebook of the present shape. Raises sqlite3.Error.

    How SQLite and sqlite-utils word the tables that they make for themselves may change with their versions.
    """
    empty = an_empty_notebook()
    try:
        return connection.execute(_MADE).fetchall() == empty.execute(_MADE).fetchall()
    finally:
        empty.close()
