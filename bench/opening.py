"""From Enter on Today to the last line shown, for an observation of 5,000 lines and for one of 50."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

from bench.figures import Figure, median
from bench.homes import fill
from tests.support.terminal import Terminal, coachtui

MANY, FEW = 5000, 50


def opened_after(terminal: Terminal) -> float:
    """Milliseconds from Enter to the bytes that painted the lines; then back to Today."""
    at = monotonic() - terminal.started
    terminal.press("enter")
    terminal.wait_for("Esc Back", 20)
    terminal.wait_quiet(0.3, 5)
    shown = next(stamp for stamp, rows in terminal.replay() if stamp >= at and any("Esc Back" in row for row in rows))
    terminal.press("escape")
    terminal.wait_for("Observations")
    sleep(0.3)
    return (shown - at) * 1000


def openings(runs: int) -> Iterator[tuple[float, float]]:
    """So many openings of each, in turns; the first of each, which imports the room, is left out."""
    with tempfile.TemporaryDirectory() as folder:
        homes = [Path(folder) / name for name in ("many", "few")]
        for home, lines in zip(homes, (MANY, FEW), strict=True):
            fill(home, 1, lines)
        with Terminal(coachtui(homes[0])) as many, Terminal(coachtui(homes[1])) as few:
            for terminal in (many, few):
                terminal.wait_for("Grade 6 Math")
                terminal.wait_quiet(0.5, 5)
                opened_after(terminal)
            for _ in range(runs):
                yield opened_after(many), opened_after(few)


def measure(runs: int) -> list[Figure]:
    """The figure of opening a long observation."""
    many, few = zip(*openings(runs), strict=True)
    note = f"bare: one of {FEW}"
    return [Figure(f"an observation of {MANY:,} lines opened", median(many), median(few), "ms", 1.5, note)]
