"""The simulated disk itself: what the shim saw is all that happened, and a cut keeps what was forced to the disk."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.tracing import trace_of
from tests.support.power import Disk, cuts
from tests.support.shim import Kind, environment, read_trace

PROGRAM = """
import os, sys
home = sys.argv[1]
first = os.open(home + "/first", os.O_CREAT | os.O_RDWR, 0o600)
os.write(first, b"a" * 2000)
os.fsync(first)
os.pwrite(first, b"b" * 2000, 0)
os.write(1, b"said\\n")
second = os.open(home + "/second", os.O_CREAT | os.O_RDWR, 0o600)
os.write(second, b"c" * 10)
os.rename(home + "/second", home + "/third")
folder = os.open(home, os.O_RDONLY)
os.fsync(folder)
os.ftruncate(first, 100)
os.unlink(home + "/third")
"""


@pytest.mark.parametrize(("way", "lines"), [("meetings", 6), ("drop box", 6)])
def test_all_that_happened_was_seen(shim: Path, tmp_path: Path, way: str, lines: int) -> None:
    trace = trace_of(shim, tmp_path, way, lines, {"wal_autocheckpoint": 20})
    for step in trace.steps:
        if step.kind is not Kind.SAID:
            trace.disk.apply(step)
    real = {str(path): None if path.is_dir() else path.read_bytes() for path in sorted(trace.home.rglob("*"))}
    assert trace.disk.as_written() == real


def test_a_cut_keeps_what_was_forced_and_some_of_the_rest(shim: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-c", PROGRAM, str(home)]
    subprocess.run(command, env=environment(shim, home, tmp_path / "trace"), stdout=subprocess.DEVNULL, check=True)
    steps = list(read_trace(tmp_path / "trace"))
    forced = next(n for n, step in enumerate(steps) if step.kind is Kind.FOLDER_SYNCED)
    disk = Disk()
    for step in steps[: forced + 1]:
        if step.kind is not Kind.SAID:
            disk.apply(step)
    chance = random.Random(1)
    seen = {tuple(sorted(disk.after_a_cut(chance).items())) for _ in range(200)}
    names = {tuple(Path(name).name for name, _ in files) for files in seen}
    assert names == {("first", "third")}
    firsts = {dict(files)[f"{home}/first"] for files in seen}
    assert {b"a" * 2000, b"b" * 2000, b"a" * 512 + b"b" * 1024 + b"a" * 464} <= firsts
    assert all(words is not None and len(words) == 2000 for words in firsts)
    assert {dict(files)[f"{home}/third"] for files in seen} == {b"", b"c" * 10}
    said = [cut for cut in cuts(steps, 50, 1) if cut.said]
    assert all(cut.said == ["said\n"] and cut.says_next is None for cut in said)


def test_the_same_seed_cuts_at_the_same_places(shim: Path, tmp_path: Path) -> None:
    trace = trace_of(shim, tmp_path, "drop box", 4, {})
    first = [(cut.before, cut.files) for cut in cuts(trace.steps, 20, 7)]
    assert [(cut.before, cut.files) for cut in cuts(trace.steps, 20, 7)] == first
