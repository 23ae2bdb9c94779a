"""Between the program and what can go wrong around it: signals, a vanished terminal, faults, hostile bytes.

This is the only file that may use Textual's private names; tests/stories/test_guard.py says which and what is expected of
them.
"""

import asyncio
import gc
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events
from textual.app import App

from coachtui.tui.crash import SENTENCE, write_report
from coachtui.tui.first_paint import Stage

if TYPE_CHECKING:
    from rich.console import RenderableType

    from coachtui.tui.terminal_input import Piece

QUIET = 0.02
"""Seconds without a byte after which a burst is over."""
PASTE_PATIENCE = 1.0
"""Seconds to wait for the end mark of a paste."""
START_PATIENCE = 10.0
"""Seconds that keys wait at most for the first room."""
LAST_PATIENCE = 1.5
"""Seconds that the screen may take to come down after everything is saved."""

if sys.platform == "win32":
    GuardedDriver = None
else:
    from textual._xterm_parser import XTermParser  # pyright: ignore[reportPrivateImportUsage]
    from textual.drivers.linux_driver import LinuxDriver

    from coachtui.tui.terminal_input import InputSplitter, Paste

    class GuardedDriver(LinuxDriver):
        """Textual's driver, taking over from the first paint, holding keys until a room wants them."""

        _app: "GuardedApp"

        _skips_switch = False

        def write(self, data: str) -> None:
            """Write to the terminal, if it is still there to be written to."""
            if self._skips_switch and data == "\x1b[?1049h":
                self._skips_switch = False
                return
            writer = self._writer_thread
            if writer is not None and writer.is_alive():
                writer.write(data)

        def start_application_mode(self) -> None:
            """Start as Textual does, over the first picture if there is one.

            The switch to the alternate screen is left out then: some terminals would clear it.
            """
            stage = self._app.stage
            taken_over = stage is not None and stage.is_set
            self._skips_switch = taken_over
            super().start_application_mode()
            if stage is not None and taken_over:
                stage.is_set = False
                self.attrs_before = stage.attributes

        def run_input_thread(self) -> None:
            """Read the terminal: keys in order once a room wants them, pastes as one text, bad bytes as marks."""
            started = monotonic()
            while not self._app.keys_wanted.wait(0.05):
                if self.exit_event.is_set() or monotonic() - started > START_PATIENCE:
                    break
            self._parser = XTermParser(self._debug)
            splitter = InputSplitter()
            last_byte = monotonic()
            while not self.exit_event.is_set():
                data = self._read(QUIET if splitter.is_waiting else 0.1)
                if data is None:
                    self._app.terminal_gone()
                    return
                if data:
                    last_byte = monotonic()
                    self._hand_on(splitter.feed(data))
                elif splitter.is_paste_open and monotonic() - last_byte > PASTE_PATIENCE:
                    self._hand_on(splitter.give_up())
                else:
                    self._hand_on(splitter.quiet())
                for event in self._parser.tick():
                    self.process_message(event)

        def _read(self, patience: float) -> bytes | None:
            """The bytes that came within `patience` seconds; none is b"", None says that the terminal is gone."""
            try:
                ready, _, _ = select.select([self.fileno], [], [], patience)
                return (os.read(self.fileno, 65536) or None) if ready else b""
            except OSError:
                return None

        def _hand_on(self, pieces: "list[Piece]") -> None:
            for piece in pieces:
                if isinstance(piece, Paste):
                    self.process_message(events.Paste(piece.text))
                else:
                    for event in self._parser.feed(piece.text):
                        self.process_message(event)

        def close(self) -> None:
            """Stop writing; a writer that died with its terminal needs no stopping."""
            if self._writer_thread is not None and self._writer_thread.is_alive():
                super().close()


class GuardedApp(App[None]):
    """An app that ends well whatever ends it."""

    def __init__(
        self,
        stage: Stage | None = None,
        crash_folder: Path | None = None,
        flush: Callable[[], object] = lambda: None,
        crash_name: Callable[[], str] = lambda: "1",
    ) -> None:
        """`flush` saves what is not saved yet and may take seconds; it is called once on every way out."""
        super().__init__(driver_class=GuardedDriver)
        self.stage = stage
        self.keys_wanted = threading.Event()
        self._crash_folder = crash_folder
        self._crash_name = crash_name
        self._flush = flush
        self._ending: asyncio.Task[None] | None = None
        self._home_loop: asyncio.AbstractEventLoop | None = None
        self.crash_report: Path | None = None

    def on_load(self) -> None:
        """Take the signals from here on."""
        self._home_loop = asyncio.get_running_loop()
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
                self._home_loop.add_signal_handler(number, self.end_by_signal, number)

    def entry_is_ready(self) -> None:
        """The first room is on the screen and has the cursor: let the waiting keys come."""
        self.keys_wanted.set()
        gc.freeze()
        gc.enable()
        if not self.is_headless and sys.platform != "win32":
            self.set_interval(1.0, self._watch_terminal)

    def _watch_terminal(self) -> None:
        """Notice a terminal that went away without a signal."""
        poll = select.poll()
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, select.POLLIN)
        if any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0)):
            self.end_by_signal(signal.SIGHUP)

    def terminal_gone(self) -> None:
        """Said on the input thread: there is nothing to read from any more."""
        if self._home_loop is not None:
            self._home_loop.call_soon_threadsafe(self.end_by_signal, signal.SIGHUP)

    def end_by_signal(self, number: int) -> None:
        """Save, restore the terminal and end with 128 + the signal's number; a second signal ends at once."""
        if self._ending is not None:
            if number != signal.SIGHUP:
                self._end_now(number)
            return
        self._ending = asyncio.ensure_future(self._end(number))

    async def _end(self, number: int) -> None:
        await self._read_keys_are_handled()
        await asyncio.to_thread(self._flush)
        last_resort = threading.Timer(LAST_PATIENCE, self._end_now, (number,))
        last_resort.daemon = True
        last_resort.start()
        self.exit(return_code=128 + number)

    async def _read_keys_are_handled(self) -> None:
        """Wait, not long, until every key that was read has reached the entry."""
        for _ in range(20):
            await asyncio.sleep(0.01)
            pumps: list[Any] = [self, self.screen, self.focused]
            if all(pump is None or pump._message_queue.empty() for pump in pumps):
                return

    def _end_now(self, number: int) -> None:
        """The way out that nothing can hold up."""
        if self.stage is not None:
            self.stage.restore()
        os._exit(128 + number)

    def _handle_exception(self, error: Exception) -> None:
        """A fault nobody caught: end, with a report of code locations; no text of the person's is printed."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._tell_of(error)
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """Textual's own way to the same end."""
        error = sys.exc_info()[1]
        self._tell_of(error if error is not None else RuntimeError())
        self._close_messages_no_wait()

    def panic(self, *renderables: "RenderableType") -> None:
        """Whatever was to be printed stays unprinted: it may hold what a person typed."""
        self._fatal_error()

    def _tell_of(self, error: BaseException) -> None:
        """Write the report and leave one sentence for after the screen has come down."""
        self._return_code = 1
        if self.crash_report is None:
            self.crash_report = write_report(error, self._crash_folder, self._crash_name())
        words = SENTENCE if self.crash_report is None else f"{SENTENCE}\nWhere it happened: {self.crash_report}"
        self._exit_renderables[:] = [Text(words)]
