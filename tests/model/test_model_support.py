"""The ladder of support, what is worth a thought on it, and the cards that come of it and of conversations."""

from datetime import date, timedelta
from typing import Any

import pytest

from coachtui.model.card import Card
from coachtui.model.cards import cards_of
from coachtui.model.conversation import Conversation
from coachtui.model.day_facts import Day, Facts, Person
from coachtui.model.school_days import DayOff
from coachtui.model.support import (
    RUNGS,
    Support,
    advice_on_agreeing,
    needs_reason,
    support_in_brief,
    taken_over_unasked,
    takes_over_again,
)
from coachtui.model.timing import utc_ms_of

FRIDAY = date(2026, 11, 20)
MARIA = Person("m", "Maria Okafor")
ASKED = Support("s", "m", "Tom keeps coming late", FRIDAY, 2)


def agreed(*rungs: int, **more: Any) -> list[Support]:
    return [ASKED._replace(id=str(place), agreed=rung, **more) for place, rung in enumerate(rungs)]


def on(day: date, *days_off: DayOff) -> Day:
    return Day(utc_ms_of(day, 9 * 60, "UTC"), "UTC", days_off=days_off)


def cards(
    day: date, *supports: Support, plans: tuple[Conversation, ...] = (), off: tuple[DayOff, ...] = ()
) -> list[Card]:
    facts = Facts(supports=[(MARIA, supports)], conversations=[(plan, MARIA) for plan in plans])
    return cards_of(facts, on(day, *off))


def test_the_ladder_asks_for_a_reason_at_its_end_and_notices_the_second_time() -> None:
    assert [needs_reason(rung) for rung in range(len(RUNGS))] == [False] * 5 + [True]
    assert takes_over_again(agreed(4, 5)) and takes_over_again(agreed(0, 4, 4))
    assert not takes_over_again(agreed(4, 3, 4)) and not takes_over_again(agreed(5))
    assert takes_over_again([*agreed(4, 4), ASKED]), "what is not agreed yet is not counted"


def test_nothing_is_said_of_taking_over_where_the_lead_asked_for_it() -> None:
    assert taken_over_unasked(agreed(4, 4)) == agreed(4, 4)[-1]
    assert taken_over_unasked(agreed(4, 4, asked=4)) is None
    assert taken_over_unasked(agreed(4, 5, reason="the lead asked")) is None
    assert taken_over_unasked(agreed(4, 5, reason="safety")) is not None and taken_over_unasked(agreed(3, 4)) is None


@pytest.mark.parametrize(
    ("before", "rung", "rules"),
    [
        (agreed(4), 4, ["support.again", "support.more"]), (agreed(4), 2, []), (agreed(3), 4, ["support.more"]), ([], 0, []),
        (agreed(5)[:1], 5, ["support.again", "support.more"]), ([ASKED], 4, ["support.more"]),
    ],
)  # fmt: skip
def test_agreeing_on_a_rung(before: list[Support], rung: int, rules: list[str]) -> None:
    found = advice_on_agreeing(before, ASKED, rung)
    assert [each.rule for each in found] == rules and all(each.why.endswith(".") for each in found)


def test_a_request_is_a_card_at_once_and_its_answer_is_due_in_two_school_days() -> None:
    (card,) = cards(FRIDAY, ASKED)
    assert (card.kind, card.title, card.due) == ("support", "Maria Okafor asked for help", date(2026, 11, 24))
    assert card.why == "Asked today; an answer is due Tue Nov 24." and card.first.startswith("Talk with Maria")
    (late,) = cards(FRIDAY + timedelta(5), ASKED)
    assert late.why == "Asked Fri Nov 20; an answer was due yesterday."
    monday = DayOff("x", FRIDAY + timedelta(3), FRIDAY + timedelta(3), "off")
    assert cards(FRIDAY, ASKED, off=(monday,))[0].due == date(2026, 11, 25)
    assert cards(FRIDAY, ASKED._replace(agreed=1)) == cards(FRIDAY, ASKED._replace(ended_on=FRIDAY)) == []
    assert cards(FRIDAY - timedelta(1), ASKED) == []


def test_a_day_to_step_back_down_comes_and_goes_once_it_did() -> None:
    support = ASKED._replace(agreed=3, steps_down_on=FRIDAY)
    assert cards(FRIDAY - timedelta(1), support) == []
    (card,) = cards(FRIDAY, support)
    assert card.why == "“the lead acts, the principal is there and silent” was to step back down today."
    assert cards(FRIDAY, support._replace(ended_on=FRIDAY)) == []
    assert len(cards(FRIDAY, *agreed(4, 4))) == 1 and cards(FRIDAY, *agreed(4, 4))[0].kind == "taking over"


def test_no_card_says_what_it_is_about() -> None:
    plan = Conversation("1", "p1", "m", with_whom="Tom", day=FRIDAY)
    every = cards(FRIDAY, ASKED, *agreed(4, 4, steps_down_on=FRIDAY), plans=(plan,))
    assert len(every) == 5
    assert not any("Tom" in f"{card.title} {card.why} {card.first}" for card in every)


@pytest.mark.parametrize(
    ("news", "more_days", "why"),
    [
        ({}, -1, None),
        ({}, 0, "It is today. Maria holds it."),
        ({"minute": 870, "held_by": "principal"}, 0, "It is today at 14:30. You hold it."),
        ({"state": "rehearsed"}, 4, "Its day was Fri Nov 20; nothing says how it went."),
        ({"state": "held"}, 4, None),
        ({"state": "held", "follow_up_on": FRIDAY + timedelta(4)}, 3, None),
        ({"state": "held", "follow_up_on": FRIDAY + timedelta(4)}, 5, "You meant to look at it again yesterday."),
        ({"day": None}, 0, None),
    ],
)
def test_a_plan_is_a_card_when_something_of_it_is_due(news: dict[str, Any], more_days: int, why: str | None) -> None:
    plan = Conversation("1", "p1", "m", day=FRIDAY)._replace(**news)
    found = cards(FRIDAY + timedelta(more_days), plans=(plan,))
    assert [card.why for card in found] == [why] * (why is not None)
    assert all((card.table, card.id, card.ref) == ("conversations", "1", "p1") for card in found)


def test_a_support_in_brief() -> None:
    assert support_in_brief(ASKED, FRIDAY) == "asked Fri Nov 20 for “rehearse it”, not agreed yet"
    assert support_in_brief(ASKED._replace(agreed=0), FRIDAY) == "listen"
    support = ASKED._replace(agreed=1, steps_down_on=FRIDAY)
    assert support_in_brief(support, FRIDAY) == "plan it together, steps down Fri Nov 20"
    assert support_in_brief(support, FRIDAY + timedelta(1)) == "plan it together, was to step down Fri Nov 20"
