"""The program with a key that does what it does every hour by itself, and with a clock that a test sets: for a day in minutes.

Run as `python -m tests.support.long_day HOME CLOCK SABOTAGE`. With "leaks" it keeps a little of every key, for good.
"""

import sys
from pathlib import Path

from textual import events
from textual.binding import Binding

import coachtui.tui.app
from coachtui.tui.app import CoachApp
from tests.support.told_clock import ToldClock

HOUR = "ctrl+x"
"""The key at which an hour's work is done behind the screen."""
LEAK = 4096  # bytes a key


class DayLong(CoachApp):
    """The app, with the key."""

    CSS_PATH = str(Path(coachtui.tui.app.__file__).parent / "styles" / "room.tcss")
    BINDINGS = [Binding(HOUR, "an_hour", show=False)]
    leaks = False
    kept: list[bytearray] = []

    def action_an_hour(self) -> None:
        """Make the backups that are due, as every hour."""
        self._keep_house()

    async def on_event(self, event: events.Event) -> None:
        """Let everything happen; with the sabotage, keep something of each key."""
        if self.leaks and isinstance(event, events.Key):
            self.kept.append(bytearray(LEAK))
        await super().on_event(event)


def program(home: Path, clock: Path, sabotage: str = "no") -> list[str]:
    """The command line of it."""
    return [sys.executable, "-m", "tests.support.long_day", str(home), str(clock), sabotage]


def _main() -> int:
    from coachtui.places import find_places, make_private
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch

    DayLong.look_every = 3600.0  # the clock goes by leaps
    DayLong.leaks = sys.argv[3] == "leaks"
    make_private()
    vars(coachtui.tui.app)["CoachApp"] = DayLong
    return launch(find_places(sys.argv[1]), ToldClock(Path(sys.argv[2])), Asked("observe"))


if __name__ == "__main__":
    sys.exit(_main())
