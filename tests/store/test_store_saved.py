"""Every shape a notebook ever had, as a saved file: it is brought up to date and says what it said."""

import json
import shutil
from pathlib import Path

import pytest

from coachtui.store.backups import all_backups
from coachtui.store.notebook import SHAPE
from tests.support.homes import Desk
from tests.support.program import ask
from tests.support.state import faults_of

SAVED = Path(__file__).with_name("saved")
SHAPES = range(1, SHAPE + 1)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_notebook_of_any_shape_says_what_it_said(desk: Desk, shape: int) -> None:
    """`shape-N.db` was written by a coachtui of that shape, `shape-N.json` is what that one said of it."""
    shutil.copy(SAVED / f"shape-{shape}.db", desk.places.notebook)
    told = json.loads((SAVED / f"shape-{shape}.json").read_text("utf-8"))
    said = {ref: ask(desk.places.home, "show", ref, "--json", "--in-confidence").json() for ref in told}
    assert said == told
    assert ask(desk.places.home, "search", "agreed").said != ""
    assert desk.do(faults_of) == []
    assert desk.do(lambda notebook: notebook.undo("o1")) is not None
    assert [backup.reason for backup in all_backups(desk.places.backups)] == ["before-migration"] * (shape < SHAPE)
