"""The commands of a 1:1."""

from coachtui.tui.commands import ONE_ON_ONE, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _, _c

TABLE = Table(
    "1:1",
    _(
        "A 1:1 with a lead: its agenda builds itself, the lead's own items stand first. What is not settled is "
        "carried to the next "
        "one. Paste lines, and each is an item of the lead's. Private items are covered until v shows them."
    ),
    (
        Command(
            "one-on-one.discussed",
            ONE_ON_ONE,
            "enter",
            _("Discussed"),
            _("Mark the item discussed; again opens it."),
            1,
        ),
        Command(
            "one-on-one.next-segment",
            ONE_ON_ONE,
            "f6",
            _c("to what follows", "Next"),
            _("Begin the 1:1, and go on from segment to segment; a quiet count of minutes stands behind each."),
            2,
        ),
        Command("one-on-one.mine", ONE_ON_ONE, "i", _("Add"), _("Add an item of mine; Enter with nothing ends it."), 3),
        Command(
            "one-on-one.leads",
            ONE_ON_ONE,
            "l",
            _("Lead's"),
            _("Add what the lead brings; or paste it, one item a line."),
            11,
        ),
        Command("one-on-one.only-mine", ONE_ON_ONE, "I", _("Add for me alone"), _("Add a private item of mine.")),
        Command("one-on-one.carry", ONE_ON_ONE, "c", _("Carry"), _("Carry the item to the next 1:1."), 9),
        Command(
            "one-on-one.park",
            ONE_ON_ONE,
            "k",
            _("Park"),
            _("Put the item in the parking lot, or take it up again."),
            10,
        ),
        Command("one-on-one.drop", ONE_ON_ONE, "x,delete", _("Drop"), _("Drop the item, or take a decision out.")),
        Command("one-on-one.edit", ONE_ON_ONE, "e", _("Reword"), _("Say the item, or the decision, in other words.")),
        Command(
            "one-on-one.private",
            ONE_ON_ONE,
            "p",
            _("Private"),
            _("Keep the item for me alone: it never leaves with the 1:1."),
        ),
        Command(
            "one-on-one.show-private", ONE_ON_ONE, "v", _("Show private"), _("Show the private items, or cover them.")
        ),
        Command(
            "one-on-one.end",
            ONE_ON_ONE,
            "d,f8",
            _("End"),
            _("Note what was decided, who does what by when; Enter with nothing ends the 1:1."),
            6,
        ),
        Command(
            "one-on-one.share",
            ONE_ON_ONE,
            "g",
            _("Share"),
            _("Go to the gate with what was talked about and decided."),
            13,
        ),
        Command(
            "one-on-one.series", ONE_ON_ONE, "s", _("Series"), _("Set when you two meet, or that you no longer do."), 12
        ),
        Command("one-on-one.move", ONE_ON_ONE, "w", _("When"), _("Move this 1:1 to another day or time.")),
        Command("one-on-one.skip", ONE_ON_ONE, "n", _("Not held"), _("Leave this 1:1 out, and say why.")),
        Command("one-on-one.besides", ONE_ON_ONE, "o", _("One more"), _("Plan a 1:1 outside the series.")),
        Command(
            "one-on-one.blocks", ONE_ON_ONE, "b", _("Release time"), _("The lead's release time, planned and kept.")
        ),
        Command("one-on-one.deadlines", ONE_ON_ONE, "D", _("Deadlines"), _("What is due when, for whom.")),
        *of_a_sheet(ONE_ON_ONE),
    ),
)
