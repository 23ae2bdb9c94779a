"""Commands that several rooms have alike."""

from coachtui.tui.commands import Command


def of_a_sheet(room: str) -> tuple[Command, ...]:
    """What every room with a sheet can do: go back, undo, redo."""
    return (
        Command(f"{room}.leave", room, "escape", "Back", "Go back to where you came from.", 4),
        Command(f"{room}.undo", room, "ctrl+z", "Undo", "Take back the last thing done, as often as you like."),
        Command(f"{room}.redo", room, "ctrl+y", "Redo", "Do again what was taken back."),
    )
