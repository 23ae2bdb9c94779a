"""Teams: added, renamed, given a lead, members and usual times; retired, brought back."""

from collections.abc import Sequence
from datetime import date

from coachtui.model.happening import MEMBERS_ADDED
from coachtui.model.people import Member, Slot, Team, free_handle
from coachtui.store.errors import NotebookError
from coachtui.store.leads import see_that_it_is_free
from coachtui.store.present import Change
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.team_rows import MemberRow, SlotRow, TeamRow, TeamRows, apart
from coachtui.wording import _, _m


class Teams(Shelf):
    """The teams shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, rows: TeamRows) -> None:
        super().__init__(desk)
        self._teams = rows
        self.all = rows.all
        self.retired = rows.retired
        self.get = rows.get
        self.led_by = rows.led_by
        self.called = rows.called

    def add(self, name: str, lead_id: str | None = None, members: tuple[str, ...] = ()) -> Team:
        """Put a team on the shelf; one without a lead is one too. Refused for a name that a team has."""

        def work(__: object) -> Team:
            self._see_that_name_is_free(name)
            return self.within_add(name.strip(), lead_id, members)

        return self._file.write(work)

    def within_add(self, name: str, lead_id: str | None = None, members: tuple[str, ...] = ()) -> Team:
        """Put a new team on the shelf, within the caller's transaction."""
        team = TeamRow(self._new_id(), name, lead_id)
        changes = [self._teams.teams.change(None, team)]
        lead = self._teams.leads.find(lead_id or "")
        taken = set() if lead is None else {lead.handle.casefold()}
        for member in members:
            row = MemberRow(self._new_id(), team.id, free_handle(member, taken), member)
            taken.add(row.handle.casefold())
            changes.append(self._teams.members.change(None, row))
        self._record(team.id, _m("team added"), *changes)
        return self.get(team.id)

    def rename(self, team_id: str, name: str) -> Team:
        """Call a team by another name. Refused for one that another team has."""

        def work(__: object) -> Team:
            was = self._teams.row(team_id)
            self._see_that_name_is_free(name, team_id)
            self._changed(_m("team renamed"), was, was._replace(name=name.strip()))
            return self.get(team_id)

        return self._file.write(work)

    def give_lead(self, team_id: str, lead_id: str | None) -> Team:
        """Say who leads a team; None says that nobody does for now. A member with the handle of the lead gets another."""

        def work(__: object) -> Team:
            was = self._teams.row(team_id)
            lead = None if lead_id is None else self._teams.leads.get(lead_id)
            moved = apart(self._teams.members.where("team = ?", team_id), lead)
            others = [self._teams.members.change(before, after) for before, after in moved]
            self._changed(_m("lead of the team named"), was, was._replace(lead=lead_id), *others)
            return self.get(team_id)

        return self._file.write(work)

    def retire(self, team_id: str, day: date) -> Team:
        """A team meets no more: what was written stays; retiring twice is once."""

        def work(__: object) -> Team:
            was = self._teams.row(team_id)
            self._changed(_m("team retired"), was, was._replace(retired_on=was.retired_on or day))
            return self.get(team_id)

        return self._file.write(work)

    def bring_back(self, team_id: str) -> Team:
        """A team that had retired meets again. Refused where another has its name now."""

        def work(__: object) -> Team:
            was = self._teams.row(team_id)
            self._see_that_name_is_free(was.name, team_id)
            self._changed(_m("team brought back"), was, was._replace(retired_on=None))
            return self.get(team_id)

        return self._file.write(work)

    def add_members(self, team_id: str, names: Sequence[str]) -> list[Member]:
        """Several teachers join a team, as one happening. Refused where one of them is there already."""
        return self._file.write(lambda __: self._within_add_members(team_id, names))

    def _within_add_members(self, team_id: str, names: Sequence[str]) -> list[Member]:
        identity, taken = self._teams.row(team_id).id, self._teams.spoken_in(team_id)
        there = {each.name.casefold() for each in self._teams.members.where("team = ?", identity)}
        rows: list[MemberRow] = []
        for name in map(str.strip, names):
            if not name:
                raise NotebookError(_("A name needs a letter at least. Nothing was changed."))
            if name.casefold() in there:
                raise NotebookError(_("{name} is in this team already. Nothing was changed.").format(name=name))
            rows.append(MemberRow(self._new_id(), identity, free_handle(name, taken), name))
            there.add(name.casefold())
            taken.add(rows[-1].handle.casefold())
        words = _m("member added") if len(rows) == 1 else MEMBERS_ADDED.format(n=len(rows))
        self._record(identity, words, *(self._teams.members.change(None, row) for row in rows))
        return [Member(row.handle, row.name, row.id) for row in rows]

    def describe_member(self, member_id: str, name: str, handle: str) -> Member:
        """Call a member by another name or handle."""

        def work(__: object) -> Member:
            was = self._teams.members.get(member_id)
            now = was._replace(name=name.strip() or was.name, handle=handle)
            if now.handle != was.handle:
                see_that_it_is_free(now.handle, self._teams.spoken_in(was.team, member_id))
            if now != was:
                self._record(was.team, _m("member described"), self._teams.members.change(was, now))
            return Member(now.handle, now.name, now.id)

        return self._file.write(work)

    def take_out_member(self, member_id: str) -> Member:
        """A teacher leaves a team; what they said stays in the observations."""

        def work(__: object) -> Member:
            was = self._teams.members.get(member_id)
            self._record(was.team, _m("member taken out"), self._teams.members.change(was, None))
            return Member(was.handle, was.name, was.id)

        return self._file.write(work)

    def add_slot(self, team_id: str, slot: Slot) -> Slot:
        """Note when a team usually meets; the same time twice is once."""
        return self._file.write(lambda __: self.within_add_slot(team_id, slot))

    def within_add_slot(self, team_id: str, slot: Slot) -> Slot:
        """The same, within the caller's transaction."""
        identity = self._teams.row(team_id).id
        if slot not in (each.slot for each in self._teams.slots.where("team = ?", identity)):
            row = SlotRow(self._new_id(), identity, *slot)
            self._record(identity, _m("usual time noted"), self._teams.slots.change(None, row))
        return slot

    def take_out_slot(self, team_id: str, slot: Slot) -> Slot:
        """A team does not usually meet then any more."""

        def work(__: object) -> Slot:
            changes = [
                self._teams.slots.change(each, None)
                for each in self._teams.slots.where("team = ?", team_id)
                if each.slot == slot
            ]
            if changes:
                self._record(team_id, _m("usual time taken out"), *changes)
            return slot

        return self._file.write(work)

    def _changed(self, what: str, was: TeamRow, now: TeamRow, *others: Change) -> None:
        if now != was:
            self._record(was.id, what, self._teams.teams.change(was, now), *others)

    def _see_that_name_is_free(self, name: str, team_id: str = "") -> None:
        if not name.strip():
            raise NotebookError(_("A name needs a letter at least. Nothing was changed."))
        if any(each.id != team_id and not each.is_retired for each in self.called(name.strip())):
            raise NotebookError(
                _("There is a team called {name} already. Nothing was changed.").format(name=name.strip())
            )
