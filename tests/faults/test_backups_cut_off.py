"""A backup being made, or gone back to, is cut off: every file under its final name is whole, and nothing is lost."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store import backups as backups_module
from coachtui.store.backups import all_backups, back_up
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.restoring import restore
from tests.faults.cutting import Judge, look_after
from tests.faults.tracing import trace_of
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.power import Cut, cuts, kills
from tests.support.shim import Kind
from tests.support.state import digest, faults_of
from tests.support.tally import Tell
from tests.support.toll import Toll

NOW, GONE_BACK = "times the notebook of now", "times that of the backup"


@dataclass
class Home:
    """A home with a backup and what was written since, and the states of both."""

    places: Places
    backed_up: str
    present: str


def a_home(folder: Path) -> Home:
    """A notebook, a backup of it, and more lines after that, with half-typed text."""
    desk = Desk(folder)
    desk.begin(team="Math")
    desk.paste(*(f"line {number} of some length, so that pages fill" for number in range(120)))
    desk.do(lambda opened: back_up(opened.file.connection, desk.places.backups, desk.clock.now(), "by-hand"))
    backed_up = desk.do(digest)
    desk.paste(*(f"line {number} written since" for number in range(60)))
    return Home(desk.places, backed_up, desk.do(digest))


class Looked:
    """What was found in files that were looked into already: the same bytes are the same notebook, as sound as it was."""

    def __init__(self) -> None:
        self._states: dict[tuple[bytes, ...], str] = {}
        self._faults: dict[tuple[bytes, ...], list[str]] = {}

    def state_of(self, path: Path, beside: Places) -> str:
        """The state of a notebook's file that lies somewhere, with the log beside it."""
        words = bytes_of(path)
        if words not in self._states:
            self._states[words] = state_of(path, beside)
        return self._states[words]

    def faults_of(self, opened: Notebook, words: tuple[bytes, ...]) -> list[str]:
        """What is not sound in an open notebook whose files were these bytes when it was opened."""
        if words not in self._faults:
            self._faults[words] = faults_of(opened)
        return self._faults[words]


def judge_of(home: Home) -> Judge:
    """Who knows this home, and what was looked into already."""
    looked = Looked()
    return lambda cut, places, toll: judge(home, cut, places, toll, looked)


def judge(home: Home, cut: Cut, places: Places, toll: Toll, looked: Looked) -> list[str]:
    """What is wrong with what is left."""
    backups = [backup.path for backup in all_backups(places.backups)]
    states = [looked.state_of(path, places) for path in backups]
    faults = [
        f"{path.name} is not whole"
        for path, state in zip(backups, states, strict=True)
        if state not in (home.backed_up, home.present)
    ]
    faults += ["a backup is gone"] if not backups else []
    asides = [looked.state_of(path, places) for path in places.home.glob("notebook-set-aside-*.db")]
    words = bytes_of(places.notebook)
    with open_notebook(places) as opened:
        state = digest(opened)
        faults += looked.faults_of(opened, words)
    toll.outcomes[NOW] += state == home.present
    toll.outcomes[GONE_BACK] += state == home.backed_up
    if state not in (home.present, home.backed_up):
        faults.append("the notebook is neither that of now nor that of the backup")
    if state == home.backed_up and home.present not in asides:
        faults.append("what was written since the backup is not set aside")
    if cut.said and '"restored"' in cut.said[-1] and state != home.backed_up:
        faults.append("it was said to be restored, and is not")
    if '"backup"' in "".join(cut.said) and len(backups) != 2:
        faults.append("the backup that was told is not there")
    return faults


def bytes_of(path: Path) -> tuple[bytes, ...]:
    """The bytes of a notebook's file and of all that lies beside it under its name, such as its log."""
    return tuple(each.name.removeprefix(path.name).encode() + each.read_bytes() for each in around(path))


def around(path: Path) -> list[Path]:
    return sorted(path.parent.glob(path.name + "*"))


def state_of(path: Path, beside: Places) -> str:
    """The state of a notebook's file that lies somewhere, with the log beside it."""
    copy = make_home(beside.home, "copy")
    try:
        for end in ("", "-wal"):
            if path.with_name(path.name + end).exists():
                shutil.copy(path.with_name(path.name + end), copy.notebook.with_name(copy.notebook.name + end))
        with open_notebook(copy) as opened:
            return "unsound" if faults_of(opened) else digest(opened)
    except NotebookError as fault:
        return str(fault)
    finally:
        shutil.rmtree(copy.home)


@pytest.mark.goal("B1", "B3", "R1")
@pytest.mark.parametrize("way", ["backup", "restore"])
def test_killed_anywhere_nothing_is_lost_and_every_name_is_true(
    shim: Path, quick_folder: Path, tell: Tell, way: str
) -> None:
    home = a_home(quick_folder)
    trace = trace_of(shim, quick_folder, way, 0, {}, home.places)
    found = look_after(kills(trace.steps, trace.disk), trace.home, quick_folder, judge_of(home))
    tell(f"killed after each operation of a {way}: {found}")
    assert found.faults == []
    assert found.outcomes[NOW] > 0
    assert (found.outcomes[GONE_BACK] > 0) == (way == "restore")


@pytest.mark.goal("B1", "B3", "R2")
@pytest.mark.parametrize("way", ["backup", "restore"])
def test_wherever_the_power_goes_nothing_is_lost_and_every_name_is_true(
    shim: Path, quick_folder: Path, tell: Tell, way: str
) -> None:
    home = a_home(quick_folder)
    trace = trace_of(shim, quick_folder, way, 0, {}, home.places)
    found = look_after(cuts(trace.steps, 60, 5, trace.disk), trace.home, quick_folder, judge_of(home))
    tell(f"power cuts during a {way}: {found}")
    assert found.faults == []


@pytest.mark.goal("B1", "B3", "R2", sabotage=True)
@pytest.mark.parametrize("way", ["backup", "restore"])
def test_what_is_not_forced_to_the_disk_would_be_found_out(
    shim: Path, quick_folder: Path, tell: Tell, way: str
) -> None:
    """The sabotage: the same trace as if nothing had waited for the disk."""
    home = a_home(quick_folder)
    trace = trace_of(shim, quick_folder, way, 0, {}, home.places)
    trace.steps = [step for step in trace.steps if step.kind is not Kind.SYNCED]
    found = look_after(cuts(trace.steps, 100, 5, trace.disk), trace.home, quick_folder, judge_of(home))
    tell(f"power cuts during a {way} that does not wait for the disk (must be red): {found}")
    assert found.faults


def test_what_a_cut_left_behind_is_cleared_away_by_the_next_one(quick_folder: Path) -> None:
    home = a_home(quick_folder)
    half = home.places.backups / f"{backups_module._MAKING}123.db"
    for leftover in (half, home.places.home / ".restoring.db"):
        leftover.write_bytes(b"half of one")
    with open_notebook(home.places) as opened:
        back_up(opened.file.connection, home.places.backups, FakeClock().now(), "again")
    assert restore(home.places, all_backups(home.places.backups)[1].path, FakeClock()) is not None
    assert not list(home.places.home.rglob(".*"))
