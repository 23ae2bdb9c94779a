"""Teams: each with its lead, how many are in it, and when it usually meets; the retired ones folded away."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.people import Team
from coachtui.model.slot_text import slot_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import OBSERVE, TEAMS
from coachtui.tui.rooms.editing_teams import EditsTeams
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.rooms.touching import Touches
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

EMPTY = _("""\
There are no teams here yet. Press a to add one: a name is enough, its lead and members can wait.

A team that you name when you sit in on its meeting comes here by itself.""")


class _Read(NamedTuple):
    teams: list[Team]
    retired: list[Team]
    leads: list[str]


class TeamsRoom(Touches, EditsTeams):
    """The room of all teams."""

    NAME = TEAMS
    BINDINGS = bindings_for(TEAMS)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._shows_retired = False
        self._shown = _Read([], [], [])

    def read(self, notebook: Any) -> _Read:
        """Every team, which have retired, and the names of the leads."""
        return _Read(notebook.teams.all(), notebook.teams.retired(), [lead.name for lead in notebook.leads.all()])

    def lead_names(self) -> list[str]:
        """The names of the leads."""
        return self._shown.leads

    def rows(self, shown: _Read) -> Iterable[SheetRow]:
        """Each team by name."""
        self._shown = shown
        self.show_place("", counted(len(shown.teams), "{n} team", "{n} teams") if shown.teams else "")
        return self._rows(shown)

    def _rows(self, shown: _Read) -> Iterator[SheetRow]:
        if not shown.teams:
            yield said(EMPTY)
        for team in shown.teams:
            times = "; ".join(map(slot_text, team.slots))
            members = counted(len(team.members), "{n} member", "{n} members") if team.members else _("no members yet")
            yield SheetRow(
                team.id, team.name, f"{team.lead or _('no lead yet')} \u00b7 {members}", times, is_named=True
            )
        if shown.retired and not self._shows_retired:
            yield SheetRow(
                "",
                "",
                _("\n{number} retired: r shows them.").format(
                    number=counted(len(shown.retired), "{n} has", "{n} have")
                ),
                is_faint=True,
            )
        elif shown.retired:
            yield heading(_("Retired"))
            today = self.workplace.clock.today()
            for team in shown.retired:
                yield SheetRow(
                    team.id,
                    team.name,
                    _("since {day}").format(day=say_date(team.retired_on or today, today)),
                    is_faint=True,
                )

    def chosen(self, row: SheetRow) -> None:
        """Open a team."""
        self.post_message(GoTo("team", row.key))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.sheet.action_select()

    def action_add(self) -> None:
        """Add a team."""
        self.add_team()

    def action_edit(self) -> None:
        """Describe the team under the cursor anew."""
        self._with_team(self.edit_team)

    def action_retire(self) -> None:
        """Let the team under the cursor go, or bring back one that had gone."""
        self._with_team(self.retire_or_bring_back_team)

    def _with_team(self, deed: Callable[[Team], None]) -> None:
        row = self.sheet.under_cursor
        known = [*self._shown.teams, *self._shown.retired]
        found = next((team for team in known if row is not None and team.id == row.key), None)
        if found is None:
            self.say(_("There is no team under the cursor. a adds one."))
        else:
            deed(found)

    def action_observe(self) -> None:
        """Sit in on a meeting of the team under the cursor; without one, of whichever."""
        row = self.sheet.under_cursor
        team = next((each for each in self._shown.teams if row is not None and each.id == row.key), None)
        self.post_message(GoTo(OBSERVE) if team is None else GoTo(OBSERVE, team=team.name, lead=team.lead))

    def action_leads(self) -> None:
        """Go to the leads."""
        self.post_message(GoTo("leads"))

    def action_retired(self) -> None:
        """Show or hide what has retired."""
        self._shows_retired = not self._shows_retired
        self.reload()
