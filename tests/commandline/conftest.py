"""What the tests of the command line are given: homes with meetings in them."""

from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.commandline.sample_school import fill
from coachtui.model.draft import Draft
from coachtui.places import Places
from tests.support.homes import Desk, seconds_on


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that may become a home; nothing is there yet."""
    return tmp_path / "home"


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample school. Only to be read."""
    home = tmp_path_factory.mktemp("school")
    fill(Places(home), Clock())
    return home


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with one meeting that was cut off: every kind of line and time, and words half-typed."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4 Math", lead="Maria Okafor", zone="America/New_York")
    for second, typed in enumerate(
        [
            "maria: good morning #TM3 #norms *",
            "? who is quiet",
            "! too fast",
            "= Data review 15",
            "@? nobody knows when",
        ]
    ):
        desk.file(typed, seconds_on(second))
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "half-ty", 7, seconds_on(60))))
    return desk
