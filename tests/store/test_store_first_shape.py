"""A notebook of the first shape comes up in the present one with all that was in it, and what was done then can be undone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Migrations

from coachtui.model.draft import Draft
from coachtui.model.observation import NOT_RUNNING, Gap
from coachtui.store import migrations, notebook
from coachtui.store.backups import all_backups
from coachtui.store.events import Undone
from coachtui.store.notebook import SHAPE, Notebook
from coachtui.store.present import TABLES, Change
from tests.support.clocks import A_MORNING
from tests.support.discarded import discard, redo_all, troubles, undo_all
from tests.support.homes import Desk, make_home, open_notebook, seconds_on
from tests.support.state import faults_of, present_state
from tests.support.traces import traces

SAVED = Path(__file__).with_name("saved") / "shape-1.db"
NEW_TABLES = ("spans", "agenda", "accounts", "closings", "slots")
NEW_COLUMNS = {"framework", "paused_ms", "reason", "moved_ms"}
OBSERVATION = {
    "id": "o1", "ref": "obcdfgh", "team": "t1", "lead": None, "anchor_utc_ms": A_MORNING.utc_ms,
    "anchor_boot_ms": A_MORNING.boot_ms, "anchor_boot_id": A_MORNING.boot_id, "zone": "UTC", "ended_utc_ms": None,
    "source": None,
}  # fmt: skip
LINE = {
    "id": "l1", "observation": "o1", "place": 1, "at_ms": 30_000, "about": 0, "provenance": "live", "kind": "evidence",
    "speaker": None, "text": "zanzibar", "codes": "[]", "starred": 0, "visibility": "shareable", "minutes": None,
}  # fmt: skip
OTHER = {**LINE, "id": "l2", "place": 2, "text": "written then"}
ENDED = {**OBSERVATION, "ended_utc_ms": A_MORNING.utc_ms + 60_000}
GAP = {"id": "g1", "observation": "o1", "from_ms": 40_000, "to_ms": 50_000}


@contextmanager
def the_first_shape() -> Iterator[None]:
    """Let this process be a coachtui of the first shape, as far as its file goes."""
    first = Migrations("coachtui")
    first()(migrations.the_first_shape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "migrations", first)
        patch.setattr(notebook, "SHAPE", 1)
        for table, columns in TABLES.items():
            patch.setitem(TABLES, table, tuple(column for column in columns if column not in NEW_COLUMNS))
        for table in NEW_TABLES:
            patch.delitem(TABLES, table)
        yield


def write(opened: Notebook, what: str, *changes: Change, **how: Any) -> None:
    opened.file.write(lambda _: opened.events.record("o1", what, list(changes), **how))


@pytest.fixture
def before(tmp_path: Path) -> Desk:
    """A notebook as the first coachtui wrote it: an observation with two lines, a gap and an end, the last taken back."""
    desk = Desk(tmp_path, make_home(tmp_path))
    with the_first_shape(), open_notebook(desk.places) as opened:
        assert opened.file.version == 1
        team = Change("teams", None, {"id": "t1", "name": "Math", "lead": None})
        opened.file.write(lambda _: opened.events.record("t1", "team added", [team]))
        write(opened, "observation begun", Change("observations", None, OBSERVATION), undoable=False)
        write(opened, "lines pasted", Change("lines", None, LINE), Change("lines", None, OTHER))
        write(opened, "observation resumed", Change("gaps", None, GAP), undoable=False)
        write(opened, "observation ended", Change("observations", OBSERVATION, ENDED))
        opened.drafts.keep(Draft("o1", "half a li", 9, seconds_on(55)))
        opened.undo("o1")
        columns = {row[1] for row in opened.file.rows("PRAGMA table_info(observations)")}
        assert not columns & NEW_COLUMNS
    return desk


def test_all_that_was_in_it_is_there(before: Desk) -> None:
    whole = before.do(lambda opened: opened.whole(opened.observations.get("o1")))
    assert (whole.observation.team, whole.observation.framework, whole.observation.paused_ms) == ("Math", None, None)
    assert whole.observation.ended_utc_ms is None
    assert [line.text for line in whole.lines] == ["zanzibar", "written then"]
    assert whole.gaps == [Gap(40_000, 50_000, NOT_RUNNING, 0)]
    assert whole.draft == Draft("o1", "half a li", 9, seconds_on(55))
    assert (whole.spans, whole.agenda, whole.accounts, whole.closing) == ([], (), [], None)
    assert before.do(lambda opened: opened.file.version) == SHAPE
    assert before.do(faults_of) == []
    assert [backup.reason for backup in all_backups(before.places.backups)] == ["before-migration"]


def test_what_was_done_then_is_redone_and_undone_now(before: Desk) -> None:
    assert before.do(lambda opened: opened.redo("o1")) == Undone("observation ended", 0)
    assert before.do(lambda opened: opened.observations.get("o1")).ended_utc_ms == A_MORNING.utc_ms + 60_000
    assert before.do(undo_all) == 2
    assert before.lines() == []
    assert before.do(redo_all) == 2
    assert before.texts() == ["zanzibar", "written then"]
    assert before.do(faults_of) == []


def test_undoing_what_was_done_then_leaves_alone_what_only_came_with_the_new_shape(before: Desk) -> None:
    """The events of then say nothing of the new columns; what they hold now stays."""
    before.do(lambda opened: opened.redo("o1"))
    before.do(lambda opened: opened.observations.pause("o1", seconds_on(70)))
    before.do(lambda opened: opened.undo("o1"))
    found = before.do(lambda opened: opened.observations.get("o1"))
    assert (found.ended_utc_ms, found.paused_ms) == (None, 70_000)
    assert before.do(faults_of) == []


NEW_VERBS: list[Callable[[Notebook], object]] = [
    lambda opened: opened.observations.describe("o1", framework="core"),
    lambda opened: opened.observations.begin_earlier("o1", 60_000),
    lambda opened: opened.spans.turn("o1", "SIL", 5000),
    lambda opened: opened.accounts.give("l1", "I meant it so"),
    lambda opened: opened.lines.move("l1", 1),
    lambda opened: opened.lines.hide("l1"),
]


def test_the_new_verbs_work_on_what_was_written_then(before: Desk) -> None:
    start = before.lines()
    for verb in NEW_VERBS:
        before.do(verb)
    end = before.lines()
    assert before.do(undo_all) == len(NEW_VERBS) + 1
    for _ in range(len(NEW_VERBS) + 1):
        assert before.do(lambda opened: opened.redo("o1")) is not None
    assert (before.lines(), len(start)) == (end, 2)
    assert before.do(faults_of) == []


def test_a_line_of_then_is_discarded_without_trace(before: Desk) -> None:
    assert before.texts() == ["zanzibar", "written then"]
    for backup in before.places.backups.iterdir():
        backup.unlink()  # made before the migration: it keeps the line, as it is said to
    discard(before, "l1")
    assert traces(before.places.home, ["zanzibar"]) == []
    assert before.do(undo_all) == 1
    assert before.do(redo_all) == 2
    assert before.texts() == ["written then"]
    assert troubles(before) == []


def test_the_saved_notebook_is_undone_to_the_start_and_redone_to_the_end(desk: Desk) -> None:
    """One that a coachtui of the first shape really wrote."""
    shutil.copy(SAVED, desk.places.notebook)
    before = desk.do(present_state)
    for subject in ("o1", "o2"):
        count = 0
        while desk.do(lambda opened: opened.undo(subject)):
            count += 1
        assert count > 0
        assert desk.lines(subject) == []
        for _ in range(count):
            desk.do(lambda opened: opened.redo(subject))
    after = desk.do(present_state)
    assert [sorted(row[1:] for row in after["lines"])] == [sorted(row[1:] for row in before["lines"])]
    assert desk.do(lambda opened: opened.rebuild()) > 0
    assert troubles(desk) == []
