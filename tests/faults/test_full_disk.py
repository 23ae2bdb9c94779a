"""A disk that is full for real: the ballast makes room once, then a sentence, then it goes on when there is room again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coachtui.store.explain import FULL
from tests.faults.tracing import ROOT
from tests.support.mounting import in_a_namespace
from tests.support.tally import Tell


def fill_a_disk(folder: Path, *, with_ballast: bool) -> dict[str, Any]:
    """Fill a small disk, and return what happened."""
    answer = "yes" if with_ballast else "no"
    command = [*in_a_namespace(), sys.executable, "-m", "tests.faults.full_writer", str(folder), answer]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.mark.goal("R6")
def test_a_full_disk_costs_nothing_that_was_acknowledged(tmp_path: Path, tell: Tell) -> None:
    facts = fill_a_disk(tmp_path, with_ballast=True)
    before, lines = facts.pop("lines before the ballast went"), facts.pop("lines")
    tell(f"full disk: {before} long lines until it was full, {lines - before} more on the ballast, 0 lost")
    assert facts == {
        "sentence": FULL,
        "refused again": FULL,
        "all read while full": True,
        "all read when opened while full": True,
        "all there once there was room": True,
        "faults": [],
    }
    assert lines - before > 50


@pytest.mark.goal("R6", sabotage=True)
def test_without_ballast_the_last_lines_would_find_no_room(tmp_path: Path) -> None:
    """The sabotage: where nothing was laid in there is nothing to give up."""
    facts = fill_a_disk(tmp_path, with_ballast=False)
    assert facts["lines before the ballast went"] == 0
    assert facts["all there once there was room"]
    with_it = fill_a_disk(tmp_path, with_ballast=True)
    assert with_it["lines"] - with_it["lines before the ballast went"] > 50


@pytest.mark.goal("R6", "R7")
def test_a_full_disk_at_the_opening_refuses_in_sentences_what_it_must_and_nothing_more(
    tmp_path: Path, tell: Tell
) -> None:
    command = [*in_a_namespace(), sys.executable, "-m", "tests.faults.full_opening", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    read, refused = facts.pop("read"), facts.pop("refused")
    tell(f"full disk at the opening: {len(read)} commands read, {len(refused)} refused, a line typed then is kept")
    for name, answer in read.items():
        assert answer["code"] == (1 if name == "doctor" else 0), (name, answer)
        assert answer["said"]
    assert "LOOK  free space: Only 0 MB are free" in read["doctor"]["said"]
    assert read["doctor"]["said"].count("LOOK  ") == 2, "no room, and no backup"
    for answer in (*refused.values(), facts.pop("new")):
        assert answer["code"] == 1
        assert "disk" in answer["complaint"]
        assert "Free some space" in answer["complaint"]
    assert json.loads(facts.pop("filed"))[0]["text"] == "said on a full disk"
    assert facts.pop("new after")["code"] == 0
    assert facts == {
        "same": True,
        "same after": True,
        "typed": {"claimed too early": False, "exit": 0, "restored": True},
    }
