"""What is done with files of a notebook from outside it, done with a locked one: moved, mended, compared, let go."""

import json
import os
from pathlib import Path

import pytest

from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store.backups import all_backups, back_up
from coachtui.store.carving import events_in
from coachtui.store.differing import what_differs
from coachtui.store.dropbox import SEALED_UNREAD, DropBox
from coachtui.store.dropbox_remains import clear_of
from coachtui.store.errors import NotebookDamaged, NotebookLocked
from coachtui.store.keeping_seal import private_keys
from coachtui.store.key import Key, is_encrypted
from coachtui.store.moving import move
from coachtui.store.notebook import Notebook
from coachtui.store.purged_backups import let_go, older_than_purges
from coachtui.store.repairing import repair
from coachtui.store.salvaging import NotSalvaged, salvage
from coachtui.store.seal import read_seal, sealed, unsealed
from tests.support.canaries import plan_for
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.locked_homes import CANARY, files_with
from tests.support.state import digest, faults_of, present_state

PAGE = 4096


def spoil(path: Path, *places: int) -> None:
    """Turn one byte at each place into another."""
    words = bytearray(path.read_bytes())
    for place in places:
        words[place] ^= 255
    path.write_bytes(words)


def closed(desk: Desk) -> Path:
    """The notebook with everything in the one file."""
    desk.do(lambda notebook: notebook.file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    return desk.places.notebook


def test_moved_it_stays_locked(locked: Desk, tmp_path: Path) -> None:
    whole, target = locked.do(digest), Places(tmp_path / "elsewhere")
    target.home.mkdir(mode=0o700)
    with pytest.raises(NotebookLocked):
        move(locked.places, target, locked.clock)
    assert locked.do(digest) == whole
    moved = move(locked.places, target, locked.clock, locked.key)
    assert is_encrypted(target.notebook) and files_with(CANARY, tmp_path) == []
    assert all(is_encrypted(path) for path in moved.aside.rglob("*.db"))
    there = Desk(tmp_path, target)
    there.key = locked.key
    assert there.do(digest) == whole and there.do(faults_of) == []


def test_events_are_carved_out_of_an_encrypted_file_page_by_page(locked: Desk) -> None:
    locked.paste("x" * 9_000, "and one more, on pages that the log still holds")
    with Notebook.open(locked.places, locked.clock, key=locked.key) as notebook:
        whole = list(notebook.events.all())
        notebook.file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert len(whole) >= 3 and events_in(closed(locked), locked.key) == whole
    assert events_in(locked.places.notebook, Key(bytes(32), b"")) == []


def test_a_damaged_one_is_salvaged_and_no_plain_word_is_written_on_the_way(locked: Desk) -> None:
    before = locked.do(present_state)
    path = closed(locked)
    spoil(path, *range(PAGE + 200, path.stat().st_size, 7 * PAGE))
    with pytest.raises(NotebookDamaged):
        locked.do(faults_of)
    told = list(repair(locked.places, locked.clock, locked.key))
    assert any("new one" in sentence for sentence in told)
    assert any("half-typed text" in sentence for sentence in told)
    assert locked.do(faults_of) == [] and is_encrypted(path)
    assert files_with(CANARY, locked.places.home) == []
    (aside,) = locked.places.home.glob("notebook-damaged-*.db")
    assert is_encrypted(aside)
    now = locked.do(present_state)
    lines = [len(state["lines"]) for state in (before, now)]
    assert 0 < lines[1] <= lines[0]


def test_without_its_key_a_damaged_one_is_left_as_it_is(locked: Desk) -> None:
    path = closed(locked)
    spoil(path, *range(PAGE + 200, path.stat().st_size, PAGE))
    words = path.read_bytes()
    with pytest.raises(NotSalvaged):
        salvage(locked.places, locked.clock)
    assert path.read_bytes() == words


def test_what_differs_from_a_locked_backup_is_told_with_the_key_alone(locked: Desk) -> None:
    copy = all_backups(locked.places.backups)[0].path
    locked.file("one line more", line_id="more")
    with Notebook.open(locked.places, locked.clock, key=locked.key) as notebook:
        found = what_differs(notebook.file.connection, copy, locked.key)
        assert found.gone["line"] == 1
        with pytest.raises(NotebookLocked):
            what_differs(notebook.file.connection, copy)


def test_locked_backups_from_before_a_purge_are_known_and_those_from_after_it_too(locked: Desk) -> None:
    day = 24 * 60 * 60 * 1000
    with Notebook.open(locked.places, locked.clock, key=locked.key) as notebook:
        notebook.people.add_team("Grade 5", "Ana Ruiz", ())
        notebook.purging.purge(plan_for(notebook, "Ana Ruiz"), locked.places)
        locked.clock.advance(1000)
        after = back_up(notebook.file.connection, locked.places.backups, locked.clock.now(), "after")
        old = [each.path for each in older_than_purges(notebook, locked.places)]
        assert after not in old and set(old) == {each.path for each in all_backups(locked.places.backups)} - {after}
        locked.clock.advance(31 * day)
        assert set(let_go(notebook, locked.places, locked.clock)) == set(old)
    assert after.exists() and locked.do(faults_of) == []


def test_a_purge_reaches_what_other_windows_left_sealed(locked: Desk) -> None:
    public = read_seal(locked.places).public  # type: ignore[union-attr]
    rows = [json.dumps({"draft": {"scope": each}}).encode() for each in ("o1", "another")]
    locked.places.dropbox.mkdir(mode=0o700, exist_ok=True)
    left = locked.places.dropbox / f"w{SEALED_UNREAD}"
    left.write_bytes(b"".join(sealed(row, public) + b"\n" for row in rows) + b"cut off\n")
    with Notebook.open(locked.places, locked.clock, key=locked.key) as notebook:
        keys = private_keys(notebook.file)
        clear_of(locked.places, {"nobody's"}, keys)
        assert len(left.read_bytes().splitlines()) == 3
        clear_of(locked.places, {"o1"}, keys)
    assert [unsealed(row, keys) for row in left.read_bytes().splitlines()] == rows[1:]


def test_a_window_that_can_not_seal_asks_again_and_again_and_opens_the_notebook_once(locked: Desk) -> None:
    """It may not close what it opened there, and a person types thousands of keys."""
    locked.places.seal.unlink()
    box = DropBox(locked.places, FakeClock(), "w")
    before = len(os.listdir("/proc/self/fd"))
    for number in range(50):
        with pytest.raises(NotebookLocked):
            box.keep(Draft("o9", f"half typed {number}", 4, None))
    assert len(os.listdir("/proc/self/fd")) <= before + 1
