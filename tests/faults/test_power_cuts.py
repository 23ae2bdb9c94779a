"""Simulated power cuts: nothing acknowledged is lost, wherever the power goes; with less than FULL it would be.

A real writer is traced; what the disk may hold at a cut is worked out from the trace and opened with the notebook itself.
"""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from coachtui.places import Places
from coachtui.store import migrations, notebook
from coachtui.store.backups import all_backups
from coachtui.store.errors import NotebookError
from tests.faults.power_writer import NEXT_SHAPE, to_the_next_shape
from tests.faults.tracing import Trace, trace_of
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.power import Cut, cuts
from tests.support.shim import Kind
from tests.support.state import digest, faults_of
from tests.support.tally import Tell


@dataclass
class Outcome:
    """What was found after the cuts that must not be."""

    cuts: int = 0
    found: Counter[str] = field(default_factory=Counter[str])
    first: dict[str, str] = field(default_factory=dict[str, str])

    def count(self, what: str, where: str) -> None:
        """Count one, and keep where the first was."""
        self.found[what] += 1
        self.first.setdefault(what, where)

    def __str__(self) -> str:
        return f"{self.cuts} cuts, {', '.join(f'{count} {what}' for what, count in self.found.items()) or '0 lost'}"


Said = dict[str, Any]
Judge = Callable[[Cut, Trace, Places, Outcome], None]


def cut_off(trace: Trace, folder: Path, count: int, seed: int, judge: Judge) -> Outcome:
    """Cut the power at so many places, and judge what is left each time."""
    outcome = Outcome()
    for cut in cuts(trace.steps, count, seed, trace.disk):
        outcome.cuts += 1
        places = make_home(folder, "after")
        cut.lay_out(trace.home, places.home)
        try:
            judge(cut, trace, places, outcome)
        except NotebookError as fault:
            outcome.count("not opened", f"step {cut.before}: {fault}")
        shutil.rmtree(places.home)
    return outcome


def said_around(cut: Cut) -> tuple[list[Said], list[Said]]:
    """What was acknowledged before the cut, and the deed that was under way."""
    return [json.loads(words) for words in cut.said], [json.loads(cut.says_next)] if cut.says_next else []


def judge_meetings(cut: Cut, trace: Trace, places: Places, outcome: Outcome) -> None:
    """The notebook holds what it held at the last acknowledgement, or the whole deed that was under way."""
    before, following = said_around(cut)
    allowed = {said["state"] for said in [*before[-1:], *following]}
    with open_notebook(places) as found:
        state = digest(found)
        empty = not list(found.events.all())
        if state not in allowed and (before or not empty):
            known = empty or any(state == said["state"] for said in before)
            outcome.count("acknowledged lost" if known else "neither before nor after", f"step {cut.before}")
        for fault in faults_of(found):
            outcome.count("unsound", f"step {cut.before}: {fault}")
    judge_backups({said["backup"] for said in before if "backup" in said}, trace, places, outcome)


def judge_backups(acknowledged: set[str], trace: Trace, places: Places, outcome: Outcome) -> None:
    """Every backup that was acknowledged is there, and every one with a name is a whole notebook of some moment."""
    states = {said["state"] for said in trace.said()}
    backups = [backup.path for backup in all_backups(places.backups)]
    for name in acknowledged - {path.name for path in backups}:
        outcome.count("backups lost", name)
    for path in backups:
        shutil.copy(path, places.notebook)
        with open_notebook(places) as copy:
            if digest(copy) not in states or faults_of(copy):
                outcome.count("backups not whole", path.name)


def judge_drop_box(cut: Cut, trace: Trace, places: Places, outcome: Outcome) -> None:
    """What the window acknowledged is taken in."""
    del trace
    before, following = said_around(cut)
    allowed = [said["texts"] for said in [*before[-1:], *following]] + [[]] * (not before)
    with open_notebook(places) as found:
        if [line.text for line in found.lines.of("m0")] not in allowed:
            outcome.count("acknowledged lost", f"step {cut.before}")
        for fault in faults_of(found):
            outcome.count("unsound", f"step {cut.before}: {fault}")


