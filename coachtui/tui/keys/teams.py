"""The commands of Teams."""

from coachtui.tui.commands import TEAMS, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Teams"),
    _("The teams whose meetings you sit in on: who leads them, who is in them, when they usually meet."),
    (
        Command("teams.open", TEAMS, "enter", _("Open"), _("Open the team under the cursor."), 1, of_row=True),
        Command("teams.add", TEAMS, "a", _("Add"), _("Add a team: a name is enough, a lead can wait."), 2),
        Command("teams.edit", TEAMS, "e", _("Edit"), _("Change the name, or who leads it."), 3, of_row=True),
        Command(
            "teams.retire",
            TEAMS,
            "x",
            _("Retire"),
            _("Let a team go, or bring back one that had gone. Notes stay."),
            10,
            of_row=True,
        ),
        Command("teams.leads", TEAMS, "l", _("Leads"), _("Go to the leads."), 6),
        Command(
            "teams.observe",
            TEAMS,
            "o",
            _("Observe"),
            _("Sit in on a meeting of the team under the cursor now."),
            9,
            of_row=True,
        ),
        Command("teams.retired", TEAMS, "r", _("Retired"), _("Show or hide those that have retired.")),
        *of_a_sheet(TEAMS),
    ),
)
