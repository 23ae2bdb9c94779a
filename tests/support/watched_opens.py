"""Runs the program and hears of every file that it opens past SQLite while it has the notebook open as a database.

And of every step towards a network: a name that is looked up, a connection, a datagram, a door that is opened for others.

Closing any handle on the file drops SQLite's own locks on it (sqlite.org/howtocorrupt.html, 2.2), and another process may
then write into the middle of what this one writes. What was heard is added to the file named by COACHTUI_HEARD.
"""

import os
import runpy
import sys

_NETWORK = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "urllib.Request",
)
_ENDS = ("notebook.db", "notebook.db-wal", "notebook.db-shm", "notebook.db-journal")


def is_ours(path: object) -> bool:
    """Whether this is the file of a notebook, or a log of it."""
    try:
        return os.fsdecode(path).endswith(_ENDS)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False


def has_it_open(path: str) -> bool:
    """Whether this process has the file open now."""
    try:
        wanted = os.stat(path)
    except OSError:
        return False
    for name in os.listdir("/proc/self/fd"):
        try:
            found = os.stat(f"/proc/self/fd/{name}")
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
            return True
    return False


def watch(heard: str) -> None:
    """From here on, note each opening of a notebook's file that this process has open already, and each call for a network."""

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in _NETWORK:
            note(event)
        elif event == "open" and is_ours(given[0]) and has_it_open(os.fsdecode(given[0])):  # type: ignore[arg-type]
            note(os.fsdecode(given[0]))  # type: ignore[arg-type]

    def note(what: str) -> None:
        caller = sys._getframe(2)
        handle = os.open(heard, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(handle, f"{what} in {caller.f_code.co_filename}:{caller.f_lineno}\n".encode())
        os.close(handle)

    sys.addaudithook(hook)


if __name__ == "__main__":
    watch(os.environ["COACHTUI_HEARD"])
    sys.argv[0] = "coachtui"
    runpy.run_module("coachtui", run_name="__main__")
