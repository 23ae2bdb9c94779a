"""Whether the notebook began anew where there had been another: its file was lost, or emptied, and only backups hold it."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.timing import local_time
from coachtui.places import Places
from coachtui.store.backups import Backup, Contents, all_backups, contents_of, in_words, reading
from coachtui.store.errors import NotebookError
from coachtui.store.file import FAULTS
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.store.notebook import Notebook

_MOST = 5
"""Backups that are opened at most, to see whose they are."""
_NEW_MS = 7 * 24 * 60 * 60 * 1000
"""How long it is told of a notebook that something was written in since."""
_SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
_FIRST = "SELECT device, at FROM events ORDER BY n LIMIT 1"


class Before(NamedTuple):
    """A backup of the notebook that was here before, and what it holds."""

    backup: Backup
    held: Contents
    is_empty: bool
    """Whether nothing was written in the present one."""


def notebook_before(notebook: "Notebook", places: Places, clock: "Clock") -> Before | None:
    """The newest backup of another notebook than this one, where this one is new; None where there is none.

    A notebook that was restored, salvaged or moved has the events of the one before, so it is none of another. Only what is
    larger than the notebook is opened: where nothing was lost that is hardly ever any.
    """
    found = notebook.file.row(_FIRST)
    if found is not None and clock.now().utc_ms - _utc_ms(found[1]) > _NEW_MS:
        return None
    size = (notebook.file.row(_SIZE) or (0,))[0]
    larger = [backup for backup in all_backups(places.backups) if found is None or _size(backup) > size]
    for backup in larger[:_MOST]:
        with suppress(*FAULTS, NotebookError), reading(backup.path, notebook.file.key) as copy:
            first = copy.execute(_FIRST).fetchone()
            if first is not None and (found is None or first[0] != found[0]):
                return Before(backup, contents_of(copy), found is None)
    return None


def sentence_of_before(notebook: "Notebook", places: Places, clock: "Clock") -> str:
    """What is said of the notebook that was here before; "" where there was none. Raises a NotebookError."""
    before = notebook_before(notebook, places, clock)
    return "" if before is None else before_sentence(before, clock.zone())


def before_sentence(before: Before, zone: str) -> str:
    """What happened, what is safe, and what to do."""
    made = local_time(before.backup.made_utc_ms, zone)
    words = (
        _("This notebook is empty, but a backup of {when} is not: it holds {held}. The file was lost or emptied.")
        if before.is_empty
        else _("This notebook began anew; a backup of {when}, from before, holds {held} that are not in it.")
    ).format(when=f"{weekday_day_year(made)}, {made.hour}:{made.minute:02d}", held=in_words(before.held))
    return _("{words} With coachtui closed, 'coachtui restore', typed in a terminal, goes back to it.").format(
        words=words
    )


def _size(backup: Backup) -> int:
    with suppress(OSError):
        return backup.path.stat().st_size
    return 0


def _utc_ms(at: str) -> float:
    """A moment as events keep it; the beginning of time where it can't be read."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC).timestamp() * 1000
    except (ValueError, TypeError):
        return 0
