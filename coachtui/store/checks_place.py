"""What the doctor looks at around the notebook: its folder, who may read it, the room left."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from coachtui.home import insisted_on
from coachtui.model.synced import told_service
from coachtui.places import Places
from coachtui.store.ballast import ENOUGH_SPACE
from coachtui.store.checks import Check, look
from coachtui.store.dropbox import PLAIN_END, SEALED_END
from coachtui.store.set_aside import set_aside
from coachtui.surroundings import network_of, service_of
from coachtui.wording import _, _m, _n, counted

_MOVE = _("Run 'coachtui move FOLDER' with a folder on this computer alone; it sees that nothing is lost on the way.")


def checks_of_place(places: Places) -> Iterator[Check]:
    """The folder of the notebook, who may read what is in it, the room that is left, and the drop box."""
    yield look(_m("place"), _MOVE, lambda: _place(places))
    yield look(_m("permissions"), _("Give yourself the right to change that folder."), lambda: _permissions(places))
    yield look(_m("free space"), _("Free some space on this disk."), lambda: _free_space(places.home))
    yield look(_m("drop box"), "", lambda: _drop_box(places.dropbox))
    yield look(_m("set aside"), "", lambda: _set_aside(places.home))


def _place(places: Places) -> Check:
    home = places.home
    if home.exists() and not home.is_dir():
        return Check(
            _m("place"),
            False,
            _("'{home}' is a file, not a folder.").format(home=home),
            _("Choose a folder with --home."),
        )
    service = service_of(home) or network_of(home)
    accepted = _(" You said that it is to be kept there all the same.") if insisted_on(places) else ""
    if service:
        return Check(
            _m("place"),
            False,
            _(
                "The notebook lies in a folder that {service} copies or shares. It can be damaged there.{accepted}"
            ).format(service=told_service(service), accepted=accepted),
            _MOVE,
        )
    return Check(_m("place"), True, _("The notebook is in '{home}', on this computer alone.").format(home=home))


def _permissions(places: Places) -> Check:
    """Only the owner may read what we keep; looser rights are mended."""
    if os.name == "nt":
        return Check(_m("permissions"), True, _("Windows keeps this folder for your account."))
    if not places.home.exists():
        return Check(_m("permissions"), True, _("There is no folder yet; it will be yours alone."))
    mended = mend_permissions(places)
    if mended:
        names = ", ".join(str(path.name) for path in mended[:3]) + (_(" and others") if len(mended) > 3 else "")
        return Check(
            _m("permissions"), True, _("Others could have read {names}. That was mended just now.").format(names=names)
        )
    return Check(_m("permissions"), True, _("Only you can read the notebook and what belongs to it."))


def mend_permissions(places: Places) -> list[Path]:
    """Take from others the right to read what we keep; what they could have read. Raises OSError."""
    if os.name == "nt" or not places.home.exists():
        return []
    return [path for path in _ours(places) if _mend(path)]


def _ours(places: Places) -> Iterator[Path]:
    """What we keep, and nothing else that may lie in the same folder."""
    home = places.home
    if not home.stat().st_mode & stat.S_ISVTX and (not hasattr(os, "getuid") or home.stat().st_uid == os.getuid()):
        yield home
    yield from home.glob("notebook*")
    yield from home.glob("first-look")
    yield from home.glob("moved-away-*")
    for path in places.all_of_them():
        if path.exists() and path != places.record:
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from path.rglob("*")


def _mend(path: Path) -> bool:
    """Take from others the right to read this; whether they had it. Opens no file and follows no link."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode) or not mode & 0o077:
        return False
    path.chmod(0o700 if stat.S_ISDIR(mode) else 0o600)
    return True


def give_back_rights(places: Places) -> list[Path]:
    """Give the owner the right back to read and write what we keep; what was short of it. Raises OSError.

    A folder comes before what is in it, which can only be seen then.
    """
    if os.name == "nt" or not places.home.exists():
        return []
    places_first = [places.home, *sorted(path for path in places.all_of_them() if path != places.record)]
    given = [path for path in places_first if _give_back(path)]
    return given + [path for path in _ours(places) if _give_back(path)]


def _give_back(path: Path) -> bool:
    """Let the owner read and write this; whether that was missing. Follows no link, and leaves what is another's."""
    try:
        told = path.lstat()
    except FileNotFoundError:
        return False
    wanted = 0o700 if stat.S_ISDIR(told.st_mode) else 0o600
    is_ours = told.st_uid == os.geteuid() and (stat.S_ISDIR(told.st_mode) or stat.S_ISREG(told.st_mode))
    if not is_ours or told.st_mode & wanted == wanted:
        return False
    try:
        path.chmod(stat.S_IMODE(told.st_mode) | wanted)
    except OSError:  # on a disk that is read-only
        return False
    return True


def _free_space(home: Path) -> Check:
    standing = next(folder for folder in (home, *home.parents) if folder.exists())
    megabytes = shutil.disk_usage(standing).free // (1024 * 1024)
    if megabytes * 1024 * 1024 < ENOUGH_SPACE:
        words = _("Only {megabytes} MB are free on the disk of the notebook.").format(megabytes=megabytes)
        return Check(_m("free space"), False, words, _("Free some space on this disk."))
    return Check(
        _m("free space"),
        True,
        _("{megabytes} MB are free on the disk of the notebook.").format(megabytes=f"{megabytes:,}"),
    )


def _drop_box(folder: Path) -> Check:
    """What other windows left: files that wait are taken in at the next opening."""
    unread = sorted(path.name for path in folder.glob("*unread")) if folder.is_dir() else []
    waiting = sum(path.suffix in (PLAIN_END, SEALED_END) for path in folder.iterdir()) if folder.is_dir() else 0
    if unread:
        return Check(
            _m("drop box"),
            False,
            _n(
                "{n} file from other windows could only be read in part: {unread}.",
                "{n} files from other windows could only be read in part: {unread}.",
                len(unread),
            ).format(n=len(unread), unread=", ".join(unread[:3])),
            _(
                "What could be read is in the notebook; for the rest, read these files in '{folder}' as text; "
                "those that are sealed can be read once the lock is off, but for what was cut off or is another notebook's."
            ).format(folder=folder),
        )
    return Check(
        _m("drop box"),
        True,
        _("Nothing waits there.")
        if not waiting
        else counted(waiting, "{n} file waits to be taken in.", "{n} files wait to be taken in."),
    )


def _set_aside(home: Path) -> Check:
    """Older notebooks that lie beside this one: they still hold what was discarded since."""
    found = [path.name for path in set_aside(home)]
    if not found:
        return Check(_m("set aside"), True, _("No older notebook lies beside this one."))
    names = ", ".join(found[:3]) + (_(" and {n} more").format(n=len(found) - 3) if len(found) > 3 else "")
    words = _("What was discarded since may stand in them. 'coachtui purge --set-aside' removes them, and asks first.")
    return Check(
        _m("set aside"),
        True,
        _("Older notebooks lie beside this one: {names}. {words}").format(names=names, words=words),
    )
