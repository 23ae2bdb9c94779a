"""Adding a lead: a name is enough, a role and a team are offered."""

from typing import Any

from coachtui.model.answers import NO, YES_NO, is_yes, told
from coachtui.model.people import ROLES, USUAL_ROLE, Lead, role_meant
from coachtui.tui.rooms.describing_leads import DescribesLeads
from coachtui.wording import _, _t


class EditsLeads(DescribesLeads):
    """A room in which leads are added too."""

    def known(self) -> list[Lead]:
        """Everyone, also who has retired."""
        raise NotImplementedError

    def team_names(self) -> list[str]:
        """The names of the teams."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Add a lead: a name is enough."""
        self.say(_("Enter goes on, Esc leaves it. Tab completes."))
        self.ask_for("lead", _("Name"), "", self._named)

    def _named(self, name: str) -> None:
        if not name:
            self.hush()
            return

        known = [lead for lead in self.known() if lead.name.casefold() == name.casefold()]
        if not known:
            self._ask_for_role(name, another=False)
            return
        who = ", ".join(
            _("{role}, typed as {handle}:").format(role=_t(lead.role), handle=lead.handle) for lead in known
        )
        gone = _(" One who has retired comes back with x.") if any(lead.is_retired for lead in known) else ""
        self.say(_("There is a lead called {name} already ({who}).{gone}").format(name=name, who=who, gone=gone))
        self.ask(_("Add another of that name? yes or no"), _t(NO), lambda words: self._another(name, words), told(YES_NO),
                 about="lead-again")  # fmt: skip

    def _another(self, name: str, words: str) -> None:
        if is_yes(words):
            self._ask_for_role(name, another=True)
        else:
            self.say(_("Nothing was added."))

    def _ask_for_role(self, name: str, *, another: bool) -> None:
        self.ask(
            _("Role"),
            _t(USUAL_ROLE),
            lambda role: self._ask_for_team(name, role_meant(role), another=another),
            told(ROLES),
            about="role",
        )

    def _ask_for_team(self, name: str, role: str, *, another: bool) -> None:
        self.ask(
            _("Team they lead, if any"), "", lambda team: self._add(name, role, team, another=another), self.team_names(),
            about="lead-team",
        )  # fmt: skip

    def _add(self, name: str, role: str, team: str, *, another: bool) -> None:
        def said(added: tuple[Lead, list[str]]) -> str:
            lead, subjects = added
            self.touched(*subjects)
            self.sheet.go_to(lead.id)
            typed = _(" In a meeting, {handle}: names who speaks.").format(handle=lead.handle) if lead.handle else ""
            return _("{name} is added.{typed}").format(name=lead.name, typed=typed)

        self.change(lambda notebook: _added(notebook, name, role, team, another), said)


def _added(notebook: Any, name: str, role: str, team: str, another: bool) -> tuple[Lead, list[str]]:
    """Add a lead, and give them a team, known or new; whose changes these are, in order."""
    lead: Lead = notebook.leads.add(name, role, another=another)
    if not team:
        return lead, [lead.id]
    known = [each for each in notebook.teams.called(team) if not each.is_retired]
    given = notebook.teams.give_lead(known[0].id, lead.id) if known else notebook.teams.add(team, lead.id)
    return lead, [lead.id, given.id]
