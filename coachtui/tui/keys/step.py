"""The commands of a step."""

from coachtui.tui.commands import STEP, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Step"),
    _(
        "One step of a lead, from the first words to the day it is mastered, replaced or dropped. What comes between may be "
        "passed over."
    ),
    (
        Command("step.edit", STEP, "enter", _("Edit"), _("Write what the row says."), 1),
        Command("step.agreed", STEP, "a", _("Agreed"), _("The lead has said it back, in their own words."), 2),
        Command("step.practised", STEP, "p", _("Practised"), _("It was rehearsed once more."), 3),
        Command("step.tried", STEP, "t", _("Tried"), _("The lead has tried it with the team."), 6),
        Command("step.seen", STEP, "w", _("Seen"), _("I saw it."), 9),
        Command("step.mastered", STEP, "m", _("Mastered"), _("It is the lead's own now."), 10),
        Command("step.replaced", STEP, "r", _("Replace"), _("Put another step in its place.")),
        Command("step.share", STEP, "g", _("Share"), _("Go to the gate: share the step into the lead's record."), 11),
        Command("step.dropped", STEP, "d", _("Drop"), _("Let go of it.")),
        *of_a_sheet(STEP),
    ),
)
