"""Simulated power cuts: nothing acknowledged is lost, wherever the power goes; with less than FULL it would be.

A real writer is traced; what the disk may hold at a cut is worked out from the trace and opened with the notebook itself.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from coachtui.places import Places
from coachtui.store import migrations, notebook
from coachtui.store.backups import all_backups
from tests.faults.cutting import look_after
from tests.faults.day_work import a_day
from tests.faults.power_writer import NEXT_SHAPE, to_the_next_shape
from tests.faults.tracing import Said, Trace, trace_of
from tests.support.canaries import tell_all, traces_but_record
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.power import Cut, cuts
from tests.support.shim import Kind
from tests.support.state import digest, faults_of
from tests.support.tally import Tell
from tests.support.toll import Toll

LOST = "what was acknowledged is lost"


def said_around(cut: Cut) -> tuple[list[Said], list[Said]]:
    """What was acknowledged before the cut, and the deed that was under way."""
    return [json.loads(words) for words in cut.said], [json.loads(cut.says_next)] if cut.says_next else []


def judge_work(cut: Cut, places: Places, trace: Trace) -> Iterator[str]:
    """The notebook holds what it held at the last acknowledgement, or the whole deed that was under way."""
    before, following = said_around(cut)
    allowed = {said["state"] for said in [*before[-1:], *following]}
    with open_notebook(places) as found:
        state = digest(found)
        empty = not list(found.events.all())
        if state not in allowed and (before or not empty):
            known = empty or any(state == said["state"] for said in before)
            yield LOST if known else "it is neither as before nor as after"
        yield from faults_of(found)
    yield from judge_backups({said["backup"] for said in before if "backup" in said}, trace, places)


def judge_backups(acknowledged: set[str], trace: Trace, places: Places) -> Iterator[str]:
    """Every backup that was acknowledged is there, and every one with a name is a whole notebook of some moment."""
    states = {said["state"] for said in trace.said()}
    backups = [backup.path for backup in all_backups(places.backups)]
    yield from (f"the backup {name} is lost" for name in acknowledged - {path.name for path in backups})
    for path in backups:
        shutil.copy(path, places.notebook)
        with open_notebook(places) as copy:
            if digest(copy) not in states or faults_of(copy):
                yield f"the backup {path.name} is not whole"


def judge_drop_box(cut: Cut, places: Places, trace: Trace) -> Iterator[str]:
    """What the window acknowledged is taken in."""
    before, following = said_around(cut)
    allowed = [said["texts"] for said in [*before[-1:], *following]] + [[]] * (not before)
    with open_notebook(places) as found:
        if [line.text for line in found.lines.of("m0")] not in allowed:
            yield LOST
        yield from faults_of(found)


def judge_migration(cut: Cut, places: Places, trace: Trace) -> Iterator[str]:
    """The notebook is whole, in the old shape or the new, and is not in the new one without a backup of the old."""
    (said,) = trace.said()
    with the_next_shape() as migrated:
        with open_notebook(places) as found:
            if digest(found) != said["state"]:
                yield LOST
            yield from faults_of(found)
        if not all_backups(places.backups):
            yield f"it was migrated without a backup, {migrated}"


def judge_purge(cut: Cut, places: Places, trace: Trace) -> Iterator[str]:
    """Nothing went, or all of it; what is not finished is finished at the next opening, and then no byte is left."""
    first, *_ = trace.said()
    purged = trace.said()[-1]
    before, _ = said_around(cut)
    with open_notebook(places) as found:
        state = digest(found)
        if state not in (first["state"], purged["state"]) or (purged in before and state != purged["state"]):
            yield "it is neither as before the purge nor as after it"
        yield from faults_of(found)
        if state == purged["state"]:
            found.purging.finish(places)
            yield from (f"something is left in {name}" for name in traces_but_record(places.home))


@contextmanager
def the_next_shape() -> Iterator[list[str]]:
    """Let this process be a coachtui of the next shape for a while; what is given fills with each migration."""
    migrated: list[str] = []
    was, before = migrations.migrate, notebook.SHAPE

    def migrate(connection: sqlite3.Connection, version: int, device: str) -> None:
        to_the_next_shape(connection, version, device)
        migrated.append(device)

    try:
        migrations.migrate, notebook.SHAPE = migrate, NEXT_SHAPE
        yield migrated
    finally:
        migrations.migrate, notebook.SHAPE = was, before


def an_older_notebook(folder: Path) -> Places:
    """A notebook of the present shape, with something in it, as one that a newer coachtui will find."""
    desk = Desk(folder)
    desk.do(lambda opened: opened.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math")
    desk.paste(*(f"line {number} of some length, so that pages fill" for number in range(200)))
    return desk.places


def one_to_purge(folder: Path) -> Places:
    """A notebook with a lead of whom there is a word in every place."""
    desk = Desk(folder)
    tell_all(desk)
    for left in (*desk.places.home.glob(".*"), *desk.places.dropbox.iterdir()):
        left.unlink()
    shutil.rmtree(desk.places.home / "editing")
    return desk.places


@dataclass(frozen=True, slots=True)
class Run:
    """A way of writing that is cut off: what is done, in which home, who judges, and how many of a hundred cuts it gets."""

    name: str
    way: str
    judge: Callable[[Cut, Places, Trace], Iterable[str]]
    share: int
    size: int = 0
    options: Said = field(default_factory=dict[str, Any])
    home: Callable[[Path], Places] = make_home

    def trace(self, shim: Path, folder: Path) -> Trace:
        """Do it once, with the shim watching."""
        return trace_of(shim, folder, self.way, self.size, dict(self.options), self.home(folder))

    def cut_off(self, trace: Trace, folder: Path, count: int, seed: int) -> Toll:
        """Cut the power at so many places, and judge what is left each time."""
        found = cuts(trace.steps, count, seed, trace.disk)
        return look_after(found, trace.home, folder, lambda cut, places, _: self.judge(cut, places, trace))


MEETINGS = Run("two meetings and backups", "meetings", judge_work, 25, size=12)
RUNS = [
    MEETINGS,
    Run("many checkpoints", "meetings", judge_work, 15, size=8, options={"wal_autocheckpoint": 20}),
    Run("the first run", "meetings", judge_work, 15),
    Run("editing and triage", "work", judge_work, 15, size=40, home=a_day),
    Run("a migration", "migration", judge_migration, 10, home=an_older_notebook),
    Run("a purge", "purge", judge_purge, 10, home=one_to_purge),
    Run("a drop box", "drop box", judge_drop_box, 10, size=10),
]


def all_runs(shim: Path, folder: Path, count: int, seed: int, tell: Tell) -> None:
    """Cut so many times in all, in each way of writing; nothing may be lost in any."""
    found: list[str] = []
    for number, run in enumerate(RUNS):
        below = folder / str(number)
        below.mkdir()
        toll = run.cut_off(run.trace(shim, below), below, count * run.share // 100, seed)
        tell(f"power cuts during {run.name}: {toll}")
        found += [f"{run.name}, {fault}" for fault in toll.faults]
    assert found == []


@pytest.mark.goal("R2")
def test_nothing_acknowledged_is_lost_when_the_power_goes(shim: Path, quick_folder: Path, tell: Tell) -> None:
    all_runs(shim, quick_folder, 100, 1, tell)


@pytest.mark.deep
@pytest.mark.goal("R2")
def test_nothing_acknowledged_is_lost_when_the_power_goes_very_often(
    shim: Path, quick_folder: Path, tell: Tell
) -> None:
    all_runs(shim, quick_folder, 2000, 2, tell)


@pytest.mark.goal("R2", sabotage=True)
@pytest.mark.parametrize("less", ["NORMAL", "OFF"])
def test_with_less_than_full_acknowledged_lines_would_be_lost(
    shim: Path, tmp_path: Path, tell: Tell, less: str
) -> None:
    """The sabotage: the same harness must see it when the writer does not wait for the disk."""
    careless = replace(MEETINGS, options={"synchronous": less})
    toll = careless.cut_off(careless.trace(shim, tmp_path), tmp_path, 30, 3)
    tell(f"power cuts with synchronous={less} (must be red): {toll}")
    assert toll.faults_with(LOST) + toll.faults_with("not opened") > toll.tried // 4


@pytest.mark.goal("R2", "B1", sabotage=True)
def test_a_backup_that_is_not_forced_to_the_disk_would_be_lost(shim: Path, tmp_path: Path) -> None:
    """The sabotage of backups: without the last fsync of the folder a cut right after must lose the name."""
    once = replace(MEETINGS, size=1)
    trace = once.trace(shim, tmp_path)
    trace.steps = [step for step in trace.steps if step.kind is not Kind.FOLDER_SYNCED or "backups" not in step.name]
    assert once.cut_off(trace, tmp_path, 60, 4).faults_with("is lost")
