"""The archive of a whole notebook behind a passphrase: of a locked notebook without being asked, and taken in again."""

from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.sharing import encrypted_archive
from coachtui.sharing.encrypted_archive import NotOpened, decrypted, encrypted, is_encrypted_archive, read_encrypted
from coachtui.sharing.errors import SharingError
from coachtui.sharing.notebook_archive import as_notebook_archive, read_notebook_archive
from coachtui.store.encrypting import lock
from coachtui.store.key import is_encrypted
from coachtui.store.notebook import Notebook
from tests.commandline.test_lock import ALONE, typed_at
from tests.support.homes import Desk
from tests.support.locked_homes import CANARY, PASSPHRASE, files_with
from tests.support.program import ask, run
from tests.support.state import present_state

WORDS = "gravel otter tuesday lamp"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A notebook with the word that must not be found."""
    desk = Desk(tmp_path)
    desk.begin(team=CANARY)
    desk.paste(f"maria: {CANARY} was said", "another line")
    return desk


def test_of_a_locked_notebook_it_is_encrypted_and_comes_back_elsewhere(desk: Desk, tmp_path: Path) -> None:
    """One story: written with both passphrases, no plain word in it, taken in after a wrong passphrase."""
    before = desk.do(present_state)
    desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    path, home = tmp_path / "all.zip.age", tmp_path / "other"
    answers = (("Passphrase of", PASSPHRASE), ("for the archive", WORDS), ("The same once more", WORDS))
    shown = typed_at(desk.places.home, "export", "--all", "-o", str(path), answers=answers)
    assert "behind its own passphrase" in shown and WORDS not in shown
    assert is_encrypted_archive(path) and files_with(CANARY, tmp_path) == []
    shown = typed_at(home, "import", str(path), answers=(("of the archive", PASSPHRASE), ("does not open this", WORDS)))
    assert "Took over a whole notebook" in shown and "'coachtui lock'" in shown
    with Notebook.open(Places(home), desk.clock) as notebook:
        assert present_state(notebook) == before
    assert not is_encrypted(Places(home).notebook) and files_with(CANARY, home), "the search finds what is there"


def test_asked_for_there_must_be_a_terminal_to_ask_at(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "all.zip.age"
    told = run(desk.places.home, "export", "--all", "--encrypt", "-o", str(path), typed=f"{WORDS}\n" * 2, within=ALONE)
    assert told.code == 1 and "no terminal" in told.complaint and not path.exists()
    for words in (("last", "--encrypt"), ("--all", "--encrypt", "--unencrypted")):
        assert ask(desk.places.home, "export", *words).code == 2


def archive(desk: Desk) -> bytes:
    return desk.do(lambda notebook: as_notebook_archive(notebook.carrying.parts(), 1, "2026-01-01"))


def spoilt(content: bytes, place: int) -> bytes:
    """One bit of it turned over."""
    return bytes([*content[:place], content[place] ^ 1, *content[place + 1 :]])


def test_only_the_passphrase_opens_it_and_only_as_it_was_written(desk: Desk) -> None:
    plain = archive(desk)
    sealed = encrypted(plain, WORDS)
    assert decrypted(sealed, WORDS) == plain and b"events.jsonl" in plain and b"events.jsonl" not in sealed
    head, _ = sealed.split(b"\n---", 1)
    costly = sealed.replace(sealed.split(b"\n")[1], b"-> scrypt " + b"A" * 22 + b" 40")
    for content in (spoilt(sealed, len(sealed) - 9), sealed[:-1], head, costly, sealed[:22] + b"rubbish" * 9):
        with pytest.raises(NotOpened):
            decrypted(content, WORDS)


@pytest.mark.deep
def test_whatever_was_done_to_it_is_found_out(desk: Desk) -> None:
    sealed = encrypted(archive(desk)[:200], WORDS)
    for place in range(0, len(sealed), 3):
        with pytest.raises(NotOpened):
            decrypted(spoilt(sealed, place), WORDS)
        with pytest.raises(NotOpened):
            decrypted(sealed[:place], WORDS)


def test_what_stands_behind_the_passphrase_must_be_an_archive(tmp_path: Path) -> None:
    with pytest.raises(SharingError, match="no archive of a notebook"):
        read_notebook_archive(tmp_path / "other.age", b"no zip")


def test_one_that_would_fill_the_memory_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encrypted_archive, "LARGEST", 100)
    path = tmp_path / "large.age"
    path.write_bytes(b"age-encryption.org/v1\n" + b"x" * 200)
    answer = ask(tmp_path / "home", "import", str(path))
    assert answer.code == 1 and "left alone" in answer.complaint
    with pytest.raises(SharingError, match="too large"):
        encrypted(b"x" * 101, WORDS)
    path.write_bytes(b"age-encryption.org/v1\n")
    assert read_encrypted(path)
