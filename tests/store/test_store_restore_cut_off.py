"""Going back to a backup that was cut off while the present notebook had two names: it has one again, and is whole."""

import os

import pytest

from coachtui.model.grammar import read_line
from coachtui.store import restoring
from coachtui.store.backups import back_up
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import restore
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, seconds_on
from tests.support.state import digest, faults_of


def test_cut_off_with_two_names_it_has_one_again_at_the_next_opening(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.begin()
    made = desk.do(lambda notebook: back_up(notebook.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))
    desk.file("since then", line_id="l9")
    state = desk.do(digest)

    def cut_off(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "sync_folder", cut_off)
        with pytest.raises(KeyboardInterrupt):
            restore(desk.places, made, desk.clock)
    (aside,) = desk.places.home.glob("notebook-set-aside-*.db")
    assert aside.samefile(desk.places.notebook)
    assert desk.do(digest) == state and desk.do(faults_of) == []
    assert not aside.exists() and desk.places.notebook.stat().st_nlink == 1


def test_a_name_of_the_persons_own_stays(desk: Desk) -> None:
    desk.begin()
    own = desk.places.home.parent / "my own name.db"
    os.link(desk.places.notebook, own)
    with Notebook.open(desk.places, FakeClock()) as notebook:
        notebook.lines.file("o1", read_line("one"), seconds_on(1), "l1")
    assert own.samefile(desk.places.notebook) and desk.texts() == ["one"]
