"""Opening the notebook: alone, privately, in the right shape, or not at all; every refusal a sentence."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachtui.store import migrations, notebook
from coachtui.store.backups import all_backups
from coachtui.store.errors import NotebookBusy, NotebookDamaged, NotebookError, NotebookNewer
from coachtui.store.notebook import SHAPE, Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, make_home, open_notebook, seconds_on
from tests.support.state import State, faults_of, whole_state

HOLDER = """
import sys
from pathlib import Path
from coachtui.clock import Clock
from coachtui.places import Places
from coachtui.store.notebook import Notebook
notebook = Notebook.open(Places(Path(sys.argv[1])), Clock())
print("open", flush=True)
sys.stdin.read()
"""


def bytes_below(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(home.iterdir()) if path.name.startswith("notebook.db")}


def modes_below(home: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in home.rglob("*") if path.is_file()}


def fill(desk: Desk) -> State:
    """A notebook with something of everything, and its whole state."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math")
    desk.file("ana: before the update #TM3 *")
    desk.paste("one", "two")
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(90)))
    return desk.do(whole_state)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with nothing in it: here the notebook is made by being opened."""
    return Desk(tmp_path, make_home(tmp_path))


@pytest.fixture
def other_window(desk: Desk) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the notebook open."""
    command = [sys.executable, "-c", HOLDER, str(desk.places.home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_new_notebook_is_made_and_is_sound(desk: Desk) -> None:
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    assert desk.do(faults_of) == []
    assert desk.do(lambda notebook: notebook.file.version) == SHAPE


def test_the_device_keeps_its_name(desk: Desk) -> None:
    assert desk.do(lambda notebook: notebook.device) == desk.do(lambda notebook: notebook.device) != "unknown"


def test_the_connection_is_set_up_for_durable_writing(desk: Desk) -> None:
    desk.begin()
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive", "foreign_keys": 1, "secure_delete": 1,
        "fullfsync": 1, "checkpoint_fullfsync": 1, "temp_store": 2, "busy_timeout": 2000, "cell_size_check": 1,
    }  # fmt: skip
    found = desk.do(
        lambda notebook: {name: notebook.file.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    )
    assert found == wanted


def test_every_file_is_for_its_owner_alone(desk: Desk) -> None:
    before = os.umask(0)
    try:
        with open_notebook(desk.places) as notebook:
            notebook.observations.begin("o1", seconds_on(0), "UTC")
            assert set(modes_below(desk.places.home).values()) == {0o600}
        assert set(modes_below(desk.places.home).values()) == {0o600}
    finally:
        os.umask(before)


def test_looser_modes_are_mended_at_opening(desk: Desk) -> None:
    desk.begin()
    crash(desk)
    for path in desk.places.home.iterdir():
        path.chmod(0o644)
    with open_notebook(desk.places):
        modes = modes_below(desk.places.home)
        assert modes["notebook.db"] == modes["notebook.db-wal"] == 0o600


def crash(desk: Desk) -> None:
    """Leave a write-ahead log lying, as a killed program does."""
    with open_notebook(desk.places) as notebook:
        notebook.observations.begin("o9", seconds_on(0), "UTC")
        copies = bytes_below(desk.places.home)
    for name, words in copies.items():
        (desk.places.home / name).write_bytes(words)
    assert desk.places.home.joinpath("notebook.db-wal").stat().st_size > 0


@pytest.mark.goal("R8")
def test_a_second_process_is_refused_at_once_with_since_when_and_where(
    desk: Desk, other_window: subprocess.Popen[str]
) -> None:
    before = bytes_below(desk.places.home)
    started = time.monotonic()
    with pytest.raises(NotebookBusy) as refusal:
        open_notebook(desk.places)
    assert time.monotonic() - started < 1
    assert refusal.value.since_utc_ms is not None
    assert abs(refusal.value.since_utc_ms - time.time() * 1000) < 60_000
    assert refusal.value.where != ""
    assert "already open since " in str(refusal.value)
    assert bytes_below(desk.places.home) == before
    assert other_window.poll() is None


@pytest.mark.goal("R8")
def test_the_lock_goes_with_the_process_that_was_killed(desk: Desk, other_window: subprocess.Popen[str]) -> None:
    other_window.send_signal(signal.SIGKILL)
    other_window.wait()
    assert desk.do(lambda notebook: notebook.observations.all()) == []


def test_the_lock_goes_when_the_notebook_is_closed(desk: Desk, other_window: subprocess.Popen[str]) -> None:
    other_window.communicate()
    assert desk.do(lambda notebook: notebook.observations.all()) == []


def test_a_refused_notebook_does_not_keep_the_lock(desk: Desk) -> None:
    desk.places.notebook.write_bytes(b"this is no notebook" * 100)
    for _ in range(2):
        with pytest.raises(NotebookDamaged):
            open_notebook(desk.places)


def test_a_lock_file_full_of_rubbish_is_no_obstacle(desk: Desk) -> None:
    desk.places.lock.write_bytes(b"\xff\x00[[[")
    desk.begin()


@pytest.mark.goal("B4")
@pytest.mark.parametrize("crashed", [False, True], ids=["closed well", "with its log beside it"])
def test_a_newer_notebook_is_refused_and_not_touched(desk: Desk, crashed: bool) -> None:
    fill(desk)
    with open_notebook(desk.places) as newer:
        newer.file.connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
        newer.observations.begin("o9", seconds_on(0), "UTC")
        copies = bytes_below(desk.places.home)
    if crashed:
        for name, words in copies.items():
            (desk.places.home / name).write_bytes(words)
    before = bytes_below(desk.places.home)
    assert ("notebook.db-wal" in before) == crashed
    with pytest.raises(NotebookNewer, match="newer coachtui"):
        open_notebook(desk.places)
    assert bytes_below(desk.places.home) == before


@pytest.mark.parametrize("words", [b"plain text, longer than a hundred bytes" * 9, os.urandom(8192)])
def test_what_is_no_notebook_is_refused_in_a_sentence_and_not_touched(desk: Desk, words: bytes) -> None:
    desk.places.notebook.write_bytes(words)
    with pytest.raises(NotebookDamaged, match="damaged or is not a notebook"):
        open_notebook(desk.places)
    assert desk.places.notebook.read_bytes() == words


def test_a_folder_in_the_place_of_the_notebook_is_told_in_a_sentence(desk: Desk) -> None:
    desk.places.notebook.mkdir()
    with pytest.raises(NotebookError):
        open_notebook(desk.places)


def test_a_missing_home_is_told_in_a_sentence(tmp_path: Path, desk: Desk) -> None:
    desk.places.home.rmdir()
    with pytest.raises(NotebookError, match=r"can't be written to|is not there"):
        open_notebook(desk.places)


def test_the_database_of_another_program_is_left_as_it_was(desk: Desk) -> None:
    with sqlite3.connect(desk.places.notebook) as other:
        other.execute("CREATE TABLE about (me TEXT)")
        other.execute("INSERT INTO about VALUES ('mine')")
    other.close()
    with pytest.raises(NotebookError):
        open_notebook(desk.places)
    with sqlite3.connect(desk.places.notebook) as other:
        assert other.execute("SELECT * FROM sqlite_schema").fetchall() == [
            ("table", "about", "about", 2, "CREATE TABLE about (me TEXT)")
        ]
        assert other.execute("SELECT * FROM about").fetchall() == [("mine",)]
    other.close()


def test_a_notebook_of_an_older_shape_is_brought_up_to_date_after_a_verified_backup(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fill(desk)
    steps: list[str] = []

    def migrate(connection: sqlite3.Connection, version: int, device: str) -> None:
        steps.append(f"to {version}, with {len(all_backups(desk.places.backups))} backup")
        connection.execute("ALTER TABLE leads ADD COLUMN note TEXT NOT NULL DEFAULT ''")
        connection.execute(f"PRAGMA user_version = {version:d}")

    monkeypatch.setattr(notebook, "SHAPE", SHAPE + 1)
    monkeypatch.setattr(migrations, "migrate", migrate)
    after = desk.do(whole_state)
    assert steps == [f"to {SHAPE + 1}, with 1 backup"]
    assert after.pop("leads") == [(*row, "") for row in before["leads"]]
    assert after == {table: rows for table, rows in before.items() if table != "leads"}
    desk.do(whole_state)
    assert len(steps) == 1
    monkeypatch.undo()
    (backup,) = all_backups(desk.places.backups)
    assert backup.reason == "before-migration"
    backup.path.rename(desk.places.notebook)
    assert desk.do(whole_state) == before


def test_a_migration_that_fails_leaves_the_older_notebook_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fill(desk)

    def migrate(connection: sqlite3.Connection, version: int, device: str) -> None:
        connection.execute("ALTER TABLE leads ADD COLUMN note TEXT NOT NULL DEFAULT ''")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    with monkeypatch.context() as patch:
        patch.setattr(notebook, "SHAPE", SHAPE + 1)
        patch.setattr(migrations, "migrate", migrate)
        with pytest.raises(NotebookError):
            open_notebook(desk.places)
    assert desk.do(whole_state) == before


def test_whether_the_last_session_was_cut_off_is_known_at_the_next_opening(desk: Desk) -> None:
    with open_notebook(desk.places) as first:
        assert not first.crashed
        first.begin_session()
        copies = bytes_below(desk.places.home)
    assert not desk.do(lambda notebook: notebook.crashed)
    for name, words in copies.items():
        (desk.places.home / name).write_bytes(words)
    assert desk.do(lambda notebook: notebook.crashed)


def test_closing_twice_and_opening_many_times_is_harmless(desk: Desk) -> None:
    for _ in range(5):
        opened = Notebook.open(desk.places, FakeClock())
        opened.close()
        opened.close()
