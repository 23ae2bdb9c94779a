"""What lies in the drop box once all that could be read of it was taken in, and how a purge takes its part out."""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from coachtui.disk import put_whole, read_small, sync_folder
from coachtui.places import Places
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.explain import explain_file
from coachtui.store.taking_in import LARGEST, scope_of_record

_ELSEWHERE = (
    "Another window still writes into the drop box, so nothing was purged. "
    "Close the windows of coachtui that are open, then try again."
)


def see_that_nobody_writes(places: Places) -> None:
    """Raises NotebookBusy where a file in the drop box was not taken in: another window has it, or the disk is full."""
    if places.dropbox.is_dir() and any(places.dropbox.glob("*.jsonl")):
        raise NotebookBusy(_ELSEWHERE)


def clear_of(places: Places, observations: Collection[str]) -> None:
    """Take out of the files that could not be read whole what is about these observations. Raises a NotebookError.

    What can't be read in such a file is by the same hand in the same hour, so it goes too.
    """
    try:
        for path in sorted(places.dropbox.iterdir()) if places.dropbox.is_dir() else ():
            if path.suffix == ".part":
                path.unlink()  # left behind by one that was cut off
            elif path.suffix == ".unread":
                _clear(path, observations)
    except OSError as fault:
        raise explain_file(fault) from fault


def _clear(path: Path, observations: Collection[str]) -> None:
    rows = [row for row in read_small(path, LARGEST).splitlines(keepends=True) if row.strip()]
    about = [_about(row) for row in rows]
    if not any(each in observations for each in about if each is not None):
        return
    kept = [row for row, each in zip(rows, about, strict=True) if each is not None and each not in observations]
    if kept:
        put_whole(path, b"".join(kept))
    else:
        path.unlink()
        sync_folder(path.parent)


def _about(row: bytes) -> str | None:
    """The observation that a record is about; None for what can't be read."""
    with suppress(ValueError, KeyError, TypeError, RecursionError, NotebookError):
        record: dict[str, Any] = json.loads(row.decode("utf-8"))
        return scope_of_record(record)
    return None
