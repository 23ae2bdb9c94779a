"""A lock leaves no plain copy behind: what it can't reach keeps it off, in a sentence; what was cut off is wiped."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store import encrypting, recasting
from coachtui.store.backups import all_backups
from coachtui.store.connecting import is_encrypted_with
from coachtui.store.doctor import examine
from coachtui.store.encrypting import change_passphrase, lock, lock_copies, take_lock_off
from coachtui.store.errors import NotebookError
from coachtui.store.key import Key, is_encrypted
from coachtui.store.notebook import Notebook
from coachtui.store.salvaging import salvage
from coachtui.store.seal import read_seal
from coachtui.store.set_aside import take_away
from tests.support.homes import Desk, make_home
from tests.support.locked_homes import CANARY, PASSPHRASE, files_with
from tests.support.state import digest, faults_of


def _elsewhere(path: Path) -> Path:
    """Let a file lie elsewhere, and a link be in its place."""
    real = path.parents[2] / "elsewhere.db"
    path.rename(real)
    path.symlink_to(real)
    return path


def _moved_away(desk: Desk) -> Path:
    away = desk.places.home / "moved-away-20260310-073000-000"
    away.mkdir(mode=0o700)
    shutil.copy2(desk.places.notebook, away)
    return away


OUT_OF_REACH: dict[str, Callable[[Desk], Path]] = {
    "a damaged one set aside": lambda desk: salvage(desk.places, desk.clock).aside,
    "a home that was moved away": _moved_away,
    "a backup that is a link": lambda desk: _elsewhere(all_backups(desk.places.backups)[0].path),
}


@pytest.mark.parametrize("what", OUT_OF_REACH)
def test_what_a_lock_can_not_reach_keeps_it_off_and_is_named(plain: Desk, what: str) -> None:
    desk = plain
    path = OUT_OF_REACH[what](desk)
    whole = desk.do(digest)
    with pytest.raises(NotebookError, match="without the passphrase") as refusal:
        lock(desk.places, desk.clock, PASSPHRASE)
    assert path.name in str(refusal.value)
    assert not is_encrypted(desk.places.notebook) and read_seal(desk.places) is None and desk.do(digest) == whole
    if path.is_symlink():
        shutil.move(path.readlink(), path)
    else:
        desk.do(lambda notebook: take_away(notebook, desk.places, desk.clock))
    lock(desk.places, desk.clock, PASSPHRASE)
    assert files_with(CANARY, desk.places.home.parent) == []


def test_a_notebook_that_is_a_link_is_not_locked(plain: Desk) -> None:
    link = plain.places.notebook
    real = plain.places.home.parent / "elsewhere.db"
    link.rename(real)
    link.symlink_to(real)
    with pytest.raises(NotebookError, match=r"'notebook\.db' is a link"):
        lock(plain.places, plain.clock, PASSPHRASE)
    assert link.is_symlink() and not is_encrypted(real)


def test_what_came_beside_a_locked_notebook_and_can_not_be_locked_is_told(plain_home: Desk, locked: Desk) -> None:
    aside = locked.places.home / "notebook-damaged-20260310-073000-000.db"
    shutil.copy2(plain_home.places.notebook, aside)
    (check,) = (each for each in examine(locked.places, locked.clock, locked.key) if each.name == "lock")
    assert not check.ok and aside.name in check.detail
    assert locked.key is not None
    with pytest.raises(NotebookError, match=aside.name):
        lock_copies(locked.places, locked.clock, locked.key)
    assert aside.exists()


def _copied_in(home: Path, name: str) -> None:
    shutil.copy2(home / "notebook.db", home / name)


def test_a_copy_that_was_cut_off_is_wiped_with_the_lock(plain: Desk, tmp_path: Path) -> None:
    """Killed within a restore or a repair, a whole copy lies there that no backup's name is on."""
    for number, name in enumerate((".restoring.db", ".salvaging.db")):
        _copied_in(plain.places.home, name)
        os.link(plain.places.home / name, tmp_path / f"kept-{number}")
    lock(plain.places, plain.clock, PASSPHRASE)
    assert files_with(CANARY, tmp_path) == [], "also the blocks that it had are zeros"


