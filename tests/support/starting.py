"""How a program is started on a pseudo-terminal: its command line, its environment, its terminal."""

import fcntl
import os
import signal
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

NOT_INHERITED = (
    "NO_COLOR",
    "COLUMNS",
    "LINES",
    "TMUX",
    "TERM_PROGRAM",
    "TEXTUAL",
    "COACHTUI",
    "PYTEST",
    "ESCDELAY",
    "PYTHONDONTWRITEBYTECODE",  # what a person installed is compiled already
)


def coachtui(home: Path, *words: str) -> list[str]:
    """The command line that starts the program on this home."""
    return [sys.executable, "-m", "coachtui", "--home", str(home), *words]


def environment(added: Mapping[str, str]) -> dict[str, str]:
    """The environment of a program under test: neutral, with what is added."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **added}


def make_ready(block: Sequence[int], ignore: Sequence[int]) -> None:
    """In the child: make the terminal its own, and set the signals it is to start with."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in ignore:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, block)
