"""Rosters: a list of people is taken in as one happening, and taken back as one."""

from collections.abc import Iterable, Sequence

from coachtui.model.listed import Listed
from coachtui.store.imports import ROSTER_TAKEN_IN
from coachtui.store.leads import Leads
from coachtui.store.present import Change, Watch
from coachtui.store.roster_plan import Known, Plan, Planner
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.team_rows import TeamRows

ROSTER = "roster"
"""Every roster is of one subject, so that the one taken in last is the one taken back first."""


class Rosters(Shelf):
    """The rosters shelf. Every verb raises a NotebookError, or Unsound; then nothing was changed."""

    def __init__(self, desk: Desk, leads: Leads, teams: TeamRows) -> None:
        super().__init__(desk)
        self._leads = leads
        self._teams = teams

    def plan(self, listed: Sequence[Listed]) -> Plan:
        """What would be new and what would change; nothing is changed."""
        known = Known(self._leads.rows.where(), self._teams.teams.where(), self._teams.members.where())
        return Planner(known, listed, self._new_id).plan()

    def take_in(self, listed: Sequence[Listed], watch: Watch = iter) -> Plan:
        """Add who is new and change what differs, all of it or nothing; nobody is ever taken out."""

        def work(_: object) -> Plan:
            plan = self.plan(listed)
            if not plan.is_nothing:
                self._record(ROSTER, ROSTER_TAKEN_IN, *self._changes(plan), watch=watch)
            return plan

        return self._file.write(work)

    def _changes(self, plan: Plan) -> Iterable[Change]:
        yield from (self._leads.rows.change(was, now) for was, now in plan.leads)
        yield from (self._teams.teams.change(was, now) for was, now in plan.teams)
        yield from (self._teams.members.change(was, now) for was, now in plan.members)