def _fail_at_the_end(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    """No room once the plain copy is whole; another name is put on it, to see what becomes of its bytes."""
    compare = recasting._see_that_they_are_the_same

    def full(old: Path, old_key: Key | None, new: Path, new_key: Key | None) -> None:
        compare(old, old_key, new, new_key)
        os.link(new, kept)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recasting, "_see_that_they_are_the_same", full)


@pytest.mark.parametrize("is_blind", [False, True])
def test_a_lock_that_could_not_be_taken_off_leaves_no_plain_copy(
    locked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_blind: bool
) -> None:
    """And the sabotage: a copy of which only the name is taken away is found."""
    assert locked.key is not None
    kept = tmp_path / "kept.db"
    _fail_at_the_end(monkeypatch, kept)
    if is_blind:
        monkeypatch.setattr(recasting, "wipe", lambda path: path.unlink(missing_ok=True))
    with pytest.raises(NotebookError):
        take_lock_off(locked.places, locked.clock, locked.key)
    assert is_encrypted(locked.places.notebook)
    assert files_with(CANARY, tmp_path) == (["kept.db"] if is_blind else [])


def test_a_copy_on_the_way_that_was_cut_off_is_wiped_at_the_next_opening(
    plain_home: Desk, locked: Desk, tmp_path: Path
) -> None:
    left, kept = locked.places.home / ".locking-notebook.db", tmp_path / "kept.db"
    shutil.copy2(plain_home.places.notebook, left)
    os.link(left, kept)
    Notebook.open(locked.places, locked.clock, key=locked.key).close()
    assert not left.exists() and CANARY.encode() not in kept.read_bytes()


def test_nothing_is_in_the_way_where_all_can_be_locked(tmp_path: Path) -> None:
    places: Places = make_home(tmp_path)
    desk = Desk(tmp_path, places)
    desk.begin()
    desk.key, _ = lock(places, desk.clock, PASSPHRASE)
    away = places.home / "moved-away-20260310-073000-000"
    away.mkdir(mode=0o700)
    shutil.copy2(places.notebook, away)
    take_lock_off(places, desk.clock, desk.key)
    lock(places, desk.clock, PASSPHRASE)


def _key(desk: Desk) -> Key:
    assert desk.key is not None
    return desk.key


def test_what_a_change_of_passphrase_can_not_reach_keeps_it_off(locked: Desk) -> None:
    aside = locked.places.home / "notebook-damaged-20260310-073000-000.db"
    shutil.copy2(locked.places.notebook, aside)
    with pytest.raises(NotebookError, match="would open it for ever") as refusal:
        change_passphrase(locked.places, locked.clock, _key(locked), "five other plain words")
    assert aside.name in str(refusal.value) and locked.do(faults_of) == []
    aside.unlink()
    change_passphrase(locked.places, locked.clock, _key(locked), "five other plain words")


@pytest.mark.parametrize("is_blind", [False, True])
def test_a_change_of_passphrase_that_was_cut_off_reaches_the_copies_at_the_next_opening(
    locked: Desk, monkeypatch: pytest.MonkeyPatch, is_blind: bool
) -> None:
    """Only the notebook knows the key of before then. And the sabotage: without it the old passphrase opens them for ever."""
    old_key, key = _key(locked), Key.of("five other plain words", b"\xf7ctk" + bytes(12))
    monkeypatch.setattr(encrypting, "new_salt", lambda: key.salt)

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(encrypting, "finish", cut_off)
        with pytest.raises(KeyboardInterrupt):
            change_passphrase(locked.places, locked.clock, old_key, "five other plain words")
    if is_blind:
        monkeypatch.setattr(encrypting, "_with_those_of_before", lambda _file, _places, changed: changed)
    locked.key = key
    assert locked.do(faults_of) == []
    left = [path for path in locked.places.home.rglob("*.db") if is_encrypted_with(path, old_key)]
    assert bool(left) is is_blind
