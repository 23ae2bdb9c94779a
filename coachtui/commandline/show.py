"""`coachtui show REF`: one thing of the notebook, in plain text."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.conversations import conversation_told
from coachtui.commandline.cycles import cycle_or_step_told
from coachtui.commandline.entries import entry_told
from coachtui.commandline.facts import whole_facts
from coachtui.commandline.feedback import feedback_told
from coachtui.commandline.one_on_ones import one_on_one_told
from coachtui.commandline.people import lead_told
from coachtui.commandline.refs import observation_called
from coachtui.commandline.speech import say, say_json
from coachtui.model.line import Kind, Line
from coachtui.model.whole import Whole
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def run(call: Call) -> int:
    """Print one observation with all its lines and its half-typed line; or what else the words name."""
    from coachtui.sharing.text import as_text

    with open_notebook(call) as notebook:
        told = _told(notebook, call)
        if told is not None:
            say_json(told[0]) if call.as_json else say(told[1])
            return 0
        observation = observation_called(notebook, call.options.ref, of_any_kind=True)
        whole = notebook.whole(observation)
    if not call.options.in_confidence:
        whole = _covered(whole)
    if call.as_json:
        say_json(whole_facts(observation, whole.lines, whole.draft))
        return 0
    say(as_text(whole).removesuffix("\n"))
    if whole.draft is not None:
        say(_("\nHalf-typed: {text}").format(text=whole.draft.text))
    return 0


def _told(notebook: "Notebook", call: Call) -> tuple[dict[str, Any], str] | None:
    """What is no observation, as facts and as text: a cycle, step, conversation, 1:1, feedback, entry, or a lead's page."""
    ref, today = call.options.ref, call.clock.today()
    return (
        cycle_or_step_told(notebook, ref, today)
        or conversation_told(notebook, ref, today, with_private=call.options.private)
        or one_on_one_told(notebook, ref, today, with_private=call.options.private)
        or feedback_told(notebook, call)
        or entry_told(notebook, ref)
        or lead_told(notebook, ref, today)
    )


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
