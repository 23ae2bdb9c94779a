"""What a folder lies in: one that a service syncs, a network, or this computer alone."""

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from coachtui.model.synced import (
    MARKS,
    network_called,
    service_by_mark,
    service_by_mount,
    service_by_name,
    service_by_root,
)

_NETWORKS = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "afs", "webdav", "davfs", "fuse.davfs")
_MOUNTS = Path("/proc/self/mounts")
_LARGEST = 256 * 1024  # bytes of another program's settings that are looked at
_NEXTCLOUD_ROW = re.compile(r"localPath=(.+)")
Root = tuple[tuple[str, ...], str]


def service_of(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The service that syncs a folder, or "". Nothing is opened but the list of mounts and the services' own settings."""
    place, own = folder.resolve(), Path.home()
    _, kind, source = _mounted(place, mounts)
    return (
        service_by_name(place.parts, own.parts)
        or next((name for each in (place, *place.parents) if (name := _marked(each, own))), "")
        or service_by_mount(kind, source)
        or service_by_root(place.parts, _roots(own))
    )


def network_of(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The network the folder lies on, where the system tells, or ""."""
    _, kind, _ = _mounted(folder.resolve(), mounts)
    return network_called(kind) if kind.startswith(_NETWORKS) else ""


def _marked(folder: Path, own: Path) -> str:
    found = [mark for mark in MARKS if os.path.lexists(folder / mark)]
    return service_by_mark(found, is_own=folder == own)


def _mounted(folder: Path, table: Path) -> tuple[str, str, str]:
    """Where the disk of a folder is mounted, of what kind it is and from where; empty where the system does not tell."""
    best = ("", "", "")
    with contextlib.suppress(OSError):
        for row in table.read_text("utf-8", "replace").splitlines():
            fields = row.split(" ")
            mount = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
            if mount and folder.is_relative_to(mount) and len(mount) >= len(best[0]):
                best = (mount, fields[2], fields[0])
    return best


def _roots(own: Path) -> Iterator[Root]:
    """The folders that services name as theirs, each with the service."""
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):  # set on Windows
        if os.environ.get(name):
            yield Path(os.environ[name]).parts, "OneDrive"
    import json  # late: seldom needed before the first picture

    settings = (own / ".dropbox" / "info.json", own / "AppData" / "Local" / "Dropbox" / "info.json")
    for file in settings:
        with contextlib.suppress(ValueError, AttributeError, TypeError):
            for account in json.loads(_words_of(file) or "{}").values():
                yield Path(account["path"]).resolve().parts, "Dropbox"
    for folder in (own / ".config", own / "Library" / "Preferences", own / "AppData" / "Roaming"):
        for path in _NEXTCLOUD_ROW.findall(_words_of(folder / "Nextcloud" / "nextcloud.cfg")):
            yield Path(path.strip()).resolve().parts, "Nextcloud"
    for name in ("Desktop", "Documents"):  # macOS can keep these two in iCloud without a word of it in their path
        if (own / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / name).exists():
            yield (own / name).parts, "iCloud"


def _words_of(file: Path) -> str:
    with contextlib.suppress(OSError):
        if file.is_file() and file.stat().st_size <= _LARGEST:
            return file.read_text("utf-8", "replace")
    return ""
