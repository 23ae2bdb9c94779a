"""The commands of Conversations."""

from coachtui.tui.commands import CONVERSATIONS, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Conversations"),
    _(
        "Difficult conversations, planned with the lead who will hold them, and the support that leads asked "
        "for. A plan is never "
        "shared as it is; what both agree to afterwards may be."
    ),
    (
        Command(
            "conversations.open",
            CONVERSATIONS,
            "enter",
            _("Open"),
            _("Open the plan, or agree on the support."),
            1,
            of_row=True,
        ),
        Command(
            "conversations.add",
            CONVERSATIONS,
            "a",
            _("Plan one"),
            _("Begin a plan: with which lead, and about what."),
            2,
        ),
        Command(
            "conversations.help-asked",
            CONVERSATIONS,
            "h",
            _("Asked for help"),
            _("Keep what a lead asks for, and how much of it."),
            3,
        ),
        Command(
            "conversations.over",
            CONVERSATIONS,
            "d",
            _("Steps down"),
            _("The support under the cursor is over."),
            6,
            of_row=True,
        ),
        Command(
            "conversations.passphrase",
            CONVERSATIONS,
            "k",
            _("Passphrase"),
            _("Set what is asked when Together is left; nothing typed asks for none."),
        ),
        *of_a_sheet(CONVERSATIONS),
    ),
)
