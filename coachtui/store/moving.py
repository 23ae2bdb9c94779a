"""Moving a home: the notebook through SQLite, everything else of ours beside it, the old one set aside.

Whenever it is cut off, one whole home is found from the old folder: the note `moved-to.txt` in it is written last, in one
stroke, and from then on leads to the new folder, whoever asks for the old one. Until then the new folder says in
`moving-from.txt` that it is not to be opened.
"""

import filecmp
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.clock import Clock
from coachtui.disk import PART, put_whole, sync_file, sync_folder
from coachtui.home import arrive
from coachtui.places import NoHome, Places, folder_told
from coachtui.reasons import reason_of
from coachtui.settings import read_settings
from coachtui.store.backups import copy_whole, reading, stamp
from coachtui.store.connecting import connect
from coachtui.store.errors import NotebookError
from coachtui.store.events import EventLog
from coachtui.store.file import FAULTS
from coachtui.store.notebook import Notebook
from coachtui.store.taking_in import is_in_use
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

AWAY = "moved-away-"
_MOVED = "The notebook that was in this folder was moved. It is in this one now:"
_MOVING = "A notebook is being moved here, and is not to be opened here before that is done. It comes from:"
_DELIVERED = """
UPDATE delivered SET folder = ? || substr(folder, ?) WHERE folder = ? OR substr(folder, 1, ?) = ?
"""


class NotMoved(NotebookError):
    """The notebook was not moved; it is whole where it was."""


class Moved(NamedTuple):
    """Where the notebook is now, and where the old one was set aside."""

    home: Path
    aside: Path


def move(source: Places, target: Places, clock: Clock, key: "Key | None" = None) -> Moved:
    """Move a home to a folder that is there and has nothing in it; an encrypted notebook, with its key, stays encrypted.

    Raises a NotebookError; then it is whole where it was.
    """
    _see_that_it_is_free(source, target)
    try:
        with Notebook.open(source, clock, key=key) as notebook:
            _see_that_nobody_writes_beside(source)
            _put_everything_there(source, target, notebook)
            put_whole(source.moved_to, f"{_MOVED}\n{target.home}\n".encode())
        arrive(target)
        return Moved(target.home, _set_aside(source, clock))
    except (OSError, shutil.Error, *FAULTS, NoHome) as fault:
        reason = reason_of(fault)
        raise NotMoved(
            _(
                "The notebook could not be moved all the way ({reason}). It is whole: 'coachtui where' says in which folder. "
                "Free some space or choose another folder, then do it again."
            ).format(reason=reason)
        ) from fault


def _see_that_it_is_free(source: Places, target: Places) -> None:
    """Refuse a folder that something is in already, but what a move that was cut off left there. Raises NotMoved."""
    if not source.notebook.exists():
        raise NotMoved(_("There is no notebook in '{home}' to be moved. Nothing was changed.").format(home=source.home))
    if target.home.resolve().is_relative_to(source.home.resolve()):
        raise NotMoved(
            _("The new folder lies in the old one. Nothing was changed. Choose one beside it, or elsewhere.")
        )
    if folder_told(target.moving_from) == str(source.home):
        copies = {target.home / path.relative_to(source.home) for path in _all_ours(source)}
        for path in copies | set(_all_ours(target)):
            if path not in (target.moving_from, target.moved_to, target.kept_here):
                _take_away(path)
    for path in target.home.glob(f".{target.moving_from.name}.*{PART}"):
        path.unlink()
    there = {path.name for path in target.home.iterdir() if not path.name.startswith(AWAY)}
    notes = (target.moved_to, target.moving_from, target.kept_here, target.lock)
    if there - {path.name for path in notes}:
        raise NotMoved(
            _("There is something in '{home}' already. Nothing was changed. Choose a new folder.").format(
                home=target.home
            )
        )


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _see_that_nobody_writes_beside(source: Places) -> None:
    if is_in_use(source):
        raise NotMoved(
            _("Another window writes beside the notebook. Nothing was changed. Close that window, then try again.")
        )


def _put_everything_there(source: Places, target: Places, notebook: Notebook) -> None:
    """Copy all that is ours, and see that it arrived. Raises OSError, sqlite3.Error, NotebookError."""
    put_whole(target.moving_from, f"{_MOVING}\n{source.home}\n".encode())
    stays = (source.lock, source.ballast, source.moved_to, source.moving_from, source.kept_here)
    for path in _all_ours(source):
        if path not in stays and not path.name.startswith(source.notebook.name):
            _copy(path, target.home / path.relative_to(source.home))
    copy_whole(notebook.file.connection, target.notebook)
    with reading(target.notebook, notebook.file.key) as copy:
        if not all(event.is_sound() for event in EventLog(copy, Clock(), "").all()):
            raise NotMoved(_("The notebook has damage, so it was not moved. Run 'coachtui doctor --repair' first."))
    _tell_where_the_record_is(source, target, notebook.file.key)
    sync_file(target.notebook)
    sync_folder(target.home)
    sync_folder(target.home.parent)


def _tell_where_the_record_is(source: Places, target: Places, key: "Key | None") -> None:
    """What was delivered into a folder of the old home was delivered into that of the new one."""
    old, new = str(source.home), str(target.home)
    inside = old + os.sep
    copy = connect(target.notebook, key)
    try:
        copy.execute(_DELIVERED, (new, len(old) + 1, old, len(inside), inside))
    finally:
        copy.close()


def _all_ours(places: Places) -> list[Path]:
    """Everything of ours that is in a home: the places, notebooks that were set aside, a record folder of one's own."""
    found = {path for path in places.all_of_them() if os.path.lexists(path)}
    found |= {path for path in places.home.glob("notebook*") if path.is_file()}
    found |= set(places.home.glob("first-look"))
    chosen = read_settings(places.settings)[0].record_folder.strip()
    with suppress(RuntimeError):  # ~ of nobody
        own = places.home / Path(chosen).expanduser()
        if chosen and own.is_relative_to(places.home) and own != places.home and own.is_dir():
            found.add(own)
    return sorted(found)


def _copy(path: Path, copy: Path) -> None:
    """Copy a file, or a folder with all in it, for its owner alone; a link stays a link. Raises OSError."""
    if path.is_symlink():
        copy.symlink_to(path.parent / path.readlink())
    elif path.is_dir():
        copy.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in sorted(path.iterdir()):
            _copy(each, copy / each.name)
        sync_folder(copy)
    elif path.is_file():
        shutil.copy2(path, copy)
        copy.chmod(0o600)
        sync_file(copy)
        if not filecmp.cmp(path, copy, shallow=False):
            raise OSError(_("{name} did not arrive whole").format(name=path.name))


def _set_aside(source: Places, clock: Clock) -> Path:
    """Put what was left in the old home into a folder that says so, the notebook first."""
    aside = source.home / f"{AWAY}{stamp(clock.now().utc_ms)}"
    aside.mkdir(mode=0o700)
    left = [path for path in _all_ours(source) if path not in (source.notebook, source.lock, source.moved_to)]
    for path in (source.notebook, *left):
        away = aside / path.relative_to(source.home)
        away.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.rename(away)
    sync_folder(source.home)
    return aside
