"""The program on a real terminal, gone straight to a room: for a story that begins where a lead's page leads to."""

import sys
from pathlib import Path


def program_at(home: Path, room: str, ref: str) -> list[str]:
    """The command line of the program on this home, in this room."""
    return [sys.executable, "-m", "tests.support.at_room", str(home), room, ref]


def _main() -> int:
    from coachtui.clock import Clock
    from coachtui.places import find_places, make_private
    from coachtui.tui import app
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch
    from coachtui.tui.rooms.room import GoTo

    home, room, ref = sys.argv[1:]

    class AtRoom(app.CoachApp):
        """Goes to the room once the notebook is open."""

        CSS_PATH = str(Path(app.__file__).parent / "styles" / "room.tcss")

        async def _open_notebook(self) -> None:
            await super()._open_notebook()
            self.post_message(GoTo(room, ref))

    make_private()
    app.CoachApp = AtRoom  # type: ignore[misc]
    return launch(find_places(home), Clock(), Asked("today"))


if __name__ == "__main__":
    sys.exit(_main())
