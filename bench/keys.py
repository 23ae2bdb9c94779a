"""From a key to its echo, and from Enter to the filed line, beside 5,000 lines; and what they weigh."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from bench.bare import SHOWN
from bench.figures import Figure, median, quantile
from bench.homes import fill
from tests.support.terminal import Terminal, coachtui

LINES = 5000
BLOCK = 50
FRAME_MS = 1000 / 60
ALPHABET = "abcdefghijklmnopqrstuvwxy"
Rows = list[str]


class Typist:
    """Types into one program and finds out, afterwards, when each key was seen."""

    def __init__(self, terminal: Terminal, entry: Callable[[Rows], str]) -> None:
        self.terminal = terminal
        self.entry = entry
        self.sent: list[tuple[float, Callable[[Rows], bool]]] = []

    def block(self) -> None:
        """Type a block of keys, one at a time, then clear the line."""
        text = ""
        for number in range(BLOCK):
            text += ALPHABET[number % len(ALPHABET)]
            self.send(ALPHABET[number % len(ALPHABET)], self._shows(text))
        self.send("\x15", self._shows(""))
        self.sent.pop()

    def file(self, number: int) -> None:
        """File a line with words that stand nowhere else."""
        words = f"unheard of {number:05d}"
        self.terminal.type(words)
        sleep(0.05)
        self.send("\r", lambda rows: any(words in row for row in rows[2:-4]))

    def _shows(self, text: str) -> Callable[[Rows], bool]:
        return lambda rows: self.entry(rows) == text

    def send(self, keys: str, shown: Callable[[Rows], bool]) -> None:
        """Send keys, after which this is so."""
        at = monotonic() - self.terminal.started
        self.terminal.send(keys.encode())
        self.sent.append((at, shown))
        sleep(0.045)

    def latencies(self) -> list[float]:
        """Milliseconds from each key to the bytes that painted it."""
        states = iter(self.terminal.replay())
        stamp, rows = next(states)
        found: list[float] = []
        for at, shown in self.sent:
            while stamp < at or not shown(rows):
                stamp, rows = next(states)
            found.append((stamp - at) * 1000)
        return found


def resident(terminal: Terminal) -> float:
    """The resident memory of a program, in MB."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def our_entry(rows: Rows) -> str:
    """What our entry line shows; the words below it are the keys."""
    return rows[-2].removeprefix("›").strip()


def bare_entry(rows: Rows) -> str:
    """What the bare Input shows."""
    text = rows[1].strip("▊▎ ")
    return "" if text == SHOWN else text


def open_ours(home: Path) -> Terminal:
    """Our room with its 5,000 lines, gone on with; the pad, the strip, the hints and the tally are on."""
    (home / "settings.toml").write_text("tally = true\n")
    terminal = Terminal(coachtui(home, "observe"), cols=100)
    terminal.wait_for("Type to go on")
    terminal.type("x\x15")
    terminal.wait_quiet(0.5, 5)
    return terminal


def open_bare() -> Terminal:
    """The bare app with one Input."""
    terminal = Terminal([sys.executable, "-m", "bench.bare", "input"])
    terminal.wait_for(SHOWN)
    terminal.wait_quiet(0.3, 3)
    return terminal


def measure(runs: int) -> list[Figure]:
    """The figures of keys, of filing and of memory."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, 1, LINES, cut_off=True)
        with open_ours(home) as ours, open_bare() as bare:
            here, there = Typist(ours, our_entry), Typist(bare, bare_entry)
            for _ in range(max(2, runs)):
                here.block()
                there.block()
            weights = resident(ours), resident(bare)
            filing = Typist(ours, our_entry)
            for number in range(20 * runs):
                filing.file(number)
            busy = Typist(ours, our_entry)
            with competing(Path(folder)):
                for number in range(20 * runs):
                    busy.file(90_000 + number)
            return figures(here.latencies(), there.latencies(), filing.latencies(), busy.latencies(), weights)


def figures(ours: list[float], bare: list[float], filing: list[float], busy: list[float],
            weights: tuple[float, float]) -> list[Figure]:  # fmt: skip
    """The latencies in ms and the weights in MB as figures."""
    frame = (median(bare) + FRAME_MS) / median(bare)
    note = f"{LINES:,} lines shown, {len(ours)} keys"
    return [
        Figure("key to echo, p50", median(ours), median(bare), "ms", 1.0, note),
        Figure("key to echo, p99", quantile(ours, 0.99), quantile(bare, 0.99), "ms", 1.3, note),
        Figure(
            "Enter to durable and painted, p50", median(filing), median(bare), "ms", round(frame, 2), "one frame more"
        ),
        Figure("Enter to durable and painted, p99", quantile(filing, 0.99), None, "ms"),
        Figure("the same beside a process that syncs without pause, p50", median(busy), None, "ms"),
        Figure("the same beside a process that syncs without pause, p99", quantile(busy, 0.99), None, "ms"),
        Figure("memory with 5,000 lines shown", weights[0], weights[1], "MB", 1.3),
    ]


class competing:  # noqa: N801
    """A process that writes and syncs without pause on the same disk."""

    CODE = "import os,sys\nf=os.open(sys.argv[1],os.O_RDWR|os.O_CREAT)\nwhile 1: os.pwrite(f,os.urandom(65536),0); os.fsync(f)"

    def __init__(self, folder: Path) -> None:
        self._path = os.fspath(folder / "competing")

    def __enter__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-c", self.CODE, self._path])

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
