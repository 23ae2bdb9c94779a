"""`coachtui list KIND`: what is in the notebook."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, WrongUsage, open_notebook
from coachtui.commandline.conversations import conversations_list
from coachtui.commandline.cycles import cycles_list, steps_list
from coachtui.commandline.entries import entries_list
from coachtui.commandline.facts import observation_facts
from coachtui.commandline.feedback import feedback_list
from coachtui.commandline.one_on_ones import deadlines_list, one_on_ones_list
from coachtui.commandline.people import leads_list, teams_list
from coachtui.commandline.speech import say, say_json, say_table
from coachtui.commandline.usage import KINDS
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.observation import Observation
from coachtui.model.timing import local_time
from coachtui.wording import _, _t, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_EMPTY = {
    "leads": _("There are no leads in this notebook yet. Press l on Today, then a; or 'coachtui import' a roster."),
    "teams": _(
        "There are no teams in this notebook yet. Press l on Today, then t and a; or 'coachtui import' a roster."
    ),
    "cycles": _("There are no cycles in this notebook yet. In the program, a lead's page begins one."),
    "steps": _("There are no steps in this notebook yet. In the program, a lead's cycle drafts one."),
    "feedback": _("There is no feedback in this notebook yet. In the program, f in an observation drafts it."),
    "entries": _("Nothing was shared yet, so no record has entries. In an observation, g shares it with its lead."),
    "one-on-ones": _("There are no 1:1s in this notebook yet. In the program, Ctrl+P and 'All 1:1s' leads to them."),
    "deadlines": _("There are no deadlines in this notebook yet. In the program, Ctrl+P and 'Deadlines' adds one."),
    "conversations": _(
        "There are no conversations in this notebook yet. In the program, Ctrl+P and 'Conversations' plans one."
    ),
    "observations": _("There are no observations in this notebook yet. 'coachtui observe' begins one."),
}
_List = tuple[list[dict[str, Any]], list[list[str]]]


def run(call: Call) -> int:
    """Print one list. Raises WrongUsage for a kind that is none."""
    kind: str = call.options.kind.lower()
    if kind not in KINDS:
        raise WrongUsage(
            _("'{kind}' can't be listed. These can: {kinds}.").format(kind=kind[:60], kinds=", ".join(KINDS))
        )
    with open_notebook(call) as notebook:
        facts, rows = _read(notebook, kind, call)
    if call.as_json:
        say_json(facts)
    elif rows:
        say_table(rows)
    else:
        say(_EMPTY[kind])
    return 0


def _read(notebook: "Notebook", kind: str, call: Call) -> _List:
    """The facts and the rows for reading of one kind."""
    of_people: dict[str, Callable[[Notebook, bool], _List]] = {"leads": leads_list, "teams": teams_list}
    of_days: dict[str, Callable[[Notebook, date], _List]] = {
        "cycles": cycles_list, "steps": steps_list, "one-on-ones": one_on_ones_list, "deadlines": deadlines_list,
        "conversations": conversations_list,
    }  # fmt: skip
    if kind in of_people:
        return of_people[kind](notebook, call.options.all)
    if kind in of_days:
        return of_days[kind](notebook, call.clock.today())
    if kind == "observations":
        found = notebook.observations.all()
        return [observation_facts(one) for one in found], [observation_row(one) for one in found]
    if kind == "feedback":
        return feedback_list(notebook, call)
    return entries_list(notebook)


def observation_row(observation: Observation) -> list[str]:
    """An observation in columns: reference, when it began, its state, how many lines, whose it is."""
    began = local_time(observation.anchor.utc_ms, observation.zone)
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return [
        observation.ref,
        f"{weekday_day_year(began)}  {began.hour}:{began.minute:02d}",
        _("cut off") if observation.state == "interrupted" else _t(observation.state),
        counted(observation.lines, "{n} line", "{n} lines"),
        names or _t(observation.source or "") or _("team not known"),
    ]
