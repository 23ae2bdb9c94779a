"""What a roster means for a notebook: who is new, who is known, what would change. Nothing is written here."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from coachtui.model.listed import Listed, Unsound
from coachtui.model.people import USUAL_ROLE, Lead, free_handle
from coachtui.store.roster_people import Person, people_in
from coachtui.store.team_rows import MemberRow, TeamRow, apart
from coachtui.wording import _

Row = TypeVar("Row")


class Known(NamedTuple):
    """What the notebook holds already: every lead, team and member, the retired ones too."""

    leads: list[Lead]
    teams: list[TeamRow]
    members: list[MemberRow]


class Plan(NamedTuple):
    """Each row that is new or would change, as it was and as it would be; and whom the notebook knows as retired."""

    leads: list[tuple[Lead | None, Lead]]
    teams: list[tuple[TeamRow | None, TeamRow]]
    members: list[tuple[MemberRow | None, MemberRow]]
    known: int
    retired: list[str]
    names: dict[str, str]
    """The names of leads and teams by their ids."""

    @property
    def is_nothing(self) -> bool:
        """Whether all of it is in the notebook already."""
        return not (self.leads or self.teams or self.members)


class Planner:
    """Lays a roster beside what is known. Raises Unsound where it can't be told who is meant."""

    def __init__(self, known: Known, listed: Iterable[Listed], new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._was = {each.id: each for each in known.leads}
        self._leads = dict(self._was)
        self._teams_were = {each.id: each for each in known.teams}
        self._teams = dict(self._teams_were)
        self._members_were = {each.id: each for each in known.members}
        self._members = dict(self._members_were)
        self._complaints: list[str] = []
        self._listed = list(listed)
        self._ids: dict[str, list[str]] = {}
        """The ids of the leads of each name in small letters; those who have not retired first."""
        for lead in sorted(known.leads, key=lambda each: each.is_retired):
            self._ids.setdefault(lead.name.casefold(), []).append(lead.id)
        self._team_ids: dict[str, str] = {}
        for team in sorted(known.teams, key=lambda each: each.retired_on is not None):
            self._team_ids.setdefault(team.name.casefold(), team.id)
        self._of_team: dict[str, dict[str, str]] = {}
        for member in known.members:
            self._of_team.setdefault(member.team, {})[member.name.casefold()] = member.id
        self._touched: set[str] = set()

    def plan(self) -> Plan:
        """What would be new, and what would change."""
        people = people_in(self._listed, self._complaints)
        self._find_leads(people)
        self._lead_teams()
        self._fill_teams()
        self._set_apart()
        self._see_that_handles_differ()
        if self._complaints:
            raise Unsound(self._complaints)
        return self._told()

    def _find_leads(self, people: list[Person]) -> None:
        """Give each lead of the roster an id: the one they have, or a new one."""
        claimed: set[str] = set()
        in_order = sorted(people, key=lambda person: self._called_so(person) is None)
        for person in in_order:
            found = self._called_so(person)
            free = [one for one in self._ids.get(person.name.casefold(), ()) if one not in claimed]
            active = [one for one in free if not self._leads[one].is_retired]
            if found is None and len(active) > 1:
                self._complaints.append(
                    _("row {row}: there are {n} leads called {name}; give the handle of who is meant").format(
                        row=person.row, n=len(active), name=person.name
                    )
                )
                continue
            identity = found or next(iter(active or free), None)
            if identity is None:
                identity = self._new_lead(person)
            elif not self._leads[identity].is_retired:
                was = self._leads[identity]
                self._leads[identity] = was._replace(role=person.role or was.role, handle=person.handle or was.handle)
            claimed.add(identity)
            self._touched.add(identity)

    def _called_so(self, person: Person) -> str | None:
        """The lead who has the name and the handle of a person in the roster."""
        if person.handle is None:
            return None
        known = self._ids.get(person.name.casefold(), ())
        return next((one for one in known if self._leads[one].handle.casefold() == person.handle.casefold()), None)

    def _new_lead(self, person: Person) -> str:
        lead = Lead(self._new_id(), person.name, person.role or USUAL_ROLE, person.handle or "")
        self._leads[lead.id] = lead
        self._ids.setdefault(person.name.casefold(), []).append(lead.id)
        return lead.id

    def _lead_teams(self) -> None:
        """Say of each team in the roster who leads it, where that can be told."""
        led: dict[str, tuple[int, str]] = {}
        for each in self._listed:
            for team in each.teams:
                self._team(team)
                if each.lead is None:
                    continue
                row, name = led.setdefault(team.casefold(), (each.row, each.lead))
                if name.casefold() != each.lead.casefold():
                    self._complaints.append(
                        _("row {row}: {team} is led by {name} in row {row2}, here by {lead}").format(
                            row=each.row, team=team, name=name, row2=row, lead=each.lead
                        )
                    )
        by_role = sorted(
            (each for each in self._listed if each.leads), key=lambda each: "lead" not in (each.role or "").lower()
        )
        for each in by_role:
            for team in each.teams:
                led.setdefault(team.casefold(), (each.row, each.name))
        for key, (row, name) in led.items():
            self._give_lead(self._team_ids[key], row, name)

    def _give_lead(self, team_id: str, row: int, name: str) -> None:
        team = self._teams[team_id]
        ids = [one for one in self._ids.get(name.casefold(), ()) if not self._leads[one].is_retired]
        if len(ids) > 1 and team.lead not in ids:
            self._complaints.append(
                _("row {row}: there are {n} leads called {name}; say in the program who leads {name2}").format(
                    row=row, n=len(ids), name=name, name2=team.name
                )
            )
        elif ids and team.lead not in ids and team.retired_on is None:
            self._teams[team_id] = team._replace(lead=ids[0])

    def _team(self, name: str) -> str:
        identity = self._team_ids.get(name.casefold())
        if identity is None:
            team = TeamRow(self._new_id(), name)
            identity = self._team_ids[name.casefold()] = team.id
            self._teams[identity] = team
        self._touched.add(identity)
        return identity

    def _fill_teams(self) -> None:
        """Put everyone who does not lead their team among its members."""
        taken: dict[str, set[str]] = {}
        self._handle_new_leads()
        for each in self._listed:
            for team_id in (self._team_ids[team.casefold()] for team in each.teams):
                team, there = self._teams[team_id], self._of_team.setdefault(team_id, {})
                lead = self._leads.get(team.lead or "")
                if team.retired_on is not None or (lead is not None and lead.name.casefold() == each.name.casefold()):
                    continue
                if team_id not in taken:
                    taken[team_id] = {self._members[one].handle.casefold() for one in there.values()}
                self._join(each, team_id, "" if lead is None else lead.handle.casefold(), taken[team_id])

    def _join(self, each: Listed, team_id: str, of_lead: str, taken: set[str]) -> None:
        """One more member of a team, or one who is there already and may get another handle."""
        there = self._of_team[team_id]
        known = self._members.get(there.get(each.name.casefold(), ""))
        wanted = None if each.leads else each.handle
        if wanted is None and known is not None:
            self._touched.add(known.id)
            return
        before = set() if known is None else {known.handle.casefold()}
        if wanted is not None and wanted.casefold() in (taken - before) | {of_lead}:
            self._complaints.append(
                _("row {row}: somebody else in {name} has the handle '{wanted}'").format(
                    row=each.row, name=self._teams[team_id].name, wanted=wanted
                )
            )
            return
        handle = wanted or free_handle(each.name, taken | {of_lead})
        row = MemberRow(self._new_id(), team_id, handle, each.name) if known is None else known._replace(handle=handle)
        taken.difference_update(before)
        taken.add(handle.casefold())
        there[each.name.casefold()] = row.id
        self._members[row.id] = row
        self._touched.add(row.id)

    def _set_apart(self) -> None:
        """Give members another handle whose lead has theirs now."""
        of_team: dict[str, list[MemberRow]] = {}
        for member in self._members.values():
            of_team.setdefault(member.team, []).append(member)
        for team_id, members in of_team.items():
            for __, now in apart(members, self._leads.get(self._teams[team_id].lead or "")):
                self._members[now.id] = now

    def _handle_new_leads(self) -> None:
        """Give the new leads without a handle one that nobody beside them has."""
        taken = {lead.handle.casefold() for lead in self._leads.values() if not lead.is_retired}
        beside: dict[str, set[str]] = {}
        for member in self._members.values():
            lead_id = self._teams[member.team].lead
            if lead_id is not None:
                beside.setdefault(lead_id, set()).add(member.handle.casefold())
        for identity, lead in self._leads.items():
            if identity not in self._was and not lead.handle:
                handle = free_handle(lead.name, taken | beside.get(identity, set()))
                taken.add(handle.casefold())
                self._leads[identity] = lead._replace(handle=handle)

    def _see_that_handles_differ(self) -> None:
        names: dict[str, Lead] = {}
        for lead in self._leads.values():
            if lead.handle and not lead.is_retired:
                other = names.setdefault(lead.handle.casefold(), lead)
                if other is not lead and (lead != self._was.get(lead.id) or other != self._was.get(other.id)):
                    self._complaints.append(
                        _("the handle '{handle}' would be {other_name}'s and {lead_name}'s").format(
                            handle=lead.handle, other_name=other.name, lead_name=lead.name
                        )
                    )

    def _told(self) -> Plan:
        leads = list(_differing(self._was, self._leads))
        teams = list(_differing(self._teams_were, self._teams))
        members = list(_differing(self._members_were, self._members))
        changed = {now.id for __, now in leads} | {now.id for __, now in teams} | {now.id for __, now in members}
        retired = [self._leads[one].name for one in self._touched if one in self._leads and self._leads[one].is_retired]
        retired += [
            team.name for one in self._touched if (team := self._teams.get(one)) and team.retired_on is not None
        ]
        names = {each.id: each.name for each in self._leads.values()}
        names |= {each.id: each.name for each in self._teams.values()}
        return Plan(leads, teams, members, len(self._touched - changed) - len(retired), sorted(retired), names)


def _differing(was: dict[str, Row], now: dict[str, Row]) -> Iterator[tuple[Row | None, Row]]:
    """Each row that is not as it was, or new."""
    return ((was.get(identity), row) for identity, row in now.items() if was.get(identity) != row)
