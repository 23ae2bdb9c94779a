"""Older notebooks that lie beside this one, set aside by a restore, a repair or a move: which there are, and how they go."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.disk import sync_folder
from coachtui.places import Places
from coachtui.store.backup_rotation import is_readable
from coachtui.store.backups import Backup, all_backups, as_backup, back_up
from coachtui.store.errors import NotebookError
from coachtui.store.explain import explain_file
from coachtui.wording import _, _m

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.store.notebook import Notebook

_NAMES = ("notebook-set-aside-*.db", "notebook-damaged-*.db", "moved-away-*")
_REASONS = {"notebook-set-aside-": _m("set aside"), "notebook-damaged-": _m("damaged")}
_BESIDE = ("-wal", "-shm", "-journal")
_HELD = _(
    "There is a hold on what is written about {name}, and more of that may stand in an older notebook than in this one, so "
    "nothing was removed. 'coachtui hold' says why."
)


class Kept(NotebookError):
    """They have to stay; `str()` of it says why."""


def set_aside(home: Path) -> list[Path]:
    """Every notebook, and every home, that was set aside here, by name."""
    return sorted(path for pattern in _NAMES for path in home.glob(pattern) if not path.is_symlink())


def as_backups(home: Path) -> list[Backup]:
    """The notebooks that were set aside here, newest first, as backups that can be gone back to."""
    found: list[Backup] = []
    for path in home.glob("notebook-*.db"):
        for beginning, reason in _REASONS.items():
            if path.name.startswith(beginning) and not path.is_symlink():
                when = as_backup(path.with_name(f"notebook-{path.stem.removeprefix(beginning)}-x.db"))
                made = round(path.stat().st_mtime * 1000) if when is None else when.made_utc_ms
                found.append(Backup(path, made, reason))
    return sorted(found, key=lambda backup: backup.made_utc_ms, reverse=True)


def take_away(notebook: "Notebook", places: Places, clock: "Clock") -> list[Path]:
    """Remove them, once there is a sound backup of the present notebook; those removed. Raises a NotebookError.

    The list of what could not be read of a damaged one goes with it. What is held may stand in them and nowhere else.
    """
    for hold in notebook.holds.all():
        if hold.is_of_all:
            raise Kept(_("There is a hold on all that is written, so nothing was removed. 'coachtui hold' says why."))
        raise Kept(_HELD.format(name=hold.name))
    going = set_aside(places.home)
    if going and not any(is_readable(each.path, notebook.file.key) for each in all_backups(places.backups)):
        back_up(notebook.file.connection, places.backups, clock.now(), "before-purge")
    try:
        for path in going:
            _remove(path)
    except OSError as fault:
        raise explain_file(fault) from fault
    sync_folder(places.home)
    return going


def _remove(path: Path) -> None:
    """Remove one; its own log first, so that none is ever left without its notebook."""
    if path.is_dir():
        shutil.rmtree(path)
        return
    for beside in (*(path.with_name(path.name + log) for log in _BESIDE), path.with_suffix(".txt"), path):
        beside.unlink(missing_ok=True)
