"""The key in the computer's own store of passwords: kept only by one that keeps secrets, and given back."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from coachtui.places import Places
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.remembering import forget, is_trusted, recall, remember
from coachtui.store.seal import read_seal
from tests.support.clocks import FakeClock
from tests.support.homes import Desk


class OwnStore(KeyringBackend):
    """A computer's own store, as far as the program can see."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_shut = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _open(self) -> None:
        if self.is_shut:
            raise RuntimeError("nobody unlocked it")


class PlaintextKeyring(OwnStore):
    """One that keeps passwords in a file, by the name of the one that does."""

    __module__ = "keyrings.alt.file"


@pytest.fixture
def store() -> Iterator[OwnStore]:
    was = keyring.get_keyring()
    store = OwnStore()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(was)


def test_a_key_is_remembered_and_forgotten(store: OwnStore, locked: Desk) -> None:
    assert locked.key is not None and recall(locked.places) is None
    remember(locked.places, locked.key)
    key = recall(locked.places)
    assert key is not None
    Notebook.open(locked.places, locked.clock, key=key).close()
    assert "four" not in str(store.kept), "it is the key that is kept, not the passphrase"
    store.is_shut = True
    assert recall(locked.places) is None, "one that does not answer is no fault: the passphrase is asked for"
    store.is_shut = False
    forget(locked.places)
    assert store.kept == {} and recall(locked.places) is None
    seal = read_seal(locked.places)
    assert seal is not None and not seal.is_remembered


def test_a_key_of_another_time_is_not_used(store: OwnStore, locked: Desk) -> None:
    assert locked.key is not None
    remember(locked.places, locked.key)
    for each in store.kept:
        store.kept[each] = "00" * 48
    assert recall(locked.places) is None


@pytest.mark.parametrize("refused", [PlaintextKeyring, keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_one_that_keeps_no_secret_is_refused_by_name(
    store: OwnStore, locked: Desk, refused: type[KeyringBackend]
) -> None:
    assert locked.key is not None
    store_of_theirs = refused()
    assert not is_trusted(store_of_theirs) and is_trusted(store)
    keyring.set_keyring(store_of_theirs)
    with pytest.raises(NotebookError, match=refused.__name__):
        remember(locked.places, locked.key)
    assert recall(locked.places) is None


def test_a_plain_notebook_has_no_key(store: OwnStore, tmp_path: Path) -> None:
    places = Places(tmp_path)
    Notebook.open(places, FakeClock()).close()
    forget(places)
    assert recall(places) is None and store.kept == {}
