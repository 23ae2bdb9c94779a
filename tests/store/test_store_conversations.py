"""Conversations and supports in the notebook: every verb on a real file, opened again before each."""

from datetime import date
from functools import partial

import pytest

from coachtui.model.conversation import CONVERSATION_STATES, Conversation, ConversationState
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of

WEDNESDAY = date(2026, 3, 11)


@pytest.fixture
def lead(desk: Desk) -> str:
    desk.do(lambda notebook: notebook.people.add_team("Math", "Maria Okafor", ("Tom",)))
    return str(desk.do(lambda notebook: notebook.leads.called("Maria Okafor")[0].id))


def plan_with(desk: Desk, lead: str) -> Conversation:
    return desk.do(lambda notebook: notebook.conversations.plan(lead, scenario="takes-over", with_whom=" T2 "))


def of(desk: Desk, plan: Conversation) -> Conversation:
    return desk.do(lambda notebook: notebook.conversations.get(plan.id))


def mark(plan_id: str, state: ConversationState, notebook: Notebook) -> Conversation:
    return notebook.conversations.mark(plan_id, state, WEDNESDAY)


def sound(desk: Desk) -> bool:
    before = desk.do(lambda notebook: (notebook.conversations.all(), notebook.supports.all()))
    assert desk.do(faults_of) == []
    desk.do(lambda notebook: notebook.rebuild())
    return before == desk.do(lambda notebook: (notebook.conversations.all(), notebook.supports.all()))


def test_a_plan_is_kept_field_by_field_and_taken_back_in_turn(desk: Desk, lead: str) -> None:
    plan = plan_with(desk, lead)
    assert plan.ref.startswith("p") and (plan.with_whom, plan.state, plan.held_by) == ("T2", "planning", "lead")
    assert plan.begun_on == date(2026, 3, 10)
    desk.do(lambda notebook: notebook.conversations.keep(plan.id, "day", WEDNESDAY))
    desk.do(lambda notebook: notebook.conversations.keep(plan.id, "held_by", "principal"))
    assert (of(desk, plan).day, of(desk, plan).held_by) == (WEDNESDAY, "principal")
    undone = desk.do(lambda notebook: notebook.undo(plan.id))
    assert undone is not None and undone.what == "whose conversation it is"
    assert desk.do(lambda notebook: notebook.conversations.get(plan.ref.upper())).held_by == "lead"
    assert [each.id for each in desk.do(lambda notebook: notebook.conversations.of(lead))] == [plan.id]
    assert sound(desk)
    with pytest.raises(NotFound, match="There is no conversation 'p0'"):
        desk.do(lambda notebook: notebook.conversations.get("p0"))
    with pytest.raises(NotFound, match="That lead is no longer"):
        desk.do(lambda notebook: notebook.conversations.plan("nobody"))


def test_it_goes_on_is_set_aside_and_taken_up_but_never_back(desk: Desk, lead: str) -> None:
    plan = plan_with(desk, lead)
    desk.do(lambda notebook: notebook.conversations.mark(plan.id, "set aside", because="she apologised"))
    assert (of(desk, plan).set_aside_because, of(desk, plan).is_open) == ("she apologised", False)
    assert desk.do(lambda notebook: notebook.conversations.all_open()) == []
    for state in CONVERSATION_STATES[:4]:
        desk.do(partial(mark, plan.id, state))
    assert (of(desk, plan).held_on, of(desk, plan).followed_on) == (WEDNESDAY, WEDNESDAY)
    with pytest.raises(NotebookError, match=r"is followed up\. Nothing was changed"):
        desk.do(lambda notebook: notebook.conversations.mark(plan.id, "planning"))
    assert sound(desk)


def test_rows_stand_in_their_order_and_the_principals_alone_are_not_read_for_both(desk: Desk, lead: str) -> None:
    plan = plan_with(desk, lead)

    def add(part: str, words: str, *, private: bool = False) -> str:
        return desk.do(lambda notebook: notebook.conversations.add_row(
            plan.id, part, words, "principal", is_private=private).id)  # fmt: skip

    first, _, hidden = add("facts", "one"), add("facts", "two"), add("my_part", "mine", private=True)
    desk.do(lambda notebook: notebook.conversations.change_row(first, words="one, at last", day=WEDNESDAY))
    rows = desk.do(lambda notebook: notebook.conversations.rows_of(plan.id))
    assert [(row.words, row.place, row.is_private) for row in rows] == [
        ("one, at last", 1, False), ("mine", 1, True), ("two", 2, False),
    ]  # fmt: skip
    assert hidden not in [row.id for row in desk.do(lambda notebook: notebook.together.seen(plan.id).rows)]
    desk.do(lambda notebook: notebook.conversations.take_out_row(first))
    desk.do(lambda notebook: notebook.undo(plan.id))
    assert len(desk.do(lambda notebook: notebook.conversations.rows_of(plan.id))) == 3
    with pytest.raises(NotFound):
        desk.do(lambda notebook: notebook.conversations.add_row("none", "facts", "x", "lead", is_private=False))
    assert sound(desk)


