"""Any sequence of clocks: a line's place in the meeting is the time that truly passed, and lines stand as they were filed.

The computer sleeps, its clock is set, the zone changes, the hour of summer begins or ends, the program or the computer is
started again. What truly passed is counted beside it.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model import timing
from coachtui.model.grammar import read_line
from coachtui.model.moment import Moment
from coachtui.store import lines as lines_shelf
from coachtui.store import observations as observations_shelf
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, open_notebook, put_new_notebook
from tests.support.tally import Tell

NIGHTS = (1_772_952_600_000, 1_793_512_200_000, 1_773_131_400_000)
"""1:50 in New York on 8 March and 1 November 2026, when the hour changes; a morning in March."""
ZONES = ("America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC")
HOUR = 3_600_000


class Step(NamedTuple):
    """What happens before the next line, and by how much."""

    what: str
    ms: int


PASSES = st.builds(Step, st.just("pass"), st.integers(0, 40 * 60_000))
SLEEPS = st.builds(Step, st.just("sleep"), st.integers(0, 5 * HOUR))
SETS = st.builds(Step, st.just("set"), st.integers(-26 * HOUR, 26 * HOUR))
MOVES = st.builds(Step, st.just("zone"), st.integers(0, len(ZONES) - 1))
REOPENS = st.builds(Step, st.just("reopen"), st.integers(0, 90_000))
RESTARTS = st.builds(Step, st.just("restart"), st.integers(20_000, 3 * HOUR))
WITH_ALL = st.lists(st.one_of(PASSES, SLEEPS, SETS, MOVES, REOPENS, RESTARTS), min_size=2, max_size=9)
TIMES = ("", "-3m ", "@9:05 ", "@? ", "~10:40 ")
"""Ways to say when it was; the order is that of filing all the same."""


Happens = Callable[[FakeClock, Step], int]


class Told(NamedTuple):
    """What a meeting of this kind read in the end, each line with what truly had passed when it was filed."""

    places: list[int | None]
    truth: list[int]
    texts: list[str]


def held(steps: list[Step], start: int, times: tuple[str, ...] = ("",), happens: Happens | None = None) -> Told:
    """Hold a meeting, a line after each step; read it with a notebook opened anew."""
    folder = Path(tempfile.mkdtemp())
    try:
        return _held(folder, steps, start, times, happens or _happens)
    finally:
        shutil.rmtree(folder)


def _held(folder: Path, steps: list[Step], start: int, times: tuple[str, ...], happens: Happens) -> Told:
    places, clock = make_home(folder), FakeClock(Moment(start, 5_000_000, "boot-1"), "America/New_York")
    put_new_notebook(places)
    notebook = open_notebook(places, clock)
    notebook.observations.begin("o1", clock.now(), clock.zone())
    passed, truth = 0, list[int]()
    for number, step in enumerate(steps):
        passed += happens(clock, step)
        if step.what in ("reopen", "restart"):
            notebook.close()
            notebook = open_notebook(places, clock)
            notebook.observations.resume("o1", clock.now())
        typed = f"{times[number % len(times)]}line {number}"
        notebook.lines.file("o1", read_line(typed), clock.now(), f"id-{number}")
        truth.append(passed)
    notebook.close()
    with open_notebook(places, clock) as anew:
        lines = anew.lines.of("o1")
    return Told([line.at_ms for line in lines], truth, [line.text for line in lines])


def _happens(clock: FakeClock, step: Step) -> int:
    """Let it happen; the milliseconds that truly passed."""
    if step.what == "set":
        now = clock.now()
        clock.set(Moment(now.utc_ms + step.ms, now.boot_ms, now.boot_id))
        return 0
    if step.what == "zone":
        clock.move(ZONES[step.ms])
        return 0
    if step.what == "restart":
        now = clock.now()
        clock.reboot(step.ms, f"after {now.boot_id}")
    else:
        clock.advance(step.ms)
    return step.ms


@pytest.mark.goal("T1")
def test_the_time_in_a_meeting_is_what_truly_passed_whatever_happens_to_the_clocks(tell: Tell) -> None:
    worst, count = 0, 0

    @settings(max_examples=60, deadline=None)
    @given(WITH_ALL, st.sampled_from(NIGHTS))
    def tried(steps: list[Step], start: int) -> None:
        nonlocal worst, count
        found = held(steps, start)
        off = [abs((place or 0) - truth) for place, truth in zip(found.places, found.truth, strict=True)]
        worst, count = max(worst, *off), count + 1
        assert max(off) < 1000

    tried()
    tell(f"clocks set, slept through, moved and started again: {count} meetings, {worst} ms off at most")


@pytest.mark.goal("T2")
def test_lines_stand_as_they_were_filed_whatever_the_clocks_say(tell: Tell) -> None:
    count = 0

    @settings(max_examples=60, deadline=None)
    @given(WITH_ALL, st.sampled_from(NIGHTS))
    def tried(steps: list[Step], start: int) -> None:
        nonlocal count
        count += 1
        assert held(steps, start, TIMES).texts == [f"line {number}" for number in range(len(steps))]

    tried()
    tell(f"lines of {count} meetings with any clocks: all in the order in which they were filed")


@pytest.mark.goal("T1", sabotage=True)
def test_a_program_that_believed_the_clock_on_the_wall_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "elapsed_ms", lambda start, end: end.utc_ms - start.utc_ms)
    found = held([Step("pass", 60_000), Step("set", -HOUR), Step("pass", 60_000)], NIGHTS[0])
    assert abs((found.places[-1] or 0) - found.truth[-1]) > 1000


@pytest.mark.goal("T1", sabotage=True)
def test_a_clock_that_stands_still_in_sleep_is_found_out() -> None:
    found = held([Step("pass", 60_000), Step("sleep", HOUR)], NIGHTS[0], happens=_sleeps_uncounted)
    assert abs((found.places[-1] or 0) - found.truth[-1]) > 1000


@pytest.mark.goal("T1", sabotage=True)
def test_a_start_that_is_not_told_anew_after_a_restart_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations_shelf, "anchored_again", lambda anchor, now, at_ms: anchor)
    found = held([Step("restart", 60_000), Step("set", -HOUR), Step("pass", 60_000)], NIGHTS[0])
    assert abs((found.places[-1] or 0) - found.truth[-1]) > 1000


def _sleeps_uncounted(clock: FakeClock, step: Step) -> int:
    now = clock.now()
    clock.set(Moment(now.utc_ms + step.ms, now.boot_ms + (step.ms if step.what == "pass" else 0), now.boot_id))
    return step.ms


@pytest.mark.goal("T2", sabotage=True)
def test_lines_in_the_order_of_their_times_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_shelf, "_OF", lines_shelf._OF.replace("ORDER BY place", "ORDER BY at_ms"))
    found = held([Step("pass", 600_000), Step("pass", 1000)], NIGHTS[2], ("", "-3m "))
    assert found.texts != ["line 0", "line 1"]
