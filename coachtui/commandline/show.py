"""`coachtui show REF`: one observation, cycle or step, or a lead's page, in plain text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.cycles import cycle_or_step_told
from coachtui.commandline.facts import whole_facts
from coachtui.commandline.refs import lead_called, observation_called
from coachtui.commandline.speech import say, say_json
from coachtui.model.line import Kind, Line
from coachtui.model.people import Lead
from coachtui.model.whole import Whole

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def run(call: Call) -> int:
    """Print one observation with all its lines, and its half-typed line if there is one; or a cycle, a step, a lead."""
    from coachtui.sharing.text import as_text

    with open_notebook(call) as notebook:
        told = cycle_or_step_told(notebook, call.options.ref, call.clock.today())
        if told is not None:
            say_json(told[0]) if call.as_json else say(told[1])
            return 0
        lead = lead_called(notebook, call.options.ref)
        if lead is not None:
            return _show_lead(call, notebook, lead)
        observation = observation_called(notebook, call.options.ref)
        whole = notebook.whole(observation)
    if not call.options.in_confidence:
        whole = _covered(whole)
    if call.as_json:
        say_json(whole_facts(observation, whole.lines, whole.draft))
        return 0
    say(as_text(whole).removesuffix("\n"))
    if whole.draft is not None:
        say(f"\nHalf-typed: {whole.draft.text}")
    return 0


def _show_lead(call: Call, notebook: "Notebook", lead: Lead) -> int:
    from coachtui.commandline.lead_text import lead_text, page_facts

    today = call.clock.today()
    page = notebook.lead_pages.of(lead.id, today)
    if call.as_json:
        say_json(page_facts(page, today))
    else:
        say(lead_text(page, today))
    return 0


def _covered(whole: Whole) -> Whole:
    """The same with nothing of the lines in confidence but their times: someone may look over the shoulder."""
    confided = {line.id for line in whole.lines if line.kind is Kind.IN_CONFIDENCE}
    return replace(
        whole,
        lines=[_without_words(line) if line.id in confided else line for line in whole.lines],
        accounts=[account for account in whole.accounts if account.line not in confided],
    )


def _without_words(line: Line) -> Line:
    return line._replace(speaker=None, text="", codes=(), starred=False)
