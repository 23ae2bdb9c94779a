"""Abbreviations: written out where they stand as words of their own, and nothing else is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.abbreviations import Abbreviations

OWN = Abbreviations({"ss": "students", "w": "with", "tl": "team lead", "w/o": "without", "Q3": "third quarter"})


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("ss sorted", "students sorted"),
        ("two ss.", "two students."),
        ("(ss)", "(students)"),
        ('"ss need time"', '"students need time"'),
        ("ss, ss and ss", "students, students and students"),
        ("Ss sorted", "Students sorted"),
        ("SS sorted", "Students sorted"),
        ("W the class", "with the class"),
        ("w/o help", "without help"),
        ("w help", "with help"),
        ("q3 plan", "third quarter plan"),
        ("the tl asked", "the team lead asked"),
        # Not a word of its own.
        ("class", "class"),
        ("ss2", "ss2"),
        ("pre-ss", "pre-ss"),
        ("ss-led", "ss-led"),
        ("ss's turn", "ss's turn"),
        ("ss’s turn", "ss’s turn"),
        ("#ss", "#ss"),
        ("@ss", "@ss"),
        ("ss: yes", "ss: yes"),
        ("", ""),
    ],
)
def test_a_word_of_its_own_is_written_out(text: str, full: str) -> None:
    assert OWN.expand(text) == full


def test_what_was_written_out_is_not_read_again() -> None:
    assert Abbreviations({"a": "b a", "b": "c"}).expand("a b") == "b a c"


def test_the_longest_abbreviation_wins() -> None:
    assert Abbreviations({"ex": "exit", "ex t": "exit ticket"}).expand("ex t, ex") == "exit ticket, exit"


def test_without_abbreviations_a_text_stays() -> None:
    assert Abbreviations({}).expand("ss") == "ss"
    assert Abbreviations({"": "x", "  ": "y"}).expand("a  b") == "a  b"


def test_an_abbreviation_for_nothing_takes_no_word_away() -> None:
    assert Abbreviations({"ss": "", "tl": "  "}).expand("ss and tl") == "ss and tl"


def test_what_a_file_holds_is_cleaned_before_it_comes_into_a_line() -> None:
    own = Abbreviations({" ss ": "the\x1b[31m\nstudents \u202e", "cafe\u0301": "canteen"})
    assert own.expand("ss") == "the[31m students ⟨RLO⟩"
    assert own.expand("café") == "canteen"


def test_marks_in_an_abbreviation_are_no_pattern() -> None:
    assert Abbreviations({"a.b": r"\1 [x]", "(c": "d"}).expand("axb a.b (c") == r"axb \1 [x] d"


@pytest.mark.parametrize("text", ["ıd", "İd", "ſs", "İD"])
def test_letters_that_are_only_like_others_break_nothing(text: str) -> None:
    Abbreviations({"id": "identity", "ss": "students"}).expand(text)


@settings(max_examples=500, deadline=None)
@given(
    st.dictionaries(st.text("idsßſıİKkσς .", max_size=4), st.text("xyz ", max_size=5), max_size=4),
    st.text("idsßſıİKkσςIDS .-#:'", max_size=12),
)
def test_no_text_breaks_it(meanings: dict[str, str], text: str) -> None:
    full = Abbreviations(meanings).expand(text)
    assert full == text or any(long.strip() and short.strip() for short, long in meanings.items())
