"""Writes into the drop box while the n-th call that changes the disk fails."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.faults.deeds import Person
from tests.faults.failing_plan import CALLS, LINES, Plan, Report
from tests.support.clocks import FakeClock
from tests.support.shim import Failures
from tests.support.state import faults_of


class DropBoxRun:
    """A window that can't have the notebook, writing while one call fails."""

    def __init__(self, places: Places, plan: Plan, n: int, report: Report, failures: Failures) -> None:
        self._places, self._plan, self._n, self._report, self._failures = places, plan, n, report, failures
        self._clock = FakeClock()
        self._told: list[str] = []
        self._last = ""

    def go(self) -> int:
        """Write, take in, and compare; how many calls had failed."""
        self._failures.arm(CALLS, self._n, self._plan.error, for_ever=self._plan.for_ever)
        box = DropBox(self._places, self._clock, "window")
        with suppress(NotebookError):
            self._write(box)
        box.close()
        failed = self._failures.disarm()
        with Notebook.open(self._places, self._clock) as notebook:
            texts = [line.text for line in notebook.lines.of("m0")]
            faults = faults_of(notebook)
        if texts not in (self._told, [*self._told, self._last] if self._plan.gives_up else self._told):
            faults.append(f"told {self._told}, taken in {texts}")
        self._report.faults += [f"n={self._n}: {fault}" for fault in faults]
        return failed

    def _write(self, box: DropBox) -> None:
        person = Person(self._clock, seed=5)
        self._insist(lambda: box.observations.begin("m0", self._clock.now(), "UTC", None, None))
        for number in range(LINES):
            reading, began = read_line(person.sentence()), self._clock.advance(1000)
            self._last = reading.text
            self._insist(lambda: box.drafts.keep(Draft("m0", reading.text[:5], 5, began)))
            self._insist(lambda: box.lines.file("m0", reading, began, f"l{number}"))
            self._told.append(reading.text)

    def _insist(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except NotebookError as fault:
            self._report.refusals += 1
            self._report.sentences.add(str(fault))
            if self._plan.gives_up:
                raise
            if self._plan.for_ever:
                self._failures.disarm()
            return act()
