"""Writing files so that they are there whole, or as they were before."""

import contextlib
import errno
import os
import stat
import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from coachtui.wording import _

SMALL = 1024 * 1024
"""Bytes; what a person writes by hand is smaller."""
PART = ".part"
"""How the name of a file ends until it has its own."""
_AT_ONCE = 8
_BEGINNING = 100
"""Bytes of a name that stand in the one beside it, which must not be too long for any disk."""


def read_small(path: Path, most: int = SMALL) -> bytes:
    """What is in a plain file of at most so many bytes; a pipe or a device is not waited for.

    Raises OSError, whose `strerror` says in words what is wrong.
    """
    handle = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, _("it is no plain file"))
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, _("it is larger than {n} MB").format(n=most // 1024**2))
    return content


def put_whole(target: Path, content: bytes) -> None:
    """Write a file for its owner alone: beside the target first, forced to the disk, then given its name in one stroke.

    Raises OSError; then the target is as it was and nothing is left behind.
    """
    beside = write_beside(target, content)
    try:
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
    sync_folder(target.parent)


def write_beside(target: Path, content: bytes) -> Path:
    """The content in a new file beside the target, forced to the disk. Raises OSError; then nothing is left behind."""
    beside = lay_beside(target, content)
    try:
        sync_file(beside)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        raise
    return beside


def name_beside(name: str) -> str:
    """How what is laid beside a file of this name begins: no name that merely begins alike has the same."""
    written = os.fsencode(name)
    return f".{written[:_BEGINNING].decode(errors='ignore')}.{crc32(written):08x}."


def lay_beside(target: Path, content: bytes) -> Path:
    """The same, but `sync_files` is still to force it to the disk: many are cheaper together."""
    beside = target.with_name(f"{name_beside(target.name)}{os.getpid()}{PART}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(beside, flags, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        raise
    return beside


def sync_file(path: Path) -> None:
    """Force a file that nobody has open as a database to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(paths: Iterable[Path]) -> None:
    """Force files to the disk, some at once: a disk writes down together what comes together. Raises OSError."""
    left, faults = deque(paths), list[OSError]()

    def force() -> None:
        while left and not faults:
            try:
                sync_file(left.popleft())
            except IndexError:  # another thread took the last one
                return
            except OSError as fault:
                faults.append(fault)

    # Daemons: a drive that never answers must not keep the program from ending.
    helpers = [threading.Thread(target=force, daemon=True) for __ in range(min(len(left), _AT_ONCE) - 1)]
    for helper in helpers:
        helper.start()
    force()
    for helper in helpers:
        helper.join()
    if faults:
        raise faults[0]


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
