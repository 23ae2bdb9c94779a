"""The lock beside the notebook: one process at a time, and word of who has it.

It is a file of its own, because any `close()` of the database file outside SQLite would drop SQLite's own locks
(reference: sqlite.org/howtocorrupt.html, "Posix advisory locks canceled").
The kernel lets go of it when the process ends, however it ends, so a stale lock never blocks.
"""

import json
import os
import sys
import time
from pathlib import Path

from coachtui.model.moment import Moment
from coachtui.store.errors import NotebookBusy, NotebookReadOnly
from coachtui.wording import _, _m, _t

if sys.platform == "win32":
    import msvcrt

    def take_handle(handle: int) -> bool:
        """Take the lock on an open file, if nobody has it; whether it was taken."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def take_handle(handle: int) -> bool:
        """Take the lock on an open file, if nobody has it; whether it was taken."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_OPEN = _(
    "The notebook is already open in {place}. Nothing was changed. Go on in that window, or close it there first; "
    "where it can't be found, start the computer anew."
)
_OPEN_SINCE = _(
    "The notebook is already open since {opened} in {place}. Nothing was changed. "
    "Go on in that window, or close it there first; where it can't be found, start the computer anew."
)
_PATIENCE = 0.4  # seconds; long enough for a command beside us to finish its reading, short enough to feel at once
_STEP = 0.02


def terminal_name() -> str:
    """The terminal this process runs in, for the other window's sentence."""
    for handle in (0, 1, 2):
        try:
            return os.ttyname(handle)
        except (OSError, AttributeError):
            continue
    return _m("another program")


class NotebookLock:
    """Holds the lock file of one notebook from `take` to `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self, now: Moment) -> None:
        """Take the lock and write into it since when and where.

        Raises NotebookBusy when another process has it, NotebookReadOnly when it can't be made.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as fault:
            raise NotebookReadOnly(
                _(
                    "The folder {parent} can't be written to, so the notebook was not opened. "
                    "Nothing was changed. 'coachtui doctor --repair' gives you the right to write back where it is yours; "
                    "if the disk is read-only, choose another folder with --home."
                ).format(parent=self._path.parent)
            ) from fault
        if not self._wait(handle):
            words = _read(handle)
            os.close(handle)
            raise _busy(words)
        self._handle = handle
        self._sign(handle, now)

    def _wait(self, handle: int) -> bool:
        """Try for the lock until the patience runs out."""
        tries = int(_PATIENCE / _STEP)
        for __ in range(tries):
            if take_handle(handle):
                return True
            time.sleep(_STEP)
        return take_handle(handle)

    def _sign(self, handle: int, now: Moment) -> None:
        """Write who has it; a full disk is no reason to refuse the notebook."""
        words = json.dumps({"pid": os.getpid(), "since": now.utc_ms, "where": terminal_name()})
        try:
            os.ftruncate(handle, 0)
            os.pwrite(handle, words.encode(), 0)
        except OSError:
            return

    def release(self) -> None:
        """Let the next window in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _read(handle: int) -> dict[str, object]:
    try:
        words = json.loads(os.pread(handle, 4096, 0).decode("utf-8", "replace"))
    except (ValueError, OSError):
        return {}
    return words if isinstance(words, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def _time_of_day(utc_ms: int) -> str:
    local = time.localtime(utc_ms / 1000)
    return f"{local.tm_hour}:{local.tm_min:02d}"


def _busy(words: dict[str, object]) -> NotebookBusy:
    since = words.get("since")
    where = words.get("where")
    since_ms = since if isinstance(since, int) else None
    place = _t(where) if isinstance(where, str) and where.isprintable() else _("another window")
    # The same machine wrote it, so its own local time is the one the person reads on the wall.
    opened = "" if since_ms is None else _time_of_day(since_ms)
    whole = _OPEN_SINCE if opened else _OPEN
    sentence = whole.format(opened=opened, place=place)
    return NotebookBusy(sentence, since_ms, place)
