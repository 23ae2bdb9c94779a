"""Simulated power cuts: what a disk may hold when the power goes, worked out from a trace of all that was written.

What was forced to the disk (fsync) stays. Each write after that may have come, may be missing, or may be torn in its
512-byte sectors, in any order; each new, renamed or deleted name is only sure once its folder was forced to the disk.
"""

import copy
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.support.shim import Kind, Operation

SECTOR = 512
_OF_NAMES = (Kind.CREATED, Kind.LINKED, Kind.RENAMED, Kind.UNLINKED, Kind.FOLDER_SYNCED)
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _File:
    """A file's bytes as the disk surely has them, and the changes that are only on their way."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list[Operation])
    is_folder: bool = False


_NameChange = list[tuple[str, "_File | None"]]


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut: before which operation, what the disk holds, and what the program had said by then."""

    before: int
    files: dict[str, bytes | None]
    said: list[str]
    says_next: str | None

    def lay_out(self, was: Path, home: Path) -> None:
        """Write what the disk holds into another home."""
        for name, words in sorted(self.files.items()):
            path = home / Path(name).relative_to(was)
            if words is None:
                path.mkdir(mode=0o700, exist_ok=True)
            else:
                path.write_bytes(words)
                path.chmod(0o600)


class Disk:
    """The disk, as the operations of a trace go on."""

    def __init__(self, start: Path | None = None) -> None:
        """An empty disk, or one that surely holds what is in a folder now."""
        self._files: dict[int, _File] = {}
        self._sure_names: dict[str, _File] = {}
        self._names: dict[str, _File] = {}
        self._name_changes: list[_NameChange] = []
        for path in sorted(start.rglob("*")) if start else ():
            file = _File(is_folder=True) if path.is_dir() else _File(bytearray(path.read_bytes()))
            self._files[path.stat().st_ino] = self._sure_names[str(path)] = self._names[str(path)] = file

    def apply(self, step: Operation) -> None:
        """Take one operation in."""
        if step.kind in (Kind.WRITTEN, Kind.SIZED):
            self._files[step.inode].pending.append(step)
        elif step.kind is Kind.SYNCED:
            file = self._files[step.inode]
            for change in file.pending:
                _change(file.sure, change)
            file.pending.clear()
        elif step.kind is Kind.FOLDER_SYNCED:
            self._settle(step.name)
        else:
            self._rename(step)

    def _rename(self, step: Operation) -> None:
        """Take in an operation on names."""
        if step.kind is Kind.CREATED:
            self._files[step.inode] = file = _File()
            self._put([(step.name, file)])
        elif step.kind is Kind.FOLDER_MADE:
            self._put([(step.name, _File(is_folder=True))])
        elif step.kind is Kind.UNLINKED:
            self._put([(step.name, None)])
        elif step.kind is Kind.LINKED:
            self._put([(step.other, self._names[step.name])])
        elif step.kind is Kind.RENAMED:
            self._put([(step.name, None), (step.other, self._names[step.name])])

    def _put(self, change: _NameChange) -> None:
        _change_names(self._names, change)
        self._name_changes.append(change)

    def _settle(self, folder: str) -> None:
        """Make the names in one folder sure."""
        waiting: list[_NameChange] = []
        for change in self._name_changes:
            if any(os.path.dirname(name) == folder for name, _ in change):
                _change_names(self._sure_names, change)
            else:
                waiting.append(change)
        self._name_changes = waiting

    def as_written(self) -> dict[str, bytes | None]:
        """What the program itself sees: everything that was written, whether it was forced to the disk or not."""
        found: dict[str, bytes | None] = {}
        for name, file in sorted(self._names.items()):
            words = bytearray(file.sure)
            for change in file.pending:
                _change(words, change)
            found[name] = None if file.is_folder else bytes(words)
        return found

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes | None]:
        """What may be found on the disk if the power goes now: each file's bytes by its name, None for a folder."""
        names = copy.copy(self._sure_names)
        for change in _some(self._name_changes, chance):
            _change_names(names, change)
        found: dict[str, bytes | None] = {}
        for name in sorted(names):
            parent = os.path.dirname(name)
            if parent in found or parent not in self._names:
                found[name] = None if names[name].is_folder else _bytes_after_a_cut(names[name], chance)
        return found


def _change(words: bytearray, step: Operation) -> None:
    """Lay one write, or one change of size, on a file's bytes."""
    if len(words) < step.at:
        words.extend(bytes(step.at - len(words)))
    if step.kind is Kind.SIZED:
        del words[step.at :]
    else:
        words[step.at : step.at + len(step.data)] = step.data


def _change_names(names: dict[str, _File], change: _NameChange) -> None:
    for name, file in change:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _some(pending: list[T], chance: random.Random) -> list[T]:
    """Which of the pending changes came through: none, all, the first of them, or any."""
    way = chance.choice(("none", "all", "first", "any", "any"))
    if way == "first":
        return pending[: chance.randint(0, len(pending))]
    return [change for change in pending if way == "all" or (way == "any" and chance.random() < 0.5)]


def _bytes_after_a_cut(file: _File, chance: random.Random) -> bytes:
    words = bytearray(file.sure)
    tears = chance.random() < 0.5
    for change in _some(file.pending, chance):
        for part in _torn(change, chance) if tears else (change,):
            _change(words, part)
    return bytes(words)


def _torn(step: Operation, chance: random.Random) -> Iterator[Operation]:
    """Some sectors of a write; a change of size is whole or not at all."""
    if step.kind is Kind.SIZED or chance.random() < 0.5:
        yield step
        return
    start = 0
    while start < len(step.data):
        end = min(len(step.data), (step.at + start) // SECTOR * SECTOR + SECTOR - step.at)
        if chance.random() < 0.5:
            yield Operation(step.kind, step.name, step.other, step.inode, step.at + start, step.data[start:end])
        start = end


def kills(trace: list[Operation], start: Disk) -> Iterator[Cut]:
    """What is there if the program is killed after any of its operations: all that it wrote until then."""
    said: list[str] = []
    for number, step in enumerate(trace):
        if step.kind is Kind.SAID:
            said.append(step.data.decode())
            continue
        start.apply(step)
        yield Cut(number, start.as_written(), [*said], None)


def cuts(trace: list[Operation], count: int, seed: int, start: Disk | None = None) -> Iterator[Cut]:
    """Cuts at `count` random places of the trace, in the order of the trace; the same seed gives the same cuts.

    Every second one is where names change: there the order of what was forced to the disk matters most.
    """
    chance = random.Random(seed)
    disk = start or Disk()
    of_names = [n + 1 for n, step in enumerate(trace) if step.kind in _OF_NAMES] or [len(trace)]
    places = sorted(chance.choice(of_names) if n % 2 else chance.randint(1, len(trace)) for n in range(count))
    all_said = [(n, step.data.decode()) for n, step in enumerate(trace) if step.kind is Kind.SAID]
    done = 0
    for place in places:
        for step in trace[done:place]:
            if step.kind is not Kind.SAID:
                disk.apply(step)
        done = place
        said = [words for n, words in all_said if n < place]
        says_next = all_said[len(said)][1] if len(said) < len(all_said) else None
        yield Cut(place, disk.after_a_cut(chance), said, says_next)
