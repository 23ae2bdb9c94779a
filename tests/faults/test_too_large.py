"""What is too large is refused in a sentence before it fills memory, in a process that may have no more than it should need."""

import os
import resource
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.disk import SMALL
from coachtui.library import load_frameworks
from coachtui.places import Places
from coachtui.settings import Settings, read_settings
from coachtui.sharing import notebook_archive
from coachtui.sharing.errors import SharingError
from coachtui.tui.themes import load_themes
from tests.faults.large_files import CROWD, FULL, SPARSE, ZIPS, bomb, crowded, sparse
from tests.support.homes import make_home, open_notebook, put_new_notebook
from tests.support.program import ROOT, Answer
from tests.support.tally import Tell

MOST = 1536 * 1024**2
"""Bytes of memory that the program may ask for, all told; without a file it asks for a sixth of that."""
MOST_SECONDS = 120
"""Of the processor."""
ALL = {**ZIPS, **SPARSE, **FULL}


def limited(home: Path, *words: str) -> tuple[Answer, int, float]:
    """Run a command that may ask for so much memory and no more; what it answered, its megabytes, its seconds."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))

    command = [sys.executable, "-m", "coachtui", "--home", str(home), *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit
    ) as it:
        assert it.stdout is not None and it.stderr is not None
        said, complaint = it.stdout.read(), it.stderr.read()
        _, status, used = os.wait4(it.pid, 0)
        it.returncode = os.waitstatus_to_exitcode(status)
    return Answer(it.returncode, said, complaint), used.ru_maxrss // 1024, used.ru_utime + used.ru_stime


def refuse(folder: Path, name: str, make: Callable[[Path], None], tell: Tell) -> None:
    """Import it into a notebook; it is refused in a sentence, and nothing is added."""
    places = make_home(folder)
    put_new_notebook(places)
    path = folder / name
    make(path)
    answer, megabytes, seconds = limited(places.home, "import", str(path))
    tell(f"{name}, {path.stat().st_size / 1024**2:,.0f} MB: refused with {megabytes} MB of memory in {seconds:.1f} s")
    assert answer.code == 1 and answer.is_foreseen(), (answer.code, answer.complaint[:500])
    assert "othing was added" in answer.complaint and answer.complaint.count("\n") <= 25
    path.unlink()
    with open_notebook(places) as notebook:
        assert notebook.observations.all() == [] and notebook.people.leads() == []


@pytest.mark.goal("S8")
@pytest.mark.parametrize("name", ["overlapping.zip", "notes.txt"])
def test_a_file_that_would_fill_the_memory_is_refused(quick_folder: Path, tell: Tell, name: str) -> None:
    refuse(quick_folder, name, ALL[name], tell)


@pytest.mark.deep
@pytest.mark.goal("S8")
@pytest.mark.parametrize("name", ALL)
def test_each_file_that_would_fill_the_memory_is_refused(quick_folder: Path, tell: Tell, name: str) -> None:
    refuse(quick_folder, name, ALL[name], tell)


@pytest.mark.goal("S8", sabotage=True)
def test_a_zip_that_is_believed_is_seen_by_the_memory_it_takes(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = quick_folder / "bomb.zip"
    bomb(path)
    assert peak_of(lambda: refused(path)) < 20 * 1024**2
    monkeypatch.setattr(notebook_archive, "_see_that_it_unpacks", lambda archive, size: None)
    monkeypatch.setattr(notebook_archive, "_MOST_HEADER", 200 * 1024**2)
    monkeypatch.setattr(notebook_archive, "HEADER", "events.jsonl")
    assert peak_of(lambda: refused(path)) > 60 * 1024**2


@pytest.mark.goal("S8")
def test_a_row_of_millions_of_values_is_refused_before_it_is_taken_apart(quick_folder: Path) -> None:
    """The archive is sound by all that is looked at before: its size, its parts, their hashes."""
    path = quick_folder / "crowded.zip"
    crowded(path)
    assert peak_of(lambda: refused_row(path)) < MOST_OF_A_ROW


@pytest.mark.goal("S8", sabotage=True)
def test_a_row_that_is_taken_apart_whatever_it_holds_is_seen(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook_archive, "_MOST_IN_A_ROW", 10**9)
    path = quick_folder / "crowded.zip"
    crowded(path)
    assert len(events_of(path)[0]["payload"]) == CROWD + 1


MOST_OF_A_ROW = 4 * 2 * CROWD
"""Bytes: the row itself, once more while it is read, and room to spare."""


def refused_row(path: Path) -> None:
    """An archive one row of which is refused."""
    with pytest.raises(SharingError, match="unpacks to far more than a notebook holds"):
        events_of(path)


def events_of(path: Path) -> list[notebook_archive.Row]:
    """The events of an archive."""
    return list(notebook_archive.read_notebook_archive(path).rows["events"])


def refused(path: Path) -> None:
    """An archive that is refused."""
    with pytest.raises(SharingError):
        notebook_archive.read_notebook_archive(path)


def peak_of(work: Callable[[], object]) -> int:
    """The most bytes that this had at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.goal("S8")
@pytest.mark.parametrize("kind", ["2 GB", "a pipe", "a device"])
def test_what_a_person_writes_by_hand_is_small_or_told_of(quick_folder: Path, kind: str) -> None:
    places = make_home(quick_folder)
    for folder in (places.themes, places.frameworks):
        folder.mkdir()
    for path in (places.settings, places.themes / "x.toml", places.frameworks / "x.toml"):
        if kind == "a pipe":
            os.mkfifo(path)
        elif kind == "a device":
            path.symlink_to("/dev/zero")
        else:
            sparse(b'theme = "nord"\n')(path)
    told: list[list[str]] = []
    assert peak_of(lambda: told.extend(complaints_of(places))) < 40 * SMALL
    assert all(len(each) == 1 and ("larger than 1 MB" in each[0] or "no plain file" in each[0]) for each in told), told


def complaints_of(places: Places) -> list[list[str]]:
    """What is said of the settings, the themes and the frameworks."""
    settings, of_settings = read_settings(places.settings)
    assert settings == Settings()
    return [of_settings, load_themes(places)[1], load_frameworks(places)[1]]


@pytest.mark.parametrize("words", [b"a = " + b"[" * 100_000, b"a." * 50_000 + b"a = 1", b"[" + b"a." * 50_000 + b"a]"])
def test_settings_that_are_nested_without_end_are_told_of(quick_folder: Path, words: bytes) -> None:
    places = make_home(quick_folder)
    places.settings.write_bytes(words)
    settings, complaints = read_settings(places.settings)
    assert settings == Settings() and len(complaints) == 1, complaints


def test_a_drop_box_file_that_no_window_wrote_is_set_aside(quick_folder: Path) -> None:
    places = make_home(quick_folder)
    put_new_notebook(places)
    places.dropbox.mkdir(mode=0o700)
    sparse(b"{}\n")(places.dropbox / "w.jsonl")
    assert peak_of(lambda: open_notebook(places).close()) < 40 * SMALL
    assert [path.name for path in places.dropbox.iterdir()] == ["w.unread"]
