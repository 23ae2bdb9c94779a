"""Disks and folders of a kind that a test can't have otherwise: mounted where nobody else sees them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def in_a_namespace() -> list[str]:
    """The command that runs another where it may mount a disk that nobody else sees; the test is skipped without."""
    unshare = shutil.which("unshare")
    if unshare is None or shutil.which("mount") is None:
        pytest.skip("this needs Linux with 'unshare' and 'mount' (apt install util-linux mount)")
    for rights in (["--mount"], ["--user", "--map-root-user", "--mount"]):
        command = [unshare, *rights]
        trial = [*command, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("this needs the right to mount a disk: run as root, or allow user namespaces")


def read_only(path: Path) -> list[str]:
    """The command that runs another to which this file or folder is read-only; for root, modes are no obstacle."""
    if os.geteuid() != 0:
        path.chmod(0o500 if path.is_dir() else 0o400)
        return []
    return [*in_a_namespace(), "sh", "-c", _READ_ONLY, str(path)]
