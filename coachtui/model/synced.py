"""Which service copies a folder to other places: by how such folders are called, marked and mounted.

A database file that is copied while it is written to gets damaged, and what is in it gets into other hands. The services are
named in English: what a person accepted of a folder is kept so.
"""

from collections.abc import Iterable, Sequence

from coachtui.wording import _m, _t

_BEGINNINGS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "google-drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "drivefs": "Google Drive",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "icloud drive": "iCloud",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "cloudstorage": _m("a cloud service"),
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
    "yandex.disk": "Yandex Disk",
    "creative cloud files": "Creative Cloud",
}
"""How the folders of syncing programs begin, in small letters."""
_WHOLE = {"box": "Box", "mega": "MEGA", "sync": _m("a syncing program")}
"""Names that are too short to be taken for a service by their beginning, and are one only right below a person's folder."""
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".sync": "Resilio Sync",
    ".seafile-data": "Seafile",
    ".boxsync": "Box",
    ".megaignore": "MEGA",
}
"""The files and folders with which syncing programs mark what they sync, in small letters."""
_SETTINGS_TOO = (".dropbox", ".sync")
"""Marks that in a person's own folder are only a program's settings."""
_MOUNTS = {
    "onedriver": "OneDrive",
    "google-drive-ocamlfuse": "Google Drive",
    "drivefs": "Google Drive",
    "rclone": _m("a cloud service (rclone)"),
    "gvfsd": _m("a network"),
    "s3fs": _m("a cloud service"),
    "pcloud": "pCloud",
    "insync": "Insync",
}
"""What stands in the kind or the source of a mounted disk that lies in a cloud."""
MARKS = tuple(_MARKS)
"""What to look for in a folder and in all above it."""


_NETWORK = _m("a network ({kind})")


def network_called(kind: str) -> str:
    """What a network is called, by the kind of disk that it is to the system."""
    return _NETWORK.format(kind=kind)


def told_service(service: str) -> str:
    """A service, or a network, as a person reads it."""
    before, __, after = _NETWORK.partition("{kind}")
    if service.startswith(before) and service.endswith(after):
        return _t(_NETWORK).format(kind=service[len(before) : -len(after)])
    return _t(service)


def service_by_name(parts: Sequence[str], own: Sequence[str] = ()) -> str:
    """The service that folders of these names belong to, or "". `own` are the names down to the person's own folder."""
    for place, part in enumerate(parts):
        name = part.lower()
        for beginning, service in _BEGINNINGS.items():
            if name == beginning or name.startswith(tuple(beginning + end for end in (" ", "-", "("))):
                return service
        if own and place == len(own) and list(parts[:place]) == list(own) and name in _WHOLE:
            return _WHOLE[name]
    return ""


def service_by_mark(names: Iterable[str], *, is_own: bool = False) -> str:
    """The service whose mark is among the names in a folder, or "". `is_own` says that it is the person's own folder."""
    for name in names:
        mark = name.lower()
        if mark in _MARKS and not (is_own and mark in _SETTINGS_TOO):
            return _MARKS[mark]
    return ""


def service_by_mount(kind: str, source: str) -> str:
    """The service that a disk of this kind, mounted from this source, lies in, or ""."""
    words = f"{kind} {source}".lower()
    if "fuse" not in kind.lower():
        return ""
    return next((service for part, service in _MOUNTS.items() if part in words), "")


def service_by_root(parts: Sequence[str], roots: Iterable[tuple[Sequence[str], str]]) -> str:
    """The service one of whose folders these parts lie in, or ""; the programs themselves name their folders."""
    return next((service for root, service in roots if root and list(parts[: len(root)]) == list(root)), "")
