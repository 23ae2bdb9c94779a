"""Of a difficult conversation only what the lead agreed to passes the gate; no six words of the plan do."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.at_the_gate import come_to_the_gate
from coachtui.model.share import Chosen
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.sharing import a_school, gate_for, share

MARK = "zq{} she hides the plans since the summer"
NOT_SHARED = ("why", "facts", "my_part", "their_view", "opening", "request", "replies", "outcome", "reflection")


def plan_of(desk: Desk, *, held: bool = True) -> str:
    """A plan full of words, held and agreed on."""

    def work(notebook: Notebook) -> str:
        lead = notebook.leads.called("Dana Ruiz")[0].id
        plans = notebook.conversations
        plan = plans.plan(lead, with_whom="T2")
        for place, part in enumerate(NOT_SHARED):
            plans.add_row(plan.id, part, MARK.format(place), "lead", is_private=place % 2 == 0)
        plans.add_row(plan.id, "agreed", "we spoke about the plans and agreed on one way", "lead", is_private=False)
        plans.add_row(plan.id, "agreed", MARK.format("private"), "principal", is_private=True)
        plans.commit(plan.id, "put the plan into the folder by three", date(2026, 3, 18))
        plans.commit(plan.id, "look at it the same evening, every time", whose="principal")
        plans.keep(plan.id, "follow_up_on", date(2026, 3, 24))
        if held:
            plans.mark(plan.id, "held", date(2026, 3, 10))
        return plan.id

    return desk.do(work)


def test_only_what_was_agreed_to_leaves(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk)
    words = share(desk, f"conversation:{plan}").words
    assert "A conversation, Tuesday, March 10, 2026" in words
    assert "we spoke about the plans and agreed on one way" in words
    assert "- put the plan into the folder by three (by Wednesday, March 18, 2026)" in words
    assert "- The principal: look at it the same evening, every time" in words
    assert "We look at it again on Tuesday, March 24, 2026." in words
    assert "zq" not in words and "T2" not in words
    gate = desk.do(lambda notebook: gate_for(notebook, desk, f"conversation:{plan}"))
    assert gate.summary.left_out.mine == len(NOT_SHARED) + 1
    entry = desk.do(lambda notebook: notebook.record.about("conversation", plan))
    assert entry is not None and entry.kind == "conversation"


def test_a_plan_that_was_not_held_never_comes_to_the_gate(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk, held=False)
    with pytest.raises(NotebookError, match="a plan never leaves"):
        desk.do(lambda notebook: come_to_the_gate(notebook, f"conversation:{plan}", desk.clock.today(), {}))


@pytest.mark.parametrize("part", ["facts", "opening", "outcome", "reflection"])
def test_six_words_of_a_plan_stop_whatever_is_to_leave(tmp_path: Path, part: str) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk)
    assert desk.do(lambda notebook: gate_for(notebook, desk)).overlapping() == set()
    words = "so four of nine name the variable in it"
    desk.do(lambda notebook: notebook.conversations.add_row(plan, part, words, "lead", is_private=False))
    assert len(desk.do(lambda notebook: gate_for(notebook, desk)).overlapping()) == 1


def test_what_was_noticed_in_a_rehearsal_and_why_it_was_set_aside_stop_it_too(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk, held=False)
    words = "four of nine name the variable here"
    desk.do(lambda notebook: notebook.conversations.rehearse(plan, 60, words))
    assert len(desk.do(lambda notebook: gate_for(notebook, desk)).overlapping()) == 1
    desk.do(lambda notebook: notebook.undo(plan))
    desk.do(lambda notebook: notebook.conversations.mark(plan, "set aside", because=words))
    assert len(desk.do(lambda notebook: gate_for(notebook, desk)).overlapping()) == 1


def test_a_fact_from_a_line_is_no_more_private_than_the_line(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk)
    line = next(each for each in desk.lines() if each.text.startswith("Four of nine"))

    def fact(words: str) -> None:
        desk.do(lambda notebook: notebook.conversations.add_row(
            plan, "facts", words, "principal", is_private=True, source=line.id))  # fmt: skip

    fact(f"8:30 {line.text}")
    assert desk.do(lambda notebook: gate_for(notebook, desk)).overlapping() == set()
    fact(f"{line.text}, and I know of none who cares about it")
    assert desk.do(lambda notebook: gate_for(notebook, desk)).overlapping() == set()
    private = desk.do(lambda notebook: notebook.record.private_among(
        frozenset({("i", "know", "of", "none", "who", "cares")}), Chosen("observation", "o1", "nobody")))  # fmt: skip
    assert len(private) == 1, "what was written behind it is the principal's own"


def test_what_was_asked_for_may_be_agreed_to_in_the_same_words_unless_they_are_the_principals_alone(
    tmp_path: Path,
) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk)
    words = "send the plan to everyone by Wednesday at three"
    desk.do(lambda notebook: notebook.conversations.add_row(plan, "request", words, "lead", is_private=False))
    desk.do(lambda notebook: notebook.conversations.add_row(plan, "agreed", words, "lead", is_private=False))
    assert desk.do(lambda notebook: gate_for(notebook, desk, f"conversation:{plan}")).overlapping() == set()
    desk.do(lambda notebook: notebook.conversations.add_row(plan, "reflection", words, "principal", is_private=True))
    assert len(desk.do(lambda notebook: gate_for(notebook, desk, f"conversation:{plan}")).overlapping()) == 1


def test_a_line_that_is_discarded_is_gone_from_every_plan(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    plan = plan_of(desk)
    line = desk.file("tom: “xyzzy is what they call it”", desk.clock.now())
    add = desk.do(lambda notebook: notebook.conversations.add_row(
        plan, "facts", f"9:14 {line.text}", "principal", is_private=True, source=line.id))  # fmt: skip
    desk.do(lambda notebook: notebook.conversations.change_row(add.id, words="xyzzy again"))
    desk.do(lambda notebook: notebook.discarding.discard(line.id))
    assert not any("xyzzy" in row.words for row in desk.do(lambda notebook: notebook.conversations.rows_of(plan)))
    assert b"xyzzy" not in desk.places.notebook.read_bytes()
    desk.do(lambda notebook: notebook.rebuild())
    while desk.do(lambda notebook: notebook.undo(plan)):
        assert b"xyzzy" not in desk.places.notebook.read_bytes()
