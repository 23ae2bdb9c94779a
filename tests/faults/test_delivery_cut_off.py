"""A delivery cut off anywhere: the file is whole, no word of the lead's is lost, and the next sync completes it once."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.errors import NotebookError
from tests.faults.tracing import ROOT, Said, Trace, trace_of
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.power import Cut, cuts, kills
from tests.support.sharing import a_school, hold, share, sync, the_file
from tests.support.shim import Kind, environment
from tests.support.state import faults_of
from tests.support.tally import Tell

LABEL = "Write here, Dana:\n"
MINE = "I wait longer next week."
IN_THE_COPY = "Said on the other computer."


@dataclass
class Found:
    """What was found after the cuts."""

    cuts: int = 0
    old: int = 0
    new: int = 0
    faults: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        return (
            f"{self.cuts} times, {self.old} times the old file, {self.new} times the new one, {len(self.faults)} faults"
        )


def a_delivery_to_come(folder: Path) -> Desk:
    """A home with a file delivered, the lead's words in it and in a copy, and a newer version that waits."""
    desk = a_school(folder)
    share(desk)
    sync(desk)
    path = the_file(desk.places)
    text = path.read_text()
    path.write_text(text.replace(LABEL, f"{LABEL}\n{MINE}\n", 1))
    path.with_name("Dana (1).md").write_text(text.replace(LABEL, f"{LABEL}\n{IN_THE_COPY}\n", 1))
    share(desk, change=lambda gate: gate.edited("title", "What was seen on Tuesday"))
    return desk


def look(trace: Trace, old: bytes, new: bytes, folder: Path, after: Iterable[Cut]) -> Found:
    """What is found after each cut, and after the next sync."""
    found = Found()
    for cut in after:
        found.cuts += 1
        places = make_home(folder, "after")
        cut.lay_out(trace.home, places.home)
        try:
            faults = judge(places, old, new, found)
        except NotebookError as fault:
            faults = [str(fault)]
        found.faults += [f"step {cut.before}: {fault}" for fault in faults]
        shutil.rmtree(places.home)
    return found


def judge(places: Places, old: bytes, new: bytes, found: Found) -> list[str]:
    """What is wrong with what is left."""
    path = places.record / "Dana Ruiz, outside a cycle.md"
    standing = path.read_bytes() if path.exists() else b""
    faults = [] if standing in (old, new) else ["the file is neither the old one nor the new one"]
    found.old += standing == old
    found.new += standing == new
    desk = Desk(places.home, places)
    report = sync(desk)
    if report.waits or report.odd:
        faults.append(f"the next sync says {report.waits + report.odd}")
    if path.read_bytes() != new:
        faults.append("the next sync did not complete it")
    again = sync(desk)
    if again.delivered or again.read:
        faults.append("it is not done once")
    names = sorted(each.name for each in places.record.iterdir())
    if names != [path.name, "merged copies"]:
        faults.append(f"left behind: {names}")
    with open_notebook(places) as opened:
        lead = opened.people.leads()[0].id
        words = [each.words for each in opened.record.words_of(lead)]
        if words != [f"{MINE}\n\n{IN_THE_COPY}"]:
            faults.append(f"the lead's words are {words}")
        faults += faults_of(opened)
    return faults


def run(shim: Path, folder: Path, options: Said) -> tuple[Trace, bytes, bytes]:
    """A delivery traced: the trace, the file before and after."""
    desk = a_delivery_to_come(folder)
    old = the_file_of(desk.places).read_bytes()
    trace = trace_of(shim, folder, "delivery", 0, options, desk.places)
    return trace, old, the_file_of(desk.places).read_bytes()


def the_file_of(places: Places) -> Path:
    return places.record / "Dana Ruiz, outside a cycle.md"


def test_killed_anywhere_the_file_is_whole_and_the_next_sync_completes_it_once(
    shim: Path, quick_folder: Path, tell: Tell
) -> None:
    trace, old, new = run(shim, quick_folder, {})
    assert MINE.encode() in new and IN_THE_COPY.encode() in new and b"seen on Tuesday" in new != old
    found = look(trace, old, new, quick_folder, kills(trace.steps, trace.disk))
    tell(f"killed after each operation of a delivery: {found}")
    assert found.faults == [] and found.old and found.new


