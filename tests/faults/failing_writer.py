"""Writes while the n-th call that changes the disk fails, for n = 1, 2, ... until nothing fails any more.

Run as `python -m tests.faults.failing_writer FOLDER PLAN` with the shim in the process; what went wrong is printed as JSON.
"""

import json
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import pytest

from coachtui.places import Places
from coachtui.store.backups import all_backups, back_up
from coachtui.store.errors import NotebookError
from coachtui.store.file import NotebookFile
from coachtui.store.notebook import Notebook
from tests.faults.deeds import Deed, Person
from tests.faults.failing_box import DropBoxRun
from tests.faults.failing_plan import CALLS, LINES, Plan, Report
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.shim import Failures
from tests.support.state import faults_of

Essence = dict[str, Any]
T = TypeVar("T")


def deeds_of(clock: FakeClock, places: Places) -> Iterator[Deed]:
    """A meeting and a backup."""
    yield from Person(clock, seed=5).meeting("m0", LINES)
    yield Deed("backup", lambda notebook: back_up(notebook.file.connection, places.backups, clock.now(), "by-hand"))


def essence(notebook: Notebook) -> Essence:
    """All that must be there however often a deed had to be done again: ids that are drawn anew each time aside."""
    rows = notebook.file.rows
    return {
        "observations": rows("SELECT id, anchor_utc_ms, ended_utc_ms FROM observations ORDER BY id"),
        "lines": rows("SELECT observation, place, at_ms, kind, speaker, text, codes, starred FROM lines ORDER BY 1, 2"),
        "gaps": rows("SELECT observation, from_ms, to_ms FROM gaps ORDER BY from_ms"),
        "drafts": rows("SELECT scope, text, cursor, began_utc_ms, at_utc_ms FROM drafts ORDER BY scope"),
        "events": rows("SELECT n, seq, at, what FROM events ORDER BY n"),
        "undoable": rows("SELECT n, standing FROM undoable ORDER BY n"),
    }


class Run:
    """One meeting written down while one call fails."""

    def __init__(
        self, places: Places, plan: Plan, n: int, report: Report, wanted: list[Essence], failures: Failures
    ) -> None:
        self._places, self._plan, self._n, self._report, self._wanted = places, plan, n, report, wanted
        self._failures = failures
        self._clock = FakeClock()
        self._done = 0

    def go(self) -> int:
        """Write, and look at what is there in the end; how many calls had failed."""
        if self._plan.ballast:
            self._places.ballast.write_bytes(bytes(8192))
        self._failures.arm(CALLS, self._n, self._plan.error, for_ever=self._plan.for_ever)
        try:
            self._write()
        except NotebookError as fault:
            self._refused(fault)
        except Exception:
            self._fault(traceback.format_exc(limit=-3))
        failed = self._failures.disarm()
        self._look()
        return failed

    def _open(self) -> Notebook:
        return Notebook.open(self._places, self._clock)

    def _write(self) -> None:
        """Do every deed; what is refused is done again once the disk is well."""
        with self._insist(self._open) as notebook:
            for deed in deeds_of(self._clock, self._places):
                self._insist(lambda: deed.act(notebook), notebook)
                self._done += 1

    def _insist(self, act: Callable[[], Any], notebook: Notebook | None = None) -> Any:
        """Do it; where it is refused, see that all before it can be read, let the disk be well, and do it again."""
        try:
            return act()
        except NotebookError as fault:
            if self._plan.gives_up:
                raise
            self._refused(fault)
            if notebook is not None and essence(notebook) != self._wanted[self._done]:
                self._fault(f"after {self._done} deeds what was acknowledged does not read back on the failing disk")
            if self._plan.for_ever:
                self._failures.disarm()
            return act()

    def _look(self) -> None:
        """Open what is there with nothing failing any more, and compare."""
        with self._open() as notebook:
            for fault in faults_of(notebook):
                self._fault(fault)
            there = essence(notebook)
            allowed = self._wanted[self._done :][: 2 if self._plan.gives_up else 1]
            if there not in allowed:
                self._fault(f"after {self._done} deeds: {_difference(there, allowed[0])}")
        if list(self._places.backups.glob(".*")):
            self._fault("a half-made backup was left behind")
        for backup in all_backups(self._places.backups):
            with sqlite3.connect(backup.path) as copy:
                if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                    self._fault("a backup is not whole")
            copy.close()

    def _refused(self, fault: NotebookError) -> None:
        self._report.refusals += 1
        self._report.sentences.add(str(fault))
        if self._plan.ballast:
            self._fault(f"refused although there was ballast: {fault}")

    def _fault(self, words: str) -> None:
        self._report.faults.append(f"n={self._n}, {self._done} deeds done: {words}")


def _difference(there: Essence, wanted: Essence) -> str:
    for table, rows in wanted.items():
        if there[table] != rows:
            return f"{table}: found {there[table][-2:]}, wanted {rows[-2:]}"
    return "nothing"


def what_is_wanted(folder: Path) -> list[Essence]:
    """What is there after each deed when nothing fails."""
    places, clock = make_home(folder, "wanted"), FakeClock()
    with Notebook.open(places, clock) as notebook:
        wanted = [essence(notebook)]
        for deed in deeds_of(clock, places):
            deed.act(notebook)
            wanted.append(essence(notebook))
    shutil.rmtree(places.home)
    return wanted


def acknowledge_anyway(file: NotebookFile, work: Callable[[sqlite3.Connection], T]) -> T:
    """The sabotage: a transaction that takes the disk's refusal for success."""
    file.connection.execute("BEGIN IMMEDIATE")
    result = work(file.connection)
    try:
        file.connection.execute("COMMIT")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            file.connection.execute("ROLLBACK")
    return result


def try_all(folder: Path, plan: Plan) -> Report:
    """Let the n-th call fail for each n of the plan."""
    if plan.sabotage:
        pytest.MonkeyPatch().setattr(NotebookFile, "_transaction", acknowledge_anyway)
    wanted, failures, report = what_is_wanted(folder), Failures(), Report()
    for n in plan.every or range(1, 10_000):
        places = make_home(folder)
        run = (
            DropBoxRun(places, plan, n, report, failures)
            if plan.drop_box
            else Run(places, plan, n, report, wanted, failures)
        )
        failed = run.go()
        shutil.rmtree(places.home)
        report.runs += 1
        report.failures += failed
        if not failed:
            break
    return report


if __name__ == "__main__":
    told = try_all(Path(sys.argv[1]), Plan(**json.loads(sys.argv[2])))
    print(json.dumps({**asdict(told), "sentences": sorted(told.sentences)}))
