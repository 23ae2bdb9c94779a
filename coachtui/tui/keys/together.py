"""The commands of Together."""

from coachtui.tui.commands import TOGETHER, Command, Table

TABLE = Table(
    "Together",
    "A plan at one screen, for two: what the lead writes stands left, what the principal writes right. Only what both may see is "
    "here; notes of the principal alone are not.",
    (
        Command("together.next", TOGETHER, "pagedown", "Next", "Go on to the next part of the plan.", 1),
        Command("together.before", TOGETHER, "pageup", "Before", "Go back to the part before.", 2),
        Command("together.other-side", TOGETHER, "tab,shift+tab,f6", "Side", "Write on the other side.", 3),
        Command("together.finish", TOGETHER, "escape", "Leave", "Be alone at the screen again; it is asked first.", 4),
        Command("together.rehearse", TOGETHER, "f8", "Rehearse", "Say the opening, and answer what they may say.", 6),
        Command(
            "together.undo", TOGETHER, "ctrl+z", "Undo", "Take back what was typed on this side, as often as you like."
        ),
        Command("together.redo", TOGETHER, "ctrl+y", "Redo", "Type again what was taken back."),
    ),
)
