"""Between the program and what can go wrong around it: signals, a vanished terminal, faults; `guarded_driver.py` has the bytes.

These two are the only files that may use Textual's private names; tests/stories/test_guard.py says which, and what is
expected of them.
"""

import asyncio
import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App, ScreenStackError
from textual.notifications import Notify
from textual.worker import WorkerFailed

from coachtui.tui.crash import NOT_ALL_SAVED, SAVED, write_report
from coachtui.tui.ending import Ending
from coachtui.tui.first_paint import Stage
from coachtui.tui.guarded_driver import GuardedDriver
from coachtui.tui.notice import Notice

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.message_pump import MessagePump
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

KEYS_PATIENCE = 0.8
"""Seconds that the keys already read have to reach the entry when a signal ends the program."""


class GuardedApp(App[None]):
    """An app that ends well whatever ends it."""

    def __init__(
        self,
        stage: Stage | None = None,
        crash_folder: Path | None = None,
        flush: Callable[[], object] = lambda: None,
        crash_name: Callable[[], str] = lambda: "1",
    ) -> None:
        """`flush` saves what is not saved yet and may take seconds; it is called once, on every way out.

        False or an exception from it says that not all could be saved.
        """
        super().__init__(driver_class=GuardedDriver)
        self.stage = stage or Stage()
        self.keys_wanted = threading.Event()
        self.crash_report: Path | None = None
        self._crash_folder = crash_folder
        self._crash_name = crash_name
        self._ending = Ending(flush, self.stage.restore, self._end_softly)
        self._end_task: asyncio.Task[None] | None = None
        self._home_loop: asyncio.AbstractEventLoop | None = None
        self._is_faulty = False

    def notify(self, message: str, *, title: str = "", severity: "SeverityLevel" = "information",
               timeout: float | None = None, markup: bool = True) -> None:  # fmt: skip
        """Say something in the corner."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Notice(message, title, severity, seconds, markup=markup)))

    def entry_is_ready(self) -> None:
        """The first room has the cursor: let the waiting keys come, so that its first picture shows them."""
        self.keys_wanted.set()

    def start_is_over(self) -> None:
        """The first room is on the screen: what was made until now stays, and is looked through no more for garbage."""
        self.entry_is_ready()
        if not self.is_headless:
            gc.freeze()
        gc.enable()

    @property
    def is_ending(self) -> bool:
        """Whether a signal ends the program."""
        return self._end_task is not None

    def hide(self) -> None:
        """Show nothing of anybody's until the next key."""

    def take_over(self) -> None:
        """From here on signals, and faults that nobody waits for, end here. Said where the terminal is taken."""
        self._home_loop = asyncio.get_running_loop()
        self._home_loop.set_exception_handler(lambda _, context: self._note(context.get("exception")))
        threading.excepthook = lambda told: self._thread_fault(told.thread, told.exc_value)
        self._ending.take_signals()
        if self.stage.asked_to_end is not None:
            self.end_by_signal(self.stage.asked_to_end)

    def terminal_gone(self) -> None:
        """There is nothing to read from or write to any more; said on any thread."""
        self.end_by_signal(signal.SIGHUP)

    def end_by_signal(self, number: int) -> None:
        """Save, restore the terminal and end with 128 + the signal's number; may be said on any thread."""
        self._ending.begin(number)

    def _end_softly(self, number: int) -> None:
        """Let the loop bring the screen down; a loop that is closed already needs no telling."""
        if self._home_loop is not None:
            with suppress(RuntimeError):
                self._home_loop.call_soon_threadsafe(self._begin_end, number)

    def _begin_end(self, number: int) -> None:
        self._end_task = asyncio.ensure_future(self._end(number))

    async def _end(self, number: int) -> None:
        if self.keys_wanted.is_set():
            await self._read_keys_are_handled()
            await self.last_chance()
        else:
            await asyncio.to_thread(self.stage.abandon)
        await asyncio.to_thread(self._ending.save)
        self.exit(return_code=128 + number)

    async def last_chance(self) -> None:
        """A signal ends the program: what is on the screen may still ask for something to be kept, not longer than a moment."""

    async def _read_keys_are_handled(self) -> None:
        """Wait, not long, until every key that was typed has reached the entry."""
        deadline = monotonic() + KEYS_PATIENCE
        while monotonic() < deadline:
            await asyncio.sleep(0.01)
            if getattr(self._driver, "is_holding", False):
                continue
            if all(pump._message_queue.empty() for pump in self._pumps()) and not self.is_behind():
                return

    def is_behind(self) -> bool:
        """Whether something that was typed did not come so far that it will be saved."""
        return False

    async def leave_all_for(self, screen: "Screen[Any]") -> None:
        """Leave every screen for good and go to this one; Textual has not foreseen that for the first one it showed."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if not self.screen._result_callbacks:
            self.screen._push_result_callback(self, None)
        await self.switch_screen(screen)

    def _pumps(self) -> "Iterator[MessagePump]":
        """Those whom a key goes through."""
        yield self
        with suppress(ScreenStackError):
            yield self.screen
            if self.focused is not None:
                yield self.focused

    def _handle_exception(self, error: Exception) -> None:
        """A fault nobody caught: end, with a report of code locations; no text of the person's is printed."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._end_by_fault(error)

    def _fatal_error(self) -> None:
        """Textual's own way to the same end."""
        self._end_by_fault(sys.exc_info()[1] or RuntimeError())

    def panic(self, *renderables: "RenderableType") -> None:
        """Whatever was to be printed stays unprinted: it may hold what a person typed."""
        self._fatal_error()

    def _end_by_fault(self, error: BaseException) -> None:
        self._return_code = 1
        self._is_faulty = True
        self._note(error)
        self._close_messages_no_wait()

    def _thread_fault(self, thread: threading.Thread | None, error: BaseException | None) -> None:
        """A thread ended by a fault: the one that writes to the terminal ends with it, no other should."""
        if isinstance(error, OSError) and thread is not None and thread.name == "textual-output":
            self.terminal_gone()
        else:
            self._note(error)

    def _note(self, error: BaseException | None) -> None:
        """Write the report of the first fault."""
        if error is not None and self.crash_report is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash_report = write_report(cause, self._crash_folder, self._crash_name())

    async def _shutdown(self) -> None:
        """Take the screen down, save, and only then say what is to be said."""
        await super()._shutdown()
        saved = await asyncio.to_thread(self._ending.save)
        self.stage.restore()
        words = self.last_words(is_all_saved=saved) if self._end_task is None else None
        if self._is_faulty:
            where = "" if self.crash_report is None else f"\nWhere it happened: {self.crash_report}"
            words = (SAVED if saved else NOT_ALL_SAVED) + where
        if words is not None:
            self._exit_renderables[:] = [Text(words)]
        super()._print_error_renderables()

    def last_words(self, *, is_all_saved: bool) -> str | None:
        """What is to be said once the screen is down, where a person closed the program."""
        return None

    def _print_error_renderables(self) -> None:
        """Said at the very end: see `_shutdown`."""
