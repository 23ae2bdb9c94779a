"""The program with a key, F10, after which results come late: by then the screen is blank, and they are to stay behind that.

With "shown" as its last word the program lets them through: the sabotage. Its clock is told by a file.
"""

import sys
from pathlib import Path
from typing import Any

from textual.binding import Binding

import coachtui.tui.app
from coachtui.model.grammar import read_line
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import TODAY
from coachtui.tui.idling import GoesBlank
from coachtui.tui.rooms.room import GoTo, Room
from tests.support.told_clock import ToldClock

WORDS = "latecomerwords"
DONE = "done"
"""The name of a file beside the home: all that comes late has come."""
LATE = 0.6
"""Seconds after the key."""


class LateApp(CoachApp):
    """The app, to which things come late: a line, a notice, words in the corner, another page, another room."""

    CSS_PATH = str(Path(coachtui.tui.app.__file__).parent / "styles" / "room.tcss")
    BINDINGS = [Binding("f10", "late", show=False)]

    def action_late(self) -> None:
        """Let them come."""
        self.set_timer(LATE, lambda: self.run_worker(self._come()))

    async def _come(self) -> None:
        place = self.workplace

        def file(notebook: Any) -> None:
            (found,) = notebook.observations.latest(1)
            notebook.lines.paste(found.id, [read_line(f"{WORDS} on the disk")], place.clock.now(), "late")

        await place.scribe.do(file)
        room = next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Room))
        room.say(f"{WORDS} said")
        room.title_row.show(f"{WORDS} above")
        self.notify(f"{WORDS} in the corner", timeout=30)
        self.action_help()
        self.call_later(self.post_message, GoTo(TODAY))
        self.set_timer(0.5, place.places.home.with_name(DONE).touch)


def late_program(home: Path, clock: Path, how: str = "") -> list[str]:
    """The command line of the program in capture, on this home, with the clock that the file tells."""
    return [sys.executable, "-m", "tests.support.late", str(home), str(clock), how]


def _main() -> int:
    from coachtui.places import find_places, make_private
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch

    if sys.argv[3] == "shown":
        GoesBlank.waits = lambda *_: False  # type: ignore[method-assign]
    make_private()
    vars(coachtui.tui.app)["CoachApp"] = LateApp
    return launch(find_places(sys.argv[1]), ToldClock(Path(sys.argv[2])), Asked("observe"))


if __name__ == "__main__":
    sys.exit(_main())
