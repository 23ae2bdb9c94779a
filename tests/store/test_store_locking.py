"""Locking: the same notebook behind a passphrase, and back; no plain word is left in any file of the home."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.store import key as keys
from coachtui.store.backups import all_backups, back_up
from coachtui.store.connecting import NEEDS, connect, is_encrypted_with
from coachtui.store.doctor import examine, rebuild
from coachtui.store.dropbox import DropBox
from coachtui.store.encrypting import Changed, change_passphrase, lock, take_lock_off
from coachtui.store.errors import CantDecrypt, NotebookDamaged, NotebookError, NotebookLocked, WrongPassphrase
from coachtui.store.key import Key, is_encrypted
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import restore
from coachtui.store.seal import LOCKED, WRONG, key_of_passphrase, read_seal
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, seconds_on
from tests.support.locked_homes import CANARY, PASSPHRASE, files_with
from tests.support.state import digest, faults_of, whole_state


def names_in(home: Path) -> set[str]:
    return {path.name for path in home.iterdir()}


def test_locked_the_notebook_is_the_same_behind_a_passphrase(plain: Desk) -> None:
    desk = plain
    before = desk.do(whole_state)
    assert files_with(CANARY, desk.places.home), "the search finds nothing where there is something"
    desk.key, changed = lock(desk.places, desk.clock, PASSPHRASE)
    assert changed == Changed(copies=2)
    assert files_with(CANARY, desk.places.home) == []
    assert all(is_encrypted(path) for path in desk.places.home.rglob("*.db"))
    assert not [name for name in names_in(desk.places.home) if name.startswith(".")]
    assert desk.do(whole_state) == before and desk.do(faults_of) == []
    with pytest.raises(NotebookLocked, match="is locked") as refusal:
        Notebook.open(desk.places, desk.clock)
    assert str(refusal.value) == LOCKED
    assert take_lock_off(desk.places, desk.clock, desk.key) == Changed(copies=3)
    desk.key = None
    assert desk.do(whole_state) == before and desk.do(faults_of) == []
    assert read_seal(desk.places) is None
    assert not [path for path in desk.places.home.rglob("*.db") if is_encrypted(path)]


def test_another_passphrase_opens_the_notebook_and_its_copies_and_the_one_before_nothing(locked: Desk) -> None:
    desk = locked
    assert desk.key is not None
    before, old_key = desk.do(whole_state), desk.key
    desk.key, changed = change_passphrase(desk.places, desk.clock, old_key, "five other plain words")
    assert changed == Changed(copies=3) and desk.do(whole_state) == before and desk.do(faults_of) == []
    assert files_with(CANARY, desk.places.home) == []
    assert not [path for path in desk.places.home.rglob("*.db") if not is_encrypted_with(path, desk.key)]
    assert key_of_passphrase(desk.places, "five other plain words").raw == desk.key.raw
    with pytest.raises(WrongPassphrase):
        key_of_passphrase(desk.places, PASSPHRASE)
    box = DropBox(desk.places, FakeClock(), "w1")
    box.observations.begin("o9", A_MORNING, "UTC")
    box.close()
    assert desk.do(lambda notebook: [each.id for each in notebook.observations.all() if each.id == "o9"]) == ["o9"]


def test_what_was_set_aside_in_plain_words_is_named(locked: Desk) -> None:
    damaged = locked.places.home / "notebook-damaged-20260310-083000-000.db"
    damaged.write_bytes(b"SQLite format 3\0" + CANARY.encode())
    (check,) = [check for check in examine(locked.places, locked.clock, locked.key) if check.name == "lock"]
    assert not check.ok and damaged.name in check.detail and "coachtui lock" in check.remedy


def test_a_passphrase_makes_the_key_however_its_letters_are_made(locked_home: Desk) -> None:
    assert locked_home.key is not None
    for words in (PASSPHRASE, "four plain words, na\u0308h"):
        assert key_of_passphrase(locked_home.places, words).raw == locked_home.key.raw
    with pytest.raises(WrongPassphrase, match="does not open") as refusal:
        key_of_passphrase(locked_home.places, "five plain words")
    assert str(refusal.value) == WRONG
    assert locked_home.key.raw not in repr(locked_home.key) and "five" not in str(refusal.value)


def test_its_passphrase_opens_it_with_sqlcipher_alone(plain: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is worked out as often as SQLCipher does, so nobody depends on coachtui to read their own words."""
    monkeypatch.undo()
    assert keys.ROUNDS == 256_000
    lock(plain.places, plain.clock, PASSPHRASE)
    connection = dbapi2.connect(str(plain.places.notebook))
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT count(*) FROM lines").fetchone() == (61,)
    connection.close()


