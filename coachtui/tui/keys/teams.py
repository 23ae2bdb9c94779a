"""The commands of Teams."""

from coachtui.tui.commands import TEAMS, Command, Table
from coachtui.tui.keys.common import of_a_sheet

TABLE = Table(
    "Teams",
    "The teams whose meetings you sit in on: who leads them, who is in them, when they usually meet.",
    (
        Command("teams.open", TEAMS, "enter", "Open", "Open the team under the cursor.", 1),
        Command("teams.add", TEAMS, "a", "Add", "Add a team: a name is enough, a lead can wait.", 2),
        Command("teams.edit", TEAMS, "e", "Edit", "Change the name, or who leads it.", 3),
        Command(
            "teams.retire", TEAMS, "x", "Retire", "Let a team go, or bring back one that had gone. Notes stay.", 10
        ),
        Command("teams.leads", TEAMS, "l", "Leads", "Go to the leads.", 6),
        Command("teams.observe", TEAMS, "o", "Observe", "Sit in on a meeting of the team under the cursor now.", 9),
        Command("teams.retired", TEAMS, "r", "Retired", "Show or hide those that have retired."),
        *of_a_sheet(TEAMS),
    ),
)
