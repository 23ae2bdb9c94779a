"""Moving a home: all of it is there and was read back, the old one is aside, and whenever it is cut off one is whole."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.home import settle
from coachtui.model.delivery import Delivered, Key
from coachtui.places import HOME_VARIABLE, NoHome, Places, find_places
from coachtui.store.backups import back_up
from coachtui.store.lock import NotebookLock
from coachtui.store.moving import move
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.program import ask
from tests.support.state import digest, faults_of


@pytest.fixture
def lived_in(desk: Desk) -> Desk:
    """A home with something in every place."""
    desk.begin(team="Math")
    desk.paste(*(f"line {number}" for number in range(30)))
    places = desk.places
    desk.do(lambda notebook: back_up(notebook.file.connection, places.backups, A_MORNING, "asked"))
    places.settings.write_text('record_folder = "for leads"\n')
    for folder in (places.themes, places.record, places.home / "for leads"):
        folder.mkdir(mode=0o700)
        (folder / "file").write_text(folder.name)
    (places.home / "notebook-set-aside-1.db").write_text("an old one")
    (places.home / "mine.txt").write_text("not coachtui's")
    delivered = [Delivered(Key("l", ""), "f.md", "s", 1)]
    desk.do(lambda notebook: notebook.outbox.deliver(str(places.record), delivered, 0))
    return desk


def there(home: Path) -> set[str]:
    """The names of what is in a home."""
    return {path.name for path in home.iterdir()}


def state(places: Places) -> str:
    with open_notebook(places) as notebook:
        assert faults_of(notebook) == []
        return digest(notebook)


def test_everything_is_in_the_new_home_and_is_found_there_from_the_old_one(lived_in: Desk, tmp_path: Path) -> None:
    old, new, whole = lived_in.places, tmp_path / "elsewhere" / "notes", lived_in.do(digest)
    answer = ask(old.home, "move", str(new))
    assert answer.code == 0 and str(new) in answer.said and "set aside as" in answer.said
    assert find_places(str(old.home)).home == new
    assert state(Places(new)) == whole
    ours = {"notebook.db", "settings.toml", "backups", "themes", "record", "for leads", "notebook-set-aside-1.db"}
    assert there(new) - {"notebook.lock"} == ours
    assert (new / "themes" / "file").read_text() == "themes" and (new / "for leads" / "file").exists()
    assert {path.stat().st_mode & 0o777 for path in new.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in [new, *new.rglob("*")] if path.is_dir()} == {0o700}
    (aside,) = old.home.glob("moved-away-*")
    assert there(aside) == ours and there(old.home) == {aside.name, "moved-to.txt", "mine.txt", "notebook.lock"}
    with open_notebook(Places(new)) as notebook:
        assert len(notebook.outbox.delivered(str(new / "record"))) == 1
    assert ask(old.home, "where", "--json").json()["home"] == str(new)


def test_a_notebook_can_be_moved_on_and_back(lived_in: Desk, tmp_path: Path) -> None:
    old, whole = lived_in.places, lived_in.do(digest)
    assert ask(old.home, "move", str(tmp_path / "b")).code == 0
    assert ask(tmp_path / "b", "move", str(tmp_path / "c")).code == 0
    assert find_places(str(old.home)).home == tmp_path / "c"
    (old.home / "mine.txt").unlink()
    assert ask(old.home, "move", str(old.home)).code == 0
    for home in (old.home, tmp_path / "b", tmp_path / "c"):
        assert find_places(str(home)).home == old.home
    assert state(old) == whole and not old.moved_to.exists() and not old.moving_from.exists()


def test_without_a_name_the_usual_home_leads_to_the_new_one(
    lived_in: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(lived_in.places.home))
    assert ask(lived_in.places.home, "move", str(tmp_path / "b")).code == 0
    assert find_places(None).home == tmp_path / "b"
    (tmp_path / "b").rename(tmp_path / "gone")
    with pytest.raises(NoHome, match="is not there now"):
        find_places(None)
    answer = ask(lived_in.places.home, "list", "observations")
    assert (answer.code, answer.is_foreseen()) == (1, True)
    (before,) = lived_in.places.home.glob("moved-away-*")
    assert f"still there: --home '{before}' opens that." in answer.complaint
    assert "Math" in ask(before, "list", "observations").said


@pytest.mark.parametrize("name", ["OneDrive/notes", "full", "home/inside", "a file"])
def test_a_folder_that_will_not_do_is_refused_and_nothing_is_changed(lived_in: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "other.txt").touch()
    (tmp_path / "a file").touch()
    before = there(lived_in.places.home)
    answer = ask(lived_in.places.home, "move", str(tmp_path / name))
    assert answer.code == 1 and answer.is_foreseen() and answer.said == "", answer
    assert there(lived_in.places.home) == before
    assert find_places(str(lived_in.places.home)).home == lived_in.places.home
    assert not (tmp_path / "OneDrive" / "notes").exists() and there(tmp_path / "full") == {"other.txt"}


def test_a_notebook_in_use_or_written_beside_is_not_moved(lived_in: Desk, tmp_path: Path) -> None:
    lock = NotebookLock(lived_in.places.lock)
    lock.take(A_MORNING)
    assert "already open" in ask(lived_in.places.home, "move", str(tmp_path / "b")).complaint
    lock.release()
    lived_in.places.dropbox.mkdir(mode=0o700)
    from coachtui.store.dropbox import DropBox

    box = DropBox(lived_in.places, FakeClock(), "window")
    box.begin("jotted", A_MORNING, "UTC")
    assert "Another window writes" in ask(lived_in.places.home, "move", str(tmp_path / "b")).complaint
    box.close()
    assert not (tmp_path / "b").exists()
    assert ask(lived_in.places.home, "move", str(tmp_path / "b")).code == 0


def test_where_there_is_no_notebook_there_is_nothing_to_move(tmp_path: Path) -> None:
    for home in (make_home(tmp_path).home, tmp_path / "nowhere"):
        answer = ask(home, "move", str(tmp_path / "b"))
        assert answer.code == 1 and "There is no notebook" in answer.complaint and not (tmp_path / "b").exists()


def test_it_is_moved_out_of_a_synced_folder(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    places = make_home(tmp_path / "Dropbox")
    open_notebook(places).close()
    answer = ask(places.home, "move", str(tmp_path / "own"))
    assert answer.code == 0 and "Dropbox goes on copying it" in answer.said
    assert ask(places.home, "list", "observations").code == 0


_STEPS = (
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.link",
    "shutil.copyfile",
    "sqlite3.connect",
    "os.chmod",
)


def cut_off_after(steps: int, work: Callable[[], object]) -> bool:
    """Do it in a process that ends, as by kill -9, before its step of this number; whether it was cut off."""
    child = os.fork()
    if child == 0:
        done = 0

        def count(event: str, _: object) -> None:
            nonlocal done
            if event in _STEPS:
                done += 1
                if done > steps:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_wherever_it_is_cut_off_one_whole_home_is_found(lived_in: Desk, tmp_path: Path) -> None:
    whole = lived_in.do(digest)
    old, new = Places(tmp_path / "old"), Places(tmp_path / "new")
    moved = stayed = steps = 0
    was_cut_off = True
    while was_cut_off:
        for home in (old, new):
            shutil.rmtree(home.home, ignore_errors=True)
        shutil.copytree(lived_in.places.home, old.home)
        new.home.mkdir(mode=0o700)
        was_cut_off = cut_off_after(steps, lambda: move(old, new, FakeClock()))
        found = find_places(str(old.home))
        settle(found)
        assert state(found) == whole, steps
        assert there(found.home) >= {"settings.toml", "themes", "record", "backups"}, steps
        if found.home == old.home and new.moving_from.exists():
            with pytest.raises(NoHome, match="cut off"):
                settle(new)
        if found.home == old.home:
            move(old, new, FakeClock())
            assert find_places(str(old.home)).home == new.home and state(new) == whole, steps
        moved, stayed, steps = moved + (found.home == new.home), stayed + (found.home == old.home), steps + 3
    assert moved > 3 and stayed > 10
