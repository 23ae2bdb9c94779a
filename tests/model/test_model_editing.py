"""Editing: a line that is edited keeps all of it that could not be typed into the entry."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.grammar import Reading, is_code, read_edited, read_line, write_line
from coachtui.model.line import Kind

HARD_TEXTS = st.sampled_from(
    ["-3m she waited", "? why", "she waited #TM3", "maria: yes", "\\x", "she waited *", "= Data 5"]
)
TEXTS = HARD_TEXTS | st.text(min_size=1).filter(lambda text: bool(text.strip()))
CODES = st.lists(st.from_regex(r"[A-Z][A-Za-z0-9.]{0,5}", fullmatch=True), unique=True, max_size=3).map(tuple)
LINES = st.builds(
    Reading, st.none(), st.sampled_from([Kind.EVIDENCE, Kind.WONDERING, Kind.JUDGMENT, Kind.SEGMENT]), st.none(), TEXTS,
    CODES, st.booleans(), st.none(),
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(LINES)
def test_a_line_that_is_opened_and_filed_again_is_the_same(line: Reading) -> None:
    assert read_edited(write_line(line), line) == line


@pytest.mark.parametrize("words", ["\\-3m she waited", "\\-3m she waited long"])
def test_behind_a_backslash_they_stay(words: str) -> None:
    line = Reading(None, Kind.EVIDENCE, None, "-3m she waited", ("TM3",), True, None)
    assert read_edited(words, line) == line._replace(text=words[1:])


def test_the_minutes_of_a_segment_stay_with_it() -> None:
    line = Reading(None, Kind.SEGMENT, None, "Data #3 5", (), False, 20)
    hard = line._replace(text="\\Data")
    assert read_edited("= " + "\\\\Data again", hard).minutes == 20
    assert read_edited("\\no segment", hard).minutes is None
    assert read_edited(write_line(line), line) == line


def test_what_can_be_typed_can_be_taken_away() -> None:
    line = read_line("she waited #TM3 *")
    assert read_edited("she waited", line) == read_line("she waited")
    assert read_edited("she waited #TM4", line).codes == ("TM4",)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("TM3", True), ("norms", True), ("LE.1", True), ("é1", True), ("3A", False), ("", False), ("a b", False),
     ("#a", False), ("x" * 40, True), ("x" * 41, False), ("a/b", False)],
)  # fmt: skip
def test_a_code_is_what_reads_as_one(word: str, is_one: bool) -> None:
    assert is_code(word) is is_one
    assert (read_line(f"seen #{word}").codes == (word,)) is is_one


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=45))
def test_the_grammar_and_the_check_of_a_code_agree(word: str) -> None:
    assert (read_line(f"seen #{word}").codes == (word,)) is is_code(word)
