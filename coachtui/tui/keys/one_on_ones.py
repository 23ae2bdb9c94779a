"""The commands of the list of 1:1s."""

from coachtui.tui.commands import ONE_ON_ONES, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _, _c

TABLE = Table(
    "1:1s",
    _("Every lead with the next 1:1. Enter opens it."),
    (
        Command(
            "one-on-ones.open", ONE_ON_ONES, "enter", _("Open"), _("Open the next 1:1 with the lead."), 1, of_row=True
        ),
        Command(
            "one-on-ones.blocks",
            ONE_ON_ONES,
            "b",
            _c("in brief", "Release time"),
            _("The lead's release time."),
            2,
            of_row=True,
        ),
        Command(
            "one-on-ones.deadlines", ONE_ON_ONES, "D", _c("in brief", "Deadlines"), _("What is due when, for whom."), 3
        ),
        *of_a_sheet(ONE_ON_ONES),
    ),
)
