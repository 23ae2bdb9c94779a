"""Every way out: the terminal as it was, the exit code that says why, and every character there afterwards."""

import signal
import stat
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.faulty import WORDS, faulty_program
from tests.support.leaving import FILED, HALF, all_is_kept, begin_writing, terminal_is_restored
from tests.support.terminal import Terminal, coachtui

WAYS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "ctrl+q": (lambda terminal: terminal.press("ctrl+q"), 0),
    "SIGTERM": (lambda terminal: terminal.kill(signal.SIGTERM), 143),
    "SIGHUP": (lambda terminal: terminal.kill(signal.SIGHUP), 129),
    "SIGINT": (lambda terminal: terminal.kill(signal.SIGINT), 130),
    "a fault in a handler": (lambda terminal: terminal.press("ctrl+x"), 1),
    "a fault in a worker": (lambda terminal: terminal.press("ctrl+n"), 1),
    "a fault in a timer": (lambda terminal: terminal.press("ctrl+o"), 1),
}
ALTERNATE = b"\x1b[?1049h"
STARTS = [number * 0.04 for number in range(16)]
"""Seconds after the first picture."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP)
GONE_WITHIN = 3.0
"""Seconds that a program may live on after its terminal is gone."""


@pytest.mark.goal("R3", "R10")
@pytest.mark.parametrize("way", WAYS)
def test_the_terminal_is_restored_and_every_character_is_there(tmp_path: Path, way: str) -> None:
    leave, code = WAYS[way]
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        begin_writing(terminal)
        leave(terminal)
        assert terminal.wait_exit() == code
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


@pytest.mark.goal("R10", sabotage=True)
def test_a_terminal_that_is_left_as_it_was_while_the_program_ran_would_be_seen(tmp_path: Path) -> None:
    """What nothing can tidy up after: a kill."""
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        begin_writing(terminal)
        terminal.kill()
        assert terminal.wait_exit() == -signal.SIGKILL
        with pytest.raises(AssertionError):
            terminal_is_restored(terminal)


@pytest.mark.goal("R3", "R10")
@pytest.mark.parametrize("way", ["ctrl+q", "SIGTERM", "SIGHUP", "SIGINT"])
def test_keys_still_on_their_way_are_kept(tmp_path: Path, way: str) -> None:
    """A burst of keys, and at once behind it the end."""
    leave, code = WAYS[way]
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type(FILED + "\r" + HALF)
        leave(terminal)
        assert terminal.wait_exit() == code
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


@pytest.mark.goal("R3", "R10")
@pytest.mark.parametrize("ignored", [[], [signal.SIGHUP]], ids=["", "SIGHUP is ignored"])
def test_the_program_does_not_outlive_its_terminal(tmp_path: Path, ignored: list[int]) -> None:
    with Terminal(coachtui(tmp_path / "home", "observe"), ignore=ignored) as terminal:
        begin_writing(terminal)
        terminal.close_pty()
        assert terminal.wait_exit(GONE_WITHIN) == 129
    all_is_kept(tmp_path / "home")


@pytest.mark.goal("R10")
@pytest.mark.parametrize("ignored", [[], [signal.SIGHUP]], ids=["", "SIGHUP is ignored"])
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3])
def test_the_program_does_not_outlive_a_terminal_that_goes_while_it_starts(
    tmp_path: Path, delay: float, ignored: list[int]
) -> None:
    with Terminal(coachtui(tmp_path / "home", "observe"), ignore=ignored) as terminal:
        terminal.wait_raw(ALTERNATE)
        sleep(delay)
        terminal.close_pty()
        assert terminal.wait_exit(GONE_WITHIN + 1) in (1, 129)


@pytest.mark.goal("R3", "R10")
def test_one_whose_signals_are_blocked_ends_with_its_terminal(tmp_path: Path) -> None:
    blocked = [signal.SIGHUP, signal.SIGTERM, signal.SIGINT]
    with Terminal(coachtui(tmp_path / "home", "observe"), block=blocked) as terminal:
        begin_writing(terminal)
        terminal.close_pty()
        assert terminal.wait_exit(GONE_WITHIN) == 129
    all_is_kept(tmp_path / "home")


@pytest.mark.goal("C3")
@pytest.mark.parametrize("key", ["ctrl+x", "ctrl+n", "ctrl+o", "ctrl+l"])
def test_the_report_of_a_fault_holds_places_in_the_code_and_no_words(tmp_path: Path, key: str) -> None:
    home = tmp_path / "home"
    with Terminal(faulty_program(home)) as terminal:
        begin_writing(terminal)
        terminal.press(key)
        if key == "ctrl+l":  # a thread that nobody waits for: the program goes on
            terminal.type("!")
            terminal.wait_for(lambda rows: entry_of(rows) == HALF + "!")
            terminal.press("ctrl+q")
        assert terminal.wait_exit() == (0 if key == "ctrl+l" else 1)
        told = " ".join(" ".join(terminal.screen()).split()).replace(" ", "")
    (report,) = (home / "crashes").iterdir()
    words = report.read_text("utf-8")
    assert ".Mishap\n" in words
    assert "support/faulty.py:" in words
    for private in (WORDS, FILED, HALF, "said_by_the_lead", str(home)):
        assert private not in words
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    if key != "ctrl+l":
        assert "becauseofafaultintheprogram" in told
        assert report.name in told


def keys_of_a_start_are_kept(tmp_path: Path, number: int, delay: float) -> None:
    """A signal so long after the first picture; the terminal's own answers are no words of the person's."""
    with Terminal(coachtui(tmp_path / "home", "observe", "--team", "Grade 4")) as terminal:
        terminal.wait_raw(ALTERNATE)
        terminal.type(FILED + "\rx\x7f\x1b[D" + HALF)
        sleep(delay)
        terminal.kill(number)
        assert terminal.wait_exit() == 128 + number
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")
    assert show(tmp_path / "home")["team"] == "Grade 4"


@pytest.mark.parametrize(("delay", "number"), list(zip(STARTS, SIGNALS * len(STARTS), strict=False)))
def test_keys_of_a_start_that_a_signal_ends_are_kept(tmp_path: Path, number: int, delay: float) -> None:
    keys_of_a_start_are_kept(tmp_path, number, delay)


@pytest.mark.goal("R3")
@pytest.mark.deep
@pytest.mark.parametrize("delay", STARTS)
@pytest.mark.parametrize("number", SIGNALS)
def test_keys_of_a_start_are_kept_whenever_the_signal_comes(tmp_path: Path, number: int, delay: float) -> None:
    keys_of_a_start_are_kept(tmp_path, number, delay)


@pytest.mark.parametrize("delay", STARTS[::3])
def test_keys_behind_the_o_of_today_are_kept_when_a_signal_ends_the_start(tmp_path: Path, delay: float) -> None:
    with Terminal(coachtui(tmp_path / "home")) as terminal:
        terminal.wait_raw(ALTERNATE)
        terminal.type("o" + FILED + "\r" + HALF)
        sleep(delay)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


def test_a_second_signal_ends_a_start_at_once(tmp_path: Path) -> None:
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        terminal.wait_raw(ALTERNATE)
        terminal.kill(signal.SIGTERM)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        terminal_is_restored(terminal)


@pytest.mark.goal("R10")
@pytest.mark.parametrize("second", [None, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_program_whose_screen_stands_still(tmp_path: Path, second: int | None) -> None:
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        begin_writing(terminal)
        terminal.press("f11")
        sleep(0.3)
        terminal.kill(signal.SIGTERM)
        if second is not None:
            sleep(0.1)
            terminal.kill(second)
        assert terminal.wait_exit() == 128 + (second or signal.SIGTERM)
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


def test_three_signals_end_a_program_whose_disk_stands_still(tmp_path: Path) -> None:
    """One would too, after the time that saving is given."""
    with Terminal(faulty_program(tmp_path / "home")) as terminal:
        begin_writing(terminal)
        terminal.press("f10")
        sleep(0.3)
        for _ in range(3):
            terminal.kill(signal.SIGTERM)
            sleep(0.1)
        assert terminal.wait_exit(5) == 143
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


def test_hang_ups_come_in_numbers_and_are_one(tmp_path: Path) -> None:
    with Terminal(coachtui(tmp_path / "home", "observe")) as terminal:
        begin_writing(terminal)
        for _ in range(4):
            terminal.kill(signal.SIGHUP)
        assert terminal.wait_exit() == 129
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


@pytest.mark.parametrize("way", ["ctrl+q", "SIGTERM"])
def test_what_waits_for_a_notebook_that_does_not_open_is_kept(tmp_path: Path, way: str) -> None:
    """A disk that stands still at the opening: the words go into the drop box."""
    leave, code = WAYS[way]
    with Terminal(faulty_program(tmp_path / "home", "stands still")) as terminal:
        terminal.wait_for("Enter files each line")
        terminal.type(FILED + "\r" + HALF)
        terminal.wait_for(lambda rows: entry_of(rows) == HALF)
        leave(terminal)
        assert terminal.wait_exit(30) == code
        terminal_is_restored(terminal)
    all_is_kept(tmp_path / "home")


def test_what_waits_for_a_notebook_that_a_fault_keeps_shut_is_kept(tmp_path: Path) -> None:
    with Terminal(faulty_program(tmp_path / "home", "fault")) as terminal:
        terminal.wait_raw(ALTERNATE)
        terminal.type(FILED + "\r" + HALF)
        assert terminal.wait_exit() == 1
        terminal_is_restored(terminal)
    told = show(tmp_path / "home")
    assert FILED in [line["text"] for line in told["lines"]] or (told["draft"] or "").startswith(FILED)
