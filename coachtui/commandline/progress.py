"""How far a long command is, on a terminal only, and the one sentence when it is stopped."""

import signal
import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from coachtui.commandline.call import Refused
from coachtui.wording import _

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

T = TypeVar("T")
SOON = 0.5
"""Seconds after which something is told that is mostly done before."""


class Progress:
    """Says what is being done now, how much of it is done and how long it has taken; Ctrl+C stops it."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._before: Any = None
        self._is_stopped = False
        self._soon: threading.Timer | None = None

    def begin_soon(self, what: str) -> None:
        """Go on to the next part of the work, and say so only if it takes longer than most."""
        self.end()
        if sys.stderr.isatty():
            self._soon = threading.Timer(SOON, self._show, (what,))
            self._soon.daemon = True
            self._soon.start()

    def too_late_to_stop(self) -> None:
        """From here on Ctrl+C stops nothing: what comes is short, and is done as a whole."""
        if self._before is None and threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def begin(self, what: str, lines: int | None = None) -> None:
        """Go on to the next part of the work, of so many lines where that is known.

        Where lines are counted, Ctrl+C stops between two of them and nowhere else: what is done as a whole is then either
        not done, or done and told.
        """
        if lines is not None:
            self._before = signal.signal(signal.SIGINT, self._stop)
        if not sys.stderr.isatty():
            return
        self.end()
        self._show(what, lines)

    def _show(self, what: str, lines: int | None = None) -> None:
        self._bar = _bar(counts=lines is not None)
        self._task = self._bar.add_task(what, total=lines)
        self._bar.start()

    def count(self, changes: Iterable[T]) -> Iterator[T]:
        """What each change goes through as it is done."""
        for change in changes:
            if self._is_stopped:
                raise KeyboardInterrupt
            yield change
            if self._bar is not None and self._task is not None:
                self._bar.advance(self._task)

    def end(self) -> None:
        """Take it off the terminal."""
        if self._soon is not None:
            self._soon.cancel()
            self._soon.join()
            self._soon = None
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def close(self) -> None:
        """Ctrl+C is what it was before."""
        self.end()
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _stop(self, *__: object) -> None:
        self._is_stopped = True


@contextmanager
def telling_progress(stopped: str = _("Stopped. Nothing was added.")) -> Generator[Progress, None, None]:
    """For work that is done as a whole or not at all. Raises Refused, with what is `stopped` then, where the person did."""
    progress = Progress()
    try:
        yield progress
    except KeyboardInterrupt:
        raise Refused(stopped) from None
    finally:
        progress.close()


def _bar(*, counts: bool) -> "Bar":
    """Imported here: a short command is done before this is."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    numbers = [MofNCompleteColumn(separator=_(" of ")), TextColumn(_("lines"))] if counts else []
    columns = [TextColumn("{task.description}", markup=False), *numbers, TimeElapsedColumn()]
    return Progress(*columns, TextColumn(_("Ctrl+C stops it")), console=Console(stderr=True), transient=True)
