"""Does a day's work on a notebook and is killed again and again; after each kill the notebook is looked over.

Run as `python -m tests.faults.killing FOLDER WAY KILLS SEED SABOTAGE`; what was found is printed as JSON. Each kill is that
of a process of its own, by signal, at a random moment. What it had done is known to the deed: the same deeds were done
before without a kill, and after each the state of the whole notebook was noted. What is found has to be the state after the
last deed that was acknowledged, or after the one that was under way.
"""

import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from coachtui.model.moment import Moment
from coachtui.places import Places
from coachtui.store.file import NotebookFile
from coachtui.store.notebook import SHAPE, Notebook
from tests.faults.damaging import faults_inside
from tests.faults.day_work import WAYS, a_day
from tests.faults.deeds import Deed
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import make_home
from tests.support.program import ask
from tests.support.state import digest, faults_of

SAVED = Path(__file__).parents[1] / "store" / "saved"
USUALLY, LONGEST = 0.08, 0.4
"""Seconds that the work goes on before it is killed; the longest while a migration goes on."""
PATIENCE = 30  # seconds
DAY = 86_400_000
ACKNOWLEDGED = "acknowledged"


@dataclass
class Toll:
    """What the kills did."""

    kills: int = 0
    opening: int = 0
    deeds: int = 0
    under_way: int = 0
    halves: int = 0
    faults: list[str] = field(default_factory=list[str])


class Worker:
    """Works through deeds from one on, each at its own moment and with ids of its own, whoever did the ones before."""

    def __init__(self, places: Places, deeds: list[Deed]) -> None:
        self.places, self.deeds = places, deeds
        self._clock = FakeClock()
        self._ids = itertools.count()
        self._number = 0

    def open(self) -> Notebook:
        """The notebook."""
        return Notebook.open(self.places, self._clock, lambda: f"{self._number:016d}{next(self._ids):016d}")

    def do(self, notebook: Notebook, number: int) -> None:
        """Do one of the deeds."""
        self._number, self._ids = number, itertools.count()
        ms = DAY + number * 1000
        self._clock.set(Moment(A_MORNING.utc_ms + ms, A_MORNING.boot_ms + ms, A_MORNING.boot_id))
        self.deeds[number].act(notebook)

    def work_on(self, number: int, acknowledge: Callable[[int], None], *, early: bool) -> None:
        """Do the rest of them, and acknowledge each once it is done; as a sabotage, before."""
        with self.open() as notebook:
            acknowledge(number)
            for each in range(number, len(self.deeds)):
                if early:
                    acknowledge(each + 1)
                self.do(notebook, each)
                if not early:
                    acknowledge(each + 1)


