"""Backups: whole copies of the notebook, each opened and counted before it gets its name.

The names sort by time and say why each was made. Which are kept is in backup_rotation.py, going back to
one in restoring.py.
"""

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachtui.clock import Clock
from coachtui.disk import sync_file, sync_folder
from coachtui.model.moment import Moment
from coachtui.places import Places
from coachtui.store.backup_fault import no_backup
from coachtui.store.connecting import connect, connect_to_copy, key_of
from coachtui.store.errors import NotebookError, NotebookLocked
from coachtui.store.file import FAULTS
from coachtui.store.meanwhile import meanwhile, no_breath
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.store.key import Key
    from coachtui.store.notebook import Notebook

OFTEN_ENOUGH = 30 * 60 * 1000
"""Milliseconds after which a changed notebook is backed up again."""

_NAME = re.compile(r"notebook-(\d{8}-\d{6}-\d{3})-([a-z-]+)\.db")
SMALL_CACHE = "PRAGMA cache_size=-256"
"""In KiB: what is read once, from end to end, needs no more."""
_AT_A_TIME = 512  # pages copied between two breaths
_STAMP = "%Y%m%d-%H%M%S-"
_MAKING = ".making-"


class BackupFailed(NotebookError):
    """No backup was made; the notebook and the earlier backups are as they were."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made in ms since 1970 UTC, and why."""

    path: Path
    made_utc_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a notebook or a backup of it holds, in numbers; two with the same `state` hold the same."""

    observations: int
    lines: int
    events: int
    state: tuple[Any, ...]


def back_up(connection: sqlite3.Connection, folder: Path, now: Moment, reason: str,
            breathe: Callable[[], None] = no_breath) -> Path:  # fmt: skip
    """Copy the notebook into a new file of the folder and return it once it was read back and is on the disk.

    `breathe` is called now and then, and may write. Raises BackupFailed; then nothing is left and the earlier ones stand.
    """
    temporary = folder / f"{_MAKING}{os.getpid()}.db"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_away(folder)
        copy_whole(connection, temporary, breathe)
        target = _free_name(folder, now.utc_ms, reason)
        temporary.rename(target)
        sync_folder(folder)
        sync_folder(folder.parent)  # the folder's own name, where it was made just now
        return target
    except (OSError, *FAULTS) as fault:
        raise BackupFailed(no_backup(folder, fault)) from fault
    finally:
        _clear_away(folder)


def copy_whole(connection: sqlite3.Connection, target: Path, breathe: Callable[[], None] = no_breath) -> None:
    """Copy the notebook into a new file, read it back, and force it to the disk. Raises BackupFailed, OSError, sqlite3.Error."""
    _copy(connection, target, breathe)
    wanted, key = contents_of(connection), key_of(connection)
    meanwhile(lambda: _see_that_it_is_whole(target, wanted, key), breathe)


def _copy(connection: sqlite3.Connection, target: Path, breathe: Callable[[], None]) -> None:
    """Copy through SQLite: copying a live database file by hand can miss what its log holds.

    What is written between two steps SQLite brings into the copy too, but not behind the last one.
    """
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600))
    copy = connect(target, key_of(connection))
    try:
        copy.execute(SMALL_CACHE)
        copy.execute("PRAGMA synchronous=OFF")  # it is forced to the disk once it was read back
        connection.backup(copy, pages=_AT_A_TIME, progress=lambda _other, left, __: breathe() if left else None)
        # One file that needs no other beside it, readable from a folder where nothing can be written.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()


def _see_that_it_is_whole(path: Path, wanted: Contents, key: "Key | None") -> None:
    """Read a copy back from end to end, and force it to the disk."""
    with reading(path, key) as copy:
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok" or contents_of(copy) != wanted:
            raise BackupFailed(
                _(
                    "The notebook has damage, so no backup was made of it; the earlier backups stay as they are. "
                    "Run 'coachtui doctor' to see what is wrong, and 'coachtui restore' to go back to a backup."
                )
            )
    sync_file(path)


@contextlib.contextmanager
def reading(path: Path, key: "Key | None" = None) -> Generator[sqlite3.Connection, None, None]:
    """A backup opened for nothing but reading, its triggers and views not trusted.

    `key` is that of the notebook; a plain backup needs none. Raises sqlite3.Error, or NotebookLocked where it does not open it.
    """
    connection = connect_to_copy(path, key)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute(SMALL_CACHE)
        yield connection
    finally:
        connection.close()


def contents_of(connection: sqlite3.Connection) -> Contents:
    """What a notebook holds. Raises sqlite3.Error where it can't be read."""
    counts = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for table in ("observations", "lines", "events")
    ]
    last = connection.execute("SELECT n, sha256 FROM events ORDER BY n DESC LIMIT 1").fetchone()
    drafts = connection.execute("SELECT scope, text FROM drafts ORDER BY scope").fetchall()
    return Contents(counts[0], counts[1], counts[2], (last, drafts))


