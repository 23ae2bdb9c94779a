"""The notebook can't be had: read-only, no folder, newer, open elsewhere. A sentence each time, and nothing is changed."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.notebook import SHAPE
from tests.faults.damaging import a_real_notebook, lines_shown
from tests.support.homes import open_notebook
from tests.support.mounting import read_only
from tests.support.program import Answer, ask, run
from tests.support.terminal import Terminal, coachtui, restored

NOTES = "9:04 Ana: a line from elsewhere\n"
COMMANDS = (
    ("list", "observations"), ("list", "leads", "--json"), ("show", "m0"), ("show", "last", "--json"),
    ("search", "grading"), ("export", "m0"), ("export", "all", "--to", "json"), ("import", "-"), ("backup",),
    ("doctor", "--rebuild"), ("restore", "1", "--yes"),
)  # fmt: skip


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with a notebook and a backup of it."""
    places = a_real_notebook(tmp_path)
    assert ask(places.home, "backup").code == 0
    return places


def bytes_below(home: Path) -> dict[str, bytes]:
    """Every file of a home but the lock's, which says who tried."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name != "notebook.lock"
    }


def refused_in_a_sentence(answer: Answer, words: Sequence[str], wanted: str) -> None:
    assert answer.code == 1, (words, answer)
    assert answer.is_foreseen(), (words, answer)
    assert wanted in answer.complaint, (words, answer)


@pytest.mark.goal("R7")
@pytest.mark.parametrize("what", ["home", "notebook"])
def test_what_is_read_only_is_told_and_left_as_it_is(places: Places, what: str) -> None:
    within = read_only(places.home if what == "home" else places.notebook)
    before = bytes_below(places.home)
    for words in COMMANDS:
        if what == "notebook" and words[0] == "restore":
            continue  # a read-only file in a folder that is not may be set aside
        answer = run(places.home, *words, within=within, typed=NOTES)
        refused_in_a_sentence(answer, words, "can't be written to")
    doctor = run(places.home, "doctor", "--json", within=within).json()
    (found,) = [check for check in doctor["checks"] if check["name"] == "notebook"]
    assert "can't be written to" in found["detail"]
    assert "right to write" in found["remedy"]
    assert bytes_below(places.home) == before


@pytest.mark.goal("R7")
def test_what_is_typed_beside_a_read_only_notebook_goes_into_the_drop_box(places: Places) -> None:
    before = places.notebook.read_bytes()
    with Terminal([*read_only(places.notebook), *coachtui(places.home, "observe")]) as terminal:
        terminal.wait_for("The notebook can't be written to")
        terminal.type("said beside it\r")
        terminal.wait_for(lambda rows: any("said beside it" in row for row in rows[2:-6]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
    assert places.notebook.read_bytes() == before
    places.notebook.chmod(0o600)
    assert [hit["text"] for hit in ask(places.home, "search", "beside", "--json").json()] == ["said beside it"]


@pytest.mark.goal("R7")
def test_in_a_read_only_folder_nothing_is_claimed_to_be_saved(places: Places) -> None:
    with Terminal([*read_only(places.home), *coachtui(places.home, "observe")]) as terminal:
        terminal.wait_for(lambda rows: "can't be written to" in " ".join(" ".join(rows).split()))
        terminal.type("said in vain\r")
        rows = terminal.wait_for(lambda rows: "not saved yet" in rows[0])
        assert not any("said in vain" in row for row in rows[2:-6])
        terminal.press("ctrl+q")
        terminal.wait_for("closes all the same")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 1
        assert restored(terminal.raw)
        assert "Not everything could be saved" in terminal.raw.decode()


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    home = tmp_path / "notes.txt"
    home.write_text("mine")
    for words in (*COMMANDS, ("restore",)):
        refused_in_a_sentence(run(home, *words, typed=NOTES), words, "is a file, not a folder.")
    doctor = ask(home, "doctor", "--json")
    assert doctor.code == 1
    assert [check["name"] for check in doctor.json()["checks"] if not check["ok"]] == ["place"]
    with Terminal(coachtui(home, "observe")) as terminal:
        assert terminal.wait_exit() == 1
        assert restored(terminal.raw)
        assert "is a file, not a folder." in terminal.raw.decode()
    assert home.read_text() == "mine"


@pytest.mark.goal("R7", sabotage=True)
def test_a_program_that_does_not_look_whether_it_may_write_would_be_found_out(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_notebook(places) as notebook:
        notebook.file.connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
    before = bytes_below(places.home)
    monkeypatch.setattr("coachtui.store.notebook.SHAPE", SHAPE + 1)
    ask(places.home, "doctor", "--rebuild")
    assert bytes_below(places.home) != before


@pytest.mark.goal("R7", "B4")
def test_a_newer_notebook_is_told_by_every_command_and_not_touched(places: Places) -> None:
    with open_notebook(places) as notebook:
        notebook.file.connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
    before = bytes_below(places.home)
    for words in COMMANDS:
        if words[0] != "restore":
            refused_in_a_sentence(ask_with(places, words), words, "newer coachtui")
    found = [check for check in ask(places.home, "doctor", "--json").json()["checks"] if not check["ok"]]
    assert [(check["name"], check["remedy"]) for check in found] == [("notebook", "Update coachtui on this computer.")]
    assert bytes_below(places.home) == before
    with Terminal(coachtui(places.home, "observe")) as terminal:
        terminal.wait_for("This notebook was written by a newer coachtui.")
        terminal.type("said before the update\r")
        terminal.wait_for(lambda rows: any("said before the update" in row for row in rows[2:-6]))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    after = bytes_below(places.home)
    assert {name: words for name, words in after.items() if name in before} == before


def test_a_newer_backup_is_not_gone_back_to(places: Places) -> None:
    with open_notebook(places) as notebook:
        notebook.file.connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
    newer = places.home / "newer.db"
    places.notebook.rename(newer)
    whole = a_real_notebook(make_folder(places.home / "other"))
    refused_in_a_sentence(ask(whole.home, "restore", str(newer), "--yes"), ("restore",), "written by a newer coachtui")
    assert lines_shown(whole, "m0")
    assert not list(whole.home.glob("notebook-set-aside-*"))


def make_folder(path: Path) -> Path:
    path.mkdir()
    return path


def ask_with(places: Places, words: Sequence[str]) -> Answer:
    """In a process where standard input is read, here else."""
    return run(places.home, *words, typed=NOTES) if "-" in words else ask(places.home, *words)


@pytest.fixture
def window(places: Places) -> Iterator[Terminal]:
    """The program, which has the notebook and is being written in."""
    with Terminal(coachtui(places.home, "observe", "--team", "Grade 4")) as terminal:
        terminal.wait_for("Grade 4")
        terminal.type("said in the first window\r")
        terminal.wait_for(lambda rows: any("said in the first window" in row for row in rows[2:-4]))
        yield terminal


@pytest.mark.goal("R8")
def test_a_command_beside_the_open_program_says_since_when_it_is_open(places: Places, window: Terminal) -> None:
    backups = sorted(places.backups.iterdir())
    for words in (*COMMANDS, ("doctor",), ("restore",)):
        refused_in_a_sentence(run(places.home, *words, typed=NOTES), words, "The notebook is already open since ")
    assert sorted(places.backups.iterdir()) == backups
    window.type("and goes on\r")
    window.wait_for(lambda rows: any("and goes on" in row for row in rows[2:-4]))
    window.press("ctrl+q")
    assert window.wait_exit() == 0
    shown = json.loads(ask(places.home, "show", "last", "--json").said)
    assert [line["text"] for line in shown["lines"]] == ["said in the first window", "and goes on"]


def test_what_is_typed_in_a_second_window_is_taken_in_when_the_first_is_closed(
    places: Places, window: Terminal
) -> None:
    with Terminal(coachtui(places.home, "observe")) as second:
        second.wait_for("The notebook is already open since")
        second.type("said in the second window\r")
        second.wait_for(lambda rows: any("said in the second window" in row for row in rows[2:-6]))
        second.press("ctrl+q")
        assert second.wait_exit() == 0
    window.press("ctrl+q")
    assert window.wait_exit() == 0
    found = ask(places.home, "search", "said window", "--json")
    assert sorted(hit["text"] for hit in found.json()) == ["said in the first window", "said in the second window"]
    assert "1 line from another window" in found.complaint