class Killer:
    """Starts the work on homes, kills it, and judges."""

    def __init__(self, folder: Path, way: str, seed: int, sabotage: str) -> None:
        self._folder, self._way, self._sabotage = folder, way, sabotage
        self._chance = random.Random(seed)
        self._start = a_day(folder)
        self._is_older = way == "migration"
        self._told = folder / ACKNOWLEDGED
        self.toll = Toll()

    def kill(self, times: int) -> Toll:
        """Kill so many times, in day after day; with a sabotage no longer than until it is found out."""
        day = 0
        while self._goes_on(times):
            self._a_day(day, times)
            day += 1
        return self.toll

    def _goes_on(self, times: int) -> bool:
        return self.toll.kills < times and (self._sabotage == "no" or not self.toll.faults)

    def _a_day(self, day: int, times: int) -> None:
        """One day's work from its start to its end, however often it is killed."""
        at_work, wanted = self._wanted(day)
        number = 0
        while number < len(at_work.deeds) and self._goes_on(times):
            said = self._killed(at_work, number)
            if said is None:
                return
            self.toll.kills += 1
            self.toll.deeds += said - number
            number = self._judge(at_work, wanted, said)
            if self._is_older:
                return  # to look at it has brought it up to date

    def _wanted(self, day: int) -> tuple[Worker, list[str]]:
        """The work of a day on a home of its own, and the state of the notebook after each deed when nothing is killed."""
        for name in ("wanted", "home-at-work"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
            if self._is_older:
                older = SAVED / f"shape-{1 + day % (SHAPE - 1)}.db"
                shutil.copy(older, make_home(self._folder, name).notebook)
            else:
                shutil.copytree(self._start.home, self._folder / name)
        calm, at_work = (self._worker(name, day) for name in ("wanted", "home-at-work"))
        with calm.open() as notebook:
            states = [digest(notebook)]
            for number in range(len(calm.deeds)):
                calm.do(notebook, number)
                states.append(digest(notebook))
        return at_work, states

    def _worker(self, name: str, day: int) -> Worker:
        places = Places(self._folder / name)
        return Worker(places, WAYS[self._way](places, day))

    def _killed(self, worker: Worker, number: int) -> int | None:
        """Let a process work from this deed on, and kill it; how many deeds it had acknowledged, None if it was done."""
        self._told.write_bytes(b"")
        child = os.fork()
        if child == 0:
            handle = os.open(self._told, os.O_WRONLY | os.O_APPEND)
            if self._sabotage == "halves":
                NotebookFile._transaction = by_statement  # type: ignore[assignment,method-assign]
            worker.work_on(number, lambda done: note(handle, done), early=self._sabotage == "early")
            os._exit(0)
        if not self._is_older and self._chance.random() < 0.85:
            self._wait_until_open()
        time.sleep(self._chance.uniform(0, LONGEST if self._is_older else USUALLY))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if status not in (0, signal.SIGKILL):
            raise SystemExit(f"it ended by itself, with {status}")
        said = [int(word) for word in self._told.read_text().split()]
        self.toll.opening += status != 0 and not said
        return None if status == 0 else said[-1] if said else number

    def _wait_until_open(self) -> None:
        """Wait until it says that the notebook is open."""
        deadline = time.monotonic() + PATIENCE
        while self._told.stat().st_size == 0 and time.monotonic() < deadline:
            time.sleep(0.001)

    def _judge(self, worker: Worker, wanted: list[str], said: int) -> int:
        """Compare what is there with what was acknowledged; with which deed the work goes on."""
        where = f"{self._way}, kill {self.toll.kills}, after deed {said}: "
        with worker.open() as notebook:
            found = digest(notebook)
            self.toll.faults += [where + fault for fault in faults_of(notebook)]
            after = wanted[min(said + 1, len(worker.deeds))]
            self.toll.under_way += found == after != wanted[said]
            if found not in (wanted[said], after):
                self.toll.faults += self._half_done(worker, notebook, said, after)
            going_on = said + (found != wanted[said])
        found_inside = faults_inside(ask(worker.places.home, "doctor", "--json"))
        self.toll.faults += [f"{where}the doctor says {fault['detail']}" for fault in found_inside]
        return going_on

    def _half_done(self, worker: Worker, notebook: Notebook, said: int, after: str) -> list[str]:
        """What is wrong where a deed is done in part: nothing, if it is several by its nature and doing it again completes it."""
        self.toll.halves += 1
        if self._way == "sync":
            worker.do(notebook, said)
            if digest(notebook) == after:
                return []
        return [f"{self._way}, kill {self.toll.kills}: it is neither as it was after deed {said} nor as after the next"]


def note(handle: int, number: int) -> None:
    """Acknowledge so many deeds, in one write, so that a kill leaves all of it or nothing."""
    os.write(handle, f"{number}\n".encode())


def by_statement(file: NotebookFile, work: Callable[[sqlite3.Connection], Any]) -> Any:
    """The sabotage: every statement is on the disk by itself, and what belongs together is not."""
    return work(file.connection)


if __name__ == "__main__":
    _, where, way, kills, seed, sabotage = sys.argv
    print(json.dumps(asdict(Killer(Path(where), way, int(seed), sabotage).kill(int(kills)))))
