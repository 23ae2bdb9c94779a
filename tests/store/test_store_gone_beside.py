"""What was discarded or purged is not found beside the notebook either: in what a window left that could not be read whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from coachtui.disk import put_whole
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store import taking_in
from coachtui.store.dropbox import DropBox
from coachtui.store.encrypting import lock, take_lock_off
from coachtui.store.errors import NotebookFull
from coachtui.store.keeping_seal import private_keys
from coachtui.store.notebook import Notebook
from coachtui.store.seal import unsealed
from tests.support.canaries import plan_for, traces_but_record
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.locked_homes import PASSPHRASE
from tests.support.state import faults_of

WORD = "zqxsaid"
CUT_OFF = b'{"lines": ["cut o'


def leave_half_read(places: Places) -> Path:
    """What a window left that was killed while it wrote: two lines, and a third cut off."""
    box = DropBox(places, FakeClock(), "w1")
    box.observations.begin("o1", A_MORNING, "UTC", "Math")
    box.lines.file("o1", read_line(f"tom: {WORD}"), seconds_on(1), "l1")
    box.lines.file("o1", read_line("stays"), seconds_on(2), "l2")
    box.close()
    (left,) = places.dropbox.iterdir()
    with left.open("ab") as file:
        file.write(CUT_OFF)
    return left


@pytest.fixture
def half_read(desk: Desk) -> Desk:
    """A home with a team and what such a window left."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Tom Hall", "Grace Moyo")))
    leave_half_read(desk.places)
    return desk


def purge_member(desk: Desk) -> None:
    with open_notebook(desk.places) as notebook:
        assert [line.text for line in notebook.lines.of("o1")] == [WORD, "stays"]
        notebook.purging.purge(plan_for(notebook, "tom"), desk.places)
        assert faults_of(notebook) == []


@pytest.mark.goal("C5")
def test_who_is_purged_is_gone_from_what_a_window_left(half_read: Desk) -> None:
    purge_member(half_read)
    assert traces_but_record(half_read.places.home, WORD) == [] and half_read.texts() == ["stays"]
    (left,) = half_read.places.dropbox.iterdir()
    assert left.read_bytes() == CUT_OFF + b'\n{"about": "o1"}\n'


@pytest.mark.goal("C5")
def test_a_line_that_is_discarded_is_gone_from_what_a_window_left(half_read: Desk) -> None:
    half_read.do(lambda notebook: notebook.discarding.discard("l1"))
    assert traces_but_record(half_read.places.home, WORD) == []


@pytest.mark.goal("C5", sabotage=True)
def test_a_file_that_stays_whole_once_it_was_taken_in_is_found(
    half_read: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: what was taken in keeps lying there beside what could not be."""
    (left,) = half_read.places.dropbox.iterdir()
    whole = left.read_bytes()
    monkeypatch.setattr(taking_in, "put_whole", lambda target, _: put_whole(target, whole))
    purge_member(half_read)
    assert traces_but_record(half_read.places.home, WORD) == ["dropbox/w1.unread"]


def test_a_purge_of_the_meeting_takes_the_rest_of_the_file_too(half_read: Desk) -> None:
    with open_notebook(half_read.places) as notebook:
        notebook.purging.purge(plan_for(notebook, "Dana Ruiz"), half_read.places)
    assert not list(half_read.places.dropbox.iterdir())


def test_what_stays_of_a_sealed_file_is_sealed(locked: Desk) -> None:
    leave_half_read(locked.places)
    with Notebook.open(locked.places, locked.clock, key=locked.key) as notebook:
        (left,) = locked.places.dropbox.iterdir()
        keys = private_keys(notebook.file)
    cut_off, mark = left.read_bytes().splitlines()
    assert cut_off == CUT_OFF and json.loads(unsealed(mark, keys)) == {"about": "o1"}


@pytest.mark.goal("C5")
def test_a_new_file_of_the_drop_box_that_was_cut_off_goes_at_the_next_opening(desk: Desk) -> None:
    desk.places.dropbox.mkdir(mode=0o700)
    (desk.places.dropbox / ".w1.unread.77.part").write_text(WORD)
    desk.do(faults_of)
    assert not list(desk.places.dropbox.iterdir())


def test_what_stays_sealed_when_the_lock_is_off_is_only_what_can_not_be_read(locked: Desk) -> None:
    """And it is not written over when the notebook is locked anew."""
    leave_half_read(locked.places)
    with Notebook.open(locked.places, locked.clock, key=locked.key):
        (left,) = locked.places.dropbox.iterdir()
    assert locked.key is not None
    take_lock_off(locked.places, locked.clock, locked.key)
    plain = left.with_suffix(".unread")
    assert left.read_bytes() == CUT_OFF + b"\n" and json.loads(plain.read_bytes()) == {"about": "o1"}
    lock(locked.places, locked.clock, PASSPHRASE)
    assert left.read_bytes().startswith(CUT_OFF) and len(left.read_bytes().splitlines()) == 2
    assert not plain.exists()


@pytest.mark.parametrize("is_blind", [False, True])
@pytest.mark.parametrize("what", ["_replay", "put_whole"])
@pytest.mark.goal("C5")
def test_what_was_discarded_does_not_come_back_from_a_file_that_the_disk_took_in_by_half(
    half_read: Desk, monkeypatch: pytest.MonkeyPatch, what: str, is_blind: bool
) -> None:
    """It waits for the next opening, without what is in the notebook already. And the sabotage: with it."""
    deed = getattr(taking_in, what)

    def full(*given: Any) -> Any:
        if what == "put_whole":
            raise OSError(28, "No space left on device")
        if given[1].get("id") == "l2":
            raise NotebookFull("no room")
        return deed(*given)

    if is_blind:
        monkeypatch.setattr(taking_in, "strike_out", lambda *_: None)
    with monkeypatch.context() as patch:
        patch.setattr(taking_in, what, full)
        half_read.do(lambda notebook: notebook.discarding.discard("l1"))
    assert [path.suffix for path in half_read.places.dropbox.iterdir()] == [".jsonl"]
    assert (WORD in half_read.texts()) is is_blind and "stays" in half_read.texts()
    assert (traces_but_record(half_read.places.home, WORD) != []) is is_blind
