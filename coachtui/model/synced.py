"""Which service copies a folder to other places: by how such folders are called, marked and mounted.

A database file that is copied while it is written to gets damaged, and what is in it gets into other hands.
"""

from collections.abc import Iterable, Sequence

from coachtui.wording import _

_BEGINNINGS = {
    "dropbox": _("Dropbox"),
    "onedrive": "OneDrive",
    "google drive": _("Google Drive"),
    "google-drive": _("Google Drive"),
    "googledrive": _("Google Drive"),
    "my drive": _("Google Drive"),
    "shared drives": _("Google Drive"),
    "drivefs": _("Google Drive"),
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "icloud drive": "iCloud",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "cloudstorage": _("a cloud service"),
    "box sync": _("Box"),
    "nextcloud": _("Nextcloud"),
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "syncthing": _("Syncthing"),
    "seafile": _("Seafile"),
    "synologydrive": _("Synology Drive"),
    "yandex.disk": _("Yandex Disk"),
    "creative cloud files": _("Creative Cloud"),
}
"""How the folders of syncing programs begin, in small letters."""
_WHOLE = {"box": _("Box"), "mega": "MEGA", "sync": _("a syncing program")}
"""Names that are too short to be taken for a service by their beginning, and are one only right below a person's folder."""
_MARKS = {
    ".dropbox": _("Dropbox"),
    ".dropbox.cache": _("Dropbox"),
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.drivedownload": _("Google Drive"),
    ".tmp.driveupload": _("Google Drive"),
    ".nextcloudsync.log": _("Nextcloud"),
    ".owncloudsync.log": "ownCloud",
    ".stfolder": _("Syncthing"),
    ".sync": _("Resilio Sync"),
    ".seafile-data": _("Seafile"),
    ".boxsync": _("Box"),
    ".megaignore": "MEGA",
}
"""The files and folders with which syncing programs mark what they sync, in small letters."""
_SETTINGS_TOO = (".dropbox", ".sync")
"""Marks that in a person's own folder are only a program's settings."""
_MOUNTS = {
    "onedriver": "OneDrive",
    "google-drive-ocamlfuse": _("Google Drive"),
    "drivefs": _("Google Drive"),
    "rclone": _("a cloud service (rclone)"),
    "gvfsd": _("a network"),
    "s3fs": _("a cloud service"),
    "pcloud": "pCloud",
    "insync": _("Insync"),
}
"""What stands in the kind or the source of a mounted disk that lies in a cloud."""
MARKS = tuple(_MARKS)
"""What to look for in a folder and in all above it."""


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
