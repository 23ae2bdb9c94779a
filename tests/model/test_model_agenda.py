"""The agenda: pasted words that are one, words that are none, and what each segment really took."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.agenda import Planned, Segment, read_agenda, segments_of
from coachtui.model.filing import as_line
from coachtui.model.grammar import read_line
from coachtui.model.line import Line
from coachtui.model.observation import Observation, ref_for
from tests.support.clocks import A_MORNING

OBSERVATION = Observation("o1", ref_for("o1"), None, None, A_MORNING, "UTC", None, None, 0)
MINUTE = 60_000


def line(typed: str, place: int, at_ms: int | None) -> Line:
    return as_line(read_line(typed), OBSERVATION, A_MORNING, f"l{place}", place)._replace(at_ms=at_ms)


@pytest.mark.parametrize(
    ("words", "title", "minutes"),
    [
        ("Norms 5", "Norms", 5),
        ("  Norms   5  ", "Norms", 5),
        ("Norms\t5", "Norms", 5),
        ("Norms 5 min", "Norms", 5),
        ("Norms 5min.", "Norms", 5),
        ("Norms 5 mins", "Norms", 5),
        ("Norms 5 MINUTES", "Norms", 5),
        ("Norms 5m", "Norms", 5),
        ("Norms 5'", "Norms", 5),
        ("Norms 5’", "Norms", 5),
        ("Norms (5)", "Norms", 5),
        ("Norms (5 min)", "Norms", 5),
        ("Norms(5 min)", "Norms", 5),
        ("Norms: 5", "Norms", 5),
        ("Norms, 5", "Norms", 5),
        ("Norms - 5", "Norms", 5),
        ("Norms – 5 min", "Norms", 5),
        ("Norms — 5 min", "Norms", 5),
        ("- Norms 5", "Norms", 5),
        ("* Norms 5", "Norms", 5),
        ("• Norms 5", "Norms", 5),
        ("•Norms 5", "Norms", 5),
        ("1. Norms 5", "Norms", 5),
        ("12) Norms 5", "Norms", 5),
        ("Data review 20", "Data review", 20),
        ("Grade 4 data 15", "Grade 4 data", 15),
        ("1.5 hours of data 20", "1.5 hours of data", 20),
        ("Data (grade 4) 20", "Data (grade 4)", 20),
        ("9:15 Norms 5", "9:15 Norms", 5),
        ("Étapes 999", "Étapes", 999),
        ("נורמות 5", "נורמות", 5),
    ],
)
def test_an_item_has_a_title_and_minutes(words: str, title: str, minutes: int) -> None:
    assert read_agenda([words]) == (Planned(title, minutes),)


@pytest.mark.parametrize(
    "words",
    [
        "", "  ", "Norms", "5", "5 min", "(5)", "1. 5", "3 5", "- 5", "Norms 0", "Norms 05", "Norms 1000", "Spring 2026",
        "Norms 5 then data", "Norms5", "Break until 9:15", "Data 10-15 min", "Unit 1.5", "Norms 5 hours", "Norms -",
        "they are in room B12", "Norms ٥",
    ],
)  # fmt: skip
def test_what_is_no_item_is_none(words: str) -> None:
    assert read_agenda([words]) == ()


def test_one_line_that_is_no_item_makes_it_no_agenda() -> None:
    assert read_agenda(["Norms 5", "Data 20"]) == (Planned("Norms", 5), Planned("Data", 20))
    assert read_agenda(["Norms 5", "and then we sort", "Data 20"]) == ()
    assert read_agenda([]) == ()


@settings(max_examples=500, deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(["Norms", "5", "min", " ", "(", ")", "-", ".", ":", "1.", "é", "'"])).map("".join)
)
def test_no_words_break_it_and_none_are_made_up(words: str) -> None:
    for item in read_agenda([words]):
        assert 1 <= item.minutes <= 999
        assert item.title == " ".join(item.title.split()) != ""
        assert f"{item.title}" in " ".join(words.split())
        assert str(item.minutes) in words
        begun = read_line(f"= {item.title} {item.minutes}")
        assert (begun.text, begun.minutes) == item, "begun with one key, it is known as the item that it is"


@settings(max_examples=200, deadline=None)
@given(st.from_regex(r"[A-Za-zé]+( [A-Za-zé]+){0,3}", fullmatch=True), st.integers(1, 999))
def test_a_segment_that_is_typed_reads_back_from_an_item(title: str, minutes: int) -> None:
    assert read_agenda([f"{title} {minutes}"]) == (Planned(title, minutes),)
    read = read_line(f"= {title} {minutes}")
    assert (read.text, read.minutes) == (title, minutes)


def test_long_words_are_read_in_passing() -> None:
    """A run that hangs here tries every place for the end of a title."""
    for words in (
        " " * 200_000 + "a",
        "a" + " " * 200_000 + "b",
        "- " * 100_000 + "b",
        "a" + "1" * 200_000,
        "a," * 100_000,
    ):
        assert read_agenda([words]) == ()


# Segments


def test_a_segment_reaches_to_the_next_one_and_the_last_to_the_end() -> None:
    lines = [
        line("= Norms 5", 1, 0),
        line("seen", 2, MINUTE),
        line("= Data 20", 3, 7 * MINUTE),
        line("= Close", 4, 30 * MINUTE),
    ]
    segments = segments_of(lines, 34 * MINUTE)
    assert segments == (
        Segment("Norms", 5, 0, 7 * MINUTE),
        Segment("Data", 20, 7 * MINUTE, 30 * MINUTE),
        Segment("Close", None, 30 * MINUTE, 34 * MINUTE),
    )
    assert [each.actual_ms for each in segments] == [7 * MINUTE, 23 * MINUTE, 4 * MINUTE]


def test_segments_are_in_the_order_of_their_times_not_of_their_entry() -> None:
    lines = [line("= Data 20", 1, 7 * MINUTE), line("= Norms 5", 2, 0), line("= Also 5", 3, 0)]
    assert [each.title for each in segments_of(lines, 9 * MINUTE)] == ["Norms", "Also", "Data"]


def test_a_segment_at_an_unknown_time_is_left_out() -> None:
    assert segments_of([line("= Norms 5", 1, None)], MINUTE) == ()
    assert segments_of([], MINUTE) == ()


def test_a_segment_that_lies_ahead_took_no_time_yet() -> None:
    (segment,) = segments_of([line("= Norms 5", 1, 9 * MINUTE)], 2 * MINUTE)
    assert (segment.from_ms, segment.to_ms, segment.actual_ms) == (9 * MINUTE, 9 * MINUTE, 0)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(-MINUTE, 90 * MINUTE), max_size=8), st.integers(0, 90 * MINUTE))
def test_the_minutes_of_all_segments_are_those_of_the_meeting(starts: list[int], end_ms: int) -> None:
    segments = segments_of([line("= S 5", place, at_ms) for place, at_ms in enumerate(starts, 1)], end_ms)
    assert sum(each.actual_ms for each in segments) == (max(*starts, end_ms) - min(starts) if starts else 0)
