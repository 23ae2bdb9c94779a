"""The commands of a plan for a difficult conversation."""

from coachtui.tui.commands import CONVERSATION, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Conversation",
    "A plan, in any order; every part may be left out, and all of it is saved as it is typed. What you write here alone is only "
    "yours until p opens it for both.",
    (
        Command("conversation.edit", CONVERSATION, "enter", "Write", "Write what the row says.", 1),
        Command("conversation.add", CONVERSATION, "a", "Add", "Add a row to the part; Tab goes through beginnings.", 2),
        Command("conversation.together", CONVERSATION, "t", "Together",
                "Both at this screen: only what both may see is on it, until it is left.", 3),
        Command("conversation.rehearse", CONVERSATION, "r", "Rehearse", "Say the opening and answer what they may say.", 6),
        Command("conversation.held", CONVERSATION, "d,f8", "Held", "It was held: what came of it, who does what by when.", 9),
        Command("conversation.fact", CONVERSATION, "f", "Facts", "Pull facts from the lines of meetings you sat in on.", 10),
        Command("conversation.private", CONVERSATION, "p", "Mine or both's",
                "Keep the row for me alone, or open it for both.", 11),
        Command("conversation.whose", CONVERSATION, "w", "Whose words", "The row is in the lead's words, or in mine."),
        Command("conversation.not-here", CONVERSATION, "n", "Not here", "Put the advice under the cursor aside for this plan."),
        Command("conversation.crib", CONVERSATION, "c", "Crib",
                "What is needed while it is held, on a page; p prints or saves it."),
        Command("conversation.hand-over", CONVERSATION, "o", "For the lead",
                "Copy or save what both can see of the plan; the lead owns it."),
        Command("conversation.share", CONVERSATION, "g", "Share",
                "Go to the gate with what the lead agreed to; the plan stays here."),
        Command("conversation.take-out", CONVERSATION, "delete", "Take out", "Take the row out."),
        Command("conversation.set-aside", CONVERSATION, "x", "Set aside", "Set the plan aside, or take it up again."),
        *of_a_sheet(CONVERSATION),
    ),
)  # fmt: skip
