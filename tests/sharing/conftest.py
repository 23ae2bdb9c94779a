"""What the tests of sharing are given."""

from pathlib import Path

import pytest

from tests.support.homes import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new home whose notebook is opened anew for every verb."""
    return Desk(tmp_path)
