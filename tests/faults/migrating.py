"""Opens a notebook as a coachtui of the next shape and is killed before the n-th statement, for n = 1, 2, ... until none is.

Run as `python -m tests.faults.migrating HOME FOLDER`: each kill is that of a process of its own, on a copy of the home.
"""

import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from coachtui.places import Places
from coachtui.store.file import NotebookFile
from tests.support.homes import open_notebook
from tests.support.next_shape import the_next_shape


class KilledAt:
    """Counts the statements of a connection, and kills its process before the n-th of them."""

    def __init__(self, n: int) -> None:
        self._left = n

    def watch(self, connection: sqlite3.Connection) -> None:
        """Count from here on."""
        connection.set_trace_callback(self._next)

    def _next(self, _: Any) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def open_until_killed(places: Places, n: int) -> None:
    """Open the notebook, which migrates it."""
    killer, prepare = KilledAt(n), NotebookFile.prepare

    def watched(file: NotebookFile) -> None:
        killer.watch(file.connection)
        prepare(file)

    with pytest.MonkeyPatch.context() as patch, the_next_shape():
        patch.setattr(NotebookFile, "prepare", watched)
        open_notebook(places).close()


def kill_at_each(home: Path, folder: Path) -> None:
    """Kill one process after another, until one comes to its end."""
    n = 0
    status = -1
    while status != 0:
        n += 1
        copy = folder / f"killed-at-{n:03d}"
        shutil.copytree(home, copy)
        child = os.fork()
        if child == 0:
            open_until_killed(Places(copy), n)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status not in (0, signal.SIGKILL):
            raise SystemExit(f"the {n}-th ended with {status}")


if __name__ == "__main__":
    kill_at_each(Path(sys.argv[1]), Path(sys.argv[2]))
