"""The rows of a window's file in the drop box, once they were read: marked, or struck out where they stand."""

import json
import os
from collections.abc import Collection

from coachtui.store.dropbox import ABOUT
from coachtui.store.seal import public_of, sealed


def marks_of(observations: Collection[str], keys: tuple[bytes, ...] | None) -> list[bytes]:
    """A row for each observation that the rest of a file is about, and no word of it: a purge has to find what is its own.

    With the keys of a locked notebook they are sealed.
    """
    rows = [json.dumps({ABOUT: each}, ensure_ascii=False).encode("utf-8", "replace") for each in sorted(observations)]
    if not keys:
        return rows
    public = public_of(keys[0])
    return [sealed(row, public) for row in rows]


def strike_out(handle: int, rows: Collection[bytes]) -> None:
    """Write empty rows over these, in their place: also a full disk takes that. Raises OSError."""
    os.lseek(handle, 0, os.SEEK_SET)
    with open(handle, "rb", closefd=False) as file:
        lines = file.read().splitlines(keepends=True)
    start = 0
    for line in lines:
        if line.rstrip(b"\r\n") in rows:
            os.pwrite(handle, b"\n" * len(line), start)
        start += len(line)
    os.fsync(handle)
