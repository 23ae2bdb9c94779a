"""Conversations: the list, a plan, facts pulled from lines, the rehearsal, the debrief; help that a lead asks for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.share import Sending
from coachtui.model.summary import LeftOut
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import CONVERSATION, CONVERSATIONS, TODAY
from coachtui.tui.rooms.rehearse import Card, cards_of
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.sheet_room import SheetRoom
from tests.support.homes import Desk
from tests.support.rooms import Visitor, visit
from tests.support.sharing import LEAD, a_school


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A lead, a team, and a meeting of it with two lines of evidence."""
    return a_school(tmp_path)


@asynccontextmanager
async def entered(desk: Desk, room: str, ref: str | None = None) -> AsyncIterator[Visitor]:
    """The program, in this room."""
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until(lambda: bool(here.app.workplace.frameworks))
        here.app.screen.post_message(GoTo(room, ref))
        await here.until(lambda: isinstance(here.app.screen, Room) and room == here.app.screen.NAME)
        await here.settled()
        yield here


def go_to(here: Visitor, key: str) -> None:
    assert isinstance(here.app.screen, SheetRoom)
    assert here.app.screen.sheet.go_to(key), here.rows()


async def answer(here: Visitor, words: str) -> None:
    """Type an answer over what stands there, and Enter."""
    await here.press("ctrl+u")
    if words:
        await here.paste(words)
    await here.press("enter")
    await here.settled()


def the_plan(notebook: Notebook) -> tuple[Conversation, list[PlanRow]]:
    (plan,) = notebook.conversations.all()
    return plan, notebook.conversations.rows_of(plan.id)


async def done(here: Visitor, verb: Any) -> Any:
    return await here.app.workplace.scribe.do(verb)


async def test_a_request_for_help_is_agreed_on_rung_by_rung(desk: Desk) -> None:
    async with entered(desk, CONVERSATIONS) as here:
        await here.until("No conversation is planned")
        await here.press("h")
        await answer(here, "How to tell a friend")
        await answer(here, "9")
        await here.until("A rung is a number from 0 to 5")
        await answer(here, "2")
        await here.until("nothing agreed yet")
        await here.press("enter")
        await here.until("Agreed on:")
        await answer(here, "5 the principal acts")
        await answer(here, "both of us")
        await answer(here, "")
        await answer(here, "because")
        await here.until("On this rung you act in the lead's place")
        await answer(here, "safety")
        await here.until("agreed: the principal acts")
        await here.press("a")
        await here.until("Support")
        await here.until("the principal acts, the lead debriefs")
        await here.press("escape")
        await here.until("agreed: the principal acts")
        await here.press("ctrl+z")
        await here.press("ctrl+z")
        await here.until("nothing agreed yet")
        await here.press("d")
        await here.until(lambda: "nothing agreed yet" not in here.text())


async def test_a_plan_is_written_part_by_part_and_opened_for_both_row_by_row(desk: Desk) -> None:
    async with entered(desk, CONVERSATIONS) as here:
        await here.press("a")
        await here.until(f"Conversation {LEAD}")
        go_to(here, "part:my_part")
        await here.press("enter")
        await answer(here, "I let it pass")
        await here.until("only mine")
        await here.press("p")
        await here.until("Both may see it together now")
        go_to(here, "scenario")
        await here.press("enter")
        await answer(here, "nonsense")
        await here.until("There is no scenario 'nonsense'")
        await answer(here, "Promised work keeps not arriving")
        go_to(here, "with_whom")
        await here.press("enter")
        await answer(here, LEAD)
        await here.until("That is the lead of this plan")
        go_to(here, "day")
        await here.press("enter")
        await answer(here, "2020-01-06")
        await here.until("That day is past")
        await here.press("enter")
        await here.settled()
        plan, rows = await done(here, the_plan)
        assert (plan.scenario, plan.with_whom, plan.day) == ("promised-work", LEAD, date(2020, 1, 6))
        assert [(row.part, row.whose, row.is_private, row.words) for row in rows] == [
            ("my_part", "principal", False, "I let it pass")
        ]
        go_to(here, f"row:{rows[0].id}")
        await here.press("w")
        await here.until("The lead's words")
        await here.press("delete", "ctrl+z")
        await here.until("I let it pass")


async def test_a_concern_that_is_no_longer_coaching_is_led_out_of_it(desk: Desk) -> None:
    async with entered(desk, CONVERSATIONS) as here:
        await here.press("a")
        await here.until("no scenario; the usual parts")
        go_to(here, "scenario")
        scenarios = here.app.screen.library.scenarios  # type: ignore[attr-defined]
        (stop,) = (each for each in scenarios.values() if each.stop)
        await here.press("enter")
        await answer(here, stop.title)
        await here.until("Whom to call")
        await here.press("escape")
        await here.until("That is no conversation to plan here")
        plan, _ = await done(here, the_plan)
        assert plan.scenario == ""


async def test_advice_is_put_aside_for_one_plan_and_comes_back_when_that_is_undone(desk: Desk) -> None:
    async with entered(desk, CONVERSATIONS) as here:
        await here.press("a")
        await here.until("Advice")
        first = next(row for row in here.rows() if "Advice" in row).partition("· ")[2].split("  ")[0]
        go_to(here, "advice:0")
        await here.press("enter")
        await here.until("n puts it aside for this plan")
        await here.press("n")
        await here.until(lambda: first not in here.text())
        await here.press("ctrl+z")
        await here.until(first)


