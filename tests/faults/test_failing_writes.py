"""The n-th write, fsync, truncation or creation fails, for every n: nothing acknowledged is lost, and a sentence says so."""

import errno
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.faults.failing_plan import Plan
from tests.faults.tracing import ROOT
from tests.support.shim import environment
from tests.support.tally import Tell

MANY = 2000
ODD_ONES = [*range(1, 61, 2), *range(61, MANY, 29)]
EVEN_ONES = [*range(2, 61, 2), *range(61, MANY, 23)]
SOME = [*range(1, 61, 7), *range(61, MANY, 29)]
FEW = [*range(3, 61, 19), *range(61, MANY, 97)]
"""The calls whose failure is tried: of the first run every other one for want of room and the others for a bad disk, once
and for long the other way round; then some. It ends where none is left to fail."""

PLANS = {
    "no room once": Plan(errno.ENOSPC, for_ever=False),
    "no room for long": Plan(errno.ENOSPC, for_ever=True),
    "no room, given up": Plan(errno.ENOSPC, for_ever=True, gives_up=True),
    "bad disk once": Plan(errno.EIO, for_ever=False),
    "bad disk for long": Plan(errno.EIO, for_ever=True),
    "bad disk, given up": Plan(errno.EIO, for_ever=True, gives_up=True),
    "made read-only for long": Plan(errno.EROFS, for_ever=True),
    "permission lost for long": Plan(errno.EACCES, for_ever=True),
    "drop box, permission lost for long": Plan(errno.EACCES, for_ever=True, drop_box=True),
    "drop box, no room once": Plan(errno.ENOSPC, for_ever=False, drop_box=True),
    "drop box, bad disk for long": Plan(errno.EIO, for_ever=True, drop_box=True),
    "drop box, given up": Plan(errno.ENOSPC, for_ever=True, gives_up=True, drop_box=True),
}
ONLY_DEEP = ("made read-only for long", "drop box, permission lost for long")
WHICH = {
    "no room once": ODD_ONES,
    "bad disk once": EVEN_ONES,
    "no room for long": EVEN_ONES,
    "bad disk for long": ODD_ONES,
    "permission lost for long": FEW,
}


def try_plan(shim: Path, folder: Path, plan: Plan) -> dict[str, Any]:
    """Run a plan in a process with the shim, and return its report."""
    home = folder / "home"
    command = [sys.executable, "-m", "tests.faults.failing_writer", str(folder), json.dumps(asdict(plan))]
    done = subprocess.run(command, env=environment(shim, home), capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def look_at(report: dict[str, Any], name: str, tell: Tell) -> None:
    """Nothing may be lost, and every refusal must be a sentence for a person."""
    tell(
        f"failing disk, {name}: {report['runs']} runs, {report['failures']} calls failed, {report['refusals']} refused "
        f"in a sentence, {len(report['faults'])} faults"
    )
    assert report["faults"] == []
    assert report["failures"] > 0
    for sentence in report["sentences"]:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert not any(word in sentence for word in ("Error", "Traceback", "errno", "sqlite", "None"))


@pytest.mark.goal("R6")
@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in PLANS if name not in ONLY_DEEP])
def test_a_call_that_fails_loses_nothing(shim: Path, quick_folder: Path, tell: Tell, name: str) -> None:
    plan = PLANS[name]
    if not plan.drop_box:
        plan.every = WHICH.get(name, SOME)
    look_at(try_plan(shim, quick_folder, plan), name, tell)


@pytest.mark.goal("R6")
def test_with_ballast_a_full_disk_is_not_even_noticed_by_one_who_writes(
    shim: Path, quick_folder: Path, tell: Tell
) -> None:
    plan = Plan(errno.ENOSPC, for_ever=False, ballast=True, every=[*range(110, 300, 7)])
    look_at(try_plan(shim, quick_folder, plan), "no room once, with ballast", tell)


@pytest.mark.goal("R6", sabotage=True)
def test_a_program_that_takes_a_refusal_for_success_is_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: a commit whose failure is passed over must be seen."""
    report = try_plan(shim, quick_folder, Plan(errno.EIO, for_ever=False, sabotage=True, every=[*range(120, 420, 12)]))
    tell(f"failing disk, refusals passed over (must be red): {report['runs']} runs, {len(report['faults'])} faults")
    assert report["faults"]


@pytest.mark.goal("R6")
@pytest.mark.deep
@pytest.mark.parametrize("name", PLANS)
def test_any_call_that_fails_loses_nothing(shim: Path, quick_folder: Path, tell: Tell, name: str) -> None:
    plan = PLANS[name]
    plan.every = []
    look_at(try_plan(shim, quick_folder, plan), f"{name}, every n", tell)
