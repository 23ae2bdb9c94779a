"""The commands of Together."""

from coachtui.tui.commands import TOGETHER, Command, Table

TABLE = Table(
    "Together",
    "A plan at one screen, for two: what the lead writes stands left, what the principal writes right. Only what both may see is "
    "here; notes of the principal alone are not.",
    (
        Command("together.next", TOGETHER, "pagedown", "Next part", "Go on to the next part of the plan.", 1),
        Command("together.before", TOGETHER, "pageup", "Part before", "Go back to the part before.", 2),
        Command("together.other-side", TOGETHER, "tab,shift+tab,f6", "Other side", "Write on the other side.", 3),
        Command("together.finish", TOGETHER, "escape", "Leave", "Be alone at the screen again; it is asked first.", 4),
        Command(
            "together.undo", TOGETHER, "ctrl+z", "Undo", "Take back what was typed on this side, as often as you like."
        ),
        Command("together.redo", TOGETHER, "ctrl+y", "Redo", "Type again what was taken back."),
    ),
)
