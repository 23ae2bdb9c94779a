"""The commands of Together."""

from coachtui.tui.commands import TOGETHER, Command, Table
from coachtui.wording import _, _c

TABLE = Table(
    _("Together"),
    _(
        "A plan at one screen, for two: what the lead writes stands left, what the principal writes right. Only "
        "what both may see is "
        "here; notes of the principal alone are not."
    ),
    (
        Command(
            "together.next",
            TOGETHER,
            "pagedown",
            _c("to what follows", "Next"),
            _("Go on to the next part of the plan."),
            1,
        ),
        Command("together.before", TOGETHER, "pageup", _("Before"), _("Go back to the part before."), 2),
        Command("together.other-side", TOGETHER, "tab,shift+tab,f6", _("Side"), _("Write on the other side."), 3),
        Command(
            "together.finish", TOGETHER, "escape", _("Leave"), _("Be alone at the screen again; it is asked first."), 4
        ),
        Command(
            "together.rehearse", TOGETHER, "f8", _("Rehearse"), _("Say the opening, and answer what they may say."), 6
        ),
        Command(
            "together.undo",
            TOGETHER,
            "ctrl+z",
            _("Undo"),
            _("Take back what was typed on this side, as often as you like."),
        ),
        Command("together.redo", TOGETHER, "ctrl+y", _("Redo"), _("Type again what was taken back.")),
    ),
)
