"""Leads, teams and their members, as far as an observation needs them."""

import re
import unicodedata

from coachtui.model.people import Lead, Member, Roster, Slot, Team
from coachtui.model.timing import local_time
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import Change
from coachtui.store.shelf import Shelf

_MEETING_AT = """
SELECT teams.name FROM slots JOIN teams ON teams.id = slots.team
WHERE weekday = ?1 AND ?2 BETWEEN minute - 15 AND minute + minutes ORDER BY abs(minute - ?2), slots.n LIMIT 1
"""


class People(Shelf):
    """The people shelf."""

    def leads(self) -> list[Lead]:
        """Every lead, by name."""
        rows = self._file.rows("SELECT id, name, role, handle FROM leads ORDER BY name, n")
        return [Lead(*of_kinds("tttt", row)) for row in rows]

    def teams(self) -> list[Team]:
        """Every team with its lead's name and its members, by name."""
        members: dict[str, list[Member]] = {}
        for row in self._file.rows("SELECT team, handle, name FROM members ORDER BY n"):
            team, handle, name = of_kinds("ttt", row)
            members.setdefault(team, []).append(Member(handle, name))
        rows = self._file.rows(
            "SELECT teams.id, teams.name, leads.name FROM teams LEFT JOIN leads ON leads.id = teams.lead "
            "ORDER BY teams.name, teams.n"
        )
        teams = [of_kinds("ttT", row) for row in rows]
        return [Team(identity, name, lead, tuple(members.get(identity, ()))) for identity, name, lead in teams]

    def add_lead(self, name: str, role: str = "Team Lead") -> Lead:
        """Put a lead on the shelf; one of the same name is that lead. Raises a NotebookError."""

        def work(_: object) -> Lead:
            identity = self.lead_called(name)
            row = self._file.row("SELECT id, name, role, handle FROM leads WHERE id = ?", (identity,))
            if row is not None:
                return Lead(*of_kinds("tttt", row))
            return self._new_lead(name, role)

        return self._file.write(work)

    def add_team(self, name: str, lead: str | None = None, members: tuple[str, ...] = ()) -> Team:
        """Put a team on the shelf, with its lead's name and its members' names. Raises a NotebookError."""

        def work(_: object) -> Team:
            lead_id = None if lead is None else self.lead_for(lead)
            team_id = self._new_id()
            people = tuple(Member(handle_for(member), member) for member in members)
            changes = [Change("teams", None, {"id": team_id, "name": name, "lead": lead_id})]
            changes += [
                Change("members", None,
                       {"id": self._new_id(), "team": team_id, "handle": member.handle, "name": member.name})
                for member in people
            ]  # fmt: skip
            self._record(team_id, "team added", *changes)
            return Team(team_id, name, lead, people)

        return self._file.write(work)

    def speakers_of(self, team: str | None) -> tuple[Member, ...]:
        """Who may speak in the meetings of the team with this name: its lead first, then its members."""
        lead = (
            "SELECT leads.handle, leads.name FROM leads JOIN teams ON teams.lead = leads.id "
            "WHERE teams.name = ? COLLATE NOCASE"
        )
        members = (
            "SELECT members.handle, members.name FROM members JOIN teams ON teams.id = members.team "
            "WHERE teams.name = ? COLLATE NOCASE ORDER BY members.n"
        )
        return tuple(
            Member(*of_kinds("tt", row)) for select in (lead, members) for row in self._file.rows(select, (team,))
        )

    def roster_of(self, team: str | None) -> dict[str, str]:
        """The same as full names, by handle and by first name in small letters."""
        return Roster(self.speakers_of(team)).names

    def add_slot(self, team: str, slot: Slot) -> Slot:
        """Note when a team usually meets. Raises a NotebookError."""

        def work(_: object) -> Slot:
            team_id = self.team_for(team)
            fields = {"id": self._new_id(), "team": team_id, **slot._asdict()}
            self._record(team_id, "usual time noted", Change("slots", None, fields))
            return slot

        return self._file.write(work)

    def team_meeting_at(self, utc_ms: int, zone: str) -> str | None:
        """The team whose usual meeting is on at this moment, or about to begin. Raises a NotebookError."""
        local = local_time(utc_ms, zone)
        row = self._file.row(_MEETING_AT, (local.isoweekday(), local.hour * 60 + local.minute))
        return None if row is None else row[0]

    def lead_of(self, team_id: str | None) -> str | None:
        """The id of a team's lead, if it has one."""
        row = self._file.row("SELECT lead FROM teams WHERE id = ?", (team_id,))
        return None if row is None else row[0]

    def lead_called(self, name: str) -> str | None:
        """The id of the lead with this name, if there is one."""
        row = self._file.row("SELECT id FROM leads WHERE name = ? COLLATE NOCASE ORDER BY n LIMIT 1", (name,))
        return None if row is None else row[0]

    def lead_for(self, name: str) -> str:
        """The id of the lead with this name, added if unknown; within the caller's transaction."""
        return self.lead_called(name) or self._new_lead(name, "Team Lead").id

    def team_for(self, name: str) -> str:
        """The id of the team with this name, added if unknown; within the caller's transaction."""
        row = self._file.row("SELECT id FROM teams WHERE name = ? COLLATE NOCASE ORDER BY n LIMIT 1", (name,))
        if row is not None:
            return str(row[0])
        identity = self._new_id()
        self._record(identity, "team added", Change("teams", None, {"id": identity, "name": name, "lead": None}))
        return identity

    def _new_lead(self, name: str, role: str) -> Lead:
        lead = Lead(self._new_id(), name, role, handle_for(name))
        fields = {"id": lead.id, "name": name, "role": role, "handle": lead.handle}
        self._record(lead.id, "lead added", Change("leads", None, fields))
        return lead


def handle_for(name: str) -> str:
    """A short name to type before a colon: the first name in lower case, without accents."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", first) if not unicodedata.combining(letter))
    return re.sub(r"[^\w.'-]", "", plain).lower()
