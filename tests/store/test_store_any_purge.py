"""Any two leads, whatever was done about either: once one is purged, the notebook is as if only the other had ever been."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.places import Places
from coachtui.store import leaving_out
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.canaries import plan_for, traces_but_record
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, seconds_on
from tests.support.state import faults_of

GOES, STAYS = "Zqxana Zqxruiz", "Maria Okafor"
VERBS = ("file", "rewrite", "account", "closing", "draft", "undo", "redo", "step", "reword", "cycle", "goal", "undo lead",
         "redo lead", "feedback", "cite", "plan", "row", "item", "rebuild")  # fmt: skip
DEEDS = st.lists(st.tuples(st.booleans(), st.sampled_from(VERBS), st.integers(0, 5)), max_size=30)


def do(notebook: Notebook, goes: bool, verb: str, pick: int) -> None:
    """One deed about one of the two, or none where there is nothing to do it to."""
    name, meeting, word = (GOES, "o-goes", "zqx") if goes else (STAYS, "o-stays", "kept")
    lead = notebook.leads.called(name)[0].id
    text = f"{word} {verb} {pick}"

    def one_of(found: list[Any]) -> Any:
        return found[pick % len(found)]

    lines = notebook.lines.of(meeting)
    deeds: dict[str, Any] = {
        "file": lambda: notebook.lines.file(meeting, read_line(text), seconds_on(pick), notebook_id(notebook, meeting)),
        "rewrite": lambda: notebook.lines.rewrite(one_of(lines).id, read_line(f"{text} anew")),
        "account": lambda: notebook.accounts.give(one_of(lines).id, text),
        "closing": lambda: notebook.closings.keep(meeting, Closing(text, "", "")),
        "draft": lambda: notebook.drafts.keep(Draft(meeting, text, pick, seconds_on(pick))),
        "undo": lambda: notebook.undo(meeting),
        "redo": lambda: notebook.redo(meeting),
        "step": lambda: notebook.steps.draft(lead, text, observation=meeting),
        "reword": lambda: notebook.steps.keep(one_of(notebook.steps.of(lead)).id, "words", text),
        "cycle": lambda: notebook.cycles.begin(lead),
        "goal": lambda: notebook.cycles.keep(one_of(notebook.cycles.of(lead)).id, "goal", text),
        "undo lead": lambda: notebook.undo(lead),
        "redo lead": lambda: notebook.redo(lead),
        "feedback": lambda: notebook.feedback.begin(lead, meeting, "usual", text),
        "cite": lambda: notebook.feedback.cite(one_of(notebook.feedback.of(lead)).id, one_of(lines).id),
        "plan": lambda: notebook.conversations.plan(lead, with_whom=word),
        "row": lambda: notebook.conversations.add_row(one_of(notebook.conversations.of(lead)).id, "facts", text, "lead",
                                                      is_private=False),
        "item": lambda: notebook.items.add(lead, text),
        "rebuild": notebook.rebuild,
    }  # fmt: skip
    try:
        deeds[verb]()
    except (NotebookError, ZeroDivisionError):
        return


def notebook_id(notebook: Notebook, meeting: str) -> str:
    row = notebook.file.row("SELECT count(*) FROM events WHERE subject = ?", (meeting,))
    return f"{meeting}-{row[0] if row else 0}"


@contextmanager
def a_notebook(*names: str) -> Iterator[tuple[Notebook, Path]]:
    """A notebook with these leads, each with a meeting."""
    folder = Path(tempfile.mkdtemp())
    with Notebook.open(make_home(folder), FakeClock(step_ms=1)) as notebook:
        for name in names:
            notebook.people.add_lead(name)
            notebook.observations.begin("o-goes" if name == GOES else "o-stays", seconds_on(0), "UTC", lead=name)
        yield notebook, folder / "home"
    shutil.rmtree(folder)


def told(notebook: Notebook) -> list[Any]:
    """What there is of the one who stays, and how much of it can be undone, without the ids that differ."""
    lead = notebook.leads.called(STAYS)[0].id
    rows = (
        [(line.text, line.at_ms, line.place) for line in notebook.lines.of("o-stays")],
        [(each.words, each.state) for each in notebook.steps.of(lead)],
        [each.goal for each in notebook.cycles.of(lead)],
    )
    beside = [each.text for each in notebook.feedback.of(lead)], [each.words for each in notebook.items.of(lead)]
    drafts = notebook.file.rows("SELECT scope, text FROM drafts ORDER BY scope")
    return [
        rows,
        beside,
        drafts,
        notebook.closings.of("o-stays"),
        notebook.standing("o-stays"),
        notebook.standing(lead),
    ]


def through_all(notebook: Notebook) -> list[Any]:
    """The same at every stop on the way back through all that was, and on again to its end."""
    found = [told(notebook)]
    for verb in (notebook.undo, notebook.redo):
        while verb("o-stays") is not None:
            found.append(told(notebook))
    return found


def compared(deeds: list[tuple[bool, str, int]]) -> None:
    """Do all of it, purge the one, and hold it against a notebook in which only the other's was done."""
    with a_notebook(GOES, STAYS) as (both, home), a_notebook(STAYS) as (only, _):
        for goes, verb, pick in deeds:
            do(both, goes, verb, pick)
            if not goes:
                do(only, goes, verb, pick)
        both.purging.purge(plan_for(both, GOES), Places(home))
        assert faults_of(both) == [] and traces_but_record(home) == []
        assert through_all(both) == through_all(only)
        assert faults_of(both) == [] and traces_but_record(home) == []


@pytest.mark.goal("C5")
@given(DEEDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_after_a_purge_it_is_as_if_only_the_other_had_been(deeds: list[tuple[bool, str, int]]) -> None:
    compared(deeds)


@pytest.mark.deep
@given(DEEDS)
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_after_very_many_purges_too(deeds: list[tuple[bool, str, int]]) -> None:
    compared(deeds)


@pytest.mark.goal("C5", sabotage=True)
def test_it_is_not_blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: what happened still tells of the one who is gone."""
    monkeypatch.setattr(leaving_out, "strike_out", lambda *_, **__: None)
    with pytest.raises(AssertionError):
        compared([(True, "file", 1), (False, "file", 2)])
