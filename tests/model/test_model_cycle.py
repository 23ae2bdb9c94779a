"""Cycles and steps: which state may follow which, and what is worth a thought."""

from datetime import date, datetime

import pytest

from coachtui.model.advice import Advice
from coachtui.model.cycle import ACTIVITY_KINDS, STATES, Activity, Cycle, extended, may_follow, next_state, wrong_days
from coachtui.model.cycle_checks import Facts, Given, advice_before, advice_now, check_length
from coachtui.model.school_days import DayOff
from coachtui.model.step import DONE_WITH, STEP_STATES, Step, marked, step_may_follow
from coachtui.model.step_checks import check_step

AT = datetime.fromisoformat
TODAY = date(2026, 11, 9)
WHOLE = Cycle(
    "1", "c1", "lead", goal="All five speak about the work, not the plan", measure="count of turns", baseline="2 of 5 spoke",
    moment="Ana asked, Tom answered himself", target="4 of 5", agreed_on=TODAY, starts_on=TODAY, ends_on=date(2026, 12, 6),
)  # fmt: skip
STEP = Step(
    "1", "s1", "lead", words="Wait five seconds after a question", looks_like="a silence that someone else ends",
    practice="twice in the 1:1", by_when=date(2026, 11, 13),
)  # fmt: skip


def words(advice: list[Advice]) -> str:
    assert all(each.why.endswith(".") and each.words[-1] in ".?" for each in advice)
    return " ".join(each.words for each in advice)


def test_states_follow_one_another_and_any_may_close() -> None:
    assert [next_state(state) for state in STATES] == [*STATES[1:], None]
    for state in STATES[:-1]:
        assert [then for then in STATES if may_follow(state, then)] == list(
            dict.fromkeys([next_state(state), "closed"])
        )
    assert not any(may_follow("closed", then) for then in STATES)


def test_an_extension_gives_time_to_practise() -> None:
    longer = extended(WHOLE._replace(state="reflecting"), date(2026, 12, 13), "two snow days")
    assert longer.state == "in practice" and longer.last_day == date(2026, 12, 13) and longer.length == 35
    assert extended(WHOLE, date(2026, 12, 13), "x").state == "draft"


@pytest.mark.parametrize(
    ("news", "field"),
    [({"ends_on": date(2026, 11, 8)}, "To"), ({"extended_to": date(2026, 12, 6)}, "Extended to"),
     ({"ends_on": None, "extended_to": TODAY}, "Extended to")],
)  # fmt: skip
def test_days_that_can_not_be_name_their_field(news: dict[str, date], field: str) -> None:
    wrong = wrong_days(Cycle(**{**WHOLE._asdict(), **news}))
    assert wrong is not None and wrong.startswith(field)
    assert wrong_days(WHOLE) is None and wrong_days(WHOLE._replace(ends_on=TODAY)) is None


def test_a_whole_intention_needs_no_advice_and_an_empty_one_much() -> None:
    facts = Facts(TODAY)
    assert advice_before("intention set", WHOLE, facts) == []
    empty = words(advice_before("intention set", Cycle("1", "c1", "lead"), facts))
    for part in ("no goal", "how it is measured", "no number", "no moment", "Chosen together", "From and To"):
        assert part in empty
    vague = WHOLE._replace(goal="Better talk", target="more of it")
    assert "not measurable" in words(advice_before("intention set", vague, facts))
    assert advice_before("intention set", vague._replace(target="solid in TM3"), facts) == []


@pytest.mark.parametrize(
    ("ends", "days_off", "said"),
    [(date(2026, 11, 9), [], "1 day;"), (date(2027, 2, 6), [], "90 days;"), (date(2026, 11, 28), [], "20 days"),
     (date(2026, 11, 29), [], ""), (date(2026, 12, 13), [], ""), (date(2026, 12, 14), [], "36 days"),
     (date(2026, 12, 18), [DayOff("1", date(2026, 11, 23), date(2026, 11, 27), "x")], ""),
     (date(2026, 12, 1), [DayOff("1", date(2026, 11, 23), date(2026, 11, 27), "x")], "23 days, 18 without breaks")],
)  # fmt: skip
def test_the_length_is_counted_with_and_without_breaks(ends: date, days_off: list[DayOff], said: str) -> None:
    advice = check_length(WHOLE._replace(ends_on=ends), days_off)
    assert (advice is None) == (said == "") and said in (advice.words if advice else "")


def test_practice_comes_after_learning_and_is_seen() -> None:
    planned = Activity("1", "1", ACTIVITY_KINDS[0], TODAY)
    assert "No learning" in words(advice_before("in practice", WHOLE, Facts(TODAY, [planned])))
    done = planned._replace(done_on=date(2026, 11, 16))
    assert advice_before("in practice", WHOLE, Facts(TODAY, [done])) == []
    before = Facts(TODAY, [done], observed=[date(2026, 11, 15)])
    assert "after the last learning" in words(advice_before("reflecting", WHOLE, before))
    assert advice_before("reflecting", WHOLE, before._replace(observed=[date(2026, 11, 16)])) == []


