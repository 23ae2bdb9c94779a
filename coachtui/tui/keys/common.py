"""Commands that several rooms have alike."""

from coachtui.tui.commands import Command
from coachtui.wording import _


def of_a_sheet(room: str) -> tuple[Command, ...]:
    """What every room with a sheet can do: go back, undo, redo."""
    return (
        Command(f"{room}.leave", room, "escape", _("Back"), _("Go back to where you came from."), 4),
        Command(f"{room}.undo", room, "ctrl+z", _("Undo"), _("Take back the last thing done, as often as you like.")),
        Command(f"{room}.redo", room, "ctrl+y", _("Redo"), _("Do again what was taken back.")),
    )