def test_a_commitment_is_a_row_and_a_step_of_the_lead_in_one(desk: Desk, lead: str) -> None:
    plan = plan_with(desk, lead)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(lead).id)
    desk.do(lambda notebook: notebook.conversations.mark(plan.id, "held", date(2026, 3, 9)))
    row = desk.do(lambda notebook: notebook.conversations.commit(plan.id, "Ask Sofia first", WEDNESDAY))
    (step,) = desk.do(lambda notebook: notebook.steps.of(lead))
    assert (row.part, row.source, row.day, row.is_private) == ("commitments", step.id, WEDNESDAY, False)
    assert (step.words, step.state, step.by_when, step.agreed_on, step.cycle) == (
        "Ask Sofia first", "agreed", WEDNESDAY, date(2026, 3, 9), cycle,
    )  # fmt: skip
    mine = desk.do(lambda notebook: notebook.conversations.commit(plan.id, "Sit in", whose="principal"))
    assert mine.source is None and mine.place == 2 and len(desk.do(lambda notebook: notebook.steps.of(lead))) == 1
    desk.do(lambda notebook: notebook.undo(plan.id))
    desk.do(lambda notebook: notebook.undo(plan.id))
    assert desk.do(lambda notebook: notebook.steps.of(lead)) == []
    assert desk.do(lambda notebook: notebook.conversations.rows_of(plan.id)) == []
    desk.do(lambda notebook: notebook.redo(plan.id))
    assert [each.id for each in desk.do(lambda notebook: notebook.steps.of(lead))] == [step.id]
    desk.do(lambda notebook: notebook.steps.mark(step.id, "tried"))
    desk.do(lambda notebook: notebook.undo(plan.id))
    desk.do(lambda notebook: notebook.undo(lead))
    assert desk.do(lambda notebook: notebook.steps.of(lead)) == [] and sound(desk)


def test_advice_is_put_aside_and_rehearsals_are_logged_beside_a_plan(desk: Desk, lead: str) -> None:
    plan = plan_with(desk, lead)
    desk.do(lambda notebook: notebook.conversations.put_aside(plan.id, "opening.argues", "but"))
    desk.do(lambda notebook: notebook.conversations.put_aside(plan.id, "opening.argues", "but"))
    desk.do(lambda notebook: notebook.conversations.rehearse(plan.id, 310, "too fast", "Maria speaks"))
    (away,) = desk.do(lambda notebook: notebook.conversations.not_here_of(plan.id))
    (run,) = desk.do(lambda notebook: notebook.conversations.rehearsals_of(plan.id))
    assert (away.rule, away.words, run.seconds, run.note, run.role) == (
        "opening.argues", "but", 310, "too fast", "Maria speaks",
    )  # fmt: skip
    (spot,) = desk.do(lambda notebook: notebook.words.find("too fast"))
    assert (spot.table, spot.opens, spot.ref, spot.lead) == ("conversations", plan.id, plan.ref, "Maria Okafor")
    desk.do(lambda notebook: notebook.undo(plan.id))
    assert desk.do(lambda notebook: notebook.conversations.rehearsals_of(plan.id)) == [] and sound(desk)


def test_help_is_asked_for_agreed_on_and_steps_back_down(desk: Desk, lead: str) -> None:
    asked = desk.do(lambda notebook: notebook.supports.ask(lead, " Tom comes late ", 2))
    assert asked.situation == "Tom comes late" and asked.is_waiting
    assert desk.do(lambda notebook: notebook.supports.all()) == [asked]
    with pytest.raises(NotebookError, match="say why: safety, legal or HR"):
        desk.do(lambda notebook: notebook.supports.agree(asked.id, 5, "both"))
    with pytest.raises(NotebookError, match="rungs 0 to 5"):
        desk.do(lambda notebook: notebook.supports.agree(asked.id, 6, "both"))
    with pytest.raises(NotebookError, match="'because' is none of safety"):
        desk.do(lambda notebook: notebook.supports.agree(asked.id, 5, "both", reason="because"))  # type: ignore[arg-type]
    agreed = desk.do(lambda notebook: notebook.supports.agree(asked.id, 5, " both ", WEDNESDAY, "safety"))
    assert (agreed.agreed, agreed.decided_by, agreed.steps_down_on, agreed.reason) == (5, "both", WEDNESDAY, "safety")
    lower = desk.do(lambda notebook: notebook.supports.agree(asked.id, 3, "both", WEDNESDAY, "safety"))
    assert (lower.agreed, lower.reason) == (3, ""), "a reason belongs to the last rung"
    plan = plan_with(desk, lead)
    desk.do(lambda notebook: notebook.supports.plan_for(asked.id, plan.id))
    found = desk.do(lambda notebook: notebook.supports.for_conversation(plan.id))
    assert found is not None and found == desk.do(lambda notebook: notebook.supports.current(lead))
    desk.do(lambda notebook: notebook.supports.end(asked.id))
    assert desk.do(lambda notebook: notebook.supports.current(lead)) is None
    with pytest.raises(NotebookError, match="has come back down already"):
        desk.do(lambda notebook: notebook.supports.agree(asked.id, 1, "both"))
    undone = desk.do(lambda notebook: notebook.undo(lead))
    assert undone is not None and undone.what == "support ended" and sound(desk)


