"""Adding a team, saying another name or lead, letting a team go."""

from typing import Any

from coachtui.model.answers import YES, YES_NO, is_yes, told
from coachtui.model.people import Team, lead_meant
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.wording import _, _t


class EditsTeams(SheetRoom):
    """A room in which teams are added and described: a few short questions, each with what is known already."""

    def lead_names(self) -> list[str]:
        """The names of the leads."""
        raise NotImplementedError

    def touched(self, *subjects: str) -> None:
        """These were changed just now."""

    def add_team(self) -> None:
        """Ask for the name and the lead, and add it."""
        self.say(_("Enter goes on, Esc leaves it. Tab completes."))
        self.ask_for(
            "team", _("Name of the team"), "", lambda name: self._ask_for_lead(name, None) if name else self.hush()
        )

    def edit_team(self, team: Team) -> None:
        """Ask for the name and the lead; what is not changed stays."""
        self.say(_("Enter goes on, Esc leaves it as it was."))
        self.ask(
            _("Name of the team"), team.name, lambda name: self._ask_for_lead(name or team.name, team), about="team"
        )

    def _ask_for_lead(self, name: str, team: Team | None) -> None:
        known = "" if team is None else team.lead or ""
        self.say(_("Who leads it; nothing where nobody does for now. A new name becomes a lead."))
        self.ask(_("Lead, if any"), known, lambda lead: self._keep(name, lead, team), self.lead_names(),
                 about="team-lead")  # fmt: skip

    def _keep(self, name: str, lead: str, team: Team | None) -> None:
        def said(kept: tuple[Team, list[str]]) -> str:
            now, subjects = kept
            self.touched(*subjects)
            self.sheet.go_to(now.id)
            if not subjects:
                return _("Nothing was changed.")
            if not now.lead:
                return _("{name}, with no lead for now.").format(name=now.name)
            is_new = now.lead_id in subjects
            whole = _("{name}, led by {lead}, who is a new lead.") if is_new else _("{name}, led by {lead}.")
            return whole.format(name=now.name, lead=now.lead)

        self.change(lambda notebook: _kept(notebook, name, lead, team), said)

    def retire_or_bring_back_team(self, team: Team) -> None:
        """Ask, then let a team go; one that had gone comes back at once."""
        if team.is_retired:
            self._do(
                team, lambda notebook: notebook.teams.bring_back(team.id), _("{name} is back.").format(name=team.name)
            )
            return
        self.say(_("{name} leaves the lists. What was written stays.").format(name=team.name))
        self.ask(
            _("Retire the team? yes or no"),
            _t(YES),
            lambda words: self._retire(team, words),
            told(YES_NO),
            about="retire",
        )

    def _retire(self, team: Team, words: str) -> None:
        if not is_yes(words):
            self.say(_("Nothing was changed."))
            return
        today = self.workplace.clock.today()
        self._do(team, lambda notebook: notebook.teams.retire(team.id, today),
                 _("{name} has retired. Ctrl+Z brings it back.").format(name=team.name))  # fmt: skip

    def _do(self, team: Team, work: Any, saying: str) -> None:
        def said(__: object) -> str:
            self.touched(team.id)
            return saying

        self.change(work, said)


def _kept(notebook: Any, name: str, lead: str, team: Team | None) -> tuple[Team, list[str]]:
    """Add a team, or describe one anew; whose changes these are, in order."""
    leads = notebook.leads.all()
    before = {each.id for each in leads}
    meant = lead_meant(lead, leads)
    lead = meant.name if meant is not None else lead
    same = team is not None and lead.casefold() == (team.lead or "").casefold()
    lead_id = (team.lead_id if team else None) if same else None if not lead else notebook.people.add_lead(lead).id
    subjects = [lead_id] if lead_id is not None and lead_id not in before and not same else []
    if team is None:
        added: Team = notebook.teams.add(name, lead_id)
        return added, [*subjects, added.id]
    now = team
    if name != team.name:
        now = notebook.teams.rename(team.id, name)
        subjects.append(team.id)
    if not same:
        now = notebook.teams.give_lead(team.id, lead_id)
        subjects.append(team.id)
    return now, subjects