def in_words(contents: Contents) -> str:
    """How much that is: 3 observations and 63 lines."""
    return _("{observations_number} and {lines_number}").format(
        observations_number=counted(contents.observations, "{n} observation", "{n} observations"),
        lines_number=counted(contents.lines, "{n} line", "{n} lines"),
    )


def all_backups(folder: Path) -> list[Backup]:
    """Every backup of the folder, newest first."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            backup = as_backup(path)
            if backup is not None:
                found.append(backup)
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def as_backup(path: Path) -> Backup | None:
    """The backup that a file is by its name; None where the name is not one of ours."""
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    try:
        made = datetime.fromisoformat(f"{parts[1][:8]}T{parts[1][9:15]}+00:00")
    except ValueError:
        return None
    return Backup(path, round(made.timestamp()) * 1000 + int(parts[1][-3:]), parts[2])


def newest(folder: Path) -> Backup | None:
    """The newest backup of the folder, if there is one."""
    return next(iter(all_backups(folder)), None)


def due(folder: Path, now: Moment, connection: sqlite3.Connection) -> bool:
    """Whether the notebook changed since its newest backup, and that is old enough. Raises sqlite3.Error.

    One from the future tells of a clock that was wrong, and is no reason to wait.
    """
    last = newest(folder)
    present = contents_of(connection)
    if last is None:
        return present.events > 0
    if 0 <= now.utc_ms - last.made_utc_ms < OFTEN_ENOUGH:
        return False
    try:
        with reading(last.path, key_of(connection)) as copy:
            return contents_of(copy) != present
    except (*FAULTS, NotebookLocked):
        return True


def back_up_if_due(notebook: "Notebook", places: Places, clock: Clock,
                   breathe: Callable[[], None] = no_breath) -> Path | None:  # fmt: skip
    """Make a backup if one is due and thin older ones out; None where none was. Raises a NotebookError."""
    from coachtui.store.backup_rotation import rotate
    from coachtui.store.explain import explain

    now = clock.now()
    connection = notebook.file.connection
    try:
        if not due(places.backups, now, connection):
            return None
    except FAULTS as fault:
        raise explain(fault) from fault
    made = back_up(connection, places.backups, now, "automatic", breathe)
    rotate(places.backups, now, notebook.file.key, breathe)
    return made


def _free_name(folder: Path, utc_ms: int, reason: str) -> Path:
    """A name that no backup has yet."""
    plain = re.sub(r"[^a-z]+", "-", reason.lower()).strip("-") or "unnamed"
    while True:
        path = folder / f"notebook-{stamp(utc_ms)}-{plain}.db"
        if not path.exists():
            return path
        utc_ms += 1


def stamp(utc_ms: int) -> str:
    """A moment as part of a file name: the UTC date, the time, the milliseconds."""
    return datetime.fromtimestamp(utc_ms / 1000, UTC).strftime(_STAMP) + f"{utc_ms % 1000:03d}"


def _clear_away(folder: Path) -> None:
    """Do away with what a backup that was cut off left behind; only one process has the notebook."""
    with contextlib.suppress(OSError):
        for path in list(folder.glob(f"{_MAKING}*")):
            path.unlink()
