"""A program that writes down the keys that reach it, by the names that the rooms know them by."""

import os
import sys
from pathlib import Path

from textual import events

from coachtui.tui.guard import GuardedApp
from coachtui.tui.terminal_input import takes_mouse


class TellsKeys(GuardedApp):
    """Writes each key into a file; Ctrl+Q ends it."""

    def __init__(self, told: Path) -> None:
        super().__init__()
        self._told = told

    def on_mount(self) -> None:
        """Say that it listens."""
        self.entry_is_ready()
        self._told.write_text("")

    async def on_event(self, event: events.Event) -> None:
        """Write a key down."""
        if isinstance(event, events.Key):
            with self._told.open("a") as told:
                told.write(f"{event.key}\n")
            if event.key == "ctrl+q":
                self.exit()
            return
        await super().on_event(event)


if __name__ == "__main__":
    TellsKeys(Path(sys.argv[1])).run(mouse=takes_mouse(os.environ))
