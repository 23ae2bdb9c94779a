"""Migrations: after a verified backup, whole or not at all, wherever they fail or are killed; nothing written is lost."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store.backups import all_backups
from coachtui.store.errors import NotebookError, NotebookNewer
from coachtui.store.migrations import migrations
from coachtui.store.notebook import SHAPE, Notebook
from tests.faults.tracing import ROOT
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.next_shape import NEXT_SHAPE, STATEMENTS, the_next_shape
from tests.support.program import ask
from tests.support.state import State, faults_of, whole_state


@pytest.fixture
def before(desk: Desk) -> State:
    """All that a notebook of the present shape holds, with something of everything in it."""
    desk.do(lambda opened: opened.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math")
    desk.file("ana: before the update #TM3 *")
    desk.paste("one", "two")
    desk.do(lambda opened: opened.undo("o1"))
    desk.do(lambda opened: opened.observations.resume("o1", seconds_on(90)))
    desk.do(lambda opened: opened.drafts.keep(Draft("o1", "half a li", 9, seconds_on(95))))
    return desk.do(whole_state)


def migrated(before: State) -> State:
    """What a notebook holds after the migration, by what it held before."""
    after = dict(before)
    after["leads"] = [(*row, "none yet") for row in before["leads"]]
    after["drafts"] = [(*row, "entry") for row in before["drafts"]]
    return after


def steps_of(opened: Notebook) -> list[str]:
    return [row[0] for row in opened.file.rows("SELECT lead FROM coming")]


def test_a_migration_on_top_is_applied_once_and_everything_is_there(desk: Desk, before: State) -> None:
    calls: list[int] = []
    with the_next_shape(calls.append):
        for _ in range(2):
            with open_notebook(desk.places) as opened:
                assert opened.file.version == NEXT_SHAPE
                assert whole_state(opened) == migrated(before)
                assert steps_of(opened) == [row[1] for row in before["leads"]]
                assert faults_of(opened) == []
        (backup,) = all_backups(desk.places.backups)
    assert calls == [*range(len(STATEMENTS) + 1)]
    assert backup.reason == "before-migration"
    with pytest.raises(NotebookNewer):
        open_notebook(desk.places)
    assert ask(desk.places.home, "restore", "1", "--yes").code == 0
    restored = desk.do(whole_state)
    assert restored == before


@pytest.mark.goal("B4")
def test_what_was_done_before_a_migration_can_be_undone_and_rebuilt_after_it(desk: Desk, before: State) -> None:
    """The events from before it know nothing of the columns that came with it."""
    with the_next_shape(), open_notebook(desk.places) as opened:
        assert opened.rebuild() == len(before["events"])
        assert whole_state(opened) == migrated(before)
        assert opened.redo("o1") is not None
        assert [line.text for line in opened.lines.of("o1")] == ["before the update", "one", "two"]
        draft = opened.drafts.get("o1")
        assert draft is not None
        assert draft.text == "half a li"
        opened.people.add_lead("Amir")
        assert opened.file.rows("SELECT name, note FROM leads ORDER BY n") == [
            ("Dana Ruiz", "none yet"), ("Amir", "none yet"),
        ]  # fmt: skip
        assert faults_of(opened) == []


@pytest.mark.goal("B4")
@pytest.mark.parametrize("number", range(len(STATEMENTS) + 1))
def test_a_migration_that_fails_anywhere_leaves_the_older_notebook_whole(
    desk: Desk, before: State, number: int
) -> None:
    def fail(at: int) -> None:
        if at == number:
            raise OverflowError("a fault in the migration")

    with the_next_shape(fail), pytest.raises(NotebookError):
        open_notebook(desk.places)
    assert desk.do(whole_state) == before
    assert desk.do(faults_of) == []
    with the_next_shape(), open_notebook(desk.places) as opened:
        assert whole_state(opened) == migrated(before)


@pytest.mark.goal("B1", "B4")
def test_no_migration_without_a_backup(desk: Desk, before: State) -> None:
    calls: list[int] = []
    desk.places.backups.write_text("a file in the place of the folder")
    with the_next_shape(calls.append), pytest.raises(NotebookError, match="No backup was made"):
        open_notebook(desk.places)
    assert calls == []
    assert desk.do(whole_state) == before


def test_a_damaged_notebook_is_not_migrated(desk: Desk, before: State) -> None:
    """The backup that would have to come first is not made of damage."""
    with open_notebook(desk.places) as opened:
        (root,) = opened.file.row("SELECT rootpage FROM sqlite_schema WHERE name = 'members'") or (0,)
    words = bytearray(desk.places.notebook.read_bytes())
    words[(root - 1) * 4096 : (root - 1) * 4096 + 50] = b"\xff" * 50
    desk.places.notebook.write_bytes(words)
    calls: list[int] = []
    with the_next_shape(calls.append), pytest.raises(NotebookError, match="damage"):
        open_notebook(desk.places)
    assert calls == []
    assert desk.places.notebook.read_bytes() == bytes(words)
    assert all_backups(desk.places.backups) == []


@pytest.mark.goal("B4", "R1")
@pytest.mark.long
def test_killed_at_any_statement_it_is_the_old_one_or_the_new_one(
    desk: Desk, before: State, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    copies = tmp_path / "killed"
    copies.mkdir()
    command = [sys.executable, "-m", "tests.faults.migrating", str(desk.places.home), str(copies)]
    subprocess.run(command, check=True, cwd=ROOT)
    found = [what_is_left(Places(home), before) for home in sorted(copies.iterdir())]
    old, new = found.count("old"), found.count("new")
    words = f"a migration killed before each statement: {old} times the old one, {new} times the new one, 0 between"
    record_property("tally", words)
    assert found == sorted(found, reverse=True), "old until it is new"
    assert old > len(STATEMENTS)
    assert new > 0


def what_is_left(places: Places, before: State) -> str:
    """Which of the two notebooks a killed migration left, each whole and with a backup before it was changed."""
    left = "new"
    try:
        with open_notebook(places) as opened:
            assert whole_state(opened) == before
            assert faults_of(opened) == []
        left = "old"
    except NotebookNewer:
        assert [backup.reason for backup in all_backups(places.backups)] == ["before-migration"]
    with the_next_shape(), open_notebook(places) as opened:
        assert whole_state(opened) == migrated(before)
        assert steps_of(opened) == [row[1] for row in before["leads"]]
        assert faults_of(opened) == []
    return left


def test_the_present_shape_is_the_number_of_migrations() -> None:
    """Who adds a migration raises SHAPE; one without the other would never be applied, or be applied to nothing."""
    assert len(migrations.pending(Database(memory=True))) == SHAPE