def test_a_wrong_key_says_so_and_nothing_on_the_screen(locked: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    """Also without the seal, when only the library can tell; it would write on standard error."""
    desk = locked
    assert desk.key is not None
    wrong = Key(bytes(32), desk.key.salt)
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            Notebook.open(desk.places, desk.clock, key=wrong)
        desk.places.seal.unlink(missing_ok=True)
    assert capfd.readouterr() == ("", "")
    desk.key = key_of_passphrase(desk.places, PASSPHRASE)
    assert desk.do(faults_of) == [] and read_seal(desk.places) is not None


def test_damage_is_not_told_as_a_wrong_passphrase(locked: Desk) -> None:
    desk = locked
    words = bytearray(desk.places.notebook.read_bytes())
    words[3] ^= 255
    desk.places.notebook.write_bytes(words)
    assert desk.do(faults_of) == [], "the salt stands in the seal, too"
    words[200] ^= 255
    desk.places.notebook.write_bytes(words)
    with pytest.raises(NotebookDamaged):
        desk.do(faults_of)
    assert restore(desk.places, all_backups(desk.places.backups)[0].path, desk.clock, key=desk.key) is not None
    assert desk.do(faults_of) == [] and files_with(CANARY, desk.places.home) == []


def test_all_that_is_done_with_a_notebook_is_done_with_a_locked_one(locked: Desk) -> None:
    desk = locked
    desk.file(f"bo: {CANARY} again #TM3", line_id="new")
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.do(lambda notebook: notebook.redo("o1"))
    assert desk.do(lambda notebook: [hit.text for hit in notebook.search.find("again").hits]) == [f"{CANARY} again"]
    desk.do(rebuild)
    desk.do(lambda notebook: notebook.discarding.discard(notebook.lines.of("o1")[3].id))
    made = desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "again"))
    state = desk.do(digest)
    desk.file("later", line_id="later")
    checks = {check.name: check for check in examine(desk.places, desk.clock, desk.key)}
    assert [check for check in checks.values() if not check.ok] == []
    assert "SQLCipher" in checks["lock"].detail
    aside = restore(desk.places, made, desk.clock, key=desk.key)
    assert aside is not None and is_encrypted(aside)
    assert desk.do(digest) == state and desk.do(faults_of) == []
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        notebook.lines.file("o1", read_line(f"{CANARY} in the log"), A_MORNING, "l-last")
        assert desk.places.notebook.with_name("notebook.db-wal").stat().st_size > 0
        assert files_with(CANARY, desk.places.home) == []


def test_a_plain_copy_gone_back_to_becomes_an_encrypted_notebook(
    plain_home: Desk, locked: Desk, tmp_path: Path
) -> None:
    desk = locked
    elsewhere = tmp_path / "copy.db"
    elsewhere.write_bytes(all_backups(plain_home.places.backups)[0].path.read_bytes())
    restore(desk.places, elsewhere, desk.clock, key=desk.key)
    assert is_encrypted(desk.places.notebook) and files_with(CANARY, desk.places.home) == []
    assert desk.do(faults_of) == []


def test_what_is_written_while_it_is_locked_only_the_notebook_can_read(locked: Desk) -> None:
    desk = locked
    box = DropBox(desk.places, FakeClock(), "w1")
    box.observations.begin("o2", A_MORNING, "UTC", CANARY)
    box.lines.file("o2", read_line(f"ana: {CANARY} while locked"), seconds_on(1), "l1")
    box.drafts.keep(Draft("o2", f"half {CANARY}", 4, seconds_on(2)))
    assert [path.name for path in desk.places.dropbox.iterdir()] == ["w1.sealed"]
    assert files_with(CANARY, desk.places.home) == []
    assert desk.key is not None
    with pytest.raises(NotebookError, match="Another window"):
        take_lock_off(desk.places, desk.clock, desk.key)
    box.close()
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        assert notebook.taken_in == 1
        assert [line.text for line in notebook.lines.of("o2")] == [f"{CANARY} while locked"]
        draft = notebook.drafts.get("o2")
        assert draft is not None and draft.text == f"half {CANARY}"
    assert not list(desk.places.dropbox.iterdir())


