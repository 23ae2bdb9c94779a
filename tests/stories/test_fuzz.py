"""Random bytes from the keyboard: the program lives, answers and is sound, whatever comes."""

import random
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from coachtui.places import Places
from tests.support.homes import open_notebook
from tests.support.state import faults_of
from tests.support.terminal import Terminal, coachtui, restored

PIECES = (
    b"\x1b[200~", b"\x1b[201~", b"\x1b[", b"\x1bO", b"\r", b"\x1b", b"\x1b[19~", b"\x1b[5~", b"\x1b[<0;5;5M", b"\x1b[<64;9;9m",
    b"\x1b[I", b"\x1b[O", b"\x1b]0;x\x07", b"\x1bP1$r\x1b\\", b"\x1b[?2048;2$y", b"\x1b[48;24;80;384;640t", b"\xf0\x9f",
    b"\x1b[97;5u", b"\x1b[57441u", b"\x1b[1;1R", b"\x1b[M   ", b"\x1a", b"\x19", b"[@click=app.quit]", b"o", b"\x1bOP",
)  # fmt: skip
"""What has a meaning for some part of the program."""
LEADING_OUT = (0x10, 0x11, ord("S"))
"""Ctrl+Q, Ctrl+P, from where chance would find "Quit" too, and the key of the sample school, a program of its own."""


def noise(seed: int, size: int) -> Iterator[bytes]:
    """Random bytes with things that mean something among them; never a key that quits."""
    dice = random.Random(seed)
    sent = 0
    while sent < size:
        piece = b"".join(
            dice.choice(PIECES)
            if dice.random() < 0.3
            else bytes([byte for byte in dice.randbytes(12) if byte not in LEADING_OUT])
            for _ in range(60)
        )
        sent += len(piece)
        yield piece


def wait_idle(terminal: Terminal, seconds: float = 1) -> None:
    """Wait until the program has done nothing for so long; a megabyte takes it minutes, on a busy computer many."""
    used, quiet = -1.0, 0.0
    for _ in range(3_000):
        before, used = used, terminal.cpu_seconds()
        quiet = quiet + 0.8 if used - before < 0.1 else 0.0
        if quiet >= seconds:
            return
        sleep(0.8)
    pytest.fail("it is never done")


def survives(folder: Path, seed: int, size: int) -> None:
    """Send noise, then write a line and leave, as if nothing had been."""
    home = folder / "home"
    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for("Enter files each line")
        for piece in noise(seed, size):
            terminal.send(piece)
            assert terminal.process.poll() is None, [path.read_text() for path in home.glob("crashes/*")]
        terminal.send(b"\x1b[201~")
        wait_idle(terminal, 1 + size / 80_000)  # a large paste is on its way to the disk for seconds, the rest waits
        for _ in range(4):  # out of the palette, out of help, to Today
            terminal.press("escape")
            wait_idle(terminal)
        terminal.press("o")
        wait_idle(terminal)
        terminal.press("ctrl+u", "ctrl+k")
        terminal.type("still here\r")
        wait_idle(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_exit(60) == 0
        assert restored(terminal.raw)
        assert b"Traceback" not in terminal.raw
    assert list(home.glob("crashes/*")) == []
    with open_notebook(Places(home)) as notebook:
        assert faults_of(notebook) == []
        assert "still here" in [hit.text for hit in notebook.search.find("still here").hits]


@pytest.mark.goal("S3")
@pytest.mark.long
@pytest.mark.parametrize("seed", [1])
def test_noise_does_no_harm(tmp_path: Path, seed: int) -> None:
    survives(tmp_path, seed, 6_000)


@pytest.mark.goal("S3")
@pytest.mark.deep
@pytest.mark.parametrize("seed", [2, *range(10, 20)])
def test_much_noise_does_no_harm(tmp_path: Path, seed: int) -> None:
    survives(tmp_path, seed, 1_000_000)
