"""The program left open for a day: meeting after meeting, blanked and woken, backed up; it grows by little and loses nothing."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store.backup_rotation import RECENT, is_readable
from coachtui.store.backups import all_backups
from coachtui.store.file import log_of
from tests.support.homes import open_notebook
from tests.support.long_day import HOUR, program
from tests.support.state import faults_of
from tests.support.tally import Tell
from tests.support.terminal import Terminal
from tests.support.told_clock import ToldClock

MINUTE = 60_000
MOST_GROWTH, MOST_LOG = 20.0, 16.0  # MB
BURST = 50  # lines


@dataclass
class Day:
    """Meetings of so many lines in the program, and what it weighed meanwhile."""

    folder: Path
    meetings: int
    lines: int
    sabotage: str = "no"
    minutes: int = 0
    blanked: int = 0
    first: float = 0.0
    last: float = 0.0
    log: float = 0.0

    def spend(self) -> None:
        """Hold the meetings, 31 minutes each."""
        clock = ToldClock(self.folder / "clock")
        with Terminal(program(self.folder / "home", self.folder / "clock", self.sabotage)) as terminal:
            terminal.wait_for("Enter files each line")
            for meeting in range(self.meetings):
                for start in range(0, self.lines, BURST):
                    self._burst(terminal, meeting, start)
                self.minutes += 31
                clock.tell(self.minutes * MINUTE)
                self._end(terminal)
                self.last = weight(terminal)
                self.first = self.first or self.last
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0

    def _burst(self, terminal: Terminal, meeting: int, start: int) -> None:
        """Type some lines, look away and back."""
        numbers = range(start, start + BURST)
        terminal.type("".join(f"said in {meeting}, line {number} of it, in some words\r" for number in numbers))
        terminal.wait_for(
            lambda rows: any(f"said in {meeting}, line {numbers[-1]} of" in row for row in rows[2:-4]), 60
        )
        if start % (2 * BURST) == 0:
            terminal.press("f9")
            terminal.wait_for(lambda rows: not any("line" in row for row in rows))
            terminal.press("f9")
            terminal.wait_for("line")
            self.blanked += 1
        log = log_of(self.folder / "home" / "notebook.db").stat().st_size
        self.log = max(self.log, log / 1e6)

    def _end(self, terminal: Terminal) -> None:
        """End the meeting, and let an hour's work be done; the next one begins with what is typed then."""
        terminal.press("f8")
        terminal.wait_for("Ended at")
        terminal.press(HOUR)

    @property
    def growth(self) -> float:
        """By how many MB the program grew from the end of the first meeting to that of the last."""
        return self.last - self.first


def weight(terminal: Terminal) -> float:
    """What the program holds in memory, in MB."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def whats_wrong(day: Day) -> list[str]:
    """What of the day was not as it should be."""
    home = day.folder / "home"
    with open_notebook(Places(home)) as notebook:
        found = faults_of(notebook)
        lines = sum(each.lines for each in notebook.observations.all())
    found += [f"{lines} lines are there"] if lines != day.meetings * day.lines else []
    found += [f"it grew by {day.growth:.1f} MB"] if day.growth > MOST_GROWTH else []
    found += [f"the log was {day.log:.1f} MB"] if day.log > MOST_LOG else []
    return found + [f"a report of a fault: {path.name}" for path in (home / "crashes").glob("*")]


@pytest.mark.deep
@pytest.mark.goal("R12")
def test_a_day_of_ten_thousand_lines_costs_little_and_loses_nothing(tmp_path: Path, tell: Tell) -> None:
    day = Day(tmp_path, meetings=20, lines=500)
    day.spend()
    backups = [backup.path for backup in all_backups(tmp_path / "home" / "backups")]
    tell(
        f"a day of {day.minutes / 60:.0f} hours: {day.meetings * day.lines:,} lines, blanked {day.blanked} times, "
        f"{len(backups)} backups kept, grown by {day.growth:.1f} MB, its log up to {day.log:.1f} MB"
    )
    assert whats_wrong(day) == []
    assert all(is_readable(path) for path in backups) and len(backups) >= RECENT


@pytest.mark.deep
@pytest.mark.goal("R12", sabotage=True)
def test_a_program_that_keeps_something_of_every_key_would_be_seen(tmp_path: Path, tell: Tell) -> None:
    day = Day(tmp_path, meetings=3, lines=150, sabotage="leaks")
    day.spend()
    tell(f"a program that keeps 4 KB of every key (must be red): grown by {day.growth:.1f} MB")
    assert any("grew" in fault for fault in whats_wrong(day))
