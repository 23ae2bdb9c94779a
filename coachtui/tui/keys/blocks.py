"""The commands of release time."""

from coachtui.tui.commands import BLOCKS, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Release time"),
    _(
        "When a lead is released from teaching to lead: what was planned, what came of it, and why time was lost. "
        "A loss that was agreed does not count."
    ),
    (
        Command(
            "blocks.kept", BLOCKS, "enter", _("Kept"), _("It was kept as planned; again opens it."), 2, of_row=True
        ),
        Command(
            "blocks.plan", BLOCKS, "i", _("Plan"), _("Plan a block: Tue 10:15 45 observe Priya, or Tue P3 co-plan."), 1
        ),
        Command(
            "blocks.lost",
            BLOCKS,
            "l",
            _("Lost"),
            _("Say why it was lost; minutes kept all the same stand in front."),
            3,
            of_row=True,
        ),
        Command(
            "blocks.otherwise",
            BLOCKS,
            "a",
            _("Otherwise"),
            _("Say what the time was used for instead."),
            9,
            of_row=True,
        ),
        Command("blocks.again", BLOCKS, "r", _("Repeat"), _("Plan the same a week later."), 6, of_row=True),
        Command("blocks.edit", BLOCKS, "e", _("Change"), _("Plan the block otherwise."), of_row=True),
        Command(
            "blocks.take-out", BLOCKS, "x,delete", _("Take out"), _("Take the block out of the plan."), of_row=True
        ),
        *of_a_sheet(BLOCKS),
    ),
)
