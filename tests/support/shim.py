"""The shim between a program and its disk (shim.c): built at test time, put in with LD_PRELOAD, its trace read back."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("shim.c")
_HEAD = struct.Struct("<cHHQqq")


class Kind(StrEnum):
    """What the program did; the letters are those of shim.c."""

    OPENED = "O"
    CREATED = "C"
    WRITTEN = "W"
    SIZED = "T"
    SYNCED = "S"
    FOLDER_SYNCED = "D"
    RENAMED = "R"
    LINKED = "L"
    UNLINKED = "U"
    FOLDER_MADE = "M"
    SAID = "A"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that happened below the watched folder, or (SAID) that the program printed.

    `at` is the place of a write, or the new size of a file. Names are absolute; a file is known by its inode.
    """

    kind: Kind
    name: str
    other: str
    inode: int
    at: int
    data: bytes


def build_shim(folder: Path) -> Path:
    """Build the shim in this folder; where that can't be done the test is skipped, with how to mend it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("faults of the disk are simulated with LD_PRELOAD, which only Linux has")
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("faults of the disk need a C compiler: install gcc ('apt install gcc libc6-dev')")
    library = folder / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O2", "-Wall", "-o", str(library), str(_SOURCE), "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return library


def environment(library: Path, under: Path, trace: Path | None = None) -> dict[str, str]:
    """The environment that puts the shim into a program, watching everything below `under`."""
    words = {**os.environ, "LD_PRELOAD": str(library), "SHIM_UNDER": str(under)}
    if trace is not None:
        words["SHIM_TRACE"] = str(trace)
    return words


def read_trace(path: Path) -> Iterator[Operation]:
    """Everything that was written down, in its order."""
    words = path.read_bytes()
    place = 0
    while place < len(words):
        kind, name_size, other_size, inode, at, size = _HEAD.unpack_from(words, place)
        place += _HEAD.size
        name, place = words[place : place + name_size], place + name_size
        other, place = words[place : place + other_size], place + other_size
        known = Kind(kind.decode())
        has_data = known in (Kind.WRITTEN, Kind.SAID)
        data, place = (words[place : place + size], place + size) if has_data else (b"", place)
        yield Operation(known, os.fsdecode(name), os.fsdecode(other), inode, at, data)


class Failures:
    """Lets calls of this very process fail; the process must have been started with the shim."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.shim_disarm.restype = ctypes.c_long

    def arm(self, kinds: str, n: int, error: int, *, for_ever: bool) -> None:
        """Let the n-th call (from 1) of these kinds fail with an errno, once or from then on."""
        self._shim.shim_arm(kinds.encode(), ctypes.c_long(n), ctypes.c_int(error), ctypes.c_int(for_ever))

    def disarm(self) -> int:
        """Let everything go well again; how many calls had failed."""
        return int(self._shim.shim_disarm())
