"""What lies beside a notebook and is far larger than ours ever is, or no file at all: told, never read into memory."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.disk import SMALL
from coachtui.store.carving import LARGEST, events_in
from coachtui.store.dropbox import SEALED_UNREAD, UNREAD, DropBox
from coachtui.store.encrypting import Changed, lock, lock_copies, take_lock_off
from coachtui.store.errors import NotebookError, NotebookLocked
from coachtui.store.file import log_of
from coachtui.store.key import is_encrypted
from coachtui.store.seal import key_of_passphrase, read_seal
from tests.faults.large_files import sparse
from tests.faults.test_too_large import peak_of
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk
from tests.support.locked_homes import PASSPHRASE
from tests.support.state import faults_of

MOST = 40 * SMALL
KINDS: dict[str, Callable[[Path], object]] = {
    "2 GB": sparse(b"{}\n"),
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.goal("S8")
@pytest.mark.parametrize("kind", KINDS)
def test_in_the_place_of_the_seal_it_is_made_anew_once_the_notebook_is_open(locked: Desk, kind: str) -> None:
    whole = read_seal(locked.places)
    locked.places.seal.unlink()
    KINDS[kind](locked.places.seal)
    assert peak_of(lambda: read_seal(locked.places)) < MOST and read_seal(locked.places) is None
    with pytest.raises(NotebookLocked, match="does not read as one"):
        DropBox(locked.places, FakeClock(), "w").begin("o9", A_MORNING, "UTC")
    locked.key = key_of_passphrase(locked.places, PASSPHRASE)
    assert locked.do(faults_of) == [] and read_seal(locked.places) == whole


def test_a_seal_that_holds_no_key_is_told_by_the_window_that_would_seal(locked: Desk) -> None:
    public = read_seal(locked.places).public.hex()  # type: ignore[union-attr]
    locked.places.seal.write_text(locked.places.seal.read_text().replace(public, "00" * 32))
    with pytest.raises(NotebookLocked, match="does not read as one"):
        DropBox(locked.places, FakeClock(), "w").begin("o9", A_MORNING, "UTC")
    assert locked.do(faults_of) == []
    DropBox(locked.places, FakeClock(), "w").begin("o9", A_MORNING, "UTC")


@pytest.mark.goal("S8")
@pytest.mark.parametrize("kind", KINDS)
def test_left_by_no_window_it_keeps_the_lock_off(plain: Desk, kind: str) -> None:
    left = put(plain, f"w{UNREAD}", kind)

    def lock_it() -> None:
        with pytest.raises(NotebookError, match=r"'w.unread' in the drop box is larger than 64 MB or no plain file"):
            lock(plain.places, plain.clock, PASSPHRASE)

    assert peak_of(lock_it) < MOST
    assert not is_encrypted(plain.places.notebook) and read_seal(plain.places) is None
    assert plain.do(faults_of) == [] and os.path.lexists(left)
    left.unlink()
    assert lock(plain.places, plain.clock, PASSPHRASE)[1] == Changed(copies=2)


@pytest.mark.goal("S8")
@pytest.mark.parametrize("kind", KINDS)
def test_left_by_no_window_it_keeps_the_lock_on(locked: Desk, kind: str) -> None:
    left = put(locked, f"w{SEALED_UNREAD}", kind)
    assert locked.key is not None
    key = locked.key

    def change_it() -> None:
        for change in (take_lock_off, lock_copies):
            with pytest.raises(NotebookError, match=r"'w.sealed-unread' in the drop box is larger than 256 MB"):
                change(locked.places, locked.clock, key)

    assert peak_of(change_it) < MOST
    assert is_encrypted(locked.places.notebook) and locked.do(faults_of) == []
    left.unlink()
    assert take_lock_off(locked.places, locked.clock, key) == Changed(copies=3)


def put(desk: Desk, name: str, kind: str) -> Path:
    """Something of this kind in the drop box."""
    desk.places.dropbox.mkdir(mode=0o700)
    path = desk.places.dropbox / name
    KINDS[kind](path)
    return path


@pytest.mark.goal("S8")
@pytest.mark.parametrize("kind", ["a pipe", "a device"])
def test_in_the_drop_box_it_is_set_aside(plain: Desk, kind: str) -> None:
    put(plain, "w.jsonl", kind)
    assert peak_of(lambda: plain.do(faults_of)) < MOST
    assert os.listdir(plain.places.dropbox) == ["w.unread"]


@pytest.mark.goal("S8")
@pytest.mark.parametrize("name", ["notebook.db", "notebook.db-wal"])
def test_a_file_larger_than_any_notebook_is_not_looked_through(plain: Desk, name: str) -> None:
    path = plain.places.home / name
    with path.open("ab") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(NotebookError, match=f"'{name}' is larger than 16 GB"):
        events_in(plain.places.notebook)
    assert path.stat().st_size == LARGEST + 1


def test_a_large_log_is_looked_through_and_not_held(plain: Desk) -> None:
    whole = events_in(plain.places.notebook)
    with log_of(plain.places.notebook).open("wb") as file:
        file.truncate(2 * MOST)
    found: list[object] = []
    assert peak_of(lambda: found.extend(events_in(plain.places.notebook))) < MOST
    assert found == whole


@pytest.mark.goal("S8")
def test_pages_that_lead_to_each_other_in_a_ring_have_an_end(plain: Desk) -> None:
    """An event that says it is of 250 MB, and goes on over one page for ever."""
    ring = bytearray(plain.places.notebook.read_bytes())
    last = len(ring) // 4096  # the page of the event, from 0; in the file they are counted from 1
    ring += page_of(an_event_of(250 * 1024**2, following=last + 2)) + page_of((last + 2).to_bytes(4, "big"))
    whole = events_in(plain.places.notebook)
    plain.places.notebook.write_bytes(ring)
    found: list[object] = []
    assert peak_of(lambda: found.extend(events_in(plain.places.notebook))) < MOST
    assert found == whole


def page_of(words: bytes) -> bytes:
    """A page that begins so."""
    return words + bytes(4096 - len(words))


def an_event_of(size: int, following: int) -> bytes:
    """The beginning of an event whose payload has so many bytes, and the page that it goes on with."""
    sizes = (8, 24, 2, 2, size, 64)
    texts = [number(13 + 2 * each) for each in sizes]
    columns = b"".join([b"\x00", texts[0], b"\x01", *texts[1:]])
    columns = number(len(columns) + 1) + columns
    length = len(columns) + sum(sizes) + 1
    least = (4096 - 12) * 32 // 255 - 23
    here = least + (length - least) % (4096 - 4)
    rest = (here if here <= 4096 - 35 else least) - len(columns)
    return bytes(8) + number(length) + number(7) + columns + b"x" * rest + following.to_bytes(4, "big")


def number(value: int) -> bytes:
    """A whole number as SQLite writes it, seven bits a byte."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.insert(0, value & 0x7F | 0x80)
    return bytes(parts)
