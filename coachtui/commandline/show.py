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
        whole = notebook.whole(observation)
    if call.as_json:
        say_json(whole_facts(observation, whole.lines, whole.draft))
        return 0
    say(as_text(whole).removesuffix("\n"))
    if whole.draft is not None:
        say(f"\nHalf-typed: {whole.draft.text}")
    return 0
