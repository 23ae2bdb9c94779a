"""What a program must have done when it has ended: its terminal as it was, its words kept, nothing said that is private."""

from pathlib import Path

from tests.stories.test_whole_meeting import entry_of, show
from tests.support.faulty import WORDS
from tests.support.terminal import Terminal, left_on

FILED, HALF = "a line that was filed", "half a line, to its very last charact…er"


def begin_writing(terminal: Terminal) -> None:
    """File one line and type half of another."""
    terminal.wait_for("Enter files each line")
    terminal.type(FILED + "\r")
    terminal.wait_for(lambda rows: any(FILED in row for row in rows[2:-4]))
    terminal.type(HALF)
    terminal.wait_for(lambda rows: entry_of(rows) == HALF)


def all_is_kept(home: Path, half: str = HALF) -> None:
    """A fresh process tells what was typed, to the last character."""
    told = show(home)
    assert ([line["text"] for line in told["lines"]], told["draft"]) == ([FILED], half)


def terminal_is_restored(terminal: Terminal) -> None:
    """Its modes and its settings are as they were, and nothing is on it that only helps programmers."""
    assert left_on(terminal.raw) == []
    assert terminal.termios() == terminal.termios_before
    for word in ("Traceback", 'File "', WORDS, "Error"):
        assert word.encode() not in terminal.raw
