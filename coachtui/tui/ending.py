"""How the program ends when something else ends it: everything is saved once, and nothing holds up the end for long."""

import os
import select
import signal
import threading
from collections.abc import Callable
from time import sleep
from types import FrameType

SCREEN_PATIENCE = 1.0
"""Seconds that the screen has to hand on the keys already read and to begin saving."""
SAVE_PATIENCE = 10.0
"""Seconds that saving may take; only a disk that stands still needs more."""
LAST_PATIENCE = 1.5
"""Seconds that the screen has to come down after everything is saved."""
RESTORE_PATIENCE = 0.3
"""Seconds that a terminal has to take its last bytes; one that takes none is left as it is."""
_WATCH = "watch"
WATCH_EVERY = 1.0
"""Seconds between two looks at the terminal."""


class Ending:
    """The last steps, whatever asks for them and on whatever thread: save, restore the terminal, be gone."""

    def __init__(
        self, flush: Callable[[], object], restore: Callable[[], object], end_softly: Callable[[int], object]
    ) -> None:
        """`end_softly` is to bring the screen down, with this signal's number, once `save` has returned.

        `flush` saves what is not saved yet; False or an exception from it means that not all could be. `restore`
        gives the terminal back when the screen does not come down by itself.
        """
        self._flush = flush
        self._restore = restore
        self._end_softly = end_softly
        self._saving = threading.Lock()
        self._saved: bool | None = None
        self._began = False
        self._signals_after = 0

    def take_signals(self) -> None:
        """From here on the signals that ask a program to end come here."""
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._signalled)

    def begin(self, number: int) -> None:
        """End with 128 + the signal's number.

        A second signal ends without waiting for the screen, a third without waiting for anything. Hang-ups come in
        numbers, and don't count.
        """
        if not self._began:
            self._began = True
            threading.Thread(target=self._insist, args=(number,), name="ending", daemon=True).start()
            self._end_softly(number)
        elif number != signal.SIGHUP:
            self._signals_after += 1
            if self._signals_after > 1:
                self._now(number)
            threading.Thread(target=self._save_and_go, args=(number,), name="hurry", daemon=True).start()

    def _signalled(self, number: int, _: FrameType | None) -> None:
        self.begin(number)

    def save(self) -> bool:
        """Save, once; who comes second waits for the first. Whether everything is saved."""
        with self._saving:
            if self._saved is None:
                try:
                    self._saved = self._flush() is not False
                except Exception:  # noqa: BLE001  (whatever it is, the end must go on, and tell the truth)
                    self._saved = False
            return self._saved

    def _insist(self, number: int) -> None:
        """See to it that the program is gone soon, whatever the screen does meanwhile."""
        sleep(SCREEN_PATIENCE)
        self._save_in_time()
        sleep(LAST_PATIENCE)
        self._now(number)

    def _save_and_go(self, number: int) -> None:
        self._save_in_time()
        self._now(number)

    def _now(self, number: int) -> None:
        """The way out that nothing can hold up."""
        restoring = threading.Thread(target=self._restore, name="restore", daemon=True)
        restoring.start()
        restoring.join(RESTORE_PATIENCE)
        os._exit(128 + number)

    def _save_in_time(self) -> None:
        saver = threading.Thread(target=self.save, name="saver", daemon=True)
        saver.start()
        saver.join(SAVE_PATIENCE)


def has_hung_up(fileno: int) -> bool:
    """Whether the terminal behind this file is gone."""
    poll = select.poll()
    poll.register(fileno, select.POLLIN)
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(event & gone for _, event in poll.poll(0))


def watch_terminal(fileno: int, terminal_gone: Callable[[], object]) -> None:
    """Look at the terminal now and then, on a thread of its own; say once when it is gone. One that looks already is enough.

    A program whose hang-up signal is ignored would otherwise stay behind, reading nothing for ever.
    """
    if any(thread.name == _WATCH for thread in threading.enumerate()):
        return

    def look() -> None:
        while not has_hung_up(fileno):
            sleep(WATCH_EVERY)
        terminal_gone()

    threading.Thread(target=look, name=_WATCH, daemon=True).start()
