"""1:1s: the days of a series, what is wished and decided in one line, the agenda that builds itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.model.built_items import Facts, built_items, is_goal_untouched, on_the_agenda
from coachtui.model.cycle import Cycle
from coachtui.model.deadline import Deadline, left_words
from coachtui.model.item import Item, carried_on
from coachtui.model.one_on_one import Segment, Series, Wish, occurrences, read_decision, read_wish
from coachtui.model.one_on_one_plan import PARTS, BadPlan, PlannedSegment, laid_out, minutes_of, next_segment, read_plan
from coachtui.model.release_block import Kept, Plan, ReleaseBlock, kept_of, read_loss
from coachtui.model.release_block import read_plan as read_block
from coachtui.model.step import Step

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(DAYS, st.integers(-40, 900), st.integers(1, 4), st.integers(1, 7), st.sets(st.integers(0, 200)))
def test_the_days_of_a_series(start: date, ahead: int, every: int, weekday: int, off: set[int]) -> None:
    """On the weekday, in the rhythm, none before, none on a day off, none of the others left out; clocks play no part."""
    series = Series("s", "l", every, weekday, 555, 30, start)
    from_day = start + timedelta(days=ahead)
    is_off = {from_day + timedelta(days=each) for each in off}
    found = [day for day, _ in zip(occurrences(series, from_day, is_off.__contains__), range(8), strict=False)]
    first = next(day for n in range(7) if (day := start + timedelta(days=n)).isoweekday() == weekday)
    expected = [
        day for n in range(3000) if (day := first + timedelta(weeks=n * every)) >= from_day and day not in is_off
    ]
    assert found == expected[:8]


def test_a_series_ends_and_one_of_days_off_alone_does_too() -> None:
    series = Series("s", "l", 1, 2, 555, 30, TODAY, date(2026, 12, 8))
    assert list(occurrences(series, TODAY, lambda _: False)) == [TODAY, date(2026, 12, 1)]
    assert list(occurrences(series._replace(ended_on=None), TODAY, lambda _: True)) == []


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("weekly Tue 9:15 30", Wish(1, 2, 555, 30)),
        ("every 2 weeks, Thursday 1:30 45 min", Wish(2, 4, 810, 45)),
        ("Biweekly fri 7:40", Wish(2, 5, 460, 30)),
        ("every other week Mon 10:00 25min", Wish(2, 1, 600, 25)),
        ("every 3 weeks wed 8:00 20", Wish(3, 3, 480, 20)),
        ("Tue", None),
        ("weekly 9:15", None),
        ("", None),
        ("tue 9:15 0", None),
    ],
)
def test_a_series_in_one_line(words: str, wish: Wish | None) -> None:
    assert read_wish(words) == wish


def test_a_decision_in_one_line() -> None:
    assert read_decision("Maria: pairs read first, by Dec 3", TODAY) == ("Maria", "pairs read first", date(2026, 12, 3))
    assert read_decision("we stop at 3:40", TODAY) == ("", "we stop at 3:40", None)
    assert read_decision("by Friday", TODAY) == ("", "by Friday", None)
    assert read_decision("keep the protocol", TODAY) == ("", "keep the protocol", None)


def item(identity: str, **more: object) -> Item:
    return Item(identity, "l", None, 1, "me", identity)._replace(**more)  # type: ignore[arg-type]


def test_the_agenda_builds_itself() -> None:
    facts = Facts(
        "l", TODAY,
        steps=[Step("s1", "s1", "l", words="Wait three seconds", by_when=date(2026, 11, 27))],
        cycle=Cycle("c1", "c1", "l", goal="Talk is shared", starts_on=date(2026, 11, 13), ends_on=date(2026, 12, 10)),
        goal_untouched=True,
        deadlines=[Deadline("d1", "SLO baseline", date(2026, 12, 4))],
        kept=Kept(120, 90, ("covered a class",)),
        ahead=[ReleaseBlock("b1", "l", date(2026, 11, 26), None, "P4", 45, "sit in with Hannah")],
        since=date(2026, 11, 17),
    )  # fmt: skip
    assert [(each.source, each.part, each.words) for each in built_items(facts)] == [
        ("step:s1", "step", "Step: Wait three seconds (by Fri Nov 27). Tried? What was seen?"),
        ("cycle:c1", "goal", "Cycle day 12 of 28: Talk is shared (not touched in the last 3 one-to-ones)"),
        ("deadline:d1", "dates", "SLO baseline: Fri Dec 4, in 10 days"),
        ("blocks:", "dates", "Release time since Tue Nov 17: 90 of 120 min kept; lost: covered a class"),
        ("blocks-ahead:", "dates", "Release time ahead: Thu Nov 26 P4 sit in with Hannah"),
    ]
    assert built_items(Facts("l", TODAY)) == []


def test_a_built_item_stands_once_whatever_was_made_of_it() -> None:
    fresh = [item("step:1", author="built", source="step:1", words="new words")]
    waiting = item("i1", author="built", source="step:1", words="old words", carried_from=TODAY)
    (shown,) = on_the_agenda([waiting], fresh, "m1")
    assert (shown.id, shown.words, shown.origin) == ("i1", "new words", "carried from Tue Nov 24")
    assert on_the_agenda([waiting._replace(state="parked")], fresh, "m1") == []
    assert on_the_agenda([waiting._replace(state="dropped")], fresh, "m1") == []
    (told,) = on_the_agenda([waiting._replace(state="discussed", one_on_one="m1")], fresh, "m1")
    assert told.words == "old words"
    assert on_the_agenda([waiting._replace(state="discussed", one_on_one="m0")], fresh, "m1") == fresh


def test_a_carried_item_keeps_the_day_it_came_from_first() -> None:
    once = carried_on(item("a", private=True), "b", TODAY)
    twice = carried_on(once, "c", TODAY + timedelta(weeks=1))
    assert (twice.carried_from, twice.follows, twice.private, twice.words) == (TODAY, "b", True, "a")


def test_the_goal_is_missed_after_three() -> None:
    goal = item("g", author="built", source="cycle:c1", state="discussed")
    assert is_goal_untouched([[], [item("x", state="discussed")], []])
    assert not is_goal_untouched([[], []])
    assert not is_goal_untouched([[], [goal], []]) and is_goal_untouched([[], [], [], [goal]])


PLAN = (
    PlannedSegment("Start", 3),
    PlannedSegment("Ours", 6, "", ("lead", "mine")),
    PlannedSegment("Step", 5, "", ("step",)),
)


def test_the_lead_comes_first_and_nothing_is_left_out() -> None:
    items = [
        item("mine"),
        item("deadline", author="built", source="deadline:1"),
        item("theirs", author="lead", place=9),
        item("theirs of old", author="lead", place=10, carried_from=TODAY),
        item("step", author="built", source="step:1"),
    ]
    assert [[each.id for each in some] for _, some in laid_out(PLAN, items)] == [
        [], ["theirs of old", "theirs", "mine", "deadline"], ["step"],
    ]  # fmt: skip


@given(
    st.lists(st.sampled_from(["step:1", "cycle:1", "blocks:", "deadline:1"])), st.lists(st.sets(st.sampled_from(PARTS)))
)
def test_every_item_stands_once_in_any_plan(sources: list[str], parts: list[set[str]]) -> None:
    plan = [PlannedSegment("Start", 3), *(PlannedSegment(f"s{n}", 3, "", tuple(some)) for n, some in enumerate(parts))]
    items = [item(str(n), author="built", source=source) for n, source in enumerate(sources)]
    found = [each.id for _, some in laid_out(plan, items) for each in some]
    assert sorted(found) == sorted(each.id for each in items)


def test_the_quiet_timer() -> None:
    segments = [Segment("1", "l", "m", "Start", 3, 0), Segment("2", "l", "m", "Ours", 6, 200_000)]
    assert [minutes_of(title, segments, 560_000) for title in ("Start", "Ours", "Step")] == [3, 6, None]
    assert [next_segment(PLAN, segments[:n]) for n in range(3)] == [*PLAN]
    assert next_segment(PLAN, [*segments, segments[0]._replace(title="Step")]) is None


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ({}, "no [[segment]]"),
        ({"segment": [{"minutes": 3}]}, "segment 1 has no title"),
        ({"segment": [{"title": "A", "minutes": True}]}, "minutes of segment 1"),
        ({"segment": [{"title": "A", "minutes": 3, "parts": ["other"]}]}, "holds 'other'"),
        ({"segment": [{"title": "A", "minutes": 3}] * 2}, "'A' stands in two"),
        ({"segment": [{"title": t, "minutes": 3, "parts": ["lead"]} for t in "AB"]}, "'lead' stands in two"),
        ({"segment": ["x"]}, "no table"),
    ],
)
def test_a_plan_that_is_none_says_why(found: dict[str, object], why: str) -> None:
    with pytest.raises(BadPlan, match=why.replace("[", r"\[")):
        read_plan(found)


def block(minutes: int, actual: int | None = None, because: str = "", *, agreed: bool = False) -> ReleaseBlock:
    return ReleaseBlock("b", "l", TODAY, None, "P3", minutes, "plan", None, actual, because, agreed)


def test_release_time_kept() -> None:
    some = [block(45, 45), block(45, 60), block(45, 15, "a fight"), block(45, 0, "testing", agreed=True), block(45)]
    assert kept_of(some) == Kept(135, 105, ("a fight",))
    assert kept_of(some).percent == 78 and kept_of([]).percent is None


def test_a_block_in_one_line() -> None:
    assert read_block("Tue 10:15 45 observe Priya", TODAY) == Plan(date(2026, 12, 1), 615, "", 45, "observe Priya")
    assert read_block("Dec 3 period 3 co-plan", TODAY) == Plan(date(2026, 12, 3), None, "period 3", 45, "co-plan")
    assert read_block("Fri P2 30 min two classes", TODAY) == Plan(date(2026, 11, 27), None, "P2", 30, "two classes")
    assert read_block("observe Priya", TODAY) is None and read_block("Tue 10:15 45", TODAY) is None


def test_a_loss_in_one_line() -> None:
    assert read_loss("covered a class", 45) == (0, "covered a class", False)
    assert read_loss("20 min covered a class", 45) == (20, "covered a class", False)
    assert read_loss("agreed: state testing", 45) == (0, "state testing", True)
    assert read_loss("99 fire drill", 45) == (45, "fire drill", False)


def test_how_long_there_is_time() -> None:
    assert [left_words(days) for days in (-2, -1, 0, 1, 9)] == [
        "2 days late", "1 day late", "today", "tomorrow", "in 9 days",
    ]  # fmt: skip


@given(st.text())
def test_no_words_break_the_readers(words: str) -> None:
    read_wish(words)
    assert read_decision(words, TODAY)[1] or not words.strip()
    read_block(words, TODAY)
    kept, _, _ = read_loss(words, 45)
    assert 0 <= kept <= 45
