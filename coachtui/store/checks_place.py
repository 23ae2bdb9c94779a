"""What the doctor looks at around the notebook: its folder, who may read it, the room left."""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from coachtui.places import Places
from coachtui.store.ballast import ENOUGH_SPACE
from coachtui.store.checks import Check, look
from coachtui.store.dropbox import PLAIN_END, SEALED_END

_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drivefs": "Google Drive",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "icloud": "iCloud",
    "cloudstorage": "a cloud service",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
}
"""How the folders of syncing programs begin, in small letters."""
_MARKERS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".sync": "Resilio Sync"}
_NETWORKS = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "fuse.rclone", "afs", "webdav", "davfs")
_MOVE = "Choose a folder on this computer alone: 'coachtui --home FOLDER', or set COACHTUI_HOME to it."


def checks_of_place(places: Places) -> Iterator[Check]:
    """The folder of the notebook, who may read what is in it, the room that is left, and the drop box."""
    yield look("place", _MOVE, lambda: _place(places.home))
    yield look("permissions", "Give yourself the right to change that folder.", lambda: _permissions(places))
    yield look("free space", "Free some space on this disk.", lambda: _free_space(places.home))
    yield look("drop box", "", lambda: _drop_box(places.dropbox))


def _place(home: Path) -> Check:
    if home.exists() and not home.is_dir():
        return Check("place", False, f"'{home}' is a file, not a folder.", "Choose a folder with --home.")
    service = _synced_by(home.resolve()) or _network_of(home.resolve())
    if service:
        return Check(
            "place",
            False,
            f"The notebook lies in a folder that {service} copies or shares. It can be damaged there.",
            _MOVE,
        )
    return Check("place", True, f"The notebook is in '{home}', on this computer alone.")


def _synced_by(folder: Path) -> str:
    """The name of the program that syncs a folder, by how such folders are called or marked, or ""."""
    for part in (folder, *folder.parents):
        name = part.name.lower()
        for beginning, service in _SYNCED.items():
            if name == beginning or name.startswith((f"{beginning} ", f"{beginning}-", f"{beginning}(")):
                return service
        for marker, service in _MARKERS.items():
            # A file of this name in the home of a person is the program's own settings, not a mark.
            if (part / marker).exists() and part != Path.home():
                return service
    return ""


def _network_of(folder: Path, table: Path = Path("/proc/self/mounts")) -> str:
    """The network the folder lies on, where the system tells; empty for none."""
    best, kind = "", ""
    with contextlib.suppress(OSError):
        for row in table.read_text("utf-8", "replace").splitlines():
            fields = row.split(" ")
            mount = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
            if mount and folder.is_relative_to(mount) and len(mount) >= len(best):
                best, kind = mount, fields[2]
    return f"a network ({kind})" if kind.startswith(_NETWORKS) else ""


def _permissions(places: Places) -> Check:
    """Only the owner may read what we keep; looser rights are mended."""
    if os.name == "nt":
        return Check("permissions", True, "Windows keeps this folder for your account.")
    if not places.home.exists():
        return Check("permissions", True, "There is no folder yet; it will be yours alone.")
    mended = [path for path in _ours(places) if _mend(path)]
    if mended:
        names = ", ".join(str(path.name) for path in mended[:3]) + (" and others" if len(mended) > 3 else "")
        return Check("permissions", True, f"Others could have read {names}. That was mended just now.")
    return Check("permissions", True, "Only you can read the notebook and what belongs to it.")


def _ours(places: Places) -> Iterator[Path]:
    """What we keep, and nothing else that may lie in the same folder."""
    home = places.home
    if not home.stat().st_mode & stat.S_ISVTX and (not hasattr(os, "getuid") or home.stat().st_uid == os.getuid()):
        yield home
    yield from home.glob("notebook*")
    for path in (places.settings, places.log, places.lock, places.ballast, places.backups, places.dropbox):
        if path.exists():
            yield path
    for folder in (places.backups, places.dropbox):
        if folder.is_dir() and not folder.is_symlink():
            yield from folder.iterdir()


def _mend(path: Path) -> bool:
    """Take from others the right to read this; whether they had it. Opens no file and follows no link."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode) or not mode & 0o077:
        return False
    path.chmod(0o700 if stat.S_ISDIR(mode) else 0o600)
    return True


def _free_space(home: Path) -> Check:
    standing = next(folder for folder in (home, *home.parents) if folder.exists())
    megabytes = shutil.disk_usage(standing).free // (1024 * 1024)
    if megabytes * 1024 * 1024 < ENOUGH_SPACE:
        words = f"Only {megabytes} MB are free on the disk of the notebook."
        return Check("free space", False, words, "Free some space on this disk.")
    return Check("free space", True, f"{megabytes:,} MB are free on the disk of the notebook.")


def _drop_box(folder: Path) -> Check:
    """What other windows left: files that wait are taken in at the next opening."""
    unread = sorted(path.name for path in folder.glob("*unread")) if folder.is_dir() else []
    waiting = sum(path.suffix in (PLAIN_END, SEALED_END) for path in folder.iterdir()) if folder.is_dir() else 0
    if unread:
        return Check(
            "drop box",
            False,
            f"{len(unread)} file(s) from other windows could only be read in part: {', '.join(unread[:3])}.",
            f"What could be read is in the notebook; for the rest, read these files in '{folder}' as text; "
            "those that are sealed can be read once the lock is off, but for what was cut off or is another notebook's.",
        )
    return Check("drop box", True, "Nothing waits there." if not waiting else f"{waiting} file(s) wait to be taken in.")
