"""Summaries: what of each thing may leave, and what never does."""

from datetime import date

from coachtui.model.cycle import Cycle
from coachtui.model.file_name import safe_name
from coachtui.model.line import Kind
from coachtui.model.step import Step
from coachtui.model.summarizing import (
    cycle_on,
    intention_summary,
    observation_summary,
    one_on_one_summary,
    reflection_summary,
    step_summary,
)
from coachtui.model.summary import Summary
from coachtui.model.written import both, items_of, normal
from tests.support.wholes import a_full_whole, a_line

DAY = date(2026, 3, 10)


def words_of(summary: Summary) -> list[str]:
    return [each.words for each in summary.paragraphs]


def test_of_an_observation_only_shareable_evidence_and_counts() -> None:
    whole = a_full_whole()
    whole.lines.append(a_line(10, "told in the hall", Kind.IN_CONFIDENCE, codes=("TM3",)))
    summary = observation_summary(whole, "lead")
    text = " ".join(words_of(summary))
    for private in ("why not item 5", "too fast", "a talk after", "kept back", "told in the hall"):
        assert private not in text
    assert "Seen: #TM3 1, #norms 1." in text and summary.left_out == (3, 2)
    assert "before that" in text and [each.time for each in summary.paragraphs if each.words == "at some time"] == [""]
    assert [each.goes for each in summary.paragraphs if each.source == "your closing words"] == [False] * 3


def test_a_reflection_leaves_only_once_both_are_in() -> None:
    cycle = Cycle(
        "c", "c1", "lead", goal="Wait", lead_reflection="I waited", my_reflection="She did", my_reflected_on=DAY
    )
    assert words_of(reflection_summary(cycle, DAY)) == []
    both_in = cycle._replace(lead_reflected_on=DAY, verdict="partly", verdict_because="twice", closed_on=DAY)
    assert words_of(reflection_summary(both_in, DAY)) == [
        "The lead: I waited", "The principal: She did", "Was the goal met? partly. twice",
    ]  # fmt: skip


def test_of_an_intention_a_step_and_a_1_to_1_what_is_there() -> None:
    cycle = Cycle("c", "c1", "lead", goal="Wait", baseline="2 of 9", agreed_on=DAY)
    assert words_of(intention_summary(cycle, DAY))[:2] == ["Goal: Wait", "Where it stands now: 2 of 9"]
    step = Step("s", "s1", "lead", words="Count to four", by_when=DAY)
    assert words_of(step_summary(step, DAY)) == ["Step: Count to four", "By: Tuesday, March 10, 2026"]
    assert words_of(one_on_one_summary("m", "lead", DAY, ["the schedule\n"], None)) == [
        "the schedule", "Decided: nothing this time.",
    ]  # fmt: skip


def test_a_day_falls_into_the_cycle_that_goes_on_then() -> None:
    first = Cycle("1", "c1", "l", "closed", starts_on=date(2026, 1, 5), closed_on=date(2026, 2, 6))
    second = Cycle("2", "c2", "l", "learning", starts_on=date(2026, 2, 9), ends_on=date(2026, 3, 6))
    for day, expected in (((2026, 1, 4), None), ((2026, 2, 6), first), ((2026, 2, 7), None), ((2026, 3, 30), second)):
        assert cycle_on([first, second], date(*day)) == expected
    assert cycle_on([Cycle("3", "c3", "l")], DAY) is None


def test_texts_are_compared_as_people_compare_them() -> None:
    assert normal("“a”\u00a0b  \n\n* c…") == normal('"a" b\n- c...')
    assert normal("a") != normal("b") and both("a\nb", "b") == "a\nb" and both("b", "c") == "b\n\nc"
    assert items_of("- one\n\n2) two\n[ ] three") == ["one", "two", "three"]


def test_names_of_files_are_ones_that_every_system_takes() -> None:
    assert (
        safe_name("a/b: c?, cycle 1") == "a b c , cycle 1.md"
        and safe_name("CON, cycle 1") == "Record of CON, cycle 1.md"
    )
    assert len(safe_name("é" * 500).encode()) <= 123 and safe_name("...") == "Record.md"
