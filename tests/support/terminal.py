"""A real pseudo-terminal for tests: run a program in it, type, read its screen, end it in every way.

    with Terminal(coachtui(home, "observe")) as terminal:
        terminal.wait_for("Observe")
        terminal.type("maria: good morning")
        terminal.press("enter")
        terminal.wait_for(lambda rows: any("good morning" in row for row in rows))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw) and terminal.termios() == terminal.termios_before

A thread reads all the program writes and answers its questions as a modern terminal would, whatever the
test does meanwhile; the screen is worked out only when it is looked at.
"""

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

from tests.support.keys import bytes_of
from tests.support.queries import Answers
from tests.support.screen import Screen, left_on, restored
from tests.support.starting import coachtui, environment, make_ready

__all__ = ["Terminal", "coachtui", "left_on", "restored"]

ROOT = Path(__file__).parents[2]
"""The folder of the project, in which programs run unless another is given."""
Wanted = str | Callable[[list[str]], bool]


class Terminal:
    """A program running on a pseudo-terminal of its own."""

    def __init__(self, argv: Sequence[str], *, rows: int = 24, cols: int = 80,
                 env: Mapping[str, str] | None = None, cwd: Path = ROOT, in_band: bool = False,
                 block: Sequence[int] = (), ignore: Sequence[int] = ()) -> None:  # fmt: skip
        """Start the program. `env` is added to a neutral environment.

        `in_band` tells the program of new sizes as bytes, not by signal. `block` and `ignore` are signals
        that it is started with blocked or ignored, as some launchers do.
        """
        self._master, self._slave = os.openpty()
        self._size(rows, cols)
        self.termios_before = self.termios()
        self.chunks: list[tuple[float, bytes]] = []
        """What the program wrote, each piece with the monotonic time in seconds at which it came."""
        self.rows, self.cols = rows, cols
        self._screen, self._fed = Screen(rows, cols), 0
        self._came = threading.Condition()
        self._answers = Answers(in_band)
        self._writing = threading.Lock()
        self._open = True
        self.started = monotonic()
        self.process = subprocess.Popen(
            list(argv), stdin=self._slave, stdout=self._slave, stderr=self._slave, cwd=cwd,
            env=environment(env or {}), start_new_session=True, preexec_fn=lambda: make_ready(block, ignore),
        )  # fmt: skip
        os.set_blocking(self._master, False)
        self._reader = threading.Thread(target=self._read_on, name="terminal", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    # What goes in

    def send(self, data: bytes) -> None:
        """Send bytes as they are; waits while the program reads none. Raises TimeoutError after 60 s."""
        with self._writing:
            deadline = monotonic() + 60
            while data:
                _, writable, _ = select.select([], [self._master], [], 1)
                if writable:
                    data = data[os.write(self._master, data[:4096]) :]
                elif monotonic() > deadline:
                    raise TimeoutError("the program does not read what is typed")
        self._answer()

    def type(self, text: str) -> None:
        """Type this text, all at once, as a fast hand would."""
        self.send(text.encode())

    def press(self, *keys: str) -> None:
        """Press keys, by name or character: "enter", "escape", "ctrl+q", "alt+x", "f1", "shift+tab"."""
        for key in keys:
            self.send(bytes_of(key))

    def paste(self, text: str | bytes) -> None:
        """Paste this text, between the two marks that a terminal puts around it."""
        data = text.encode() if isinstance(text, str) else text
        self.send(b"\x1b[200~" + data + b"\x1b[201~")

    def resize(self, rows: int, cols: int) -> None:
        """Give the terminal another size and tell the program."""
        self.look()
        self._size(rows, cols)
        self.rows, self.cols = rows, cols
        self._screen.resize(rows, cols)
        if self._answers.sends_sizes:
            self.send(self._answers.size(rows, cols))

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def close_pty(self) -> None:
        """Close the terminal as a window's cross does: a hang-up, and nothing to read or write."""
        if self._open:
            self._open = False
            self._reader.join()
            os.close(self._master)
            os.close(self._slave)

    # What comes out

    @property
    def raw(self) -> bytes:
        """All the bytes that the program wrote so far."""
        with self._came:
            return b"".join(data for _, data in self.chunks)

    def screen(self) -> list[str]:
        """The rows of the screen as they are now, without the spaces at their ends."""
        return self.look().rows()

    def look(self) -> Screen:
        """The screen as it is now, with its cells' colours and its cursor."""
        with self._came:
            new = self.chunks[self._fed :]
        for _, data in new:
            self._screen.feed(data)
        self._fed += len(new)
        return self._screen

    def wait_for(self, wanted: Wanted, timeout: float = 15.0) -> list[str]:
        """Wait until the screen shows this text, or rows of which this is true; those rows.

        Raises AssertionError with the screen as it was in the end.
        """
        deadline = monotonic() + timeout
        while True:
            with self._came:
                known = len(self.chunks)
            rows = self.screen()
            if wanted(rows) if callable(wanted) else any(wanted in row for row in rows):
                return rows
            left = deadline - monotonic()
            if left <= 0 or not self._more(known, left):
                picture = "\n".join(self.screen())
                raise AssertionError(f"not shown within {timeout} s: {wanted!r}\n{picture}")

    def wait_raw(self, wanted: bytes, timeout: float = 15.0) -> None:
        """Wait until the program has written these bytes. Raises AssertionError if it does not."""
        deadline = monotonic() + timeout
        while True:
            with self._came:
                known = len(self.chunks)
            if wanted in self.raw:
                return
            left = deadline - monotonic()
            if left <= 0 or not self._more(known, left):
                raise AssertionError(f"not written within {timeout} s: {wanted!r}")

    def wait_quiet(self, quiet: float = 0.3, timeout: float = 15.0) -> None:
        """Wait until the program has written nothing for `quiet` seconds."""
        deadline = monotonic() + timeout
        while monotonic() < deadline:
            with self._came:
                if not self._came.wait(quiet):
                    return

    def termios(self) -> list[Any]:
        """The terminal's settings now; `termios_before` holds those from before the program."""
        return termios.tcgetattr(self._slave)

    def wait_exit(self, timeout: float = 15.0) -> int:
        """Wait for the end; the exit code, or minus the signal that killed it. Raises TimeoutExpired."""
        code = self.process.wait(timeout)
        if self._open:
            self.wait_quiet(0.05, 2.0)
        return code

    def replay(self) -> "list[tuple[float, list[str]]]":
        """Every state of the screen in turn, with the seconds from the start; for a size that stayed."""
        screen = Screen(self.rows, self.cols)
        return [(stamp - self.started, screen.shows(data)) for stamp, data in list(self.chunks)]

    def cpu_seconds(self) -> float:
        """The processor time that the program has used so far, in seconds (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program, if it still runs, and close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close_pty()

    # Inside

    def _more(self, known: int, seconds: float) -> bool:
        """Wait for more than `known` chunks; False when none came and none can come any more."""
        ended = self.process.poll() is not None
        with self._came:
            if len(self.chunks) > known:
                return True
            self._came.wait(min(seconds, 0.2))
            return len(self.chunks) > known or not ended

    def _read_on(self) -> None:
        while self._open:
            readable, _, _ = select.select([self._master], [], [], 0.05)
            if not readable:
                continue
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            with self._came:
                self.chunks.append((monotonic(), data))
                self._came.notify_all()
            self._answers.hear(data, self.rows, self.cols)
            self._answer()

    def _answer(self) -> None:
        """Send what is to be answered, unless something is being typed: that goes first, whole."""
        while self._answers.waiting and self._writing.acquire(blocking=False):
            try:
                os.write(self._master, self._answers.take())
            finally:
                self._writing.release()

    def _size(self, rows: int, cols: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, cols * 8, rows * 16))
