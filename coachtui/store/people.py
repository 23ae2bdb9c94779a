"""The people as an observation needs them: found by the names that are typed, added where they are not known."""

from coachtui.model.people import USUAL_ROLE, Lead, Member, Roster, Slot, Team
from coachtui.model.timing import local_time
from coachtui.store.leads import Leads
from coachtui.store.of_kinds import of_kinds
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.teams import Teams

_MEETING_AT = """
SELECT teams.name FROM slots JOIN teams ON teams.id = slots.team AND teams.retired_on IS NULL
WHERE weekday = ?1 AND ?2 BETWEEN minute - 15 AND minute + minutes ORDER BY abs(minute - ?2), slots.n LIMIT 1
"""
_CALLED = "SELECT id FROM {} WHERE name = ? COLLATE NOCASE ORDER BY retired_on IS NOT NULL, n"
_LEAD_OF = """
SELECT leads.id, leads.handle, leads.name FROM leads JOIN teams ON teams.lead = leads.id
WHERE teams.id = ? AND leads.retired_on IS NULL
"""
_MEMBERS_OF = "SELECT handle, name FROM members WHERE team = ? ORDER BY n"


class People(Shelf):
    """The people by their names. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, leads: Leads, teams: Teams) -> None:
        super().__init__(desk)
        self._leads = leads
        self._teams = teams
        self.leads = leads.all
        self.teams = teams.all

    def add_lead(self, name: str, role: str = USUAL_ROLE) -> Lead:
        """Put a lead on the shelf; one of the same name is that lead."""

        def work(_: object) -> Lead:
            known = self._leads.called(name)
            return known[0] if known else self._leads.within_add(name, role)

        return self._file.write(work)

    def add_team(self, name: str, lead: str | None = None, members: tuple[str, ...] = ()) -> Team:
        """Put a team on the shelf, with its lead's name and its members' names."""

        def work(_: object) -> Team:
            return self._teams.within_add(name, None if lead is None else self.lead_for(lead), members)

        return self._file.write(work)

    def speakers_of(self, team: str | None) -> tuple[Member, ...]:
        """Who may speak in the meetings of the team with this name: its lead first, then its members."""
        identity = None if team is None else self._called("teams", team)
        lead = [Member(*of_kinds("ttt", row)[1:]) for row in self._file.rows(_LEAD_OF, (identity,))]
        members = [Member(*of_kinds("tt", row)) for row in self._file.rows(_MEMBERS_OF, (identity,))]
        names = {each.name.casefold() for each in lead}  # who leads a team may have been a member of it before
        return (*lead, *(each for each in members if each.name.casefold() not in names))

    def roster_of(self, team: str | None) -> dict[str, str]:
        """The same as full names, by handle and by first name in small letters."""
        return Roster(self.speakers_of(team)).names

    def add_slot(self, team: str, slot: Slot) -> Slot:
        """Note when a team usually meets; one not known yet is added."""
        return self._file.write(lambda _: self._teams.within_add_slot(self.team_for(team), slot))

    def team_meeting_at(self, utc_ms: int, zone: str) -> str | None:
        """The team whose usual meeting is on at this moment, or about to begin."""
        local = local_time(utc_ms, zone)
        row = self._file.row(_MEETING_AT, (local.isoweekday(), local.hour * 60 + local.minute))
        return None if row is None else row[0]

    def lead_called(self, name: str) -> str | None:
        """The id of the lead with this name, the first of several; None where there is none."""
        known = self._leads.called(name)
        return known[0].id if known else None

    def lead_of(self, team_id: str | None) -> str | None:
        """The id of a team's lead, if it has one who has not retired."""
        row = self._file.row(_LEAD_OF, (team_id,))
        return None if row is None else row[0]

    def lead_meant(self, team: str | None, lead: str | None) -> str | None:
        """The id of the lead whose meeting it will be, by these names; None where that is not known yet."""
        leads_it = None if team is None else self.lead_of(self._called("teams", team))
        if lead is None:
            return leads_it
        known = [each.id for each in self._leads.called(lead)]
        return leads_it if leads_it in known else next(iter(known), None)

    def lead_for(self, name: str, *rather: str | None) -> str:
        """The id of the lead with this name, added if unknown; within the caller's transaction.

        Of several with this name it is one of those whose ids are given, if it can be.
        """
        known = [lead.id for lead in self._leads.called(name)]
        if not known:
            return self._leads.within_add(name, USUAL_ROLE).id
        return next((identity for identity in rather if identity in known), known[0])

    def team_for(self, name: str) -> str:
        """The id of the team with this name, added if unknown; within the caller's transaction."""
        return self._called("teams", name) or self._teams.within_add(name).id

    def _called(self, table: str, name: str) -> str | None:
        row = self._file.row(_CALLED.format(table), (name,))
        return None if row is None else str(row[0])
