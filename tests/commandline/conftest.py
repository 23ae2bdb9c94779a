"""What the tests of the command line are given."""

from pathlib import Path

import pytest

from tests.support.homes import Desk, make_home, open_notebook, put_new_notebook
from tests.support.wholes import a_full_whole


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose notebook holds one observation with one of everything."""
    places = make_home(tmp_path)
    put_new_notebook(places)
    with open_notebook(places) as notebook:
        notebook.people.add_team("Grade 5", "Ana Ruiz", ("Maria Lopez", "Tom"))
        notebook.observations.take_in_all([a_full_whole()])
    return places.home


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new home whose notebook is opened anew for every verb."""
    return Desk(tmp_path)
