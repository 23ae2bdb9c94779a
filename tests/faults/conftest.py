"""What the harnesses are given: the shim, and a folder that is quick."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.shim import build_shim


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shim between a program and its disk, built once."""
    return build_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for harnesses that force thousands of small files to the disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="coachtui-") as folder:
        yield Path(folder)
