"""The cards of a day: each has its reason, none comes back with the same one, and their order is one for all."""

import random
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.bell import BellDay, Bells, Period, Schedule
from coachtui.model.card import AT_ONCE, KINDS, Card, in_a_week, in_order, next_morning
from coachtui.model.cards import cards_of
from coachtui.model.cycle import Cycle
from coachtui.model.day_facts import BothChanged, Day, Due, Facts, LostTime, Person, Planned, Rhythm, Seen, Watched
from coachtui.model.first_steps import Begun, first_steps
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.model.release_block import ReleaseBlock, kept_of
from coachtui.model.school_days import DayOff
from coachtui.model.step import Step

ZONE = "America/New_York"
MONDAY = date(2026, 11, 30)
MARIA = Person("m", "Maria Okafor")
THANKSGIVING = DayOff("t", date(2026, 11, 25), date(2026, 11, 27), "Thanksgiving")


def ms(day: date, hour: int, minute: int = 0) -> int:
    return round(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


def on(day: date, hour: int = 10, minute: int = 0, **more: Any) -> Day:
    return Day(ms(day, hour, minute), ZONE, **more)


def keys(facts: Facts, day: Day) -> list[str]:
    return [card.key for card in cards_of(facts, day)]


def step(by_when: date | None, **more: Any) -> Step:
    return Step(
        "s1", "sref", "m", state=more.pop("state", "agreed"), words="Wait for the page", by_when=by_when, **more
    )


def test_a_step_is_due_two_school_days_after_its_day_until_it_is_tried() -> None:
    friday = MONDAY - timedelta(3)
    facts = Facts(steps=[(step(friday), MARIA)])
    assert keys(facts, on(MONDAY)) == []
    (card,) = cards_of(facts, on(MONDAY + timedelta(1)))
    assert card.key == "step:s1:2026-11-27" and card.due == friday and card.ref == "sref"
    assert card.why == "“Wait for the page” was to be tried by Fri Nov 27."
    assert card.first.startswith("Talk with Maria")
    assert keys(facts, on(MONDAY + timedelta(1), days_off=[DayOff("1", MONDAY, MONDAY, "")])) == []
    assert keys(Facts(steps=[(step(friday, state="tried"), MARIA)]), on(MONDAY + timedelta(9))) == []
    assert keys(Facts(steps=[(step(None), MARIA)]), on(MONDAY)) == []


def test_a_step_comes_back_on_its_day_to_be_looked_at_until_it_was() -> None:
    checked = step(None, check_back=MONDAY)
    (card,) = cards_of(Facts(steps=[(checked, MARIA)]), on(MONDAY))
    assert (card.key, card.due, card.table, card.id) == ("step:s1:check:2026-11-30", MONDAY, "steps", "s1")
    assert card.why == "You meant to look at “Wait for the page” again today."
    assert keys(Facts(steps=[(checked, MARIA)]), on(MONDAY - timedelta(1))) == []
    for seen in (checked._replace(state="seen", seen_on=MONDAY), checked._replace(state="mastered")):
        assert keys(Facts(steps=[(seen, MARIA)]), on(MONDAY + timedelta(1))) == []
    early = checked._replace(state="tried", tried_on=MONDAY - timedelta(4))
    assert keys(Facts(steps=[(early, MARIA)]), on(MONDAY)) == ["step:s1:check:2026-11-30"]
    late = step(MONDAY - timedelta(7), check_back=MONDAY)
    assert keys(Facts(steps=[(late, MARIA)]), on(MONDAY)) == ["step:s1:2026-11-23"], "one card a step"


@pytest.mark.parametrize(
    ("day", "hour", "late"),
    [(MONDAY, 10, None), (MONDAY, 12, False), (MONDAY + timedelta(1), 10, False), (MONDAY + timedelta(1), 12, True),
     (MONDAY + timedelta(30), 12, None)],
)  # fmt: skip
def test_feedback_is_told_from_one_school_day_on_a_break_left_out(day: date, hour: int, late: bool | None) -> None:
    watched = Watched("o1", "oref", "Grade 4", MARIA, ms(date(2026, 11, 24), 11), ZONE, 5)
    found = cards_of(Facts(watched=[watched]), on(day, hour, days_off=[THANKSGIVING]))
    assert len(found) == (late is not None)
    if found:
        assert found[0].why.startswith("5 marked lines from Grade 4, Tue Nov 24; 48 school hours are ")
        assert ("are over" in found[0].why) is late
        assert found[0].due == MONDAY + timedelta(1)
        assert (found[0].table, found[0].id, found[0].ref) == ("meeting", "o1", "oref")
        begun = watched._replace(marked=0, draft="f1", draft_ref="fref")
        (card,) = cards_of(Facts(watched=[begun]), on(day, hour, days_off=[THANKSGIVING]))
        assert (card.key, card.table, card.id, card.ref) == (found[0].key, "feedback", "f1", "fref")
        assert card.title == "Feedback for Maria Okafor, begun, not shared yet"
    assert keys(Facts(watched=[watched._replace(marked=0)]), on(day, hour)) == []


def test_a_lead_is_unseen_after_fifteen_school_days() -> None:
    seen = Seen(MARIA, MONDAY - timedelta(21), True)
    assert keys(Facts(seen=[seen]), on(MONDAY - timedelta(3))) == []
    (card,) = cards_of(Facts(seen=[seen]), on(MONDAY))
    assert (card.key, card.title, card.due) == ("unseen:m:2026-11-09", "Maria Okafor", None)
    assert keys(Facts(seen=[seen]), on(MONDAY, days_off=[THANKSGIVING])) == []
    assert "Not watched yet" in cards_of(Facts(seen=[seen._replace(was_watched=False)]), on(MONDAY))[0].why


def test_a_one_on_one_in_the_next_period_stands_at_once() -> None:
    bells = Bells([Schedule("a", "A")], [Period("1", "a", "1", 540, 590), Period("2", "a", "2", 600, 650)],
                  [BellDay("d", "a", "weekday", 1)])  # fmt: skip
    planned = Facts(planned=[Planned("x", "ref", MARIA, 640)])
    assert keys(planned, on(MONDAY, 9, 5, bells=bells)) == ["1:1:x:2026-11-30:640"]
    assert keys(planned, on(MONDAY, 10, 30, bells=bells)) == ["1:1:x:2026-11-30:640"], "it begins in ten minutes"
    assert keys(planned, on(MONDAY, 8, 0, bells=bells)) == []
    assert keys(planned, on(MONDAY, 9, 39)) == [] and len(keys(planned, on(MONDAY, 9, 41))) == 1
    assert keys(planned, on(MONDAY, 10, 50)) == [], "it is over"


def test_a_cycle_past_its_day_or_too_long() -> None:
    cycle = Cycle("c", "cref", "m", "in practice", starts_on=MONDAY - timedelta(28), ends_on=MONDAY)
    facts = Facts(cycles=[(cycle, MARIA)])
    assert keys(facts, on(MONDAY)) == []
    assert keys(facts, on(MONDAY + timedelta(1))) == ["cycle:c:2026-11-30"]
    longer = Facts(cycles=[(cycle._replace(extended_to=MONDAY + timedelta(7)), MARIA)])
    assert keys(longer, on(MONDAY + timedelta(7))) == []
    assert keys(longer, on(MONDAY + timedelta(8))) == ["cycle:c:2026-12-07"], "the reason is another one"
    endless = Facts(cycles=[(cycle._replace(ends_on=None), MARIA)])
    assert keys(endless, on(MONDAY + timedelta(6))) == [] and len(keys(endless, on(MONDAY + timedelta(7)))) == 1


def test_a_deadline_is_told_twice_and_for_a_while_after() -> None:
    facts = Facts(deadlines=[Due("d", "SLO conversations", MONDAY, "Team Lead", 10)])
    told = {more: keys(facts, on(MONDAY + timedelta(more))) for more in (-11, -10, -4, -3, 0, 14, 15)}
    assert told[-11] == told[15] == []
    assert told[-10] == told[-4] == ["deadline:d:2026-11-30:first"]
    assert told[-3] == told[0] == told[14] == ["deadline:d:2026-11-30:last"]


def test_a_gap_between_one_on_ones_and_a_record_both_changed() -> None:
    rhythm = Facts(rhythms=[Rhythm(MARIA, 1, MONDAY - timedelta(10), True)])
    assert keys(rhythm, on(MONDAY)) == []
    assert keys(rhythm, on(MONDAY + timedelta(1))) == ["gap:m:2026-11-20"]
    assert keys(rhythm, on(MONDAY + timedelta(1), days_off=[THANKSGIVING])) == []
    assert keys(Facts(both_changed=[BothChanged(MARIA, "Observation, Nov 24", "w")]), on(MONDAY)) == ["conflict:w"]


def test_release_time_lost_is_told_once_a_loss_what_was_agreed_left_out() -> None:
    def facts(*blocks: tuple[int, str, bool]) -> Facts:
        some = [
            ReleaseBlock(str(place), "m", MONDAY, None, "P3", 45, "co-plan", "", kept, why, agreed)
            for place, (kept, why, agreed) in enumerate(blocks)
        ]
        return Facts(lost_time=[LostTime(MARIA, kept_of(some), str(len(blocks) - 1))])

    (card,) = cards_of(facts((45, "", False), (0, "covered a class", False)), on(MONDAY))
    assert (card.key, card.kind, card.table, card.lead_id) == ("release:m:1", "release time", "blocks", "m")
    assert card.why == "50 % of what was planned in three weeks was kept."
    assert card.first == "Talk with Maria: what would keep the time safe?"
    assert keys(facts((45, "", False), (30, "a call", False)), on(MONDAY)) == []
    assert keys(facts((45, "", False), (0, "state testing", True)), on(MONDAY)) == []


def test_what_to_do_first_goes_by_what_is_there() -> None:
    assert first_steps(Begun())[0] == "Welcome. Nothing is written here yet."
    fresh, later = " ".join(first_steps(Begun())), " ".join(first_steps(Begun(True, True, False, True)))
    assert "Press l to enter leads" in fresh and "Press b" in fresh
    assert later.startswith("Nothing waits for you today.") and "begin a learning cycle" in later
    assert "Press b" not in later and len(first_steps(Begun(True, True, True, True))) == 2


def test_what_was_cut_off_comes_first() -> None:
    anchor = Moment(ms(MONDAY, 8), 0, "b")
    cut = Observation("o1", "oref", None, None, anchor, ZONE, None, None, 3)
    facts = Facts(cut_off=[cut], steps=[(step(MONDAY - timedelta(9)), MARIA)])
    first, _ = cards_of(facts, on(MONDAY))
    assert (first.key, first.title) == ("resume:o1", "team not named")
    assert first.why == "Begun today at 8:00, 2 h 00 ago, 3 lines, not ended."


CARDS = st.builds(
    Card, key=st.text(max_size=8), kind=st.sampled_from(KINDS), title=st.text(max_size=5), why=st.just(""), first=st.just(""),
    table=st.just(""), id=st.just(""), due=st.none() | st.dates(MONDAY, MONDAY + timedelta(3)),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(CARDS, max_size=25, unique_by=lambda card: card.key), st.randoms())
def test_the_order_is_one_for_all_whatever_comes_first(cards: list[Card], chance: random.Random) -> None:
    ordered = in_order(cards)
    shuffled = cards[:]
    chance.shuffle(shuffled)
    assert in_order(shuffled) == ordered == in_order(ordered)
    assert sorted(card.key for card in ordered) == sorted(card.key for card in cards)
    kinds = [card.kind for card in ordered]
    at_once = [kind in AT_ONCE for kind in kinds]
    assert at_once == sorted(at_once, reverse=True)
    waiting = [kind for kind in kinds if kind not in AT_ONCE]
    for kind in set(waiting):
        third = [place for place, each in enumerate(waiting) if each == kind][2:3]
        assert all(set(waiting) <= set(waiting[:place]) for place in third), "a third of one kind hides another kind"


@settings(max_examples=60)
@given(st.lists(CARDS, max_size=25, unique_by=lambda card: card.key), st.integers(0, 24))
def test_a_card_that_goes_takes_no_other_with_it_within_its_kind(cards: list[Card], gone: int) -> None:
    ordered = in_order(cards)
    left = [card for number, card in enumerate(ordered) if number != gone]
    after = in_order(left)
    for kind in KINDS:
        assert [card for card in after if card.kind == kind] == [card for card in left if card.kind == kind]


def test_put_off_is_until_the_next_school_morning_or_for_a_week() -> None:
    friday = on(MONDAY - timedelta(3), 15)
    assert next_morning(friday) == ms(MONDAY, 5)
    assert next_morning(on(date(2026, 11, 24), 15, days_off=[THANKSGIVING])) == ms(MONDAY, 5)
    assert in_a_week(friday) == ms(MONDAY + timedelta(4), 5)
    summer = [DayOff("s", MONDAY, MONDAY + timedelta(100), "Summer")]
    assert next_morning(on(MONDAY, days_off=summer)) == ms(MONDAY + timedelta(1), 5)
