"""`coachtui list KIND`: what is in the notebook."""

from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, WrongUsage, open_notebook
from coachtui.commandline.cycles import cycles_list, steps_list
from coachtui.commandline.facts import lead_facts, observation_facts, team_facts
from coachtui.commandline.speech import count, say, say_json, say_table
from coachtui.commandline.usage import KINDS
from coachtui.model.observation import Observation
from coachtui.model.people import Lead, Team
from coachtui.model.slot_text import slot_text
from coachtui.model.timing import local_time

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_EMPTY = {
    "leads": "There are no leads in this notebook yet. Press l on Today, then a; or 'coachtui import' a roster.",
    "teams": "There are no teams in this notebook yet. Press l on Today, then t and a; or 'coachtui import' a roster.",
    "cycles": "There are no cycles in this notebook yet. In the program, a lead's page begins one.",
    "steps": "There are no steps in this notebook yet. In the program, a lead's cycle drafts one.",
    "observations": "There are no observations in this notebook yet. 'coachtui observe' begins one.",
}


def run(call: Call) -> int:
    """Print one list. Raises WrongUsage for a kind that is none."""
    kind: str = call.options.kind.lower()
    if kind not in KINDS:
        raise WrongUsage(f"'{kind[:60]}' can't be listed. These can: {', '.join(KINDS)}.")
    with open_notebook(call) as notebook:
        facts, rows = _read(notebook, kind, call)
    if call.as_json:
        say_json(facts)
    elif rows:
        say_table(rows)
    else:
        say(_EMPTY.get(kind, f"coachtui keeps no {kind} yet, so there is nothing to list."))
    return 0


def _read(notebook: "Notebook", kind: str, call: Call) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """The facts and the rows for reading of one kind."""
    if kind == "observations":
        found = notebook.observations.all()
        return [observation_facts(one) for one in found], [observation_row(one) for one in found]
    if kind == "leads":
        leads = notebook.leads.all() + (notebook.leads.retired() if call.options.all else [])
        teams = notebook.teams.all()
        return [lead_facts(lead, teams) for lead in leads], [_lead_row(lead, teams) for lead in leads]
    if kind == "teams":
        teams = notebook.teams.all() + (notebook.teams.retired() if call.options.all else [])
        return [team_facts(team) for team in teams], [_team_row(team) for team in teams]
    if kind == "cycles":
        return cycles_list(notebook, call.clock.today())
    return steps_list(notebook, call.clock.today()) if kind == "steps" else ([], [])


def _lead_row(lead: Lead, teams: list[Team]) -> list[str]:
    """A lead in columns: name, what is typed for them, role, teams."""
    led = [team.name for team in teams if team.lead_id == lead.id]
    return [lead.name, f"{lead.handle}:", lead.role, ", ".join(led) or _since(lead.retired_on)]


def _team_row(team: Team) -> list[str]:
    """A team in columns: name, lead, usual times, members."""
    members = ", ".join(member.name for member in team.members)
    times = "; ".join(map(slot_text, team.slots))
    return [team.name, team.lead or _since(team.retired_on) or "no lead yet", times, members]


def _since(day: date | None) -> str:
    return "" if day is None else f"retired {day.isoformat()}"


def observation_row(observation: Observation) -> list[str]:
    """An observation in columns: reference, when it began, its state, how many lines, whose it is."""
    began = local_time(observation.anchor.utc_ms, observation.zone)
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return [
        observation.ref,
        f"{began:%a %b} {began.day}, {began.year}  {began.hour}:{began.minute:02d}",
        "cut off" if observation.state == "interrupted" else observation.state,
        count(observation.lines, "line"),
        names or observation.source or "team not known",
    ]
