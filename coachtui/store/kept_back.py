"""What is kept back unless it is chosen: closing words, and reflections on a cycle."""

from collections.abc import Iterator

from coachtui.model.closing import Closing
from coachtui.model.share import Chosen
from coachtui.store.file import NotebookFile
from coachtui.store.of_kinds import of_kinds

_CLOSINGS = """
SELECT closings.observation, observations.lead, strength, step_idea, question
FROM closings LEFT JOIN observations ON observations.id = closings.observation
"""
_REFLECTIONS = "SELECT id, lead, lead_reflection, my_reflection FROM cycles"
_SAID_TO_THEM = ("step", "1:1", "feedback")
"""What was said to the lead before it is shared: what was in mind for it after one of their meetings has become that."""


def texts_kept_back(file: NotebookFile, chosen: Chosen) -> Iterator[str]:
    """All of it, but for what this sharing was made of by choice."""
    yield from _closing_words(file, chosen)
    yield from _reflections(file, chosen)


def _closing_words(file: NotebookFile, chosen: Chosen) -> Iterator[str]:
    for row in file.rows(_CLOSINGS):
        observation, lead, *texts = of_kinds("tTttt", row)
        if chosen.kind in _SAID_TO_THEM and lead == chosen.lead:
            continue
        own = chosen.parts if (chosen.kind, chosen.about) == ("observation", observation) else ()
        yield from (text for key, text in zip(Closing._fields, texts, strict=True) if key not in own)


def _reflections(file: NotebookFile, chosen: Chosen) -> Iterator[str]:
    for row in file.rows(_REFLECTIONS):
        cycle, lead, theirs, mine = of_kinds("tttt", row)
        own = chosen.parts if (chosen.kind, chosen.about) == ("reflection", cycle) else ()
        if "the lead" not in own and not (chosen.kind in _SAID_TO_THEM and lead == chosen.lead):
            yield theirs
        if "the principal" not in own:
            yield mine
