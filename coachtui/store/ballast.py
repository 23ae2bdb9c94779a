"""Ballast: a file of a few megabytes kept beside the notebook, dropped when the disk is full.

So the last lines of a meeting still find room.
"""

import contextlib
import os
import shutil
from pathlib import Path

SIZE = 8 * 1024 * 1024  # bytes
ENOUGH_SPACE = 200 * 1024 * 1024  # bytes; below this the ballast is not laid in again


class Ballast:
    """The ballast of one notebook."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def lay_in(self) -> None:
        """Reserve the space, if there is plenty and it is not there yet; failing to is no fault."""
        with contextlib.suppress(OSError):
            if self._path.exists() or shutil.disk_usage(self._path.parent).free < ENOUGH_SPACE:
                return
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(handle, 0, SIZE)
                else:
                    os.write(handle, bytes(SIZE))
            finally:
                os.close(handle)

    def drop(self) -> bool:
        """Give the space back; whether there was any to give."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
