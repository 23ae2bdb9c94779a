"""The commands of a plan for a difficult conversation."""

from coachtui.tui.commands import CONVERSATION, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Conversation"),
    _(
        "A plan, in any order; every part may be left out, and all of it is saved as it is typed. What you "
        "write here alone is only "
        "yours until p opens it for both."
    ),
    (
        Command("conversation.edit", CONVERSATION, "enter", _("Write"), _("Write what the row says."), 1),
        Command(
            "conversation.add", CONVERSATION, "a", _("Add"), _("Add a row to the part; Tab goes through beginnings."), 2
        ),
        Command(
            "conversation.together",
            CONVERSATION,
            "t",
            _("Together"),
            _("Both at this screen: only what both may see is on it, until it is left."),
            3,
        ),
        Command(
            "conversation.rehearse",
            CONVERSATION,
            "r",
            _("Rehearse"),
            _("Say the opening and answer what they may say."),
            6,
        ),
        Command(
            "conversation.held",
            CONVERSATION,
            "d,f8",
            _("Held"),
            _("It was held: what came of it, who does what by when."),
            9,
        ),
        Command(
            "conversation.fact",
            CONVERSATION,
            "f",
            _("Facts"),
            _("Pull facts from the lines of meetings you sat in on."),
            10,
        ),
        Command(
            "conversation.private",
            CONVERSATION,
            "p",
            _("Mine or both's"),
            _("Keep the row for me alone, or open it for both."),
            11,
        ),
        Command(
            "conversation.whose", CONVERSATION, "w", _("Whose words"), _("The row is in the lead's words, or in mine.")
        ),
        Command(
            "conversation.not-here",
            CONVERSATION,
            "n",
            _("Not here"),
            _("Put the advice under the cursor aside for this plan."),
        ),
        Command(
            "conversation.crib",
            CONVERSATION,
            "c",
            _("Crib"),
            _("What is needed while it is held, on a page; p prints or saves it."),
        ),
        Command(
            "conversation.hand-over",
            CONVERSATION,
            "o",
            _("For the lead"),
            _("Copy or save what both can see of the plan; the lead owns it."),
        ),
        Command(
            "conversation.share",
            CONVERSATION,
            "g",
            _("Share"),
            _("Go to the gate with what the lead agreed to; the plan stays here."),
        ),
        Command("conversation.take-out", CONVERSATION, "delete", _("Take out"), _("Take the row out.")),
        Command(
            "conversation.set-aside", CONVERSATION, "x", _("Set aside"), _("Set the plan aside, or take it up again.")
        ),
        *of_a_sheet(CONVERSATION),
    ),
)
