"""The clock is set back and forward in the middle of meetings, again and again: no line is lost, moved or mistimed."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from coachtui.model import timing
from coachtui.model.moment import Moment
from coachtui.store.backups import all_backups, back_up
from coachtui.store.notebook import Notebook
from tests.faults.deeds import Person
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.state import faults_of
from tests.support.tally import Tell
from tests.support.toll import Toll

LINES = 15
DAY = 86_400_000


class Meetings:
    """Meetings that are written down while somebody sets the clock."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._places = make_home(folder, f"home-{seed}")
        self._clock = FakeClock()
        self._chance = random.Random(seed)
        self._seed = seed
        self.toll = Toll("meetings")

    def hold(self) -> Toll:
        """Write one down, opening the notebook again now and then, and look at what is there."""
        notebook = self._open()
        anchor_boot = self._clock.now().boot_ms + 60_000
        filed: list[tuple[str, int]] = []
        for deed in Person(self._clock, self._seed).meeting("m", LINES):
            if self._chance.random() < 0.2:
                self._set_clock()
            if self._chance.random() < 0.05:
                back_up(notebook.file.connection, self._places.backups, self._clock.now(), "by-hand")
                notebook.close()
                notebook = self._open()
            deed.act(notebook)
            if deed.name == "file":
                filed.append((notebook.lines.of("m")[-1].id, self._clock.now().boot_ms - anchor_boot))
        self._judge(notebook, filed)
        notebook.close()
        return self.toll

    def _open(self) -> Notebook:
        return Notebook.open(self._places, self._clock)

    def _set_clock(self) -> None:
        """Set the wall clock back, or forward; the one that counts from the start goes on."""
        now = self._clock.now()
        by_ms = self._chance.randint(-2 * DAY, 2 * DAY) if self._chance.random() < 0.5 else -3_600_000
        self._clock.set(Moment(now.utc_ms + by_ms, now.boot_ms, now.boot_id))
        self.toll.outcomes["times the clock was set"] += 1

    def _judge(self, notebook: Notebook, filed: list[tuple[str, int]]) -> None:
        self.toll.tried += 1
        lines = notebook.lines.of("m")
        there = {line.id: line for line in lines}
        known = [(identity, at_ms) for identity, at_ms in filed if identity in there]
        self.toll.outcomes["lines"] += len(lines)
        self.toll.faults += faults_of(notebook)
        self.toll.faults += [
            f"{there[identity].at_ms} ms instead of {at_ms}"
            for identity, at_ms in known
            if there[identity].at_ms != at_ms
        ]
        places = [there[identity].place for identity, _ in known]
        if any(one >= other for one, other in pairwise(places)) or len(known) < LINES - LINES // 5:
            self.toll.faults.append(f"{len(known)} of {len(filed)} lines stand at {places}")
        for backup in all_backups(self._places.backups):
            self.toll.outcomes["backups"] += 1
            self.toll.faults += [] if backup.path.stat().st_size else [f"{backup.path.name} is empty"]


def hold(folder: Path, meetings: int) -> Toll:
    """Hold so many meetings, each in a notebook of its own."""
    total = Toll("meetings")
    for seed in range(meetings):
        toll = Meetings(folder, seed).hold()
        total.tried += toll.tried
        total.outcomes += toll.outcomes
        total.faults += toll.faults
    return total


@pytest.mark.goal("T1", "T2")
def test_a_clock_that_is_set_in_a_meeting_moves_no_line(quick_folder: Path, tell: Tell) -> None:
    toll = hold(quick_folder, 8)
    tell(f"the clock set back and forward: {toll}")
    assert toll.faults == []
    assert toll.outcomes["times the clock was set"] > toll.tried


@pytest.mark.deep
@pytest.mark.goal("T1", "T2")
def test_a_clock_that_is_set_very_often_moves_no_line(quick_folder: Path, tell: Tell) -> None:
    toll = hold(quick_folder, 500)
    tell(f"the clock set back and forward: {toll}")
    assert toll.faults == []


@pytest.mark.goal("T1", sabotage=True)
def test_times_by_the_clock_on_the_wall_would_be_found_out(
    quick_folder: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timing, "elapsed_ms", lambda start, end: end.utc_ms - start.utc_ms)
    toll = hold(quick_folder, 2)
    tell(f"the clock set, times by the wall (must be red): {toll}")
    assert toll.faults_with("instead of")
