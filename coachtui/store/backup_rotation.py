"""Which backups are kept: many recent ones, one a day, one a week, of those older than a season only the last few."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachtui.disk import sync_folder
from coachtui.model.moment import Moment
from coachtui.store.backups import Backup, all_backups, contents_of, reading
from coachtui.store.errors import NotebookError
from coachtui.store.file import FAULTS
from coachtui.store.meanwhile import meanwhile, no_breath

if TYPE_CHECKING:
    from coachtui.store.key import Key

RECENT, DAILY, WEEKLY = 12, 14, 8
LAST = 3
"""The newest, kept however old they are: after a summer, or with a clock that is years ahead, there is more than one."""
OLDEST = 90 * 24 * 60 * 60 * 1000  # milliseconds
_CLOCKS_DIFFER = 24 * 60 * 60 * 1000  # milliseconds a backup may lie in the future and still be believed


def rotate(folder: Path, now: Moment, key: "Key | None" = None, breathe: Callable[[], None] = no_breath) -> list[Path]:
    """Remove the backups that are not kept, and return them. The newest that can be read is never removed.

    `breathe` is called now and then, and may write.
    """
    backups = all_backups(folder)
    kept = to_keep(backups, now.utc_ms)
    surplus = [backup for backup in backups if backup not in kept]
    if not surplus:
        return []
    safe = meanwhile(lambda: next((backup for backup in backups if is_readable(backup.path, key)), None), breathe)
    if safe is None:
        return []
    removed: list[Path] = []
    for backup in surplus:
        if backup != safe:
            with contextlib.suppress(OSError):
                backup.path.unlink()
                removed.append(backup.path)
    sync_folder(folder)
    return removed


def to_keep(backups: list[Backup], now_ms: int) -> set[Backup]:
    """The backups that are kept at this time, in ms since 1970 UTC; of any there are, always the newest few.

    Those from the future were made while the clock was wrong. They are thinned out on their own, so that they
    take no place from the true ones, and wait for their time.
    """
    ordered = sorted(backups, key=lambda backup: backup.path.name, reverse=True)
    limit = now_ms + _CLOCKS_DIFFER
    past = [backup for backup in ordered if now_ms - OLDEST <= backup.made_utc_ms <= limit]
    future = [backup for backup in ordered if backup.made_utc_ms > limit]
    return _thinned(past) | _thinned(future) | set(ordered[:LAST])


def _thinned(newest_first: list[Backup]) -> set[Backup]:
    return (
        set(newest_first[:RECENT])
        | _newest_of_each(newest_first, lambda made: made.date(), DAILY)
        | _newest_of_each(newest_first, lambda made: made.isocalendar()[:2], WEEKLY)
    )


def _newest_of_each(newest_first: list[Backup], span: Callable[[datetime], Any], most: int) -> set[Backup]:
    """The newest backup of each span of time, for the newest `most` spans that have any."""
    found: dict[Any, Backup] = {}
    for backup in newest_first:
        found.setdefault(span(datetime.fromtimestamp(backup.made_utc_ms / 1000, UTC)), backup)
        if len(found) == most:
            break
    return set(found.values())


def is_readable(path: Path, key: "Key | None" = None) -> bool:
    """Whether a backup opens and its pages hold together."""
    try:
        with reading(path, key) as copy:
            contents_of(copy)
            return bool(copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except (*FAULTS, NotebookError):
        return False
