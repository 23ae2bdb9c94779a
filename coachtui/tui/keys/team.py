"""The commands of a team's page."""

from coachtui.tui.commands import TEAM, Command, Table
from coachtui.tui.keys.common import of_a_sheet
from coachtui.wording import _

TABLE = Table(
    _("Team"),
    _("One team: its lead, its members with the short names that are typed, its usual times, its last meetings."),
    (
        Command("team.open", TEAM, "enter", _("Open"), _("Change what is under the cursor, or open that meeting."), 1),
        Command("team.add", TEAM, "a", _("Member"), _("Add members, with commas between their names."), 2),
        Command("team.slot", TEAM, "s", _("Time"), _("Note when the team usually meets: Tue 10:40, 45 min."), 3),
        Command(
            "team.take-out", TEAM, "x,delete", _("Take out"), _("Take out the member or the time under the cursor."), 6
        ),
        Command("team.observe", TEAM, "o", _("Observe"), _("Sit in on a meeting of this team now."), 9),
        Command("team.edit", TEAM, "e", _("Edit"), _("Change the name of the team, or who leads it.")),
        *of_a_sheet(TEAM),
    ),
)
