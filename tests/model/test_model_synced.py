"""Which service a folder belongs to: by its names, its marks, its mount and what the services' programs say."""

import pytest

from coachtui.model.synced import MARKS, service_by_mark, service_by_mount, service_by_name, service_by_root

OWN = ("/", "home", "ana")


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ana/Dropbox/coachtui", "Dropbox"), ("/home/ana/Dropbox (Lincoln School)/x", "Dropbox"),
        ("/home/ana/dropbox-school", "Dropbox"), ("/Users/ana/OneDrive - Lincoln School/Documents/x", "OneDrive"),
        ("/mnt/c/Users/ana/OneDrive/x", "OneDrive"), ("/Users/ana/Google Drive/My Drive/x", "Google Drive"),
        ("/Volumes/GoogleDrive/My Drive/x", "Google Drive"), ("/media/My Drive/x", "Google Drive"),
        ("/run/user/1000/gvfs/google-drive:host=x", ""), ("/run/user/1000/gvfs/google-drive", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"), ("/Users/ana/iCloud Drive/x", "iCloud"),
        ("/Users/ana/iCloudDrive/x", "iCloud"), ("/Users/ana/Library/CloudStorage/Box-Box/x", "a cloud service"),
        ("/home/ana/Box/x", "Box"), ("/home/ana/Box Sync/x", "Box"), ("/home/ana/Nextcloud/notes", "Nextcloud"),
        ("/home/ana/nextcloud (2)/notes", "Nextcloud"), ("/home/ana/pCloudDrive/x", "pCloud"), ("/home/ana/MEGA/x", "MEGA"),
        ("/home/ana/SynologyDrive/x", "Synology Drive"),
        ("/home/ana/.local/share/coachtui", ""), ("/home/ana/boxes/x", ""), ("/srv/Box/x", ""),
        ("/home/ana/school/box/x", ""), ("/home/ana/Drop box ideas", ""), ("/home/ana/my-onedriver", ""),
        ("/home/ana/cloud", ""), ("/home/ana/nextclouds", ""), ("/", ""),
    ],
)  # fmt: skip
def test_by_its_names(path: str, service: str) -> None:
    parts = ("/", *(part for part in path.split("/") if part))
    assert service_by_name(parts, OWN) == service


def test_by_its_marks() -> None:
    assert service_by_mark([".stfolder"]) == "Syncthing"
    assert service_by_mark(["x", ".Dropbox"]) == "Dropbox"
    assert service_by_mark([".dropbox", ".sync"], is_own=True) == "", "there they are the settings of a program"
    assert service_by_mark([".dropbox.cache"], is_own=True) == "Dropbox"
    assert all(service_by_mark([mark]) for mark in MARKS)
    assert service_by_mark([]) == service_by_mark(["notes.txt"]) == ""


@pytest.mark.parametrize(
    ("kind", "source", "service"),
    [
        ("fuse.onedriver", "onedriver", "OneDrive"), ("fuse.rclone", "drive:", "a cloud service (rclone)"),
        ("fuse.google-drive-ocamlfuse", "google-drive-ocamlfuse", "Google Drive"), ("fuse", "pcloud", "pCloud"),
        ("fuse.gvfsd-fuse", "gvfsd-fuse", "a network"), ("ext4", "/dev/rclone", ""), ("fuse.ntfs-3g", "/dev/sda1", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_by_its_mount(kind: str, source: str, service: str) -> None:
    assert service_by_mount(kind, source) == service


def test_by_what_the_programs_call_theirs() -> None:
    roots = [(("/", "data", "work"), "Dropbox"), ((), "nobody")]
    assert service_by_root(("/", "data", "work", "x"), roots) == "Dropbox"
    assert service_by_root(("/", "data", "works"), roots) == service_by_root(("/", "data"), roots) == ""
