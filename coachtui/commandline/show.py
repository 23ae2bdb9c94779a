"""`coachtui show REF`: one observation, in plain text."""

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.facts import whole_facts
from coachtui.commandline.refs import observation_called
from coachtui.commandline.speech import say, say_json


def run(call: Call) -> int:
    """Print one observation with all its lines, and its half-typed line if there is one."""
    from coachtui.sharing.text import as_text

    with open_notebook(call) as notebook:
        observation = observation_called(notebook, call.options.ref)
        lines = notebook.lines.of(observation.id)
        gaps = notebook.observations.gaps(observation.id)
        draft = notebook.drafts.get(observation.id)
    if call.as_json:
        say_json(whole_facts(observation, lines, draft))
        return 0
    say(as_text(observation, lines, gaps).removesuffix("\n"))
    if draft is not None:
        say(f"\nHalf-typed: {draft.text}")
    return 0
