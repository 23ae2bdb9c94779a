"""Backups from before a purge hold what was purged: which they are, until when they are kept, and how they go.

So do notebooks that were set aside by going back to a backup. A backup from after a purge tells of that purge itself.
"""

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.disk import sync_folder
from coachtui.model.purge import Purge
from coachtui.places import Places
from coachtui.settings import read_settings
from coachtui.store.backup_rotation import is_readable
from coachtui.store.backups import all_backups, back_up, reading
from coachtui.store.errors import NotebookLocked
from coachtui.store.explain import explain_file
from coachtui.store.file import FAULTS

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.store.key import Key
    from coachtui.store.notebook import Notebook

_A_DAY = 24 * 60 * 60 * 1000  # milliseconds
_ASIDE = re.compile(r"notebook-set-aside-(\d{8}-\d{6})-(\d{3}).*\.db")
_LOGS = ("-wal", "-shm", "-journal")


class Older(NamedTuple):
    """A whole copy of the notebook that holds what a purge took out, and when it is to go, in ms since 1970 UTC."""

    path: Path
    until_utc_ms: int


def older_than_purges(notebook: "Notebook", places: Places) -> list[Older]:
    """Every copy from before a purge, the first to go first. Raises a NotebookError."""
    purges = notebook.purging.all()
    if not purges:
        return []
    days = read_settings(places.settings)[0].purge_backups_after_days
    found: list[Older] = []
    for path, made_utc_ms in _copies(places):
        missing = purges_since(path, made_utc_ms, purges, notebook.file.key)
        if missing:
            found.append(Older(path, min(each.at_utc_ms for each in missing) + days * _A_DAY))
    return sorted(found, key=lambda each: (each.until_utc_ms, each.path.name))


def let_go(notebook: "Notebook", places: Places, clock: "Clock", *, at_once: bool = False) -> list[Path]:
    """Remove the copies whose days are over, or all of them; those removed. A hold on everyone keeps them.

    There is a sound backup from after the purge before any goes. Raises a NotebookError.
    """
    now = clock.now()
    going = [each.path for each in older_than_purges(notebook, places) if at_once or each.until_utc_ms <= now.utc_ms]
    if not going or any(hold.is_of_all for hold in notebook.holds.all()):
        return []
    if not any(
        is_readable(each.path, notebook.file.key) for each in all_backups(places.backups) if each.path not in going
    ):
        back_up(notebook.file.connection, places.backups, now, "after-purge")
    try:
        for path in going:
            for part in (*(path.with_name(path.name + log) for log in _LOGS), path):
                part.unlink(missing_ok=True)
    except OSError as fault:
        raise explain_file(fault) from fault
    sync_folder(places.backups)
    sync_folder(places.home)
    return going


def _copies(places: Places) -> list[tuple[Path, int]]:
    """Every backup and every notebook that was set aside, with when it was made in ms since 1970 UTC."""
    found = [(each.path, each.made_utc_ms) for each in all_backups(places.backups)]
    for path in sorted(places.home.glob("notebook-set-aside-*.db")):
        parts = _ASIDE.fullmatch(path.name)
        with suppress(ValueError):
            made = datetime.strptime(parts[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if parts else None
            found.append((path, 0 if made is None else round(made.timestamp()) * 1000))
    return found


def purges_since(path: Path, made_utc_ms: int, purges: list[Purge], key: "Key | None" = None) -> list[Purge]:
    """The purges that a copy is from before; of one that can't be read its age alone can tell."""
    try:
        with reading(path, key) as copy:
            has_any = copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'purges'").fetchone() is not None
            told = {row[0] for row in copy.execute("SELECT id FROM purges")} if has_any else set[str]()
    except (*FAULTS, NotebookLocked):
        return [each for each in purges if made_utc_ms <= each.at_utc_ms]
    return [each for each in purges if each.id not in told]
