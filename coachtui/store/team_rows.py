"""Teams as rows of their tables, and back: a team comes with its lead's name, its members and its usual times."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from coachtui.model.people import Lead, Member, Slot, Team, free_handle
from coachtui.store.errors import NotFound
from coachtui.store.file import NotebookFile
from coachtui.store.of_kinds import of_kinds
from coachtui.store.rows import Rows
from coachtui.wording import _

LEAD_KINDS = "ttttD"
_BY_NAME = "ORDER BY name COLLATE NOCASE, n"
_LEAD_NAMES = "SELECT id, name FROM leads WHERE retired_on IS NULL"
_SPOKEN_IN = """
SELECT id, handle FROM members WHERE team = ?1
UNION ALL SELECT leads.id, leads.handle FROM leads JOIN teams ON teams.lead = leads.id
WHERE teams.id = ?1 AND leads.retired_on IS NULL
"""


class TeamRow(NamedTuple):
    """A team as its row; `lead` is an id, also of one who retired."""

    id: str
    name: str
    lead: str | None = None
    retired_on: date | None = None


class MemberRow(NamedTuple):
    """A member as a row; `team` is an id."""

    id: str
    team: str
    handle: str
    name: str


def apart(members: Iterable[MemberRow], lead: Lead | None) -> Iterator[tuple[MemberRow, MemberRow]]:
    """Those members who need another handle beside a lead who has theirs, as they were and as they would be."""
    members = list(members)
    if lead is None or not lead.handle:
        return
    taken = {each.handle.casefold() for each in members} | {lead.handle.casefold()}
    for each in members:
        if each.handle.casefold() == lead.handle.casefold() and each.name.casefold() != lead.name.casefold():
            now = each._replace(handle=free_handle(each.name, taken))
            taken.add(now.handle.casefold())
            yield each, now


class SlotRow(NamedTuple):
    """A usual time as a row; `team` is an id."""

    id: str
    team: str
    weekday: int
    minute: int
    minutes: int

    @property
    def slot(self) -> Slot:
        """The time itself."""
        return Slot(self.weekday, self.minute, self.minutes)


class TeamRows:
    """Reads teams; every method raises a NotebookError if the file can't be read."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file
        self.teams = Rows(file, "teams", TeamRow, "ttTD")
        self.members = Rows(file, "members", MemberRow, "tttt")
        self.leads = Rows(file, "leads", Lead, LEAD_KINDS)
        self.slots = Rows(file, "slots", SlotRow, "ttnnn")

    def all(self) -> list[Team]:
        """Every team that has not retired, by name, with its lead, members and usual times."""
        return self._whole(self.teams.where(f"retired_on IS NULL {_BY_NAME}"), "")

    def retired(self) -> list[Team]:
        """Those that have, by name."""
        return self._whole(self.teams.where(f"retired_on IS NOT NULL {_BY_NAME}"), "")

    def get(self, team_id: str) -> Team:
        """The team with this id. Raises NotFound."""
        return self._whole([self.row(team_id)], "team = ?", team_id)[0]

    def led_by(self, lead_id: str) -> list[Team]:
        """The teams of a lead that have not retired, by name."""
        rows = self.teams.where(f"lead = ? AND retired_on IS NULL {_BY_NAME}", lead_id)
        return self._whole(rows, "team IN (SELECT id FROM teams WHERE lead = ?)", lead_id)

    def called(self, name: str) -> list[Team]:
        """The teams of this name, large and small letters alike; those that have not retired come first."""
        rows = self.teams.where("name = ? COLLATE NOCASE ORDER BY retired_on IS NOT NULL, n", name)
        return self._whole(rows, "team IN (SELECT id FROM teams WHERE name = ? COLLATE NOCASE)", name)

    def row(self, team_id: str) -> TeamRow:
        """The row of the team with this id. Raises NotFound."""
        found = self.teams.find(team_id)
        if found is None:
            raise NotFound(_("That team is no longer in the notebook. Nothing was changed."))
        return found

    def spoken_in(self, team_id: str, but: str = "") -> set[str]:
        """The handles, in small letters, of those who may be typed in the meetings of a team."""
        rows = (of_kinds("tt", row) for row in self._file.rows(_SPOKEN_IN, (team_id,)))
        return {handle.casefold() for identity, handle in rows if handle and identity != but}

    def _whole(self, rows: Iterable[TeamRow], theirs: str, *values: object) -> list[Team]:
        """The teams of these rows; `theirs` picks their members and usual times, as SQL behind WHERE."""
        members: dict[str, list[Member]] = {}
        slots: dict[str, list[Slot]] = {}
        for member in self.members.where(theirs, *values):
            members.setdefault(member.team, []).append(Member(member.handle, member.name, member.id))
        for row in self.slots.where(theirs, *values):
            slots.setdefault(row.team, []).append(row.slot)
        names: dict[str, str] = dict(of_kinds("tt", row) for row in self._file.rows(_LEAD_NAMES))
        return [self._team(row, names, members.get(row.id, ()), slots.get(row.id, ())) for row in rows]

    @staticmethod
    def _team(row: TeamRow, names: dict[str, str], members: Iterable[Member], slots: Iterable[Slot]) -> Team:
        lead = row.lead if row.lead in names else None
        return Team(
            row.id, row.name, names.get(row.lead or ""), tuple(members), lead, tuple(sorted(slots)), row.retired_on
        )
