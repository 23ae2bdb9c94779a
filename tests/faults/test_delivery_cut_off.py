"""A delivery cut off anywhere: the file is whole, no word of the lead's is lost, and the next sync completes it once."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from coachtui.places import Places
from tests.faults.cutting import look_after
from tests.faults.tracing import ROOT, Said, Trace, trace_of
from tests.support.homes import Desk, open_notebook
from tests.support.power import Cut, cuts, kills
from tests.support.sharing import a_school, hold, share, sync, the_file
from tests.support.shim import Kind, environment
from tests.support.state import faults_of
from tests.support.tally import Tell
from tests.support.toll import Toll

LABEL = "Write here, Dana:\n"
MINE = "I wait longer next week."
IN_THE_COPY = "Said on the other computer."


OLD, NEW = "times the old file", "times the new one"


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


def look(after: Iterable[Cut], trace: Trace, old: bytes, new: bytes, folder: Path) -> Toll:
    """What is found after each cut, and after the next sync."""
    return look_after(after, trace.home, folder, lambda _, places, toll: judge(places, old, new, toll))


def judge(places: Places, old: bytes, new: bytes, toll: Toll) -> list[str]:
    """What is wrong with what is left."""
    path = places.record / "Dana Ruiz, outside a cycle.md"
    standing = path.read_bytes() if path.exists() else b""
    faults = [] if standing in (old, new) else ["the file is neither the old one nor the new one"]
    toll.outcomes[OLD] += standing == old
    toll.outcomes[NEW] += standing == new
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


@pytest.mark.goal("R1")
def test_killed_anywhere_the_file_is_whole_and_the_next_sync_completes_it_once(
    shim: Path, quick_folder: Path, tell: Tell
) -> None:
    trace, old, new = run(shim, quick_folder, {})
    assert MINE.encode() in new and IN_THE_COPY.encode() in new and b"seen on Tuesday" in new != old
    found = look(kills(trace.steps, trace.disk), trace, old, new, quick_folder)
    tell(f"killed after each operation of a delivery: {found}")
    assert found.faults == [] and found.outcomes[OLD] and found.outcomes[NEW]


@pytest.mark.goal("R2")
def test_wherever_the_power_goes_the_file_is_whole(shim: Path, quick_folder: Path, tell: Tell) -> None:
    trace, old, new = run(shim, quick_folder, {})
    found = look(cuts(trace.steps, 40, 5, trace.disk), trace, old, new, quick_folder)
    tell(f"power cuts during a delivery: {found}")
    assert found.faults == []


def judge_several(places: Places, new: dict[str, bytes], toll: Toll) -> Iterator[str]:
    """What is wrong with several new files, as they stand and after the next sync; how many stand is counted."""
    standing = {path.name: path.read_bytes() for path in places.record.glob("*.md")}
    toll.outcomes[f"times {len(standing)} files"] += 1
    yield from (f"{name} is not whole" for name, content in standing.items() if content != new[name])
    report = sync(Desk(places.home, places))
    there = {path.name: path.read_bytes() for path in places.record.iterdir()}
    if report.waits or report.odd or there != new:
        yield f"the next sync says {report.waits + report.odd} and leaves {sorted(there)}"


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
    found = look_after(after, trace.home, quick_folder, lambda _, places, toll: judge_several(places, new, toll))
    tell(f"{'power cuts' if by_power else 'killed'} during a delivery of {len(new)} files: {found}")
    assert len(new) == 4 and {"times 0 files", "times 4 files"} <= set(found.outcomes)
    assert found.faults == []


@pytest.mark.goal("R1", sabotage=True)
def test_a_file_written_over_would_be_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: the courier writes over the file instead of beside it."""
    trace, old, new = run(shim, quick_folder, {"in_place": True})
    found = look(kills(trace.steps, trace.disk), trace, old, new, quick_folder)
    tell(f"killed while the file is written over (must be red): {found}")
    assert any("neither" in fault for fault in found.faults)


@pytest.mark.goal("R2", sabotage=True)
def test_what_is_not_forced_to_the_disk_would_be_found_out(shim: Path, quick_folder: Path, tell: Tell) -> None:
    """The sabotage: the same trace as if nothing had waited for the disk."""
    trace, old, new = run(shim, quick_folder, {})
    trace.steps = [step for step in trace.steps if step.kind is not Kind.SYNCED]
    found = look(cuts(trace.steps, 60, 5, trace.disk), trace, old, new, quick_folder)
    tell(f"power cuts during a delivery that does not wait for the disk (must be red): {found}")
    assert found.faults


@pytest.mark.goal("R6")
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
