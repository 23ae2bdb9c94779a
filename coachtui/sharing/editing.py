"""A text lent to an editor: in a file of its own, in a folder that nobody else can look into, and gone afterwards."""

import os
import shutil
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from coachtui.disk import write_beside
from coachtui.model.clean import clean
from coachtui.reasons import reason_of
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

_IN_MEMORY = "XDG_RUNTIME_DIR"
_FOLDER = "editing"
_FILE = "feedback.txt"
LARGEST = 1024 * 1024
"""Bytes; a text that comes back larger than this was not typed."""


def folders_for(home: Path) -> list[Path]:
    """Where a home lends texts to editors: in memory where the computer has such a place for this person alone, else in it."""
    kept = [home / _FOLDER]
    memory = Path(os.environ.get(_IN_MEMORY, ""))
    if memory.is_absolute() and _is_ours_alone(memory):
        name = sha256(str(home.absolute()).encode()).hexdigest()[:16]
        kept.insert(0, memory / f"coachtui-{name}")
    return kept


def _is_ours_alone(folder: Path) -> bool:
    with suppress(OSError):
        found = folder.stat()
        mine = found.st_uid == os.geteuid() if hasattr(os, "geteuid") else True
        return stat.S_ISDIR(found.st_mode) and mine and not stat.S_IMODE(found.st_mode) & 0o077
    return False


def lend(home: Path, text: str) -> Path:
    """The file that holds the text, for an editor. Raises SharingError; then there is none."""
    take_away(home)
    trouble: OSError | None = None
    for folder in folders_for(home):
        try:
            folder.mkdir(mode=0o700)
            lent = folder / _FILE
            write_beside(lent, text.encode()).replace(lent)
        except OSError as fault:
            trouble = fault
        else:
            return lent
    reason = _("it is not known why") if trouble is None else reason_of(trouble)
    raise SharingError(_("The text could not be lent to an editor ({reason}). It is safe here.").format(reason=reason))


def given_back(lent: Path, text: str) -> str | None:
    """What the editor saved, cleaned as all that is typed; None where that is the text as it was lent.

    Raises SharingError where the file is gone or holds no text.
    """
    try:
        with lent.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        raise SharingError(
            _("The editor took its file away, so nothing was changed. The text is safe here.")
        ) from fault
    if len(content) > LARGEST or b"\0" in content:
        raise SharingError(_("What the editor saved is no text that could be typed, so nothing was changed."))
    saved = clean(content.decode("utf-8-sig", "replace"))
    if not text.endswith("\n"):
        saved = saved.removesuffix("\n")  # most editors end the last line
    return None if saved == text else saved


def take_away(home: Path) -> None:
    """Take away what was lent, and all that the editor laid beside it; also what a crash left. What can't be stays."""
    for folder in folders_for(home):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
