"""`coachtui list KIND`: what is in the notebook."""

from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, WrongUsage, open_notebook
from coachtui.commandline.entries import entries_list
from coachtui.commandline.facts import lead_facts, observation_facts, team_facts
from coachtui.commandline.speech import count, say, say_json, say_table
from coachtui.commandline.usage import KINDS
from coachtui.model.observation import Observation
from coachtui.model.timing import local_time

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_EMPTY = {
    "leads": "There are no leads in this notebook yet. Name one with 'coachtui observe --lead NAME'.",
    "teams": "There are no teams in this notebook yet. Name one with 'coachtui observe --team NAME'.",
    "entries": "Nothing was shared yet, so no record has entries. In an observation, g shares it with its lead.",
    "observations": "There are no observations in this notebook yet. 'coachtui observe' begins one.",
}


def run(call: Call) -> int:
    """Print one list. Raises WrongUsage for a kind that is none."""
    kind: str = call.options.kind.lower()
    if kind not in KINDS:
        raise WrongUsage(f"'{kind[:60]}' can't be listed. These can: {', '.join(KINDS)}.")
    with open_notebook(call) as notebook:
        facts, rows = _read(notebook, kind)
    if call.as_json:
        say_json(facts)
    elif rows:
        say_table(rows)
    else:
        say(_EMPTY.get(kind, f"coachtui keeps no {kind} yet, so there is nothing to list."))
    return 0


def _read(notebook: "Notebook", kind: str) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """The facts and the rows for reading of one kind."""
    if kind == "observations":
        found = notebook.observations.all()
        return [observation_facts(one) for one in found], [observation_row(one) for one in found]
    if kind == "leads":
        teams = notebook.people.teams()
        leads = [lead_facts(lead, teams) for lead in notebook.people.leads()]
        return leads, [[lead["name"], lead["role"], ", ".join(lead["teams"])] for lead in leads]
    if kind == "teams":
        found_teams = notebook.people.teams()
        rows = [
            [team.name, team.lead or "no lead yet", ", ".join(member.name for member in team.members)]
            for team in found_teams
        ]
        return [team_facts(team) for team in found_teams], rows
    return entries_list(notebook) if kind == "entries" else ([], [])


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
