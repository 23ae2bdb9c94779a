"""Writing a file outside the notebook: whole or not at all, for its owner alone, never over another."""

import contextlib
import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from coachtui.disk import sync_folder, write_beside
from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.wording import _


def write_out(target: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file so that it is there whole and on the disk, or not at all. Raises SharingError.

    A file that stands there already is left alone, unless it holds the very same bytes or `replace` is given.
    A symbolic link is never followed nor replaced: what it points to may be anything.
    """
    try:
        standing = _standing(target, len(content))
        if standing == content:
            return
        if standing is not None and not replace:
            raise SharingError(
                _(
                    "There is a file '{target}' already and it is a different one, so nothing was written. "
                    "Choose another name, or add --force to replace it."
                ).format(target=target)
            )
        _put(target, content, replace=replace)
    except OSError as fault:
        raise SharingError(_sentence(target, fault)) from fault


class Ready(NamedTuple):
    """A file that is whole and on the disk, and does not have its name yet: what may still go wrong leaves nothing behind."""

    beside: Path
    target: Path

    def put(self) -> Path:
        """Give it its name, or the next one that is free; which one. Raises SharingError."""
        try:
            for name in _names_like(self.target):
                with contextlib.suppress(FileExistsError):
                    _claim(self.beside, name)
                    sync_folder(name.parent)
                    return name
        except OSError as fault:
            raise SharingError(_sentence(self.target, fault)) from fault
        finally:
            self.let_go()
        raise AssertionError("names never end")

    def let_go(self) -> None:
        """Take it away, unless it has its name."""
        with contextlib.suppress(OSError):
            self.beside.unlink()


def make_ready(target: Path, content: bytes) -> Ready:
    """Write a file beside where it is to be, all but its name. Raises SharingError; then nothing is left behind."""
    try:
        return Ready(write_beside(target, content), target)
    except OSError as fault:
        raise SharingError(_sentence(target, fault)) from fault


def _names_like(target: Path) -> Iterator[Path]:
    """The name, then the same with a number."""
    yield target
    yield from (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))


def _claim(beside: Path, name: Path) -> None:
    """Give a file a name that nothing has. Raises FileExistsError where something has it."""
    try:
        os.link(beside, name)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk that knows no links: the name is taken first, then given
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        beside.replace(name)


def _standing(target: Path, size: int) -> bytes | None:
    """What stands at the target now, nothing of it if it is of another size; None where nothing does. Raises SharingError."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise SharingError(
            _("'{target}' is a link to another place, so nothing was written. Choose another name.").format(
                target=target
            )
        )
    if stat.S_ISDIR(found.st_mode):
        raise SharingError(
            _("'{target}' is a folder, so nothing was written. Give the file a name inside it.").format(target=target)
        )
    if not stat.S_ISREG(found.st_mode):
        raise SharingError(
            _("'{target}' is not a plain file, so nothing was written. Choose another name.").format(target=target)
        )
    return target.read_bytes() if found.st_size == size else b""


def _put(target: Path, content: bytes, *, replace: bool) -> None:
    """Write beside the target, force it to the disk, then give it the target's name in one stroke."""
    temporary = write_beside(target, content)
    try:
        if replace:
            temporary.replace(target)
        else:
            _name_without_replacing(temporary, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
    sync_folder(target.parent)


def _name_without_replacing(temporary: Path, target: Path) -> None:
    """Give the file its name unless another one took it meanwhile; where links don't exist, rename."""
    try:
        os.link(temporary, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        temporary.replace(target)


def _sentence(target: Path, fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return _("There is no folder '{parent}', so nothing was written. Make it, or choose another.").format(
            parent=target.parent
        )
    if isinstance(fault, FileExistsError):
        return _("There is a file '{target}' already, so nothing was written. Choose another name.").format(
            target=target
        )
    if isinstance(fault, NotADirectoryError):
        return _("'{parent}' is not a folder, so nothing was written. Choose another place.").format(
            parent=target.parent
        )
    if isinstance(fault, PermissionError):
        return _("You may not write to '{parent}', so nothing was written. Choose another folder.").format(
            parent=target.parent
        )
    reason = reason_of(fault)
    return _("'{target}' could not be written ({reason}). Nothing was left behind. Choose another place.").format(
        target=target, reason=reason
    )
