"""`import`, `doctor`, `backup` and `restore`: what changes a notebook, and what looks whether it is sound."""

import signal
from pathlib import Path
from typing import Any

import pytest

from coachtui.commandline.call import Refused
from coachtui.commandline.progress import telling_progress
from coachtui.places import Places
from coachtui.store import restoring
from tests.support.homes import make_home, open_notebook, seconds_on
from tests.support.program import ask, run
from tests.support.state import digest
from tests.support.terminal import Terminal, coachtui
from tests.support.wholes import a_full_whole

BACK = "'coachtui import --undo' takes it back.\n"


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Path:
    """The observation of the home as an archive."""
    path = tmp_path / "archive.json"
    assert ask(home, "export", "last", "-o", str(path)).code == 0
    return path


def refs(home: Path) -> list[str]:
    """The references of the observations in a home."""
    return [row["ref"] for row in ask(home, "list", "observations", "--json").json()]


def state(home: Path) -> str:
    """All that a notebook holds, as a short text."""
    with open_notebook(Places(home)) as notebook:
        return digest(notebook)


@pytest.mark.goal("B1")
def test_an_archive_comes_in_after_a_backup(archive: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    dry = ask(new, "import", "--dry-run", str(archive))
    assert (dry.code, dry.said) == (0, "Would add ownyj35 with 9 lines (Grade 5, Ana Ruiz).\n")
    assert refs(new) == [] and list((new / "backups").glob("*")) == []
    added = ask(new, "import", str(archive))
    assert (added.code, added.said, added.complaint) == (
        0,
        f"Added ownyj35 with 9 lines (Grade 5, Ana Ruiz).\n{BACK}",
        "",
    )
    assert refs(new) == ["ownyj35"]
    assert len(list((new / "backups").glob("*before-import*"))) == 1
    again = ask(new, "import", str(archive))
    assert again.said == "Nothing was added: everything in this file is in the notebook already.\n"


def test_an_archive_comes_in_from_standard_input(archive: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "new", "import", "-", typed=archive.read_text("utf-8")).code == 0
    assert refs(tmp_path / "new") == ["ownyj35"]
    odd = run(tmp_path / "new", "import", "-", typed="{")
    assert odd.code == 1
    assert odd.complaint == "Standard input is not JSON: line 1, column 2 can't be read. Nothing was added.\n"


def test_one_import_is_one_undo(home: Path, tmp_path: Path) -> None:
    with open_notebook(Places(home)) as notebook:
        notebook.observations.take_in_all([a_full_whole("second")])
    archive, before = tmp_path / "several.json", ask(home, "export", "all").said
    assert ask(home, "export", "all", "-o", str(archive)).code == 0
    new = make_home(tmp_path, "new").home
    assert ask(new, "import", str(archive)).said.endswith(BACK) and ask(new, "export", "all").said == before
    back = ask(new, "import", "--undo")
    assert back.code == 0 and back.said.count("Took back o") == 2
    assert "Took back 2 teams and leads that nothing else names." in back.said
    assert refs(new) == [] and ask(new, "list", "teams", "--json").json() == []
    assert ask(new, "import", "--undo").complaint == (
        "There is no import to take back, or it was taken back already. Nothing was changed.\n"
    )
    assert ask(new, "import", str(archive)).code == 0 and ask(new, "export", "all").said == before


@pytest.mark.parametrize(("words", "sentence"), [
    ([], "FILE is missing. 'coachtui import --help' shows how.\n"),
    (["--undo", "x.json"], "--undo stands alone: it takes the last import back. 'coachtui import --help' shows how.\n"),
])  # fmt: skip
def test_an_import_needs_a_file_and_taking_it_back_needs_none(tmp_path: Path, words: list[str], sentence: str) -> None:
    answer = ask(tmp_path / "new", "import", *words)
    assert (answer.code, answer.complaint) == (2, sentence)


def test_ctrl_c_stops_between_two_lines_and_behind_the_last_one_it_is_too_late() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it runs behind it ignore Ctrl+C
    with pytest.raises(Refused, match="Nothing was added"), telling_progress() as progress:
        progress.begin("Taking in", 2)
        lines = progress.count("ab")
        assert next(lines) == "a"
        signal.raise_signal(signal.SIGINT)
        next(lines)
    with telling_progress() as progress:
        progress.begin("Taking in", 1)
        lines = progress.count("a")
        assert next(lines) == "a"
        signal.raise_signal(signal.SIGINT)
        assert list(lines) == []
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_backup_is_made_and_gone_back_to(home: Path) -> None:
    before = state(home)
    made = ask(home, "backup")
    assert made.code == 0 and Path(made.said.strip()).is_file()
    with open_notebook(Places(home)) as notebook:
        notebook.observations.begin("later", seconds_on(0), "UTC")
    listed = ask(home, "restore")
    assert listed.code == 0 and "holds 2 observations and 9 lines" in listed.said
    assert "1 observation and 9 lines, 1 observation fewer than now" in listed.said
    unasked = ask(home, "restore", "1")
    assert unasked.code == 1 and "add --yes" in unasked.complaint and len(refs(home)) == 2
    back = ask(home, "restore", "1", "--yes")
    assert back.code == 0 and "The one until now was set aside as '" in back.said
    assert refs(home) == ["ownyj35"] and state(home) == before
    aside = Path(back.said.rsplit("set aside as '", 1)[1].split("'")[0])
    assert aside.is_file()
    assert "set aside  2 observations and 9 lines, 1 observation more than now" in ask(home, "restore").said
    again = ask(home, "restore", "2", "--yes")
    assert again.code == 0 and "1 observation more" in again.said and len(refs(home)) == 2
    assert "Nothing that is written would change." in ask(home, "restore", aside.name).said


def test_the_list_of_backups_breaks_no_word_at_the_edge_of_a_terminal(home: Path) -> None:
    assert ask(home, "backup").code == 0
    with open_notebook(Places(home)) as notebook:
        notebook.observations.begin("later", seconds_on(0), "UTC")
    with Terminal(coachtui(home, "restore"), rows=24, cols=70) as terminal:
        assert terminal.wait_exit() == 0
        rows = terminal.screen()
    assert "1 observation and 9 lines, 1 observation fewer than now" in " ".join(" ".join(rows).split())
    assert all(len(row.rstrip()) < 70 for row in rows)


@pytest.mark.parametrize(("typed", "number"), [("yes\r", 1), ("no\r", 2), ("\r", 2)])
def test_a_person_is_asked_before_going_back(home: Path, typed: str, number: int) -> None:
    assert ask(home, "backup").code == 0
    with open_notebook(Places(home)) as notebook:
        notebook.observations.begin("later", seconds_on(0), "UTC")
    with Terminal(coachtui(home, "restore", "1")) as terminal:
        terminal.wait_for("Type yes:")
        terminal.type(typed)
        assert terminal.wait_exit() == (0 if number == 1 else 1)
    assert len(refs(home)) == number


@pytest.mark.parametrize("asked", ["99", "nowhere", "0", "/etc/hostname", "1" * 400])
def test_a_backup_that_is_none_changes_nothing(home: Path, asked: str) -> None:
    before = state(home)
    answer = ask(home, "restore", asked, "--yes")
    assert answer.code == 1 and answer.is_foreseen() and answer.complaint.count("\n") == 1
    assert state(home) == before


def test_no_backups_yet(home: Path) -> None:
    answer = ask(home, "restore")
    assert answer.code == 0 and answer.said.endswith("'coachtui backup' makes one.\n")


def test_the_doctor_says_what_to_look_at(home: Path) -> None:
    answer = ask(home, "doctor")
    assert answer.code == 1 and answer.complaint == ""
    assert "LOOK  backup: There is no backup.\n      Run 'coachtui backup'" in answer.said
    assert answer.said.endswith("1 thing to look at, marked LOOK.\n")
    assert ask(home, "backup").code == 0
    sound = ask(home, "doctor")
    assert sound.code == 0 and sound.said.endswith("Everything is sound.\n")


def test_the_tables_made_anew_are_what_they_were(home: Path) -> None:
    before = ask(home, "export", "last", "--to", "json").said
    answer = ask(home, "doctor", "--rebuild")
    assert answer.complaint.startswith("The tables and the search index were made anew from ")
    assert ask(home, "export", "last", "--to", "json").said == before
    assert len(list((home / "backups").glob("*before-rebuild*"))) == 1


def test_two_notebooks_that_share_nothing_share_nothing(home: Path, tmp_path: Path) -> None:
    other = make_home(tmp_path, "other")
    with open_notebook(other) as notebook:
        notebook.observations.take_in_all([a_full_whole("elsewhere")])
    assert set(refs(home)).isdisjoint(refs(other.home))


@pytest.mark.parametrize(
    ("at", "words", "sentence"),
    [
        ("coachtui.commandline.whole_notebook.as_notebook_archive", ["export", "--all", "-o", "{0}/a.zip"],
         "Stopped. Nothing was written."),
        ("coachtui.commandline.exports.as_archive", ["export", "last", "-o", "{0}/a.json"], "Stopped. Nothing was written."),
        ("coachtui.store.restoring._prepare", ["restore", "1", "--yes"], "Stopped. Nothing was changed."),
        ("coachtui.sharing.courier.Courier.run", ["sync"], "Stopped. What was delivered is delivered"),
    ],
)  # fmt: skip
def test_ctrl_c_leaves_nothing_half_and_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, at: str, words: list[str], sentence: str
) -> None:
    assert ask(home, "backup").code == 0
    before = state(home)

    def stopped(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(at, stopped)
    answer = ask(home, *(word.format(home.parent) for word in words))
    assert answer.code == 1 and sentence in answer.complaint
    assert state(home) == before
    assert not [path for path in home.parent.rglob("a.*") if path.is_file()]
    assert not [path for path in home.rglob("*") if path.name.startswith((".", "notebook.db.prepared"))]


def test_a_restore_that_only_changes_names_is_not_cut(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(home, "backup").code == 0
    real = restoring.take_its_place

    def pressed_meanwhile(*given: Any) -> Path | None:
        signal.raise_signal(signal.SIGINT)
        return real(*given)

    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(restoring, "take_its_place", pressed_meanwhile)
    assert "The notebook is what it was in that backup." in ask(home, "restore", "1", "--yes").said
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
