"""The program with a key that hands a text to the person's editor: F10 does, and what came of it is written beside the home."""

import sys
from pathlib import Path

from textual.binding import Binding

import coachtui.tui.app
from coachtui.tui.app import CoachApp
from coachtui.tui.handing_off import hand_off

TEXT = "What worked\nYou waited nine seconds: ✓ #3 [/]"


class EditingApp(CoachApp):
    """The app, which lends a text to an editor when asked to."""

    CSS_PATH = str(Path(coachtui.tui.app.__file__).parent / "styles" / "room.tcss")
    BINDINGS = [Binding("f10", "edit", show=False)]

    def action_edit(self) -> None:
        """Hand the text off."""
        self.run_worker(self._edit())

    async def _edit(self) -> None:
        text = await hand_off(self, TEXT, self.notify)
        self.workplace.places.home.with_name("came.txt").write_text(repr(text), "utf-8")


def program_with_editor(home: Path) -> list[str]:
    """The command line of the program that lends a text at F10, on this home."""
    return [sys.executable, "-m", "tests.support.with_editor", str(home)]


def _main() -> int:
    from coachtui.clock import Clock
    from coachtui.places import find_places, make_private
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch

    make_private()
    vars(coachtui.tui.app)["CoachApp"] = EditingApp
    return launch(find_places(sys.argv[1]), Clock(), Asked("observe"))


if __name__ == "__main__":
    sys.exit(_main())
