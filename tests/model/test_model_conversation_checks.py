"""What is worth a thought about a plan: advice for one that is empty, none for one that is whole, and nothing said twice."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.library import load_lexicon, load_scenarios
from coachtui.model.advice import Advice
from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.conversation_checks import PlanFacts, check_conversation
from coachtui.model.plan_part import USUAL_PARTS
from tests.support.homes import make_home

TODAY = date(2026, 11, 9)
FACTS = PlanFacts(TODAY, "Dana Ruiz", "dana")
PLAN = Conversation("1", "p1", "lead", with_whom="T2", day=date(2026, 11, 12), follow_up_on=date(2026, 11, 26))
WHOLE = {
    "facts": ("Nov 3: two of five plans came", "Nov 5: “I have no time for this”"),
    "unclear": ("Agreed on Aug 20, and said back",),
    "my_part": ("I let it pass twice",),
    "opening": ("I'd like to talk about the plans. It matters to me because students wait for them.",),
    "questions": ("What was the week like for you?", "What would make it possible?"),
    "request": ("Send the plan by Wednesday at three",),
}


def rows(**news: tuple[str, ...]) -> list[PlanRow]:
    """The rows of a whole plan, but for these parts."""
    return [
        PlanRow(f"{part}{place}", "1", part, place, "lead", False, words)
        for part, some in {**WHOLE, **news}.items()
        for place, words in enumerate(some, 1)
    ]


def rules(plan: Conversation = PLAN, known: PlanFacts = FACTS, news: dict[str, tuple[str, ...]] = {}) -> list[str]:  # noqa: B006
    found = check_conversation(plan, rows(**news), known)
    assert all(each.why.endswith((".", "?")) and each.words[-1] in ".?”" for each in found), found
    parts = {part.id for part in USUAL_PARTS} | {"day", "with", "rehearsal", "held_by", "support", "scenario"}
    assert all(each.rule.partition(".")[0] in parts for each in found)
    return [each.rule for each in found]


def test_a_whole_plan_needs_no_advice_and_an_empty_one_some() -> None:
    assert rules() == []
    empty = check_conversation(PLAN._replace(day=None, follow_up_on=None), [], FACTS)
    assert [each.rule for each in empty] == ["check_back.day", "facts.few", "my_part.missing", "questions.few"]


@pytest.mark.parametrize(
    ("part", "words", "rule"),
    [
        ("facts", ("Nov 3: two of five",), "facts.few"),
        ("facts", ("Nov 3: two of five", " "), "facts.few"),
        ("facts", ("Nov 3: two of five", "no plan came"), "facts.day"),
        ("unclear", ("No, never",), "unclear.never"),
        ("my_part", (), "my_part.missing"),
        ("opening", ("One. Two. Three. Four.",), "opening.long"),
        ("opening", ("One. Two.", "Three. Four."), "opening.long"),
        ("opening", ("You never send the plan.",), "opening.argues"),
        ("questions", ("What was it like?",), "questions.few"),
        ("questions", ("What was it like?", "How was it?", "It is late."), "questions.none"),
        ("questions", ("What was it like?", "Isn't it late?"), "questions.leading"),
        ("questions", ("What was it like?", "Why did you leave?"), "questions.argues"),
        ("request", ("Be more careful",), "request.behaviour"),
    ],
)
def test_each_part_is_looked_at(part: str, words: tuple[str, ...], rule: str) -> None:
    assert rules(news={part: words}) == [rule]


def test_facts_that_judge_are_told_with_the_word(tmp_path: Path) -> None:
    facts = FACTS._replace(lexicon=load_lexicon(make_home(tmp_path))[0])
    assert rules(known=facts) == []
    found = check_conversation(PLAN, rows(facts=("Nov 3: she was rude", "Nov 5: “you are always rude”")), facts)
    assert [(each.rule, each.about) for each in found] == [("facts.judge", "rude")]
    assert found[0].words == "“rude” judges: what was said or done?"


@pytest.mark.parametrize(
    ("news", "rule"),
    [
        ({"day": date(2026, 11, 8)}, ["day.past"]),
        ({"day": TODAY}, []),
        ({"day": date(2026, 11, 8), "state": "held"}, []),
        ({"follow_up_on": date(2026, 11, 11)}, ["check_back.before"]),
        ({"follow_up_on": None}, ["check_back.day"]),
        ({"with_whom": "Dana"}, ["with.lead"]),
        ({"with_whom": "dana ruiz"}, ["with.lead"]),
        ({"with_whom": "Dana", "held_by": "principal"}, []),
        ({"with_whom": ""}, []),
    ],
)
def test_days_and_people(news: dict[str, object], rule: list[str]) -> None:
    assert rules(Conversation(**{**PLAN._asdict(), **news})) == rule


def test_a_day_to_look_again_may_stand_in_the_plan() -> None:
    again = PlanRow("c", "1", "check_back", 1, "lead", False, "we look at the folder", date(2026, 11, 20))
    assert check_conversation(PLAN._replace(follow_up_on=None), [*rows(), again], FACTS) == []


def test_who_has_left_is_named_and_nothing_else_is_made_of_it() -> None:
    assert rules(known=FACTS._replace(left="Dana Ruiz")) == ["with.left"]


def test_a_scenario_guards_what_matters_in_it(tmp_path: Path) -> None:
    scenarios = load_scenarios(make_home(tmp_path))[0]
    friend = FACTS._replace(scenario=scenarios["telling-a-friend"], rehearsals=1, rung=4)
    held = PLAN._replace(held_by="principal")
    assert rules(held, friend) == ["want_us.needed", "steady.needed", "rehearsal.few", "held_by.other", "support.rung"]
    enough = friend._replace(rehearsals=2, rung=2)
    assert rules(PLAN, enough, {"want_us": ("Still friends",), "steady": ("Breathe out",)}) == []
    over = FACTS._replace(scenario=scenarios["takes-over"])
    assert rules(known=over) == [], "there are numbers in the facts"
    nothing_counted = ("On Tuesday she spoke before him", "On Friday she spoke before him")
    assert rules(PLAN, over, {"facts": nothing_counted}) == ["facts.count"]


def test_the_one_that_stops_says_only_that(tmp_path: Path) -> None:
    stop = load_scenarios(make_home(tmp_path))[0]["no-longer-coaching"]
    assert rules(known=FACTS._replace(scenario=stop)) == ["scenario.stop"]


def test_what_was_put_aside_is_not_said_here_again() -> None:
    news = {"opening": ("You never send it, and you always wait.",), "facts": ("one", "two")}
    assert rules(news=news) == ["facts.day", "facts.day", "opening.argues"]
    away = {("facts.day", "one"), ("opening.argues", "You never")}
    assert rules(known=FACTS._replace(put_aside=away), news=news) == ["facts.day"]


def test_of_what_was_held_only_what_is_to_come_is_told_and_of_what_is_over_nothing() -> None:
    held = PLAN._replace(state="held", held_on=TODAY, follow_up_on=None)
    found: list[Advice] = check_conversation(held, [], FACTS)
    assert [each.rule for each in found] == ["check_back.day"]
    assert check_conversation(PLAN._replace(state="set aside"), [], FACTS) == []
    assert check_conversation(PLAN._replace(state="followed up"), [], FACTS) == []
