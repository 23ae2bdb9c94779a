"""The commands of a step."""

from coachtui.tui.commands import STEP, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Step",
    "One step of a lead, from the first words to the day it is mastered, replaced or dropped. What comes between may be "
    "passed over.",
    (
        Command("step.edit", STEP, "enter", "Edit", "Write what the row says.", 1),
        Command("step.agreed", STEP, "a", "Agreed", "The lead has said it back, in their own words.", 2),
        Command("step.practised", STEP, "p", "Practised", "It was rehearsed once more.", 3),
        Command("step.tried", STEP, "t", "Tried", "The lead has tried it with the team.", 6),
        Command("step.seen", STEP, "w", "Seen", "I saw it.", 9),
        Command("step.mastered", STEP, "m", "Mastered", "It is the lead's own now.", 10),
        Command("step.replaced", STEP, "r", "Replace", "Put another step in its place."),
        Command("step.share", STEP, "g", "Share", "Go to the gate: share the step into the lead's record.", 11),
        Command("step.dropped", STEP, "d", "Drop", "Let go of it."),
        *of_a_sheet(STEP),
    ),
)