def test_without_its_seal_nothing_is_put_into_the_drop_box_in_plain_words(locked: Desk) -> None:
    desk = locked
    desk.places.seal.unlink()
    box = DropBox(desk.places, FakeClock(), "w1")
    with pytest.raises(NotebookLocked, match="made again"):
        box.observations.begin("o2", A_MORNING, "UTC", CANARY)
    assert files_with(CANARY, desk.places.home) == []
    desk.do(digest)
    box.observations.begin("o2", A_MORNING, "UTC", CANARY)
    assert files_with(CANARY, desk.places.home) == []


def test_what_could_not_be_read_is_sealed_and_comes_back(plain: Desk) -> None:
    desk = plain
    desk.places.dropbox.mkdir(mode=0o700)
    unread = desk.places.dropbox / "w0.unread"
    unread.write_text(f"{CANARY} is no record\n")
    desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    assert files_with(CANARY, desk.places.home) == [] and not unread.exists()
    take_lock_off(desk.places, desk.clock, desk.key)
    assert unread.read_text() == f"{CANARY} is no record\n"


def test_a_damaged_copy_that_can_not_be_encrypted_is_taken_away(plain: Desk) -> None:
    desk = plain
    (backup,) = all_backups(desk.places.backups)
    words = bytearray(backup.path.read_bytes())
    words[4096:8192] = b"\xff" * 4096
    backup.path.write_bytes(words)
    desk.key, changed = lock(desk.places, desk.clock, PASSPHRASE)
    assert changed == Changed(copies=1, unreadable=(backup.path,)) and not backup.path.exists()
    assert files_with(CANARY, desk.places.home) == []


def test_a_copy_that_differs_is_not_used(plain: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison is what stands between a fault of the copying and the notebook."""
    from coachtui.store import recasting

    desk = plain
    before = desk.do(whole_state)
    export = recasting._export

    def spoilt(old: Path, old_key: Key | None, new: Path, new_key: Key | None) -> None:
        export(old, old_key, new, new_key)
        copy = connect(new, new_key)
        copy.execute("UPDATE drafts SET text = 'other words'")
        copy.close()

    monkeypatch.setattr(recasting, "_export", spoilt)
    with pytest.raises(NotebookDamaged, match="not used"):
        lock(desk.places, desk.clock, PASSPHRASE)
    assert not is_encrypted(desk.places.notebook) and read_seal(desk.places) is None
    assert desk.do(whole_state) == before


def test_where_what_encrypts_is_missing_how_to_install_it_is_said(locked_home: Desk) -> None:
    script = (
        "import sys; sys.modules['sqlcipher3'] = None; from coachtui.clock import Clock\n"
        "from pathlib import Path; from coachtui.places import Places\n"
        "from coachtui.store.notebook import Notebook\n"
        "try: Notebook.open(Places(Path(sys.argv[1])), Clock())\n"
        "except Exception as fault: print(type(fault).__name__, fault)"
    )
    home = str(locked_home.places.home)
    told = subprocess.run([sys.executable, "-c", script, home], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == f"{CantDecrypt.__name__} {NEEDS}"


def test_locking_twice_is_refused(locked_home: Desk) -> None:
    with pytest.raises(NotebookError, match="is locked"):
        lock(locked_home.places, locked_home.clock, "another")


def test_for_its_owner_alone(locked_home: Desk) -> None:
    assert {path.stat().st_mode & 0o077 for path in locked_home.places.home.rglob("*")} == {0}


def test_a_plain_notebook_is_told_from_a_locked_one_by_its_beginning(tmp_path: Path) -> None:
    for beginning in (b"SQLite format 3\0", b"", b"a text that is no notebook", os.urandom(15), bytes(16)):
        path = tmp_path / "file"
        path.write_bytes(beginning)
        assert not is_encrypted(path)
    assert not is_encrypted(tmp_path / "none")
