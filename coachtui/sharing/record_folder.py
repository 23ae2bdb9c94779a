"""The folder that the record is delivered into: what stands in it, and putting a file there whole or not at all."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from coachtui.disk import PART, lay_beside, name_beside, sync_files, sync_folder
from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.sharing.record_marks import LARGEST, Unreadable, marks_in, text_of
from coachtui.wording import _

ENDING = ".md"
UNREAD = ".unread.md"
MERGED = "merged copies"
"""Where a copy goes that a syncing program made, once its words are in the file itself."""


class Standing(NamedTuple):
    """One file as it stands in the folder. `text` is None where it can't be read as text, and `why` says why then.

    `whose` and `entries` are what its marks say: the lead and the cycle, the entries that it holds.
    """

    name: str
    content: bytes
    sha256: str
    text: str | None
    why: str
    whose: tuple[str, str] | None
    entries: frozenset[str]


class Writing(NamedTuple):
    """A file to be written; `over` is the SHA-256 of the one that it takes the place of, None where there is none."""

    name: str
    content: bytes
    over: str | None


class RecordFolder:
    """The folder. It is made if it is the one in the notebook's own home; another must be there already."""

    def __init__(self, path: Path, *, is_ours: bool) -> None:
        self.path = path
        self.is_ours = is_ours
        self._remains: list[str] = []

    def prepare(self) -> None:
        """See that the folder is there. Raises SharingError; nothing is delivered then."""
        try:
            if self.is_ours and not self.path.exists():
                self.path.mkdir(mode=0o700)
                sync_folder(self.path.parent)
            if not self.path.is_dir():
                raise SharingError(
                    _(
                        "The folder of the record, '{path}', is not there now. What is to go there waits. "
                        "It is delivered once the folder is back ('coachtui sync')."
                    ).format(path=self.path)
                )
        except OSError as fault:
            raise self._waits(fault) from fault

    def names(self) -> list[str]:
        """The Markdown files in the folder, but those set aside. Raises SharingError."""
        try:
            found = [entry.name for entry in os.scandir(self.path) if entry.is_file(follow_symlinks=False)]
        except OSError as fault:
            raise self._waits(fault) from fault
        self._remains = [name for name in found if name.startswith(".") and name.endswith(PART)]
        return sorted(name for name in found if _is_record_name(name))

    def bytes_of(self, name: str) -> bytes | None:
        """What stands in a file; None where there is none. Raises SharingError."""
        try:
            handle = os.open(self.path / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(handle, "rb") as file:
                return file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise self._waits(fault) from fault

    def put(
        self, files: list[Writing], step: Callable[[int, int], bool] = lambda _done, _of: True
    ) -> Iterator[Writing]:
        """Write files whole: all beside their places, then all forced to the disk, then each given its name.

        Hands out each that was written; where something else stands by now, nothing is. `sync` makes the names sure.
        `step` is told before each how many are done, of how many; where it says no, no more is written. Raises SharingError.
        """
        beside: dict[str, Path] = {}
        try:
            for place, each in enumerate(files):
                if not step(place, len(files)):
                    return
                self._clear_remains(each.name)
                beside[each.name] = lay_beside(self.path / each.name, each.content)
            sync_files(beside.values())
            for each in files:
                if self._is_still(each):
                    self._let_in(beside[each.name], each)
                    del beside[each.name]
                    yield each
        except OSError as fault:
            raise self._waits(fault) from fault
        finally:
            for path in beside.values():
                path.unlink(missing_ok=True)

    def _is_still(self, file: Writing) -> bool:
        """Whether what a file is to be written over is what stands there now."""
        standing_now = self.bytes_of(file.name)
        return (None if standing_now is None else sha256_of(standing_now)) == file.over

    def _let_in(self, beside: Path, file: Writing) -> None:
        """Give a file its name; who may read and write it is as it was."""
        mode = self._mode_of(file)
        if mode != 0o600:
            beside.chmod(mode)
        beside.replace(self.path / file.name)

    def _mode_of(self, file: Writing) -> int:
        """Who may read and write a file: as it is now; a new one only its owner, in a shared folder those of the folder."""
        if file.over is not None:
            return stat.S_IMODE((self.path / file.name).stat().st_mode)
        return 0o600 if self.is_ours else 0o600 | (stat.S_IMODE(self.path.stat().st_mode) & 0o066)

    def _clear_remains(self, name: str) -> None:
        """Take away what a delivery of this file left behind that was cut off."""
        for each in self._remains:
            if each.startswith(name_beside(name)):
                (self.path / each).unlink(missing_ok=True)

    def sync(self) -> None:
        """Make the names in the folder sure."""
        sync_folder(self.path)

    def rename(self, name: str, to: str) -> None:
        """Give a file its own name back, where nothing stands. Raises SharingError."""
        self._move(name, self.path, [to])

    def set_aside(self, name: str) -> str:
        """Give a file that can't be understood another name; the name. Raises SharingError."""
        stem = name.removesuffix(ENDING)
        return self._move(name, self.path, [f"{stem}{UNREAD}", *(f"{stem} {n}{UNREAD}" for n in range(2, 1000))])

    def put_away(self, name: str) -> str:
        """Put a copy away whose words are in the file itself; its name there. Raises SharingError."""
        folder = self.path / MERGED
        try:
            folder.mkdir(mode=stat.S_IMODE(self.path.stat().st_mode), exist_ok=True)
            sync_folder(self.path)
        except OSError as fault:
            raise self._waits(fault) from fault
        stem = name.removesuffix(ENDING)
        return self._move(name, folder, [name, *(f"{stem} {n}{ENDING}" for n in range(2, 1000))])

    def _move(self, name: str, folder: Path, names: list[str]) -> str:
        """Move a file to the first of these names that nothing has."""
        for each in names:
            target = folder / each
            if target.exists() or target.is_symlink():
                continue
            try:
                (self.path / name).rename(target)
            except OSError as fault:
                raise self._waits(fault) from fault
            sync_folder(folder)
            sync_folder(self.path)
            return each
        raise SharingError(
            _("'{name}' could not be set aside: too many of that name are there. Nothing was changed.").format(
                name=name
            )
        )

    def _waits(self, fault: OSError) -> SharingError:
        """Why nothing can be delivered now, in a sentence."""
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            why = _("The disk of the record's folder, '{path}', is full").format(path=self.path)
        elif fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            why = _("The record's folder, '{path}', may not be read or written to").format(path=self.path)
        else:
            why = _("The record's folder, '{path}', can't be used now ({strerror})").format(
                path=self.path, strerror=reason_of(fault)
            )
        return SharingError(
            _("{why}. What is to go there waits in the notebook; the next 'coachtui sync' tries again.").format(why=why)
        )


def _is_record_name(name: str) -> bool:
    return name.lower().endswith(ENDING) and not name.lower().endswith(UNREAD) and not name.startswith(".")


def standing(name: str, content: bytes) -> Standing:
    """A file as it stands, its marks read."""
    hashed = sha256_of(content)
    try:
        text = text_of(content)
    except Unreadable as fault:
        return Standing(name, content, hashed, None, str(fault), None, frozenset())
    whose, entries = marks_in(text)
    return Standing(name, content, hashed, text, "", whose, frozenset(entries))


def sha256_of(content: bytes) -> str:
    """The SHA-256 of these bytes, in hex."""
    return hashlib.sha256(content).hexdigest()
