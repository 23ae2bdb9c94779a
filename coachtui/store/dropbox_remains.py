"""What lies in the drop box once all that could be read of it was taken in, and how a purge takes its part out."""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from coachtui.disk import PART, put_whole, read_small, sync_folder
from coachtui.places import Places
from coachtui.store.dropbox import ABOUT, PLAIN_END, SEALED_END, SEALED_UNREAD, UNREAD, largest_of
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.explain import explain_file
from coachtui.store.seal import unsealed
from coachtui.store.taking_in import scope_of_record
from coachtui.wording import _

_ELSEWHERE = _(
    "Another window still writes into the drop box, so nothing was purged. "
    "Close the windows of coachtui that are open, then try again."
)


def see_that_nobody_writes(places: Places) -> None:
    """Raises NotebookBusy where a file in the drop box was not taken in: another window has it, or the disk is full."""
    waiting = (path for path in places.dropbox.glob("*") if path.suffix in (PLAIN_END, SEALED_END))
    if places.dropbox.is_dir() and any(waiting):
        raise NotebookBusy(_ELSEWHERE)


def clear_of(places: Places, observations: Collection[str], keys: tuple[bytes, ...] = ()) -> None:
    """Take out of the files that could not be read whole what is about these observations. Raises a NotebookError.

    With `keys`, those of a locked notebook, what is sealed is read too. What can't be read in such a file is by the same
    hand in the same hour, so it goes as well.
    """
    try:
        for path in sorted(places.dropbox.iterdir()) if places.dropbox.is_dir() else ():
            if path.suffix == PART:
                path.unlink()  # left behind by one that was cut off
            elif path.suffix in (UNREAD, SEALED_UNREAD):
                _clear(path, observations, keys)
    except OSError as fault:
        raise explain_file(fault) from fault


def _clear(path: Path, observations: Collection[str], keys: tuple[bytes, ...]) -> None:
    rows = [row for row in read_small(path, largest_of(path)).splitlines(keepends=True) if row.strip()]
    told = [_record(row, keys if path.suffix == SEALED_UNREAD else None) for row in rows]
    about = [None if record is None else scope_of_record(record) for record in told]
    if not any(each in observations for each in about if each is not None):
        return
    stays = [each is not None and each not in observations for each in about]
    if any(stay and ABOUT not in (record or {}) for stay, record in zip(stays, told, strict=True)):
        kept = [row for row, stay in zip(rows, stays, strict=True) if stay]
        put_whole(path, b"".join(kept))
    else:
        path.unlink()
        sync_folder(path.parent)


def _record(row: bytes, keys: tuple[bytes, ...] | None) -> dict[str, Any] | None:
    """What a row says, sealed where there are keys; None for what can't be read."""
    with suppress(ValueError, KeyError, TypeError, RecursionError, NotebookError):
        record: dict[str, Any] = json.loads((row if keys is None else unsealed(row.strip(), keys)).decode("utf-8"))
        scope_of_record(record)
        return record
    return None