async def test_facts_are_pulled_from_the_lines_once_each_with_their_day(desk: Desk) -> None:
    plan = desk.do(lambda notebook: notebook.conversations.plan(notebook.leads.all()[0].id)).id
    async with entered(desk, CONVERSATION, plan) as here:
        await here.press("f")
        await here.until("Where do we see that?")
        assert "talks far too fast" not in here.text() and "never spoke" not in here.text(), "judgments are no facts"
        await here.press("enter")
        await here.until("Taken as a fact")
        await here.press("enter")
        await here.until("among the facts already")
        await here.press("escape")
        await here.until("Why now")
        _, rows = await done(here, the_plan)
        (fact,) = rows
        assert (fact.part, fact.is_private) == ("facts", True)
        assert fact.day is not None and fact.source is not None and "Where do we see that?" in fact.words


async def test_a_run_is_logged_with_its_time_and_what_was_noticed(desk: Desk) -> None:
    plan = desk.do(lambda notebook: notebook.conversations.plan(notebook.leads.all()[0].id)).id
    for part, words in (("opening", "I would like to talk"), ("replies", "No time"), ("answers", "What took it?")):
        desk.do(partial(_add_private, plan, part, words))
    async with entered(desk, CONVERSATION, plan) as here:
        await here.press("r")
        await here.until("I would like to talk")
        desk.clock.advance(65_000)
        await here.press("space", "s")
        await here.until("Planned: What took it?")
        await here.press("space")
        await here.until("One line of what you noticed")
        await answer(here, "too fast")
        await here.until("rehearsed")
        (run,) = await done(here, lambda notebook: notebook.conversations.rehearsals_of(plan))
        assert run.seconds >= 65 and run.note == "too fast" and run.role.startswith("the principal speaks")


def test_replies_come_in_an_order_of_their_own_and_bring_their_answers() -> None:
    def row(part: str, place: int, words: str) -> PlanRow:
        return PlanRow(f"{part}{place}", "p", part, place, "lead", False, words)

    rows = [
        row("opening", 1, "hello"),
        *(row("replies", n, f"reply {n}") for n in range(1, 7)),
        row("answers", 3, "answer 3"),
    ]
    orders = {tuple(card.words for card in cards_of(rows, Random(seed))) for seed in range(20)}
    assert len(orders) > 1
    assert all(order[0] == "hello" and sorted(order[1:]) == [f"reply {n}" for n in range(1, 7)] for order in orders)
    assert Card("They say", "reply 3", "answer 3") in cards_of(rows, Random(0))
    assert cards_of([], Random(0)) == []


async def test_the_lead_may_take_the_plan_along_but_never_into_the_record_nor_what_is_mine(desk: Desk) -> None:
    plan = desk.do(lambda notebook: notebook.conversations.plan(notebook.leads.all()[0].id)).id
    words = {False: "I would like to talk about the plan for the unit", True: "He has never once kept a promise to me"}
    for is_private, said in words.items():
        desk.do(partial(_add_opening, plan, said, is_private))
    async with entered(desk, CONVERSATION, plan) as here:
        await here.press("o")
        await here.until("Share with")
        await here.until(words[False])
        assert words[True] not in here.text()
        await here.press("enter")
        await here.until("A plan is not put into the record")
        await here.press("c")
        await here.until("The share is in the ledger")
        shares = await done(here, lambda notebook: notebook.ledger.about("plan", plan))
        assert [(share.way, words[False] in share.words, share.entry) for share in shares] == [
            ("clipboard", True, None)
        ]
        assert await done(here, lambda notebook: notebook.record.about("plan", plan)) is None


def _add_private(plan: str, part: str, words: str, notebook: Notebook) -> None:
    notebook.conversations.add_row(plan, part, words, "principal", is_private=True)


def _add_opening(plan: str, words: str, is_private: bool, notebook: Notebook) -> None:
    notebook.conversations.add_row(plan, "opening", words, "principal", is_private=is_private)


def test_the_record_takes_no_plan(desk: Desk) -> None:
    lead = desk.do(lambda notebook: notebook.leads.all()[0].id)
    sending = Sending("plan", "p", lead, None, date(2026, 3, 10), "Plan", "words", LeftOut(), 0, {})
    with pytest.raises(NotebookError, match="never put into the record"):
        desk.do(lambda notebook: notebook.ledger.share(sending))


async def test_after_it_was_held_what_came_of_it_is_asked_and_each_commitment_is_a_step(desk: Desk) -> None:
    plan = desk.do(lambda notebook: notebook.conversations.plan(notebook.leads.all()[0].id)).id
    async with entered(desk, CONVERSATION, plan) as here:
        await here.press("d")
        await answer(here, "He was relieved")
        await answer(here, "Dana: put the plan into the folder, by +3d")
        await answer(here, "")
        await answer(here, "+2w")
        await here.until("Held")
        await here.until("Dana: put the plan into the folder")
        found, rows = await done(here, the_plan)
        assert found.held_on is not None and found.follow_up_on is not None
        steps = await done(here, lambda notebook: notebook.steps.all())
        assert [(step.state, step.words) for step in steps] == [("agreed", "Dana: put the plan into the folder")]
        assert {row.part: row.is_private for row in rows} == {"outcome": True, "commitments": False}
        await here.press("c")
        await here.until("To hold it by")
        await here.press("p")
        await here.until("Nothing on it is for both yet")
        await here.press("escape", "d")
        await answer(here, "Say it sooner")
        await here.until("Followed up")
