"""A team's page: its lead, its members, its usual times, its last meetings."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.observation import Observation
from coachtui.model.people import Member, Slot, Team
from coachtui.model.slot_text import read_slot, slot_text
from coachtui.model.timing import clock_text, local_time
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import TEAM
from coachtui.tui.rooms.editing_teams import EditsTeams
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

MEETINGS = 10


class _Read(NamedTuple):
    team: Team
    meetings: list[Observation]
    leads: list[str]


class TeamRoom(EditsTeams):
    """The page of one team."""

    NAME = TEAM
    BINDINGS = bindings_for(TEAM)

    def __init__(self, workplace: Workplace, team_id: str) -> None:
        super().__init__(workplace)
        self.team_id = team_id
        self._team: Team | None = None
        self._leads: list[str] = []

    def read(self, notebook: Any) -> _Read:
        """The team, its last meetings, and the names of the leads."""
        meetings = notebook.observations.of_team(self.team_id, MEETINGS)
        return _Read(notebook.teams.get(self.team_id), meetings, [lead.name for lead in notebook.leads.all()])

    def lead_names(self) -> list[str]:
        """The names of the leads."""
        return self._leads

    def rows(self, shown: _Read) -> Iterable[SheetRow]:
        """The sections of the page."""
        self._team, self._leads = shown.team, shown.leads
        since = shown.team.retired_on
        retired = (
            "" if since is None else _("retired on {day}").format(day=say_date(since, self.workplace.clock.today()))
        )
        self.show_place(shown.team.name, retired)
        return self._rows(shown)

    def _rows(self, shown: _Read) -> Iterator[SheetRow]:
        team, today = shown.team, self.workplace.clock.today()
        yield SheetRow(
            "lead", _("Lead"), team.lead or _("nobody yet: Enter names who leads it"), is_faint=team.lead is None
        )
        yield heading(_("Members"), _("typed before a colon when they speak") if team.members else "")
        for member in team.members:
            yield SheetRow(f"member:{member.id}", f"{member.handle}:" if member.handle else "-", member.name)
        if not team.members:
            yield SheetRow(
                "member", "", _("No members yet. a adds them, with commas between their names."), is_faint=True
            )
        yield heading(_("Usual times"))
        for slot in team.slots:
            yield SheetRow(f"slot:{slot.weekday}-{slot.minute}-{slot.minutes}", slot_text(slot))
        if not team.slots:
            yield SheetRow("slot", "", _("No usual time yet. s notes one: Tue 10:40, 45 min."), is_faint=True)
        yield heading(_("Last meetings"))
        for each in shown.meetings:
            day = say_date(local_time(each.anchor.utc_ms, each.zone).date(), today)
            words = f"{day} {clock_text(each.anchor.utc_ms, each.zone)}"
            yield SheetRow(f"seen:{each.id}", words, each.lead or "", counted(each.lines, "{n} line", "{n} lines"))
        if not shown.meetings:
            yield SheetRow("", "", _("None seen yet. o begins an observation."), is_faint=True)

    def subject(self) -> str:
        """What is done to this team is taken back here."""
        return self.team_id

    def chosen(self, row: SheetRow) -> None:
        """Open a meeting, or change what the row tells of."""
        kind, __, identity = row.key.partition(":")
        member = self._member(identity)
        if kind == "seen":
            self.post_message(GoTo("reading", identity))
        elif member is not None:
            self._edit_member(member)
        else:
            {"lead": self.action_edit, "member": self.action_add, "slot": self.action_slot}[kind]()

    def _member(self, identity: str) -> Member | None:
        members = () if self._team is None else self._team.members
        return next((each for each in members if each.id == identity), None)

    def _edit_member(self, member: Member) -> None:
        def named(name: str) -> None:
            self.say(_("The short name that is typed before a colon when they speak."))
            self.ask(_("Short name"), member.handle, lambda handle: self._describe_member(member, name, handle),
                     about="short-name")  # fmt: skip

        self.ask(_("Name"), member.name, named, about="member-name")

    def _describe_member(self, member: Member, name: str, handle: str) -> None:
        self.change(lambda notebook: notebook.teams.describe_member(member.id, name, handle),
                    lambda now: _("{name}, typed as {handle}:").format(name=now.name, handle=now.handle))  # fmt: skip

    def action_open(self) -> None:
        """Open or change what is under the cursor."""
        self.sheet.action_select()

    def action_add(self) -> None:
        """Add members."""
        self.say(_("With commas between their names."))
        self.ask_for(f"members:{self.team_id}", _("Members"), "", self._add_members)

    def _add_members(self, words: str) -> None:
        names = [name.strip() for name in words.split(",") if name.strip()]

        def said(added: list[Member]) -> str:
            return _("Added: {members}.").format(
                members=", ".join(f"{member.name} ({member.handle}:)" for member in added)
            )

        if names:
            self.change(lambda notebook: notebook.teams.add_members(self.team_id, names), said)
        else:
            self.hush()

    def action_slot(self) -> None:
        """Note a usual time."""
        self.say(_("For example Tue 10:40, 45 min, or Tue 10:40-11:25."))
        self.ask_for(f"slot:{self.team_id}", _("Usually meets"), "", self._add_slot)

    def _add_slot(self, words: str) -> str | None:
        slot = read_slot(words)
        if slot is not None:
            self.change(
                lambda notebook: notebook.teams.add_slot(self.team_id, slot),
                _("Noted: {slot}.").format(slot=slot_text(slot)),
            )
        elif words:
            return _("'{words}' is no time that can be read. Tue 10:40, 45 min is one.").format(words=words)
        return None

    def action_take_out(self) -> None:
        """Take out the member or the time under the cursor."""
        row = self.sheet.under_cursor
        kind, __, identity = ("", "", "") if row is None else row.key.partition(":")
        if kind == "member" and identity:
            self.change(
                lambda notebook: notebook.teams.take_out_member(identity),
                lambda gone: _("{name} is taken out; what they said stays. Ctrl+Z brings them back.").format(
                    name=gone.name
                ),
            )
        elif kind == "slot" and identity:
            slot = Slot(*map(int, identity.split("-")))
            self.change(lambda notebook: notebook.teams.take_out_slot(self.team_id, slot),
                        _("{slot} is taken out. Ctrl+Z brings it back.").format(slot=slot_text(slot)))  # fmt: skip
        else:
            self.say(_("Put the cursor on a member or a usual time first."))

    def action_observe(self) -> None:
        """Sit in on a meeting of this team."""
        if self._team is not None:
            self.post_message(GoTo("observe", team=self._team.name, lead=self._team.lead))

    def action_edit(self) -> None:
        """Describe the team anew."""
        if self._team is not None:
            self.edit_team(self._team)
