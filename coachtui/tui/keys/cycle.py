"""The commands of a cycle."""

from coachtui.tui.commands import CYCLE, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _, _c

TABLE = Table(
    _("Cycle"),
    _(
        "One learning cycle of a lead: what for, what is done to learn, the steps, the looking back. Days are typed as Dec 5, "
        "12/5, fri, next fri, tomorrow or +2w."
    ),
    (
        Command("cycle.edit", CYCLE, "enter", _("Edit"), _("Write what the row says, or open the step."), 1),
        Command(
            "cycle.next",
            CYCLE,
            "n",
            _c("to what follows", "Next"),
            _("Go to the next state; what is worth a thought is said first."),
            2,
        ),
        Command("cycle.activity", CYCLE, "a", _("Activity"), _("Plan something that the lead does to learn."), 3),
        Command("cycle.step", CYCLE, "s", _("Step"), _("Draft a step; Tab goes through starters."), 6),
        Command("cycle.done", CYCLE, "d", _("Done"), _("The activity was done today, or was not after all."), 9),
        Command("cycle.take-out", CYCLE, "delete", _("Take out"), _("Take the activity out.")),
        Command("cycle.lead-reflects", CYCLE, "l", _("Lead's words"), _("Write down the lead's reflection."), 10),
        Command("cycle.i-reflect", CYCLE, "m", _("My words"), _("Write my own reflection.")),
        Command("cycle.extend", CYCLE, "x", _("Extend"), _("Give it more days, once, with a reason.")),
        Command("cycle.verdict", CYCLE, "v", _("Verdict"), _("Close it: met, partly, not yet or stopped.")),
        Command(
            "cycle.share",
            CYCLE,
            "g",
            _("Share"),
            _("Go to the gate with the intention; once both reflections are in, with these and the verdict."),
            11,
        ),
        Command("cycle.calendar", CYCLE, "c", _("Calendar"), _("See the days off that are passed over.")),
        *of_a_sheet(CYCLE),
    ),
)
