"""Making a plain file an encrypted one and back: a new file beside it, compared row by row, that then takes its name.

Cut off anywhere, the file under the name is the old one whole or the new one whole.
"""

import contextlib
import hashlib
import os
import sqlite3
from pathlib import Path
from typing import cast

from coachtui.disk import sync_file, sync_folder
from coachtui.places import Places
from coachtui.store.connecting import connect
from coachtui.store.errors import NotebookDamaged, NotebookError
from coachtui.store.explain import explain, explain_file
from coachtui.store.file import FAULTS, INDEXES, log_of
from coachtui.store.key import Key, is_encrypted
from coachtui.wording import _

MAKING, GOING = ".locking-", ".going-"
"""How the names begin of the new file while it is made, and of the old one while it is wiped."""
_PART = 1024 * 1024
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%!_index!_%' ESCAPE '!' ORDER BY name"
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
_NOT_SAME = _("The new file does not hold what the old one does, so it was not used. The notebook is as it was.")


def recast(path: Path, key: Key | None, old_key: Key | None = None) -> None:
    """Let a whole file that nobody has open be encrypted with this key from now on; plain where it is None.

    Raises a NotebookError; then the file is as it was.
    """
    new = path.with_name(f"{MAKING}{path.name}")
    try:
        make_copy(path, old_key, new, key)
        _take_its_place(new, path)
    except FAULTS as fault:
        raise explain(fault) from fault
    except OSError as fault:
        raise explain_file(fault) from fault
    finally:
        wipe(new)  # it is there only where it was not used, and is a plain one where the lock is taken off


def make_copy(old: Path, old_key: Key | None, new: Path, new_key: Key | None) -> None:
    """Copy a file into another with another key, and see that both hold the same. Raises one of FAULTS, or OSError."""
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600))
    _export(old, old_key, new, new_key)
    _see_that_they_are_the_same(old, old_key, new, new_key)
    sync_file(new)


def _export(old: Path, old_key: Key | None, new: Path, new_key: Key | None) -> None:
    """Let SQLCipher copy everything; the number of the shape is not among it."""
    source = _with_cipher(old, old_key)
    try:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        raw = "" if new_key is None else new_key.raw
        source.execute(f'ATTACH DATABASE ? AS copied KEY "{raw}"', (str(new),))
        for pragma in ("synchronous=OFF", "journal_mode=MEMORY"):  # it is forced to the disk once it is whole
            source.execute(f"PRAGMA copied.{pragma}")
        source.execute("SELECT sqlcipher_export('copied')").fetchall()
        source.execute(f"PRAGMA copied.user_version = {version:d}")
        source.execute("DETACH DATABASE copied")
    finally:
        source.close()


def _with_cipher(path: Path, key: Key | None) -> sqlite3.Connection:
    """A connection that can make encrypted files, to a file that may be a plain one."""
    from coachtui.store.cipher import connect as connect_with_cipher

    return cast("sqlite3.Connection", connect_with_cipher(path, key))


def _see_that_they_are_the_same(old: Path, old_key: Key | None, new: Path, new_key: Key | None) -> None:
    """Compare what two files hold, every row of every table; and see that the new one is sound."""
    one, other = connect(old, old_key), connect(new, new_key)
    try:
        _see_that_it_is_sound(other)
        if _told_in_full(one) != _told_in_full(other):
            raise NotebookDamaged(_NOT_SAME)
    finally:
        one.close()
        other.close()


def _see_that_it_is_sound(connection: sqlite3.Connection) -> None:
    if [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] != ["ok"]:
        raise NotebookDamaged(_NOT_SAME)
    for index in INDEXES:
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (index,)).fetchone():
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608


def _told_in_full(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """The shape, and for each table how many rows it has and the hash of them all."""
    told: list[tuple[object, ...]] = [tuple(connection.execute("PRAGMA user_version").fetchone())]
    told += connection.execute(_SCHEMA).fetchall()
    for (table,) in connection.execute(_TABLES).fetchall():
        sum_of_rows, count = hashlib.sha256(), 0
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608
            sum_of_rows.update(repr(row).encode("utf-8", "surrogatepass"))
            count += 1
        told.append((table, count, sum_of_rows.hexdigest()))
    return told


def _take_its_place(new: Path, path: Path) -> None:
    """Give the new file the name of the old one, in one stroke; the old one keeps a name until it is wiped."""
    going = path.with_name(f"{GOING}{path.name}")
    going.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # where a file can't have two names, its blocks are given back unwiped
        os.link(path, going)
    new.replace(path)
    sync_folder(path.parent)
    wipe(going)


def wipe(path: Path) -> None:
    """Write zeros over a file, force them to the disk, and do away with it. Where it can't be, it is removed at least."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            left = os.fstat(handle).st_size
            while left > 0:
                left -= os.write(handle, bytes(min(left, _PART)))
            os.fsync(handle)
        finally:
            os.close(handle)
    with contextlib.suppress(OSError):
        path.unlink()


def finish_going(folder: Path) -> None:
    """Do away with what a change that was cut off left; a name that still is the file's own goes, and nothing else of it."""
    if not folder.is_dir():
        return
    for path in [path for path in folder.iterdir() if path.name.startswith((MAKING, GOING))]:
        own = path.with_name(path.name.removeprefix(MAKING).removeprefix(GOING))
        with contextlib.suppress(OSError):
            if own.exists() and own.samefile(path):
                path.unlink()
            else:
                wipe(path)


def settle(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the log back into the file and close it, so that it is one file; what stood in the log is wiped.

    Raises a NotebookError where the log could not be brought back.
    """
    going = path.with_name(f"{GOING}{log_of(path).name}")
    with contextlib.suppress(OSError):
        going.unlink(missing_ok=True)
        os.link(log_of(path), going)
    try:
        (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except FAULTS as fault:
        raise explain(fault) from fault
    finally:
        connection.close()
    if mode != "delete" or log_of(path).exists():
        raise NotebookError(_("The notebook could not be made one file just now. It is as it was. Try again."))
    wipe(going)


def files_of(places: Places) -> list[Path]:
    """The notebooks beside the notebook: its backups, and those that were set aside."""
    found = sorted(places.home.glob("notebook-set-aside-*.db"))
    if places.backups.is_dir():
        found += sorted(places.backups.glob("*.db"))
    return [path for path in found if not path.name.startswith(".") and path.is_file() and not path.is_symlink()]


def all_plain(places: Places) -> list[Path]:
    """Those of them that are plain files."""
    return [path for path in files_of(places) if not is_encrypted(path)]
