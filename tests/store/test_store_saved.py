"""Every shape a notebook ever had, as a saved file: it is brought up to date and says what it said."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from coachtui.store import migrations
from coachtui.store.backups import all_backups
from coachtui.store.notebook import SHAPE
from tests.support.homes import Desk
from tests.support.program import ask
from tests.support.state import faults_of

SAVED = Path(__file__).with_name("saved")
SHAPES = range(1, SHAPE + 1)
Told = dict[str, dict[str, Any]]


def told_and_said(desk: Desk, shape: int) -> tuple[Told, Told]:
    """What a coachtui of this shape said of its notebook, and what this one says of it."""
    shutil.copy(SAVED / f"shape-{shape}.db", desk.places.notebook)
    told: Told = json.loads((SAVED / f"shape-{shape}.json").read_text("utf-8"))
    return told, {ref: ask(desk.places.home, "show", ref, "--json", "--in-confidence").json() for ref in told}


@pytest.mark.goal("R4", "B4")
@pytest.mark.parametrize("shape", SHAPES)
def test_a_notebook_of_any_shape_says_what_it_said(desk: Desk, shape: int) -> None:
    """`shape-N.db` was written by a coachtui of that shape, `shape-N.json` is what that one said of it."""
    told, said = told_and_said(desk, shape)
    assert said == told
    assert any(each["draft"] for each in told.values())
    assert ask(desk.places.home, "search", "agreed").said != ""
    assert desk.do(faults_of) == []
    assert desk.do(lambda notebook: notebook.undo("o1")) is not None
    assert [backup.reason for backup in all_backups(desk.places.backups)] == ["before-migration"] * (shape < SHAPE)


@pytest.mark.goal("R4", "B4", sabotage=True)
@pytest.mark.parametrize("lost", ["DELETE FROM drafts", "DELETE FROM lines"])
def test_an_update_that_loses_words_would_be_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    migrate = migrations.migrate

    def careless(connection: sqlite3.Connection, version: int, device: str) -> None:
        migrate(connection, version, device)
        connection.execute(lost)

    monkeypatch.setattr(migrations, "migrate", careless)
    told, said = told_and_said(desk, SHAPE - 1)
    assert said != told
