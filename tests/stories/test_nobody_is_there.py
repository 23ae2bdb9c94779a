"""Nobody is there, on a real terminal: the screen goes blank after sleep, and when the program was stopped.

What comes while it is blank stays behind the page, and saving goes on.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.late import DONE, WORDS, late_program
from tests.support.leaving import FILED, HALF, begin_writing
from tests.support.terminal import Terminal, restored
from tests.support.told_clock import ToldClock

ASLEEP = 20_000
"""Milliseconds; far less than the minutes without a key."""


@contextmanager
def somebody_wrote(folder: Path, how: str = "") -> Iterator[tuple[Terminal, ToldClock]]:
    """A line is filed and half of another typed; then nobody types any more."""
    clock = ToldClock(folder / "clock")
    with Terminal(late_program(folder / "home", folder / "clock", how)) as terminal:
        begin_writing(terminal)
        yield terminal, clock


def is_blank(rows: list[str]) -> bool:
    """Whether nothing of anybody's is on the screen."""
    return "".join(rows).replace("─", "").split() == ["Notes", "Tue", "Mar", "10"]


def is_back(rows: list[str]) -> bool:
    """Whether all is there again."""
    return any(FILED in row for row in rows) and entry_of(rows) == HALF


def wait_until_come(folder: Path) -> None:
    """Wait until all that comes late has come."""
    deadline = monotonic() + 15
    while not (folder / DONE).exists():
        assert monotonic() < deadline
        sleep(0.05)


@pytest.mark.goal("C4")
def test_what_comes_after_the_screen_went_blank_stays_behind_it_and_is_saved(tmp_path: Path) -> None:
    with somebody_wrote(tmp_path) as (terminal, _):
        terminal.press("f10", "f9")
        terminal.wait_for(is_blank)
        written = len(terminal.raw)
        wait_until_come(tmp_path)
        terminal.wait_quiet()
        assert is_blank(terminal.screen()) and WORDS.encode() not in terminal.raw[written:]
        terminal.kill()
        terminal.wait_exit()
    told = show(tmp_path / "home")
    assert ([line["text"] for line in told["lines"]], told["draft"]) == ([FILED, f"{WORDS} on the disk"], HALF)


@pytest.mark.deep
@pytest.mark.goal("C4", sabotage=True)
def test_a_page_that_lets_late_words_through_is_found_out(tmp_path: Path) -> None:
    with somebody_wrote(tmp_path, "shown") as (terminal, _):
        terminal.press("f10", "f9")
        terminal.wait_for(is_blank)
        wait_until_come(tmp_path)
        terminal.wait_for(lambda rows: not is_blank(rows))


@pytest.mark.goal("C4")
def test_after_sleep_and_after_being_stopped_the_screen_is_blank_until_a_key(tmp_path: Path) -> None:
    with somebody_wrote(tmp_path) as (terminal, clock):
        clock.tell(ASLEEP)
        terminal.wait_for(is_blank, 5)
        terminal.press("left")
        terminal.wait_for(is_back)
        terminal.kill(signal.SIGSTOP)
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(is_blank, 5)
        terminal.press("left")
        terminal.wait_for(is_back)
        terminal.wait_quiet()
        before = len(terminal.raw)
        terminal.kill(signal.SIGTSTP)
        terminal.wait_raw(b"\x1b[?1049l")
        terminal.wait_quiet()
        assert terminal.termios() == terminal.termios_before, "the shell finds its terminal as it was"
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(is_blank, 5)
        assert FILED.encode() not in terminal.raw[before:] and HALF.encode() not in terminal.raw[before:]
        terminal.type("!")
        terminal.wait_for(lambda rows: entry_of(rows) == HALF + "!")
        terminal.type("?")
        terminal.wait_for(lambda rows: entry_of(rows) == HALF + "!?")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw)
    assert show(tmp_path / "home")["draft"] == HALF + "!?"
