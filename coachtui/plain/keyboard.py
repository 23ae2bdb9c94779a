"""Where the words come from: a terminal, key by key, or whatever else is read, line by line."""

import contextlib
import os
import select
import signal
import sys
from types import FrameType, TracebackType
from typing import Any, Self

try:
    import termios
except ImportError:  # Windows: there the console reads whole lines
    termios = None  # type: ignore[assignment]

_PIECE = 4096


class Ended(Exception):
    """The program is asked to end; `number` is the signal that asks."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Keyboard:
    """Standard input. While it is open, a terminal hands on every key at once, and signals are minded."""

    def __init__(self) -> None:
        self.is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        """Whether somebody types and reads here."""
        self.by_key = self.is_terminal and termios is not None
        """Whether keys come one by one; else whole lines do."""
        self.echoes = False
        """Whether what is typed is to be shown: not where the terminal does not, as in the shell of an editor."""
        self._before: list[Any] | None = None
        self._is_listening = False
        self._asked_to_end = 0
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Self:
        self._set_up()
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGCONT"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                self._handlers[number] = signal.signal(number, self._signalled)
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if self._before is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._before)

    def _set_up(self) -> None:
        """Have every key handed on, none echoed, and none but Ctrl+S and Ctrl+Q mean anything to the terminal.

        Ctrl+C is a key like another, in its turn: as a signal it would take lines along that were typed before it.
        """
        if not self.by_key:
            return
        self._before = self._before or termios.tcgetattr(0)
        now = termios.tcgetattr(0)
        self.echoes = bool(self._before[3] & termios.ECHO)
        now[3] = self._before[3] & ~(termios.ICANON | termios.ECHO | termios.ECHONL | termios.IEXTEN | termios.ISIG)
        now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
        termios.tcsetattr(0, termios.TCSANOW, now)

    def read(self, seconds: float | None) -> bytes | None:
        """What was typed, at most a piece of it; None if nothing was in so many seconds, b"" where nothing comes any more.

        Raises Ended.
        """
        if self._asked_to_end:
            raise Ended(self._asked_to_end)
        self._is_listening = True
        try:
            if os.name != "nt" and not select.select([0], [], [], seconds)[0]:
                return None
            return os.read(0, _PIECE)
        except OSError:
            return b""
        finally:
            self._is_listening = False

    def _signalled(self, number: int, _: FrameType | None) -> None:
        """A signal while nothing is read waits until what is being done is done: nothing is cut in two."""
        if number == getattr(signal, "SIGCONT", None):
            if self.by_key:
                with contextlib.suppress(OSError, termios.error):  # a terminal that hangs up lets us go on, too
                    self._set_up()
        elif number == signal.SIGINT and sys.stdin.isatty() and not self.by_key:
            return  # the terminal has taken the line back by itself
        else:
            self._asked_to_end = number
            if self._is_listening:
                raise Ended(number)