def test_wherever_the_power_goes_the_file_is_whole(shim: Path, quick_folder: Path, tell: Tell) -> None:
    trace, old, new = run(shim, quick_folder, {})
    found = look(trace, old, new, quick_folder, cuts(trace.steps, 40, 5, trace.disk))
    tell(f"power cuts during a delivery: {found}")
    assert found.faults == []


def left_of(cut: Cut, trace: Trace, folder: Path, new: dict[str, bytes]) -> tuple[int, list[str]]:
    """How many of several new files are there after a cut, and what is wrong with them, then and after the next sync."""
    places = make_home(folder, "after")
    cut.lay_out(trace.home, places.home)
    standing = {path.name: path.read_bytes() for path in places.record.glob("*.md")}
    faults = [f"{name} is not whole" for name, content in standing.items() if content != new[name]]
    report = sync(Desk(places.home, places))
    there = {path.name: path.read_bytes() for path in places.record.iterdir()}
    if report.waits or report.odd or there != new:
        faults.append(f"the next sync says {report.waits + report.odd} and leaves {sorted(there)}")
    shutil.rmtree(places.home)
    return len(standing), [f"step {cut.before}: {fault}" for fault in faults]


@pytest.mark.parametrize("by_power", [False, True])
def test_of_several_files_each_is_whole_or_not_there_yet(
    shim: Path, quick_folder: Path, tell: Tell, by_power: bool
) -> None:
    """A round forces its files to the disk together, before any has its name."""
    desk = a_school(quick_folder)
    share(desk)
    for number in range(3):
        with open_notebook(desk.places) as opened:
            opened.people.add_team(f"Team {number}", f"Lead {number}")
        hold(desk, f"more{number}", "They agree on a date", team=f"Team {number}")
        share(desk, f"observation:more{number}")
    trace = trace_of(shim, quick_folder, "delivery", 0, {}, desk.places)
    new = {path.name: path.read_bytes() for path in desk.places.record.glob("*.md")}
    after = cuts(trace.steps, 40, 5, trace.disk) if by_power else kills(trace.steps, trace.disk)
    found = [left_of(cut, trace, quick_folder, new) for cut in after]
    tell(f"{'power cuts' if by_power else 'killed'} during a delivery of {len(new)} files: {len(found)} times")
    assert len(new) == 4 and {0, 4} <= {count for count, _ in found}
    assert [fault for _, faults in found for fault in faults] == []


def test_a_file_written_over_would_be_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: the courier writes over the file instead of beside it."""
    trace, old, new = run(shim, quick_folder, {"in_place": True})
    found = look(trace, old, new, quick_folder, kills(trace.steps, trace.disk))
    tell(f"killed while the file is written over (must be red): {found}")
    assert any("neither" in fault for fault in found.faults)


def test_what_is_not_forced_to_the_disk_would_be_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: the same trace as if nothing had waited for the disk."""
    trace, old, new = run(shim, quick_folder, {})
    trace.steps = [step for step in trace.steps if step.kind is not Kind.SYNCED]
    found = look(trace, old, new, quick_folder, cuts(trace.steps, 60, 5, trace.disk))
    tell(f"power cuts during a delivery that does not wait for the disk (must be red): {found}")
    assert found.faults


def test_a_disk_that_fails_is_waited_for_and_said_so(shim: Path, tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    sync(desk)
    told = subprocess.run(
        [sys.executable, "-m", "tests.faults.failing_delivery", str(desk.places.home)],
        env=environment(shim, desk.places.record), stdout=subprocess.PIPE, check=True, cwd=ROOT,
    )  # fmt: skip
    for found in json.loads(told.stdout):
        assert found["failed"] and len(found["waits"]) == 1 and found["old"], found
        why = "is full" if found["error"] == "ENOSPC" else "may not be read or written to"
        assert why in found["waits"][0] and "waits in the notebook" in found["waits"][0], found
        assert found["delivered"] == ["Dana Ruiz, outside a cycle.md"] and found["new"], found
