"""Cleaning: what is left may be stored, shown and sent anywhere, and cleaning it again changes nothing."""

import importlib
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.clean import clean, clean_line, clean_lines

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
ODD = st.sampled_from(
    [
        "\x00", "\x1b[31m", "\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\t", "\x7f", "\x9b", "\ud800",
        "\udfff", "\ud83d\ude00", "e\u0301", "\u0301", "\u0316", "\u1100\u1161", "\u212b", "\ufb01", "\u0344", "\U0001f44d",
        *BIDI,
    ]
)  # fmt: skip
ANY = st.text(st.characters(codec=None, categories=None))
TEXTS = st.one_of(ANY, st.lists(st.one_of(ODD, st.text(max_size=4)), max_size=12).map("".join))
MANY = settings(max_examples=600, deadline=None)


@MANY
@given(TEXTS)
def test_what_is_cleaned_may_be_stored(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not [each for each in cleaned if unicodedata.category(each) == "Cc" and each not in "\n\t"]
    assert not set(cleaned) & set(BIDI)


@MANY
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@MANY
@given(TEXTS)
def test_one_line_is_one_line_and_many_are_none_of_them_blank(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
    lines = clean_lines(text)
    assert all(line.strip() and len(line.splitlines()) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


@MANY
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=BIDI)))
def test_words_stay_as_they_were_typed(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a\x00b", "ab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\vb\fc\x85d", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "\U0001f600"),
        ("e\u0301", "é"),
        ("e\x00\u0301", "é"),
        ("a\u202eb", "a⟨RLO⟩b"),
        ("\u2067x\u2069", "⟨RLI⟩x⟨PDI⟩"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("👩‍🏫 שלום", "👩‍🏫 שלום"),
    ],
    ids=ascii,
)
def test_what_becomes_of_odd_characters(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_each_bidi_control_is_made_visible_by_a_name_of_its_own() -> None:
    names = [clean(control) for control in BIDI]
    assert len(set(names)) == len(BIDI)
    assert all(name.isprintable() and name.startswith("⟨") for name in names)


def test_line_ends_that_stand_together_are_one_space() -> None:
    assert clean_line("one\r\n\r\ntwo\u2028three") == "one two three"
    assert clean_lines("one\r\n\r\n  \ntwo\u2029three\n") == ["one", "two", "three"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a", "\u0301", "\u0316", "\u0344", "\u05b0", "\u0345", "\u0f71"]), min_size=100, max_size=150
    )
)
def test_long_runs_of_marks_come_out_as_unicode_has_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_no_long_run_of_marks_is_left_to_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """It puts marks in order in a time that grows with their square; those it is given are in order already."""
    module = importlib.import_module("coachtui.model.clean")
    given_to_it: list[str] = []

    def listening(form: Literal["NFC", "NFD"], text: str) -> str:
        given_to_it.append(text)
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(module, "normalize", listening)
    marks = 2000
    assert clean("q" + "\u0301\u0316" * marks) == "q" + "\u0316" * marks + "\u0301" * marks
    classes = [[unicodedata.combining(each) for each in text] for text in given_to_it]
    assert all(found == sorted(found) for found in classes)
