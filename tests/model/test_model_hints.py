"""Hints: a quiet word about evidence that judges or guesses, never about what somebody was heard to say."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.library import CONTENT
from coachtui.model.grammar import read_line
from coachtui.model.hints import Hint, Lexicon, read_lexicon

OURS = tomllib.loads((CONTENT / "lexicons" / "en.toml").read_text("utf-8"))
GROUPS = {group["name"]: group for group in OURS["group"]}
LEXICON = read_lexicon(OURS)
SMALL = Lexicon({"good": "judges", "most": "is no count", "tried to": "guesses"})
MARKS = [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'")]


def hinted(typed: str, told: tuple[str, ...] = (), lexicon: Lexicon = SMALL) -> str | None:
    found = lexicon.hint(read_line(typed), told)
    return None if found is None else found.word


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_ours_gets_the_hint_of_its_group(group: str) -> None:
    for word in GROUPS[group]["words"]:
        assert LEXICON.hint(read_line(f"they were {word} here"), ()) == Hint(word, GROUPS[group]["hint"]), word


def test_no_word_of_ours_stands_in_two_groups() -> None:
    words = [word for group in OURS["group"] for word in group["words"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("a good start", "good"),
        ("Good start", "good"),
        ("MOST of them", "most"),
        ("that was good.", "good"),
        ("(good)", "good"),
        ("maria: it went good #TM3 *", "good"),
        ("-3m good", "good"),
        ("she tried  to", "tried to"),
        ("she tried\u00a0to", "tried to"),
        ("most were good", "most"),
        ("the teachers' good work", "good"),
        ("it's good", "good"),
        # No word of the list: a part of another one, or nothing at all.
        ("almost there", None),
        ("goods came", None),
        ("a good-natured laugh", None),
        ("she tried", None),
        ("they sorted the tickets", None),
        ("", None),
        # No evidence.
        ("? was it good", None),
        ("! good", None),
        ("= Good news 5", None),
    ],
)
def test_the_first_word_of_the_list_in_evidence_is_hinted_at(typed: str, word: str | None) -> None:
    assert hinted(typed) == word


def test_a_word_is_hinted_at_once() -> None:
    assert hinted("good, most of it", ("good",)) == "most"
    assert hinted("Good, MOST of it", ("good", "most")) is None


@pytest.mark.parametrize("marks", MARKS, ids="".join)
@pytest.mark.parametrize(
    "typed", ["maria: {}most were good{}", "she said {}good{} twice", "{}most{}", "she said {}it is good"]
)
def test_what_is_quoted_is_never_hinted_at(typed: str, marks: tuple[str, str]) -> None:
    assert hinted(typed.format(*marks)) is None


@pytest.mark.parametrize("marks", MARKS, ids="".join)
def test_what_stands_after_a_quotation_is_looked_at_again(marks: tuple[str, str]) -> None:
    opening, closing = marks
    assert hinted(f"she said {opening}it's good{closing} to most") == "most"
    assert hinted(f"most said {opening}good{closing}") == "most"


def test_words_on_both_sides_of_a_quotation_are_not_one() -> None:
    assert hinted('she tried "hard" to listen') is None


@settings(max_examples=300, deadline=None)
@given(st.text("ab -.é"), st.sampled_from(MARKS), st.text("ab -é«("), st.booleans())
def test_a_quotation_reaches_to_its_end_or_to_the_end_of_the_line(
    before: str, marks: tuple[str, str], inside: str, is_closed: bool
) -> None:
    opening, closing = marks
    assert hinted(f"x {before} {opening}a{inside} good {closing if is_closed else ''}") is None


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from([*"goditrmsGOſıİK \u0307-'\"", "good", "tried to", "most", "nice"]), max_size=12).map(
        "".join
    )
)
def test_no_text_breaks_it(text: str) -> None:
    lexicon = Lexicon({"good": "a", "tried to": "b", "most": "c", "nice": "d"})
    found = lexicon.hint(read_line(text), ())
    assert found is None or found.word in ("good", "tried to", "most", "nice")


@pytest.mark.parametrize("text", ["moſt of them", "nıce", "nİce"])
def test_letters_that_are_only_like_others_break_nothing(text: str) -> None:
    Lexicon({"most": "a", "nice": "b"}).hint(read_line(text), ())


def test_an_empty_list_hints_at_nothing() -> None:
    assert hinted("good", lexicon=Lexicon({})) is None
    assert hinted("good", lexicon=read_lexicon({})) is None


@pytest.mark.parametrize(
    "found",
    [
        {"group": "good"},
        {"group": ["good"]},
        {"group": [{"words": ["good"]}]},
        {"group": [{"hint": 3, "words": ["good"]}]},
        {"group": [{"hint": "h", "words": "good"}]},
        {"group": [{"hint": "h", "words": [3, "", "  "]}]},
    ],
)
def test_what_is_no_list_of_words_is_passed_over(found: dict[str, object]) -> None:
    assert hinted("good 3", lexicon=read_lexicon(found)) is None


def test_a_school_may_write_its_words_as_it_likes() -> None:
    lexicon = read_lexicon(
        {"group": [{"hint": "say\x1b[31m it\nagain", "words": ["GOOD", " tried   To ", "cafe\u0301"]}]}
    )
    assert lexicon.hint(read_line("good"), ()) == Hint("good", "say[31m it again")
    assert hinted("she Tried to", lexicon=lexicon) == "tried to"
    assert hinted("in the café", lexicon=lexicon) == "café"


def test_a_line_of_many_quotation_marks_is_read_in_passing() -> None:
    """A run that hangs here looks from each mark to the end of the line."""
    for mark in "\"'“„«‘":
        hinted(f" {mark}a" * 50_000)
