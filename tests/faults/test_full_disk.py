"""A disk that is full for real: the ballast makes room once, then a sentence, then it goes on when there is room again."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coachtui.store.explain import FULL
from tests.faults.conftest import Tell
from tests.faults.tracing import ROOT


def in_a_namespace() -> list[str]:
    """The command that runs another where it may mount a disk that nobody else sees; the test is skipped without."""
    unshare = shutil.which("unshare")
    if unshare is None or shutil.which("mount") is None:
        pytest.skip(
            "a disk that is full for real needs Linux with 'unshare' and 'mount' (apt install util-linux mount)"
        )
    for rights in (["--mount"], ["--user", "--map-root-user", "--mount"]):
        command = [unshare, *rights]
        trial = [*command, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("a disk that is full for real needs the right to mount one: run as root, or allow user namespaces")


def fill_a_disk(folder: Path, *, with_ballast: bool) -> dict[str, Any]:
    """Fill a small disk, and return what happened."""
    answer = "yes" if with_ballast else "no"
    command = [*in_a_namespace(), sys.executable, "-m", "tests.faults.full_writer", str(folder), answer]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_a_full_disk_costs_nothing_that_was_acknowledged(tmp_path: Path, tell: Tell) -> None:
    facts = fill_a_disk(tmp_path, with_ballast=True)
    before, lines = facts.pop("lines before the ballast went"), facts.pop("lines")
    tell(f"full disk: {before} long lines until it was full, {lines - before} more on the ballast, 0 lost")
    assert facts == {
        "sentence": FULL,
        "refused again": FULL,
        "all read while full": True,
        "all read when opened while full": True,
        "all there once there was room": True,
        "faults": [],
    }
    assert lines - before > 50


def test_without_ballast_the_last_lines_would_find_no_room(tmp_path: Path) -> None:
    """The sabotage: where nothing was laid in there is nothing to give up."""
    facts = fill_a_disk(tmp_path, with_ballast=False)
    assert facts["lines before the ballast went"] == 0
    assert facts["all there once there was room"]
    with_it = fill_a_disk(tmp_path, with_ballast=True)
    assert with_it["lines"] - with_it["lines before the ballast went"] > 50
