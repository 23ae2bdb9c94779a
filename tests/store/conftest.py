"""What the tests of the store are given."""

from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.store import key as keys
from coachtui.store.backups import back_up
from coachtui.store.encrypting import Changed, lock
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk
from tests.support.locked_homes import CANARY, PASSPHRASE, copy_of


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes time when a key is made is not what is tried here; one test makes a key as it is made in earnest."""
    monkeypatch.setattr(keys, "ROUNDS", 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new home whose notebook is opened anew for every verb."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def plain_home(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A notebook with a line, half-typed text, and a backup, all of them with the word that must not be found."""
    desk = Desk(tmp_path_factory.mktemp("plain"))
    desk.begin(team="Math")
    desk.paste(f"maria: {CANARY} was said", *(f"line {number} of some length, to fill pages" for number in range(60)))
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", f"half {CANARY}", 4, A_MORNING)))
    desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))
    return desk


@pytest.fixture(scope="session")
def locked_home(plain_home: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The same, locked."""
    desk = copy_of(plain_home, tmp_path_factory.mktemp("locked"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "ROUNDS", 1)
        desk.key, changed = lock(desk.places, desk.clock, PASSPHRASE)
    assert changed == Changed(copies=2)
    return desk


@pytest.fixture
def plain(plain_home: Desk, tmp_path: Path) -> Desk:
    """A copy of the plain one, for one test."""
    return copy_of(plain_home, tmp_path)


@pytest.fixture
def locked(locked_home: Desk, tmp_path: Path) -> Desk:
    """A copy of the locked one, for one test."""
    return copy_of(locked_home, tmp_path)
