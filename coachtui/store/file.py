"""The notebook's file: the one connection to it, and the one way to change it.

Why each pragma stands here is measured in the project's reliability notes: EXCLUSIVE opens even on a full disk and keeps
other programs from writing beside us; FULL loses nothing at a power cut where NORMAL lost whole meetings.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coachtui.store.ballast import Ballast
from coachtui.store.connecting import connect
from coachtui.store.errors import NotebookBusy, NotebookFull
from coachtui.store.explain import explain

if TYPE_CHECKING:
    from coachtui.store.key import Key

T = TypeVar("T")
Row = tuple[Any, ...]

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=2000",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-1024",  # KiB; the system caches the file once more
)
INDEXES = ("lines_index", "words_index")
"""The search indexes: of the lines, and of every other word."""
_ATTEMPTS = 3
_REMAINS = "remains"
FAULTS = (sqlite3.Error, UnicodeError, OverflowError, MemoryError)
"""What SQLite raises (of an encrypted file too, see cipher.py), or putting a value in or taking one out of it;
a damaged file may ask for all memory at once;
`explain` has the sentence for each."""


def log_of(path: Path) -> Path:
    """The write-ahead log beside a notebook's file; it is there while it is open, and after a crash."""
    return path.with_name(f"{path.name}-wal")


def version_in_log(path: Path, key: "Key | None" = None) -> int:
    """The version of the shape of a file whose log was left behind; 0 where there is no log or it can't be read.

    Opening it to write would bring the log back into the file first, and a newer one is not to be touched.
    """
    if not log_of(path).exists():
        return 0
    try:
        connection = connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True, timeout=0)
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
            path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    except (*FAULTS, OSError):
        return 0


def _is_odd_text(fault: Exception) -> bool:
    """Whether a text came out of the file that is not valid UTF-8; the sqlite3 module then has no code of SQLite's."""
    odd = isinstance(fault, sqlite3.OperationalError) and getattr(fault, "sqlite_errorcode", None) is None
    return odd or isinstance(fault, UnicodeDecodeError)


def _with_odd_bytes_shown(words: bytes) -> str:
    return words.decode("utf-8", "replace")


class NotebookFile:
    """One connection to one notebook file; everything that is read or written goes through here."""

    def __init__(self, path: Path, ballast: Ballast, key: "Key | None" = None) -> None:
        """Connect without changing anything yet; with a key to an encrypted file. Raises a NotebookError."""
        self._ballast, self.key = ballast, key
        try:
            self.connection = connect(path, key)
        except FAULTS as fault:
            raise explain(fault) from fault
        try:
            # Before anything is read: the lock then comes with the first read and stays.
            self.connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            self.version: int = self.connection.execute("PRAGMA user_version").fetchone()[0]
            self.is_brought_up = False
        except FAULTS as fault:
            self.connection.close()  # left open it would keep its lock for as long as anyone holds the fault
            raise explain(fault) from fault

    def prepare(self) -> None:
        """Set the connection up for durable writing. Raises a NotebookError."""
        try:
            for pragma in _PRAGMAS:
                self.connection.execute(pragma)
        except FAULTS as fault:
            raise explain(fault) from fault

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """Every row of a query. Raises a NotebookError."""
        return self.read(tuple, sql, values)

    def read(self, make: Callable[[Row], T], sql: str, values: Iterable[Any] = ()) -> list[T]:
        """What `make` makes of every row of a query, row by row, so that many rows are not held twice.

        A flipped byte in a text shows as one, and the rest stays readable. Raises a NotebookError.
        """
        wanted = tuple(values)
        try:
            return [make(row) for row in self.connection.execute(sql, wanted)]
        except FAULTS as fault:
            if not _is_odd_text(fault):
                raise explain(fault) from fault
        try:
            self.connection.text_factory = _with_odd_bytes_shown
            return [make(row) for row in self.connection.execute(sql, wanted)]
        except FAULTS as fault:
            raise explain(fault) from fault
        finally:
            self.connection.text_factory = str

    def row(self, sql: str, values: Iterable[Any] = ()) -> Row | None:
        """The first row of a query, or None where there is none. Raises a NotebookError."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` as one transaction and return what it returned once the disk has it.

        `work` may be run again whole: after a lock, and after room was made on a full disk.
        Raises a NotebookError; then nothing of `work` is in the file.
        """
        for attempt in range(_ATTEMPTS):
            try:
                return self._transaction(work)
            except FAULTS as fault:
                trouble = explain(fault)
                if attempt == _ATTEMPTS - 1 or not self._worth_another_try(trouble):
                    raise trouble from fault
        raise AssertionError("unreachable")

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """One BEGIN IMMEDIATE … COMMIT; a plain BEGIN would ignore busy_timeout when it turns into a write."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        return result

    def _roll_back(self) -> None:
        """Undo the open transaction; SQLite may have done so already, and on a failing disk it may not answer."""
        if self.connection.in_transaction:
            try:
                self.connection.execute("ROLLBACK")
            except sqlite3.Error:
                return

    def _worth_another_try(self, trouble: Exception) -> bool:
        """Whether running the work again may succeed: a lock may be gone, the ballast may have made room."""
        if isinstance(trouble, NotebookBusy):
            return True
        return isinstance(trouble, NotebookFull) and self._ballast.drop()

    def leave_no_remains(self) -> None:
        """See that what was deleted is nowhere in the files any more. Raises a NotebookError; then it is still to be done.

        The search index keeps words until it is put in order; a page whose rows were moved to others keeps what stood
        there until the file is made anew; and the log keeps pages until it is written back and cut off (all measured).
        """
        self.tell_indexes("optimize")
        self.rows("VACUUM")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        self.write(lambda connection: connection.execute("DELETE FROM about WHERE name = ?", (_REMAINS,)))

    def tell_indexes(self, command: str) -> None:
        """Have the search indexes put in order ("optimize") or made anew ("rebuild"). Raises a NotebookError."""

        def work(connection: sqlite3.Connection) -> None:
            for index in INDEXES:
                connection.execute(f"INSERT INTO {index} ({index}) VALUES (?)", (command,))  # noqa: S608

        self.write(work)

    def will_leave_remains(self) -> None:
        """Note, within the caller's transaction, that `leave_no_remains` is due: also after a kill."""
        self.connection.execute("INSERT OR REPLACE INTO about (name, value) VALUES (?, 'left')", (_REMAINS,))

    def has_remains(self) -> bool:
        """Whether `leave_no_remains` was cut off. Raises a NotebookError."""
        return self.row("SELECT 1 FROM about WHERE name = ?", (_REMAINS,)) is not None

    def close(self) -> None:
        """Close the connection; the write-ahead log goes back into the file."""
        self.connection.close()
