"""The program with keys that make it go wrong, each in another place, or with a notebook that does not open.

Ctrl+X raises in a handler, Ctrl+N in a worker, Ctrl+O in a timer, Ctrl+L in a thread; F11 keeps the screen from doing
anything, F10 the disk. Each fault comes where somebody's words are at hand.
"""

import sys
import threading
from pathlib import Path
from time import sleep
from typing import Any

from textual.binding import Binding

import coachtui.tui.app
from coachtui.tui.app import CoachApp

WORDS = "words that only the two of us know"
"""What stands in a local variable, and in the message, wherever a fault is raised."""
LONG = 600.0


class Mishap(Exception):
    """A fault of the program."""


def _raise() -> None:
    said_by_the_lead = WORDS
    raise Mishap(said_by_the_lead)


async def _raise_later() -> None:
    _raise()


def _stand_still(_: Any) -> None:
    sleep(LONG)


class FaultyApp(CoachApp):
    """The app, which goes wrong when asked to."""

    CSS_PATH = str(Path(coachtui.tui.app.__file__).parent / "styles" / "room.tcss")
    BINDINGS = [
        Binding("ctrl+x", "handler", show=False),
        Binding("ctrl+n", "worker", show=False),
        Binding("ctrl+o", "timer", show=False),
        Binding("ctrl+l", "thread", show=False),
        Binding("f11", "block", show=False),
        Binding("f10", "slow_disk", show=False),
    ]

    opening = ""
    """What is wrong with the opening of the notebook: it "stands still" or has a "fault"; nothing is."""

    def open_notebook(self, passphrase: str | None = None) -> Any:
        if self.opening == "stands still":
            sleep(LONG)
        if self.opening == "fault":
            _raise()
        return super().open_notebook(passphrase)

    def action_handler(self) -> None:
        """Raise where keys are handled."""
        _raise()

    def action_worker(self) -> None:
        """Raise in work that goes on behind."""
        self.run_worker(_raise_later())

    def action_timer(self) -> None:
        """Raise a moment later."""
        self.set_timer(0.05, _raise)

    def action_thread(self) -> None:
        """Raise in a thread that nobody waits for."""
        threading.Thread(target=_raise).start()

    def action_block(self) -> None:
        """Let nothing else happen on the screen."""
        sleep(LONG)

    def action_slow_disk(self) -> None:
        """Let the scribe wait for a disk that does not answer."""
        self.workplace.scribe.ask(_stand_still)


def faulty_program(home: Path, opening: str = "") -> list[str]:
    """The command line of the program that goes wrong when asked to, in capture, on this home."""
    return [sys.executable, "-m", "tests.support.faulty", str(home), opening]


def _main() -> int:
    from coachtui.clock import Clock
    from coachtui.places import find_places, make_private
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch

    FaultyApp.opening = sys.argv[2]
    make_private()
    vars(coachtui.tui.app)["CoachApp"] = FaultyApp
    return launch(find_places(sys.argv[1]), Clock(), Asked("observe"))


if __name__ == "__main__":
    sys.exit(_main())