def test_feedback_is_late_after_48_school_hours() -> None:
    facts = Facts(TODAY, observed=[date(2026, 11, 20)], feedback=[])
    assert "No feedback" in words(advice_before("reflecting", WHOLE, facts))
    friday, tuesday = AT("2026-11-20 10:00"), AT("2026-11-24 10:00")
    in_time = facts._replace(feedback=[Given(friday, tuesday)])
    assert advice_before("reflecting", WHOLE, in_time) == []
    late = facts._replace(feedback=[Given(friday, tuesday), Given(friday, tuesday.replace(hour=11))])
    assert "later than 48 school hours once of 2" in words(advice_before("reflecting", WHOLE, late))


def test_closing_asks_for_both_views_and_what_is_next() -> None:
    open_ends = words(advice_before("closed", WHOLE, Facts(TODAY)))
    assert "lead's reflection" in open_ends and "Your reflection" in open_ends and "next goal" in open_ends
    done = WHOLE._replace(lead_reflected_on=TODAY, my_reflected_on=TODAY, next_goal="rest")
    assert advice_before("closed", done, Facts(TODAY)) == [] and done.both_reflected


def test_past_its_day_and_past_five_weeks() -> None:
    assert advice_now(WHOLE, Facts(date(2026, 12, 6))) == []
    assert "last day is past" in words(advice_now(WHOLE, Facts(date(2026, 12, 7))))
    assert "day 36: past the 35 days" in words(advice_now(WHOLE, Facts(date(2026, 12, 14))))
    assert advice_now(WHOLE._replace(state="closed"), Facts(date(2027, 1, 1))) == []


def test_one_step_for_a_goal_and_two_in_all() -> None:
    mine, other = STEP._replace(cycle="1"), STEP._replace(cycle="2")
    assert advice_now(WHOLE, Facts(TODAY, open_steps=[mine, other])) == []
    assert "for this goal" in words(advice_now(WHOLE, Facts(TODAY, open_steps=[mine, mine])))
    assert "3 steps are open" in words(advice_now(WHOLE, Facts(TODAY, open_steps=[mine, other, STEP])))


def test_a_step_goes_on_or_is_done_with_never_back() -> None:
    for place, state in enumerate(STEP_STATES):
        for then in STEP_STATES:
            ahead = STEP_STATES.index(then) > place or then in DONE_WITH or then == "practised"
            assert step_may_follow(state, then) == (ahead and state not in DONE_WITH)
    tried = marked(marked(marked(STEP, "agreed", TODAY), "practised", TODAY), "tried", TODAY)
    again = marked(tried, "practised", date(2026, 11, 10))
    assert again.state == "tried" and again.practised_times == 2 and again.practised_on == date(2026, 11, 10)
    assert again.agreed_on == again.tried_on == TODAY and again.seen_on is None
    assert marked(again, "dropped", TODAY).closed_on == TODAY


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("Be aware of who speaks", "'Be aware' can't be seen"), ("Understand the norms", "can't be seen"),
        ("Try harder", "can't be seen"), ("More voices", "No verb of doing"), ("", "no words yet"),
        ("Ask for the work and write the owner down", "more than one action"), ("Wait; then ask", "more than one"),
        ("Ask " + "very " * 25 + "much", "more than 25 words"), ("Wait five seconds after a question", ""),
        ("Write owner and date as it is said", ""),
    ],
)  # fmt: skip
def test_a_step_is_something_one_can_see_and_one_thing(said: str, advice: str) -> None:
    found = check_step(STEP._replace(words=said), None, TODAY)
    assert (found == []) == (advice == "") and advice in words(found)


def test_a_step_has_a_day_practice_and_a_look_for() -> None:
    bare = words(check_step(Step("1", "s1", "lead", words="Wait"), None, TODAY))
    assert "By when has no day" in bare and "practised" in bare and "how we will know" in bare
    assert check_step(STEP._replace(practice="", practised_times=1), WHOLE, TODAY) == []
    assert "14 days off" in words(check_step(STEP._replace(by_when=date(2026, 11, 24)), None, TODAY))
    late = STEP._replace(by_when=date(2026, 12, 7))
    assert "after the cycle's last day" in words(check_step(late, WHOLE, date(2026, 12, 1)))
    assert "not tried" in words(check_step(STEP, WHOLE, date(2026, 11, 14)))
    assert check_step(STEP._replace(state="dropped", words=""), WHOLE, TODAY) == []
