"""Several windows write beside the one that has the notebook, and are killed: every line that was told is taken in, once."""

import json
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.faults.tracing import ROOT
from tests.support.homes import make_home
from tests.support.state import faults_of
from tests.support.tally import Tell
from tests.support.toll import Toll

LONGEST = 0.1  # seconds that a window goes on writing before it is killed
PATIENCE = 60
ENDLESS = 100_000


@dataclass
class Window:
    """A second window, and the file in which it tells what it does."""

    name: str
    told: Path
    process: subprocess.Popen[bytes]

    @classmethod
    def opened(cls, places: Places, name: str, lines: int, sabotage: str) -> "Window":
        """A window that writes so many lines, then waits."""
        told = places.home.with_name(f"{name}-told")
        command = [sys.executable, "-m", "tests.faults.beside", str(places.home), name, str(lines), sabotage]
        with told.open("wb") as file:
            return cls(name, told, subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file, cwd=ROOT))

    def wait_for(self, words: bytes) -> None:
        """Wait until it has told this."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.told.read_bytes():
            assert time.monotonic() < deadline, f"{self.name} does not tell {words!r}"
            time.sleep(0.005)

    def kill(self) -> None:
        """End it, wherever it is."""
        self.process.kill()
        self.process.communicate()


def write_beside(folder: Path, windows: int, lines: int, sabotage: str = "no", *, cut_off: bool = False) -> Toll:
    """Let windows write beside this one, which writes too; then kill them, at their end or anywhere, and compare."""
    places, toll, chance, clock = make_home(folder), Toll("windows"), random.Random(lines), Clock()
    with Notebook.open(places, clock) as notebook:
        notebook.observations.begin("first", clock.now(), "UTC")
        theirs = ENDLESS if cut_off else lines
        beside = [Window.opened(places, f"window{number}", theirs, sabotage) for number in range(windows)]
        for window in beside:
            window.wait_for(b"filed")
        for number in range(lines):
            notebook.lines.file("first", read_line(f"line {number}"), clock.now(), f"first-{number}")
        for window in beside:
            if not cut_off:
                window.wait_for(b"done")
            time.sleep(chance.uniform(0, LONGEST) if cut_off else 0)
            window.kill()
    with Notebook.open(places, clock) as notebook:
        toll.faults += faults_of(notebook)
        mine = [line.text for line in notebook.lines.of("first")]
        toll.faults += [] if mine == [f"line {number}" for number in range(lines)] else ["the first window lost lines"]
        for window in beside:
            judge(window, notebook, toll)
    return toll


def judge(window: Window, notebook: Notebook, toll: Toll) -> None:
    """Compare what a window told with what was taken in of it."""
    told = [json.loads(words) for words in window.told.read_bytes().splitlines()]
    filed = [each["filed"] for each in told if "filed" in each]
    found = [line.text for line in notebook.lines.of(window.name)]
    toll.tried += 1
    toll.outcomes["lines told"] += len(filed)
    if found[: len(filed)] != filed or len(found) > len(filed) + 1:
        toll.faults.append(f"{window.name} told {len(filed)} lines, {len(found)} were taken in")
    if "already open since" not in told[0].get("refused", "") or told[0]["seconds"] > 1:
        toll.faults.append(f"{window.name} was told {told[0]}")


@pytest.mark.goal("R8")
@pytest.mark.parametrize("cut_off", [False, True])
def test_every_line_of_a_window_beside_is_taken_in(quick_folder: Path, tell: Tell, cut_off: bool) -> None:
    toll = write_beside(quick_folder, 2, 50, cut_off=cut_off)
    tell(f"beside an open notebook: {toll}")
    assert toll.faults == []


@pytest.mark.deep
@pytest.mark.goal("R8")
@pytest.mark.parametrize("cut_off", [False, True])
def test_every_line_of_four_windows_of_400_lines_is_taken_in(quick_folder: Path, tell: Tell, cut_off: bool) -> None:
    toll = write_beside(quick_folder, 4, 400, cut_off=cut_off)
    tell(f"beside an open notebook: {toll}")
    assert toll.faults == []


@pytest.mark.goal("R8", sabotage=True)
def test_a_window_that_tells_before_it_has_written_is_found_out(quick_folder: Path, tell: Tell) -> None:
    toll = write_beside(quick_folder, 1, 10, "early", cut_off=True)
    tell(f"beside an open notebook, told too early (must be red): {toll}")
    assert toll.faults