@pytest.mark.parametrize(("who", "rung"), [("nobody", 1), ("lead", -1), ("lead", 6)])
def test_what_nobody_can_ask_for_changes_nothing(desk: Desk, lead: str, who: str, rung: int) -> None:
    chosen = lead if who == "lead" else who
    with pytest.raises(NotebookError, match="Nothing was changed"):
        desk.do(lambda notebook: notebook.supports.ask(chosen, "x", rung))
    assert desk.do(lambda notebook: notebook.supports.all()) == [] and sound(desk)


def test_what_a_lead_wrote_in_their_file_is_taken_up_as_a_request(desk: Desk, lead: str) -> None:
    from coachtui.model.entry import FoundWords

    found = FoundWords(lead, None, {(None, 0, "next"): "Help me say it to Tom"})
    desk.do(lambda notebook: notebook.record.take_in([found]))
    (item,) = desk.do(lambda notebook: notebook.record.items_for_next(lead))
    asked = desk.do(lambda notebook: notebook.supports.take_up(item.id, 2))
    assert (asked.situation, asked.asked, asked.lead) == ("Help me say it to Tom", 2, lead)
    assert desk.do(lambda notebook: notebook.record.items_for_next(lead)) == [] and sound(desk)


def cards(desk: Desk, days: int) -> list[str]:
    now = seconds_on(days * 86_400).utc_ms
    return [card.key for card in desk.do(lambda notebook: notebook.today.review(now, "UTC")).cards]


def test_todays_cards_and_the_page_of_the_lead_know_of_it(desk: Desk, lead: str) -> None:
    asked = desk.do(lambda notebook: notebook.supports.ask(lead, "Tom", 2))
    assert cards(desk, 0) == [f"support:{asked.id}"]
    desk.do(lambda notebook: notebook.supports.agree(asked.id, 4, "both", WEDNESDAY))
    assert cards(desk, 0) == [] and cards(desk, 1) == [f"step down:{asked.id}:2026-03-11"]
    page = desk.do(lambda notebook: notebook.lead_pages.of(lead, WEDNESDAY))
    assert page.support is not None and page.support.agreed == 4
    desk.do(lambda notebook: notebook.supports.end(asked.id))
    again = desk.do(lambda notebook: notebook.supports.ask(lead, "Tom", 2))
    desk.do(lambda notebook: notebook.supports.agree(again.id, 4, "both"))
    assert cards(desk, 1) == [f"taking over:{again.id}"]
    plan = plan_with(desk, lead)
    desk.do(lambda notebook: notebook.conversations.keep(plan.id, "follow_up_on", WEDNESDAY))
    desk.do(lambda notebook: notebook.conversations.mark(plan.id, "held"))
    assert cards(desk, 0) == [f"taking over:{again.id}"]
    assert cards(desk, 1) == [f"conversation:{plan.id}:held:2026-03-11", f"taking over:{again.id}"]
    desk.do(lambda notebook: notebook.leads.retire(lead, WEDNESDAY))
    assert cards(desk, 1) == [], "who has left has no cards"
    assert sound(desk)


def test_the_sample_school_has_a_plan_one_that_was_held_and_one_who_asks(desk: Desk) -> None:
    from coachtui.commandline.sample_school import fill

    fill(desk.places, desk.clock)

    def work(notebook: Notebook) -> None:
        planned, held = notebook.conversations.all()
        assert (planned.state, held.state) == ("planning", "held")
        facts = [row for row in notebook.conversations.rows_of(planned.id) if row.part == "facts"]
        assert len(facts) == 2 and all(row.source and row.day for row in facts)
        assert [each.state for each in notebook.steps.of(held.lead)].count("mastered") == 2
        assert [each.is_waiting for each in notebook.supports.all()] == [True]

    desk.do(work)
    assert sound(desk)
