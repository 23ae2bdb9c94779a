"""A writer run with the shim watching, and the trace it leaves."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coachtui.places import Places
from tests.support.homes import make_home
from tests.support.power import Disk
from tests.support.shim import Kind, Operation, environment, read_trace

ROOT = Path(__file__).parents[2]
Said = dict[str, Any]


@dataclass
class Trace:
    """A writer's home, what the disk held before, and all that happened then."""

    home: Path
    disk: Disk
    steps: list[Operation]

    def said(self) -> list[Said]:
        """All that was acknowledged."""
        return [json.loads(step.data) for step in self.steps if step.kind is Kind.SAID]


def trace_of(shim: Path, folder: Path, way: str, lines: int, options: Said, places: Places | None = None) -> Trace:
    """Let a writer write with the shim watching."""
    home = places or make_home(folder)
    disk = Disk(home.home)
    words = folder / "trace"
    command = [sys.executable, "-m", "tests.faults.power_writer", way, str(home.home), str(lines), json.dumps(options)]
    with_shim = environment(shim, home.home, words)
    subprocess.run(command, env=with_shim, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    steps = list(read_trace(words))
    assert any(step.kind is Kind.SYNCED for step in steps), "the shim did not bite: it saw nothing forced to the disk"
    return Trace(home.home, disk, steps)
