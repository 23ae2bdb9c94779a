"""The commands of Conversations."""

from coachtui.tui.commands import CONVERSATIONS, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Conversations",
    "Difficult conversations, planned with the lead who will hold them, and the support that leads asked for. A plan is never "
    "shared as it is; what both agree to afterwards may be.",
    (
        Command("conversations.open", CONVERSATIONS, "enter", "Open", "Open the plan, or agree on the support.", 1),
        Command("conversations.add", CONVERSATIONS, "a", "Plan one", "Begin a plan: with which lead, and about what.", 2),
        Command("conversations.help-asked", CONVERSATIONS, "h", "Asked for help",
                "Keep what a lead asks for, and how much of it.", 3),
        Command("conversations.over", CONVERSATIONS, "d", "Steps down", "The support under the cursor is over.", 6),
        Command("conversations.passphrase", CONVERSATIONS, "k", "Passphrase",
                "Set what is asked when Together is left; nothing typed asks for none."),
        *of_a_sheet(CONVERSATIONS),
    ),
)  # fmt: skip
