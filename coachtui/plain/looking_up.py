"""Where everything begins: the newest observations, the leads, one thing by its reference."""

from coachtui.model.people import lead_meant
from coachtui.plain.sharing_out import GoesOut
from coachtui.plain.spoken import observation_words
from coachtui.plain.things import open_lead, open_ref
from coachtui.wording import _, _t

_NEWEST = 10


class LooksUp(GoesOut):
    """A conversation from which anything that is written can be found and read."""

    def do_observations(self, rest: str) -> None:
        """The newest observations."""
        number, __ = self.numbered(rest)
        found = self.session.notebook.observations.latest(int(number) if number.isdigit() else _NEWEST)
        for each in found:
            self.say(observation_words(each))
        self.say(_("read and a reference reads one.") if found else _("There is none yet. observe begins one."))

    def do_leads(self, __: str) -> None:
        """The leads."""
        teams = self.session.notebook.teams.all()
        leads = self.session.notebook.leads.all()
        for lead in leads:
            led = ", ".join(team.name for team in teams if team.lead_id == lead.id)
            self.say(f"{lead.name}, {_t(lead.role)}{f', {led}' if led else ''}.")
        self.say(
            _("lead and a name says a page.")
            if leads
            else _("There is none yet. A lead named while you observe is one.")
        )

    def do_lead(self, rest: str) -> None:
        """A lead's page."""
        leads = self.session.notebook.leads.all() + self.session.notebook.leads.retired()
        meant = lead_meant(rest, leads)
        if meant is None:
            self.say(
                _("Say whose: {names}.").format(names=", ".join(each.name for each in leads) or _("there is none yet"))
            )
        else:
            open_lead(self.session, meant.id)

    def do_read(self, rest: str) -> None:
        """Read one thing."""
        if rest:
            open_ref(self.session, rest)
        else:
            self.say(_("Say its reference: read last reads the newest observation."))
