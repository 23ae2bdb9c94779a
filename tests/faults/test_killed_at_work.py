"""kill -9 at random moments of all that is done with a notebook: it is as it was before a deed or after it, and sound."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.day_work import WAYS
from tests.faults.tracing import ROOT
from tests.support.tally import Tell


def killed(folder: Path, way: str, kills: int, sabotage: str = "no") -> dict[str, Any]:
    """What so many kills did."""
    command = [sys.executable, "-m", "tests.faults.killing", str(folder), way, str(kills), "1", sabotage]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def in_words(way: str, told: dict[str, Any]) -> str:
    return (
        f"kill -9 during {way}: {told['kills']} kills, {told['opening']} of them while it opened, {told['deeds']} deeds "
        f"acknowledged, {told['under_way']} more found done, {told['halves']} done in part; {len(told['faults'])} lost or unsound"
    )


def look_at(told: dict[str, Any], way: str, tell: Tell) -> None:
    tell(in_words(way, told))
    assert told["faults"] == []
    assert told["deeds"] > told["kills"] or way == "migration"


@pytest.mark.goal("R1")
@pytest.mark.parametrize("way", ["editing", "sync", "migration"])
def test_killed_in_the_midst_of_work_nothing_done_is_lost(quick_folder: Path, tell: Tell, way: str) -> None:
    look_at(killed(quick_folder, way, 4), way, tell)


@pytest.mark.deep
@pytest.mark.goal("R1", "B4")
@pytest.mark.parametrize("way", WAYS)
def test_killed_very_often_in_the_midst_of_work_nothing_done_is_lost(quick_folder: Path, tell: Tell, way: str) -> None:
    look_at(killed(quick_folder, way, 400), way, tell)


@pytest.mark.goal("R1", sabotage=True)
@pytest.mark.parametrize("sabotage", ["early", pytest.param("halves", marks=pytest.mark.deep)])
def test_work_that_is_told_before_it_is_done_or_done_in_parts_is_found_out(
    quick_folder: Path, tell: Tell, sabotage: str
) -> None:
    told = killed(quick_folder, "editing", 60, sabotage)
    tell(f"told {sabotage} (must be red): {in_words('editing', told)}")
    assert told["faults"]
