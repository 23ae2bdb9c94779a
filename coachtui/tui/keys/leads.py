"""The commands of Leads."""

from coachtui.tui.commands import LEADS, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Leads",
    "The people you coach, by name: where the cycle stands, by when the next step is to be tried, when you saw them last.",
    (
        Command("leads.open", LEADS, "enter", "Open", "Open the page of the lead under the cursor.", 1),
        Command("leads.add", LEADS, "a", "Add", "Add a lead: a name is enough.", 2),
        Command("leads.edit", LEADS, "e", "Edit", "Change the name, the role, or the short name that is typed.", 3),
        Command("leads.retire", LEADS, "x", "Retire", "Let a lead go, or bring back one who had gone. Notes stay.", 10),
        Command("leads.teams", LEADS, "t", "Teams", "Go to the teams, their members and usual times.", 6),
        Command("leads.observe", LEADS, "o", "Observe", "Sit in on a meeting of the lead under the cursor now.", 9),
        Command("leads.retired", LEADS, "r", "Retired", "Show or hide those who have retired."),
        *of_a_sheet(LEADS),
    ),
)
