"""The connection to an encrypted file: sqlcipher3's, which speaks of its faults as sqlite3 does.

sqlcipher3 has classes of its own for faults, and neither sqlite-utils nor we would know them; so each is told as sqlite3's
of the same name, with the same code. Imported only where a file is encrypted.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, Self

from sqlcipher3 import dbapi2

from coachtui.store.connecting import IN_MEMORY
from coachtui.store.key import Key

_NAMES = (
    "DataError", "OperationalError", "IntegrityError", "InternalError", "ProgrammingError", "NotSupportedError",
    "InterfaceError", "DatabaseError", "Error",
)  # fmt: skip


def _as_sqlite3(fault: Exception) -> sqlite3.Error:
    """The fault as sqlite3 would have raised it."""
    kind = next(getattr(sqlite3, name) for name in _NAMES if isinstance(fault, getattr(dbapi2, name)))
    told: sqlite3.Error = kind(*fault.args)
    for name in ("sqlite_errorcode", "sqlite_errorname"):
        if hasattr(fault, name):
            setattr(told, name, getattr(fault, name))
    return told


def _told(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method whose faults are sqlite3's."""

    @wraps(method)
    def telling(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except dbapi2.Error as fault:
            raise _as_sqlite3(fault) from None

    return telling


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor of an encrypted file."""

    execute = _told(dbapi2.Cursor.execute)
    executemany = _told(dbapi2.Cursor.executemany)
    executescript = _told(dbapi2.Cursor.executescript)
    fetchone = _told(dbapi2.Cursor.fetchone)
    fetchmany = _told(dbapi2.Cursor.fetchmany)
    fetchall = _told(dbapi2.Cursor.fetchall)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except dbapi2.Error as fault:
            raise _as_sqlite3(fault) from None


class CipherConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection to an encrypted file, or to a plain one that is to be copied into one."""

    key: Key | None = None
    backup = _told(dbapi2.Connection.backup)
    commit = _told(dbapi2.Connection.commit)
    rollback = _told(dbapi2.Connection.rollback)
    close = _told(dbapi2.Connection.close)

    def cursor(self, *_: Any) -> CipherCursor:
        """A cursor whose faults are sqlite3's."""
        cursor: CipherCursor = super().cursor(CipherCursor)
        return cursor

    def execute(self, sql: str, values: Iterable[Any] = ()) -> Any:
        """Run one statement."""
        return self.cursor().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:
        """Run one statement for each row."""
        return self.cursor().executemany(sql, rows)

    def executescript(self, sql: str) -> Any:
        """Run several statements."""
        return self.cursor().executescript(sql)


@_told
def connect(path: Path | str, key: Key | None, *, uri: bool = False, timeout: float = 5.0) -> CipherConnection:
    """Connect with this key; with none the file is a plain one. Whether the key is right shows at the first reading.

    The library would write of a wrong key on standard error, over the screen, if it were not told to be quiet first.
    """
    connection: CipherConnection = dbapi2.connect(
        str(path), timeout=timeout, isolation_level=None, uri=uri, factory=CipherConnection
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(IN_MEMORY)
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.raw}"')
        connection.key = key
    return connection


def library() -> str:
    """What the encrypted file is kept by."""
    connection = connect(":memory:", None)
    try:
        (version,) = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return f"SQLCipher {version}, SQLite {dbapi2.sqlite_version}"