def judge_migration(cut: Cut, trace: Trace, places: Places, outcome: Outcome) -> None:
    """The notebook is whole, in the old shape or the new, and is not in the new one without a backup of the old."""
    (said,) = trace.said()
    with the_next_shape() as migrated:
        with open_notebook(places) as found:
            if digest(found) != said["state"]:
                outcome.count("acknowledged lost", f"step {cut.before}")
            for fault in faults_of(found):
                outcome.count("unsound", f"step {cut.before}: {fault}")
        if not all_backups(places.backups):
            outcome.count("migrated without a backup", f"step {cut.before}, {migrated}")


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


RUNS: list[tuple[str, str, int, Said, Judge, float]] = [
    ("two meetings", "meetings", 12, {}, judge_meetings, 0.35),
    ("with many checkpoints", "meetings", 8, {"wal_autocheckpoint": 20}, judge_meetings, 0.25),
    ("the first run", "meetings", 0, {}, judge_meetings, 0.15),
    ("a migration", "migration", 0, {}, judge_migration, 0.15),
    ("a drop box", "drop box", 10, {}, judge_drop_box, 0.1),
]


def all_runs(shim: Path, folder: Path, count: int, seed: int, tell: Tell) -> None:
    """Cut so many times in all, in each way of writing; nothing may be lost in any."""
    told: list[str] = []
    found: dict[str, str] = {}
    for name, way, lines, options, judge, share in RUNS:
        below = folder / way.replace(" ", "-") / str(lines)
        below.mkdir(parents=True)
        places = an_older_notebook(below) if way == "migration" else None
        outcome = cut_off(trace_of(shim, below, way, lines, options, places), below, round(count * share), seed, judge)
        told.append(f"{name} {outcome}")
        found |= {f"{name}: {what}": where for what, where in outcome.first.items()}
    tell(f"power cuts: {'; '.join(told)}")
    assert found == {}


@pytest.mark.goal("R2")
def test_nothing_acknowledged_is_lost_when_the_power_goes(shim: Path, tmp_path: Path, tell: Tell) -> None:
    all_runs(shim, tmp_path, 100, 1, tell)


@pytest.mark.goal("R2")
@pytest.mark.deep
def test_nothing_acknowledged_is_lost_when_the_power_goes_very_often(shim: Path, tmp_path: Path, tell: Tell) -> None:
    all_runs(shim, tmp_path, 2000, 2, tell)


@pytest.mark.goal("R2", sabotage=True)
@pytest.mark.parametrize("less", ["NORMAL", "OFF"])
def test_with_less_than_full_acknowledged_lines_would_be_lost(
    shim: Path, tmp_path: Path, tell: Tell, less: str
) -> None:
    """The sabotage: the same harness must see it when the writer does not wait for the disk."""
    trace = trace_of(shim, tmp_path, "meetings", 12, {"synchronous": less})
    outcome = cut_off(trace, tmp_path, 30, 3, judge_meetings)
    tell(f"power cuts with synchronous={less} (must be red): {outcome}")
    assert outcome.found["acknowledged lost"] + outcome.found["not opened"] > outcome.cuts // 4


@pytest.mark.goal("R2", "B1", sabotage=True)
def test_a_backup_that_is_not_forced_to_the_disk_would_be_lost(shim: Path, tmp_path: Path) -> None:
    """The sabotage of backups: without the last fsync of the folder a cut right after must lose the name."""
    trace = trace_of(shim, tmp_path, "meetings", 1, {})
    trace.steps = [step for step in trace.steps if step.kind is not Kind.FOLDER_SYNCED or "backups" not in step.name]
    assert cut_off(trace, tmp_path, 60, 4, judge_meetings).found["backups lost"] > 0
