"""The commands of Leads."""

from coachtui.tui.commands import LEADS, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Leads"),
    _(
        "The people you coach, by name: where the cycle stands, by when the next step is to be tried, when you saw them last."
    ),
    (
        Command(
            "leads.open", LEADS, "enter", _("Open"), _("Open the page of the lead under the cursor."), 1, of_row=True
        ),
        Command("leads.add", LEADS, "a", _("Add"), _("Add a lead: a name is enough."), 2),
        Command(
            "leads.edit",
            LEADS,
            "e",
            _("Edit"),
            _("Change the name, the role, or the short name that is typed."),
            3,
            of_row=True,
        ),
        Command(
            "leads.retire",
            LEADS,
            "x",
            _("Retire"),
            _("Let a lead go, or bring back one who had gone. Notes stay."),
            10,
            of_row=True,
        ),
        Command("leads.teams", LEADS, "t", _("Teams"), _("Go to the teams, their members and usual times."), 6),
        Command(
            "leads.observe",
            LEADS,
            "o",
            _("Observe"),
            _("Sit in on a meeting of the lead under the cursor now."),
            9,
            of_row=True,
        ),
        Command("leads.retired", LEADS, "r", _("Retired"), _("Show or hide those who have retired.")),
        *of_a_sheet(LEADS),
    ),
)
