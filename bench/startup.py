"""From the start of the process to the entry line, and to the typed text in the full room."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from bench.bare import SHOWN
from bench.figures import Figure, median
from bench.homes import fill
from tests.support.starting import environment
from tests.support.terminal import Terminal, coachtui

TYPED = "zqx"
OBSERVATIONS, LINES = 100, 1000


def shown_after(argv: list[str], wanted: Callable[[list[str]], bool], typed: str = "") -> float:
    """Seconds from the start of the program until its screen is as wanted; something may be typed after 60 ms."""
    with Terminal(argv) as terminal:
        if typed:
            sleep(0.06)
            terminal.type(typed)
        terminal.wait_for(wanted, 20)
        terminal.wait_quiet(0.2, 3)
        return next(stamp for stamp, rows in terminal.replay() if wanted(rows))


def whole_run(home: Path, *words: str) -> float:
    """Seconds that a command of the program takes, start to end."""
    import subprocess

    began = monotonic()
    subprocess.run(coachtui(home, *words), capture_output=True, check=True, env=environment({}))
    return monotonic() - began


def measure(runs: int) -> list[Figure]:
    """The figures, each the median of so many interleaved runs."""
    bare, entry, typed = [], [], []
    quick: dict[str, list[float]] = {"--help": [], "--version": [], "where": []}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, OBSERVATIONS, LINES)
        ours = coachtui(home, "observe")
        for _ in range(runs):
            bare.append(shown_after([sys.executable, "-m", "bench.bare", "static"], has(SHOWN)))
            entry.append(shown_after(ours, lambda rows: rows[-2].startswith("›")))
            typed.append(shown_after(ours, lambda rows: rows[-2].startswith(f"› {TYPED}"), TYPED))
            for words, times in quick.items():
                times.append(whole_run(home, words))
    base = median(bare) * 1000
    note = f"{OBSERVATIONS * LINES:,} lines in the notebook"
    return [
        Figure("entry line painted", median(entry) * 1000, base, "ms", 0.25, note),
        Figure("typed at 60 ms, shown in the full room", median(typed) * 1000, base, "ms", 1.4, note),
        *(Figure(f"coachtui {words}", median(times) * 1000, base, "ms") for words, times in quick.items()),
    ]


def has(text: str) -> Callable[[list[str]], bool]:
    """Whether rows of a screen hold this text."""
    return lambda rows: any(text in row for row in rows)
