"""Going back to a backup: the present notebook is set aside whole, never overwritten."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.clock import Clock
from coachtui.disk import sync_file, sync_folder
from coachtui.ids import new_id
from coachtui.places import Places
from coachtui.reasons import reason_of
from coachtui.store.backups import reading, stamp
from coachtui.store.connecting import connect
from coachtui.store.errors import NotebookError, NotebookNewer
from coachtui.store.events import EventLog
from coachtui.store.file import FAULTS
from coachtui.store.holds_kept import keep_holds, standing_holds
from coachtui.store.key import is_encrypted
from coachtui.store.keys_kept import Keys, keep_keys, known_keys
from coachtui.store.lock import NotebookLock
from coachtui.store.notebook import SHAPE
from coachtui.store.present import Fields
from coachtui.store.recasting import make_copy
from coachtui.store.shape import is_as_made
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

PREPARED, SALVAGING = ".restoring.db", ".salvaging.db"
_LOGS = ("-wal", "-journal")


class NotRestored(NotebookError):
    """The backup could not be gone back to; the present notebook is as it was."""


class Outlasting(NamedTuple):
    """What of the present notebook outlasts going back: the holds, and the keys of the drop box."""

    holds: list[Fields]
    keys: Keys


def restore(places: Places, backup: Path, clock: Clock, new_id: Callable[[], str] = new_id,
            key: "Key | None" = None, copy_key: "Key | None" = None,
            on_prepared: Callable[[], None] = lambda: None) -> Path | None:  # fmt: skip
    """Make a backup the notebook, and return where the present one was set aside; None where there was none.

    `key` is that of the notebook, which stays encrypted with it whatever the backup is; `copy_key` that of the backup, where
    it is another. `on_prepared` is called once all is ready and only names are left to be changed. Holds that stand now
    stand on. The notebook gets a new device id: what is written from now on must not pass for what was written before.
    Raises NotebookBusy, or another NotebookError; then the present notebook is as it was.
    """
    copy_key = copy_key or key if is_encrypted(backup) else None
    lock = NotebookLock(places.lock)
    lock.take(clock.now())
    prepared = places.notebook.with_name(PREPARED)
    try:
        outlasts = Outlasting(standing_holds(places.notebook, key), known_keys(places, key))
        _prepare(backup, copy_key, prepared, key or copy_key, new_id(), clock, outlasts)
        on_prepared()
        return take_its_place(prepared, places.notebook, f"set-aside-{stamp(clock.now().utc_ms)}", key)
    except OSError as fault:
        reason = reason_of(fault)
        raise NotRestored(
            _("The backup could not be put in place ({reason}). Nothing was changed.").format(reason=reason)
        ) from fault
    finally:
        clear_away(places)
        lock.release()


def clear_away(places: Places) -> None:
    """Do away with what was prepared to take the notebook's place, also where that was cut off."""
    for leftover in left_prepared(places):
        leftover.unlink(missing_ok=True)


def left_prepared(places: Places) -> list[Path]:
    """What a restore or a salvage that was cut off had prepared: whole copies of the notebook."""
    return [path for name in (PREPARED, SALVAGING) for path in places.home.glob(f"{name}*")]


def _prepare(backup: Path, copy_key: "Key | None", prepared: Path, key: "Key | None", device: str, clock: Clock,
             outlasts: "Outlasting") -> None:  # fmt: skip
    """Copy the backup beside the notebook and see that it is one, and sound. Raises a NotebookError."""
    prepared.unlink(missing_ok=True)
    os.close(os.open(prepared, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if key is not copy_key:
            make_copy(backup, copy_key, prepared, key)
        copy = connect(prepared, key)
    except FAULTS as fault:
        raise NotRestored(_unfit(str(backup.name))) from fault
    try:
        if key is copy_key:
            with reading(backup, key) as source:
                source.backup(copy)
        copy.execute("PRAGMA trusted_schema=OFF")
        copy.execute("PRAGMA journal_mode=DELETE")
        _see_that_it_is_a_notebook(copy, clock)
        copy.execute("UPDATE about SET value = ? WHERE name = 'device'", (device,))
        keep_holds(copy, outlasts.holds, clock, device)
        keep_keys(copy, outlasts.keys)
    except FAULTS as fault:
        raise NotRestored(_unfit(str(backup.name))) from fault
    finally:
        copy.close()
    sync_file(prepared)


def _see_that_it_is_a_notebook(copy: sqlite3.Connection, clock: Clock) -> None:
    """Refuse what is no notebook, a newer one, or a damaged one. Raises a NotebookError or sqlite3.Error."""
    version: int = copy.execute("PRAGMA user_version").fetchone()[0]
    if version > SHAPE:
        raise NotebookNewer(
            _("This backup was written by a newer coachtui. Nothing was changed. Update coachtui first.")
        )
    whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if version < 1 or not whole or _is_foreign(copy, version):
        raise NotRestored(_unfit(_("This file")))
    if not all(event.is_sound() for event in EventLog(copy, clock, "").all()):
        raise NotRestored(
            _(
                "Something in this backup is not what was written: it has damage. Nothing was changed. Choose another one."
            )
        )


def _unfit(name: str) -> str:
    return _("{name} is not a backup of a notebook, or it has damage. Nothing was changed. Choose another one.").format(
        name=name
    )


def _is_foreign(copy: sqlite3.Connection, version: int) -> bool:
    """Whether tables or triggers differ from a notebook's: a file from elsewhere may bring its own."""
    return version >= SHAPE and not is_as_made(copy)


def take_its_place(prepared: Path, notebook: Path, name: str, key: "Key | None" = None) -> Path | None:
    """Set the present notebook aside under a name that says why, then give its own to the prepared one. Raises OSError."""
    if not notebook.exists():
        prepared.rename(notebook)
        sync_folder(notebook.parent)
        return None
    _settle(notebook, key)
    aside = _free(notebook.with_name(f"notebook-{name}.db"))
    for log in ("", *_LOGS):
        if _beside(notebook, log).exists():
            _same_file(_beside(notebook, log), _beside(aside, log))
    sync_folder(notebook.parent)
    # A log of the old notebook must not be read into the new one; it lies beside the one set aside.
    for log in (*_LOGS, "-shm"):
        _beside(notebook, log).unlink(missing_ok=True)
    prepared.replace(notebook)
    sync_folder(notebook.parent)
    return aside


def take_second_names_away(notebook: Path) -> None:
    """Cut off before the prepared one had the name, the present notebook has a second one, as if it were set aside.

    Whoever opened it by that would drop SQLite's locks on the notebook.
    """
    for aside in notebook.parent.glob(f"{notebook.stem}-*{notebook.suffix}"):
        if not aside.is_symlink() and aside.samefile(notebook):
            for log in ("", *_LOGS):
                _beside(aside, log).unlink(missing_ok=True)


def _settle(notebook: Path, key: "Key | None") -> None:
    """Bring the log of the present notebook back into its file, as far as it can be read."""
    with contextlib.suppress(*FAULTS):
        connection = connect(notebook, key)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] <= SHAPE:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _same_file(source: Path, target: Path) -> None:
    """Give a file a second name; where the system has none, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        target.chmod(0o600)
        sync_file(target)


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


def _beside(notebook: Path, log: str) -> Path:
    return notebook.with_name(notebook.name + log)
