"""Between the program and its terminal: the first picture taken over, keys held back, hostile bytes, stops and goings on.

Beside `guard.py` this is the only file that may use Textual's private names; tests/stories/test_guard.py says which, and what
is expected of them.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from queue import Full
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.keys import Keys

from coachtui.tui.ending import watch_terminal

if TYPE_CHECKING:
    from coachtui.tui.guard import GuardedApp

START_PATIENCE = 10.0
"""Seconds that keys wait at most for the first room."""
ALTERNATE_SCREEN = "\x1b[?1049h"
NO_MOUSE_PIXELS = "\x1b[?1016l"

if sys.platform == "win32":
    GuardedDriver = None
else:
    import termios

    from textual._xterm_parser import XTermParser  # pyright: ignore[reportPrivateImportUsage]
    from textual.drivers.linux_driver import LinuxDriver

    from coachtui.tui.terminal_input import Paste, TerminalReader, told_apart

    class GuardedParser(XTermParser):
        """Textual's parser of keys; a sequence that it stumbles over is no key."""

        def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> "Iterator[events.Key]":
            try:
                yield from super()._sequence_to_key_events(sequence, alt)
            except (ValueError, OverflowError):
                yield events.Key(Keys.Ignore, sequence)

    class GuardedDriver(LinuxDriver):
        """Textual's driver, taking over from the first paint, holding keys until a room wants them."""

        _app: "GuardedApp"
        _skips_switch = False
        _raw: list[Any] | None = None
        """How the terminal is set while the program has it."""

        def __init__(self, app: "GuardedApp", *, debug: bool = False, mouse: bool = True,
                     size: tuple[int, int] | None = None) -> None:  # fmt: skip
            """`debug` would write every key into a file: it is not passed on."""
            super().__init__(app, debug=False, mouse=mouse, size=size)
            self._reader = TerminalReader(self.fileno)
            if sys.__stderr__ is None or not sys.__stderr__.isatty():
                self._file = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")

        @property
        def is_holding(self) -> bool:
            """Whether something that was typed or pasted was not handed on yet."""
            return self._reader.is_holding

        def write(self, data: str) -> None:
            """Write to the terminal, if it is still there to be written to."""
            if self._skips_switch and data == ALTERNATE_SCREEN:
                self._skips_switch = False
                return
            writer = self._writer_thread
            while writer is not None and writer.is_alive():
                with suppress(Full):
                    writer._queue.put(data, timeout=0.5)
                    return

        def start_application_mode(self) -> None:
            """Start as Textual does, over the first picture if there is one.

            The switch to the alternate screen is left out then: some terminals would clear it.
            """
            stage = self._app.stage
            self._skips_switch = taken_over = stage.is_set
            self._app.take_over()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if taken_over:
                self.attrs_before = stage.attributes
            stage.hold(self.attrs_before)
            with suppress(termios.error):
                self._raw = termios.tcgetattr(self.fileno)
            watch_terminal(self.fileno, self._app.terminal_gone)

        def stop_application_mode(self) -> None:
            """Give the terminal back, as Textual does; and the mouse's pixels, which it leaves on."""
            if self._mouse_pixels:
                self._mouse_pixels = False
                self.write(NO_MOUSE_PIXELS)
            super().stop_application_mode()

        def close(self) -> None:
            """Stop writing; a writer that died with its terminal needs no stopping."""
            if self._writer_thread is not None and self._writer_thread.is_alive():
                super().close()
            self._app.stage.let_go()

        def _sigtstp_application(self, *_: object) -> None:
            """Told to step back, as a shell does: once an empty page stands on the screen."""
            self._loop.call_soon_threadsafe(self._app.call_later, self._step_back)

        def _step_back(self) -> None:
            if self._auto_restart:  # else an editor has the terminal
                self._app.hide()
            super()._sigtstp_application()

        def _sigcont_application(self, *_: object) -> None:
            """Told to go on; what ends the program already is not kept from it."""
            self._loop.call_soon_threadsafe(self._app.call_later, self._come_back)

        def _come_back(self) -> None:
            if not self._auto_restart or self._app.is_ending:
                return
            self._app.hide()
            if self._must_signal_resume:
                super()._sigcont_application()
            elif self._raw is not None:  # stopped without being told; Textual would from now on read and write twice
                with suppress(termios.error):
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
            self._app.refresh(layout=True)

        def _run_input_thread(self) -> None:
            """Read on; a fault here ends the program as any other does."""
            try:
                self.run_input_thread()
            except Exception as fault:  # noqa: BLE001
                self._loop.call_soon_threadsafe(self._app._handle_exception, fault)

        def run_input_thread(self) -> None:
            """Hand on what the terminal sends: keys in order once a room wants them, each paste as one text."""
            parser = GuardedParser()
            wanted = self._is_wanted()
            while wanted and not self.exit_event.is_set():
                pieces = self._reader.read()
                if pieces is None:
                    self._app.terminal_gone()
                    return
                for piece in pieces:
                    if isinstance(piece, Paste):
                        self.process_message(events.Paste(piece.text))
                    else:
                        for event in parser.feed(told_apart(piece.text)):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

        def _is_wanted(self) -> bool:
            """Wait until a room wants keys; False when the program ends before that."""
            started = monotonic()
            while not self._app.keys_wanted.wait(0.05) and monotonic() - started < START_PATIENCE:
                if self.exit_event.is_set():
                    return False
            return True
