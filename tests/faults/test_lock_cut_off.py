"""The lock is being put on or taken off, and is cut off: the notebook is the plain one or the locked one, whole."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store import key as keys
from coachtui.store.encrypting import lock
from coachtui.store.errors import NotebookError, WrongPassphrase
from coachtui.store.key import Key, is_encrypted
from coachtui.store.notebook import Notebook
from coachtui.store.seal import key_of_passphrase
from tests.faults.power_writer import NEXT_PASSPHRASE, PASSPHRASE
from tests.faults.tracing import Trace, trace_of
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, make_home
from tests.support.power import Cut, cuts
from tests.support.shim import Kind
from tests.support.state import digest, faults_of
from tests.support.tally import Tell

CANARY = "quetzalwort"
WAYS = ("locked", "taken off", "changed")
OPTIONS: dict[str, dict[str, bool]] = {"changed": {"changes": True}}
SOME_WRITES = 40
"""Of the writes of a file's pages, one in so many counts as an operation that matters."""


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes time here is not what is tried."""
    monkeypatch.setattr(keys, "ROUNDS", 1)


def a_home(folder: Path, way: str) -> tuple[Places, str]:
    """A notebook with a backup, plain or locked, and its state."""
    desk = Desk(folder)
    desk.begin(team="Math")
    desk.paste(f"{CANARY} was said", "another line")
    if way != "locked":
        desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    return desk.places, desk.do(digest)


def killed(trace: Trace, one_in: int) -> Iterator[Cut]:
    """What is there after one in so many of the operations that matter."""
    count = 0
    for number, step in enumerate(trace.steps):
        if step.kind is not Kind.SAID:
            trace.disk.apply(step)
            count += step.kind is not Kind.WRITTEN or not number % SOME_WRITES
            if not count % one_in and (step.kind is not Kind.WRITTEN or not number % SOME_WRITES):
                yield Cut(number, trace.disk.as_written(), [], None)


def look(found_after: Iterator[Cut], trace: Trace, folder: Path, state: str) -> tuple[dict[str, int], list[str]]:
    """How often the notebook was plain, how often locked, and how often with another passphrase, and what must not be."""
    found, faults = {"plain": 0, "locked": 0, "changed": 0}, list[str]()
    for cut in found_after:
        places = make_home(folder, "after")
        cut.lay_out(trace.home, places.home)
        try:
            key, kind = key_and_kind(places)
            found[kind] += 1
            faults += [f"step {cut.before}: {fault}" for fault in judge(places, state, key)]
        except NotebookError as fault:
            faults.append(f"step {cut.before}: {fault}")
        shutil.rmtree(places.home)
    return found, faults


def key_and_kind(places: Places) -> tuple[Key | None, str]:
    """The key that opens what is left, and how it is. Raises NotebookError where no passphrase does."""
    if not is_encrypted(places.notebook):
        return None, "plain"
    for words, kind in ((PASSPHRASE, "locked"), (NEXT_PASSPHRASE, "changed")):
        with suppress(WrongPassphrase):
            key = key_of_passphrase(places, words)
            Notebook.open(places, FakeClock(), key=key).close()
            return key, kind
    raise NotebookError("no passphrase opens it any more")


def judge(places: Places, state: str, key: Key | None) -> Iterator[str]:
    """What is wrong with what is left, once it was opened."""
    is_locked = key is not None
    with Notebook.open(places, FakeClock(), key=key) as notebook:
        if digest(notebook) != state:
            yield "the notebook holds something else"
        yield from faults_of(notebook)
    if places.seal.exists() != is_locked:
        yield "the seal does not belong to the notebook"
    for path in places.home.rglob("*"):
        if path.name.startswith((".locking-", ".going-")):
            yield f"{path.name} was left"
        elif is_locked and path.is_file() and CANARY.encode() in path.read_bytes():
            yield f"a word stands in {path.name}"


def try_kills(shim: Path, folder: Path, tell: Tell, way: str, one_in: int) -> None:
    """Lock or unlock once, and look at what is left after every kill."""
    places, state = a_home(folder, way)
    trace = trace_of(shim, folder, "lock", 0, dict(OPTIONS.get(way, {})), places)
    found, faults = look(killed(trace, one_in), trace, folder, state)
    tell(
        f"killed while the lock was {way}: {found['plain']} times plain, {found['locked']} times locked, "
        f"{found['changed']} times with another passphrase, {len(faults)} faults"
    )
    assert faults == []
    assert found["locked"] and found["changed" if way == "changed" else "plain"]


def try_cuts(shim: Path, folder: Path, tell: Tell, way: str, count: int) -> None:
    """Lock or unlock once, and look at what a disk may hold after so many power cuts."""
    places, state = a_home(folder, way)
    trace = trace_of(shim, folder, "lock", 0, dict(OPTIONS.get(way, {})), places)
    found, faults = look(cuts(trace.steps, count, 7, trace.disk), trace, folder, state)
    tell(f"power cut while the lock was {way}: {found}, {len(faults)} faults")
    assert faults == []


@pytest.mark.parametrize("way", WAYS)
def test_killed_it_is_the_old_one_or_the_new_one(shim: Path, quick_folder: Path, tell: Tell, way: str) -> None:
    try_kills(shim, quick_folder, tell, way, one_in=9)


@pytest.mark.parametrize("way", WAYS)
def test_without_power_it_is_the_old_one_or_the_new_one(shim: Path, quick_folder: Path, tell: Tell, way: str) -> None:
    try_cuts(shim, quick_folder, tell, way, 12)


@pytest.mark.deep
@pytest.mark.parametrize("way", WAYS)
def test_cut_off_anywhere_it_is_the_old_one_or_the_new_one(
    shim: Path, quick_folder: Path, tell: Tell, way: str
) -> None:
    try_kills(shim, make_home(quick_folder, "kills").home, tell, way, one_in=1)
    try_cuts(shim, make_home(quick_folder, "cuts").home, tell, way, 300)


def test_a_change_that_wipes_too_early_would_be_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: looked at are the kills after which the name has nothing behind it."""
    places, state = a_home(quick_folder, "locked")
    trace = trace_of(shim, quick_folder, "lock", 0, {"wipes_first": True}, places)
    name = str(places.notebook)
    gone = (cut for cut in killed(trace, one_in=1) if not (cut.files.get(name) or b"").strip(b"\0"))
    _, faults = look(gone, trace, quick_folder, state)
    tell(f"killed while a lock wiped too early (must be red): {len(faults)} faults")
    assert faults


def test_a_change_that_keeps_the_seal_until_the_end_would_lock_its_owner_out(
    shim: Path, quick_folder: Path, tell: Tell
) -> None:
    """The sabotage: the seal of the passphrase before stands beside the notebook of the next."""
    places, state = a_home(quick_folder, "changed")
    trace = trace_of(shim, quick_folder, "lock", 0, {"changes": True, "keeps_seal": True}, places)
    _, faults = look(killed(trace, one_in=3), trace, quick_folder, state)
    tell(f"killed while a change of passphrase kept the seal (must be red): {len(faults)} faults")
    assert faults
