"""Where tests keep their files: in memory where there is room, for they force thousands of small files to the disk.

What depends on the disk is tried with the shim (tests/faults), which also knows what a power cut would have left; no
test could tell a file in memory from one on a disk that keeps what was forced to it.
"""

import os
import tempfile
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")
_ENOUGH = 1 << 30
"""Bytes that must be free there."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let every temporary folder be in memory, unless a place for them was chosen."""
    chosen = config.getoption("basetemp") or os.environ.get("PYTEST_DEBUG_TEMPROOT")
    if _is_roomy() and (not chosen or hasattr(config, "workerinput")):
        os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = str(_MEMORY)


def _is_roomy() -> bool:
    """Whether there is such a place, with room in it."""
    if not os.access(_MEMORY, os.W_OK):
        return False
    there = os.statvfs(_MEMORY)
    return there.f_bavail * there.f_frsize >= _ENOUGH
