"""Leads and teams on the command line: as lists, and a lead's page."""

from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.commandline.facts import lead_facts, team_facts
from coachtui.commandline.refs import lead_called
from coachtui.model.people import Lead, Team
from coachtui.model.slot_text import slot_text
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def leads_list(notebook: "Notebook", with_retired: bool) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Every lead, as facts and as rows."""
    leads = notebook.leads.all() + (notebook.leads.retired() if with_retired else [])
    teams = notebook.teams.all()
    return [lead_facts(lead, teams) for lead in leads], [_lead_row(lead, teams) for lead in leads]


def teams_list(notebook: "Notebook", with_retired: bool) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Every team, as facts and as rows."""
    teams = notebook.teams.all() + (notebook.teams.retired() if with_retired else [])
    return [team_facts(team) for team in teams], [_team_row(team) for team in teams]


def lead_told(notebook: "Notebook", words: str, today: date) -> tuple[dict[str, Any], str] | None:
    """The page of the lead with this name, as facts and as text; None where there is none."""
    from coachtui.commandline.lead_text import lead_text, page_facts

    lead = lead_called(notebook, words)
    if lead is None:
        return None
    page = notebook.lead_pages.of(lead.id, today)
    return page_facts(page, today), lead_text(page, today)


def _lead_row(lead: Lead, teams: list[Team]) -> list[str]:
    """A lead in columns: name, what is typed for them, role, teams."""
    led = [team.name for team in teams if team.lead_id == lead.id]
    return [lead.name, f"{lead.handle}:", _t(lead.role), ", ".join(led) or _since(lead.retired_on)]


def _team_row(team: Team) -> list[str]:
    """A team in columns: name, lead, usual times, members."""
    members = ", ".join(member.name for member in team.members)
    times = "; ".join(map(slot_text, team.slots))
    return [team.name, team.lead or _since(team.retired_on) or _("no lead yet"), times, members]


def _since(day: date | None) -> str:
    return "" if day is None else _("retired {day}").format(day=day.isoformat())
