"""`export` of what was shared: the very words that left last, in every form."""

import json
from pathlib import Path

import pytest

from coachtui.model.share import Share
from coachtui.sharing.written_out import written_from
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.program import Answer, ask, run
from tests.support.read_back import pdf_words, rows_of, squeezed
from tests.support.sharing import LEAD, a_school, gate_for, share, through


def exported(desk: Desk, *words: str) -> Answer:
    return ask(desk.places.home, "export", *words)


def entry_of(desk: Desk) -> str:
    """The reference of the only entry."""
    return str(ask(desk.places.home, "list", "entries").said.split()[0])


def lead_of(notebook: Notebook) -> str:
    return notebook.people.lead_called(LEAD) or ""


@pytest.mark.parametrize("form", ["txt", "md", "docx", "pdf"])
def test_an_entry_is_exported_in_the_words_that_left_last(tmp_path: Path, form: str) -> None:
    desk, out = a_school(tmp_path), tmp_path / f"out.{form}"
    shared = share(desk)
    answer = exported(desk, entry_of(desk), "-o", str(out))
    assert answer.complaint == f"Written: '{out}'. These words left into the record, version 1, on Tue Mar 10.\n"
    rows = written_from(shared.words, "", desk.clock.today()).rows()
    words = [pdf_words(out.read_bytes())] if form == "pdf" else rows_of(out.read_bytes(), form)
    assert words == ([squeezed("".join(rows))] if form == "pdf" else rows)
    assert "too fast" not in "".join(words)


def test_to_standard_output_and_into_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = a_school(tmp_path)
    shared = share(desk)
    entry = entry_of(desk)
    assert exported(desk, entry, "--to", "md").said == f"{shared.words}\n"
    assert exported(desk, entry).said.startswith("Observation of Grade 4 Math, Tuesday, March 10, 2026\n\n")
    monkeypatch.chdir(tmp_path)
    names = [exported(desk, entry, "--to", "docx").complaint.split("'")[1] for _ in range(2)]
    assert names == ["Observation for Dana Ruiz, 2026-03-10.docx", "Observation for Dana Ruiz, 2026-03-10 (2).docx"]
    assert exported(desk, "last", "--to", "pdf").complaint.startswith("Written: 'Observation o")
    assert run(desk.places.home, "export", entry, "--to", "csv").code == 2


def test_feedback_a_step_and_a_cycle(tmp_path: Path) -> None:
    desk = a_school(tmp_path)

    def begun(notebook: Notebook) -> tuple[str, str, str]:
        lead = lead_of(notebook)
        cycle = notebook.cycles.begin(lead)
        notebook.cycles.keep(cycle.id, "goal", "Everyone speaks with substance")
        step = notebook.steps.draft(lead, "Asks where we see that", cycle.id)
        return notebook.feedback.begin(lead, "o1", "", "You waited nine seconds.").ref, step.ref, cycle.ref

    refs = desk.do(begun)
    for ref in refs:
        answer = exported(desk, ref)
        assert answer.code == 1 and "shared yet, so nothing was exported" in answer.complaint and answer.said == ""

    def handed_over(notebook: Notebook) -> list[Share]:
        feedback, step, cycle = refs
        wishes = (
            f"feedback:{notebook.feedback.get(feedback).id}",
            f"step:{notebook.steps.get(step).id}",
            f"intention:{notebook.cycles.get(cycle).id}",
        )
        gates = [through(notebook, gate_for(notebook, desk, wish)) for wish in wishes]
        ways = ("docx", "clipboard", "pdf")
        return [notebook.ledger.hand_over(gate.sending(), way) for gate, way in zip(gates, ways, strict=True)]

    for ref, shared in zip(refs, desk.do(handed_over), strict=True):
        assert exported(desk, ref, "--to", "md").said == f"{shared.words}\n"
    assert desk.do(lambda notebook: notebook.feedback.get(refs[0]).state) == "shared"
    assert json.loads(ask(desk.places.home, "list", "entries", "--json").said) == []


def test_a_later_version_is_the_one_that_is_exported(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    share(desk, change=lambda gate: gate.edited("title", "In other words"))
    assert exported(desk, entry_of(desk)).said.startswith("In other words\n")
