"""kill -9 at random moments: nothing acknowledged is lost, nothing doubled, at most one half-typed character is gone."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coachtui.places import Places
from tests.faults.tracing import ROOT
from tests.support.homes import make_home
from tests.support.kills import Told, Toll, kill_often
from tests.support.tally import Tell

LONGEST = 0.35  # seconds that a typist types before it is killed
PATIENCE = 30  # seconds


class TypistProcess:
    """The writer: a process that types through the scribe."""

    def __init__(self, seed: int, sabotage: str = "no", at_least: float = 0.0) -> None:
        """It types for `at_least` so many seconds before it is killed, and for up to LONGEST more."""
        self._at_least = at_least
        self._chance = random.Random(seed)
        self._sabotage = sabotage
        self._first = 1

    def run_and_kill(self, places: Places, before: Told) -> Told:
        """Start it, kill it while it opens or while it types, and read what it said."""
        self._first += 1000
        command = [sys.executable, "-m", "tests.faults.typist", str(places.home), str(self._first), self._sabotage]
        # What it says goes into a file: a pipe that nobody reads meanwhile is full in a moment, and it would stand still.
        said = places.home.with_name(f"{places.home.name}-said")
        with said.open("wb") as file, subprocess.Popen(command, stdout=file, cwd=ROOT) as process:
            if self._chance.random() < 0.85:
                wait_until(lambda: said.stat().st_size > 0)  # it says its first word when it begins to write
            time.sleep(self._at_least + self._chance.uniform(0, LONGEST))
            killed_at = time.monotonic()
            process.kill()
        return understood([json.loads(line) for line in said.read_bytes().splitlines()], before, killed_at)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, but no longer than PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.001)


def understood(said: list[dict[str, Any]], before: Told, killed_at: float) -> Told:
    """What was told: what was filed, what was under way, and what stood on the screen."""
    told = Told(before.observation, list(before.filed), left=before.left)
    writing_since = None
    typed_at: list[float] = []
    for words in said:
        if "ready" in words:
            told.observation = words["ready"]
        elif "typed" in words:
            typed_at = typed_at if words["typed"].startswith(told.typed) and told.typed else []
            told.typed = words["typed"]
            typed_at.append(words["at"])
        elif "entered" in words:
            told.under_way.append(words["entered"])
            told.typed = ""
        elif "filed" in words:
            told.filed.append((words["filed"], words["at_ms"]))
            told.under_way.remove(words["filed"])
        elif "writing" in words:
            writing_since = words["at"] if words["writing"] else None
    if writing_since is not None:
        told.excused = sum(at > writing_since for at in typed_at)
    told.ages = [killed_at - at for at in typed_at] if told.typed else []
    return told


def kill_typists(writer: TypistProcess, folder: Path, kills: int) -> Toll:
    return kill_often(writer, lambda number: make_home(folder, f"home-{number}"), kills)


@pytest.mark.goal("R1", "R3")
@pytest.mark.long
def test_a_killed_program_loses_nothing_it_acknowledged(tmp_path: Path, tell: Tell) -> None:
    toll = kill_typists(TypistProcess(1), tmp_path, 30)
    tell(f"kill -9: {toll}")
    assert toll.faults == []
    assert toll.acknowledged > toll.kills // 3


@pytest.mark.goal("R1", "R3")
@pytest.mark.deep
def test_a_program_killed_very_often_loses_nothing_it_acknowledged(tmp_path: Path, tell: Tell) -> None:
    toll = kill_typists(TypistProcess(2), tmp_path, 500)
    tell(f"kill -9: {toll}")
    assert toll.faults == []


@pytest.mark.goal("R1", "R3", sabotage=True)
@pytest.mark.parametrize(("sabotage", "seen"), [("early", "told '"), ("debounce", "half-typed characters are gone")])
def test_a_program_that_keeps_late_is_found_out(tmp_path: Path, tell: Tell, sabotage: str, seen: str) -> None:
    """The sabotage: a line acknowledged before it is filed, and half-typed text kept 300 ms late, must be seen."""
    toll = kill_typists(TypistProcess(3, sabotage, at_least=0.3), tmp_path, 6)
    tell(f"kill -9 with {sabotage} (must be red): {toll}")
    assert any(seen in fault for fault in toll.faults)


def test_the_half_typed_text_is_measured_fairly() -> None:
    """Only what was typed while a write had begun and did not end is excused."""
    said: list[dict[str, Any]] = [
        {"ready": "o1", "at": 0}, {"typed": "a", "at": 1}, {"writing": True, "at": 2}, {"writing": False, "at": 3},
        {"typed": "ab", "at": 4}, {"writing": True, "at": 5}, {"typed": "abc", "at": 6}, {"typed": "abcd", "at": 7},
    ]  # fmt: skip
    assert understood(said, Told(), 10) == Told("o1", [], [], "abcd", [9, 6, 4, 3], 2)
    assert understood([*said, {"writing": False, "at": 8}], Told(), 10).excused == 0
    entered = understood([*said, {"entered": "abcd", "at": 8}], Told(), 10)
    assert (entered.under_way, entered.typed, entered.ages) == (["abcd"], "", [])
