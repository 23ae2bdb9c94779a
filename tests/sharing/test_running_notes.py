"""Running notes: rows that begin with a time come in as lines; an odd file names its line and adds nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.line import Kind, Provenance
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.sharing.running_notes import are_running_notes, read_running_notes
from tests.support.clocks import A_MORNING
from tests.support.program import ask

NOTES = """
9:04 Maria: we look at item 4 #TM3 *
9:06 ? why not item 5
  and item 6
9:10 = Data 15
"""


def read(text: str, zone: str = "America/New_York") -> Whole:
    """These notes as they come in on the morning of the tests."""
    return read_running_notes(text, "notes.txt", zone, A_MORNING.utc_ms)


def minutes(text: str) -> list[float]:
    """When the lines of these notes were, in minutes after the first."""
    return [(line.at_ms or 0) / 60_000 for line in read(text).lines]


def test_rows_with_a_time_become_lines() -> None:
    assert are_running_notes(NOTES)
    whole = read(NOTES)
    first, second, third = whole.lines
    assert (first.at_ms, first.speaker, first.text, first.codes, first.starred) == (
        0, "Maria", "we look at item 4", ("TM3",), True,
    )  # fmt: skip
    assert (second.at_ms, second.kind, second.text) == (120_000, Kind.WONDERING, "why not item 5 and item 6")
    assert (third.at_ms, third.kind, third.text, third.minutes) == (360_000, Kind.SEGMENT, "Data", 15)
    assert {line.provenance for line in whole.lines} == {Provenance.IMPORTED}
    four_past_nine = A_MORNING.utc_ms + (4 * 60 + 34) * 60_000  # 9:04 in New York is 13:04 UTC
    assert whole.observation.anchor.utc_ms == four_past_nine
    assert whole.observation.ended_utc_ms == four_past_nine + 360_000


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("9:04 a\n9:05:30 b", [0, 1.5]),
        ("9.04 a\n9.05 - b\n9:06 – c\n09:07 | d", [0, 1, 2, 3]),
        ("12:58 a\n1:02 b", [0, 4]),
        ("11:58 pm a\n12:03 am b", [0, 5]),
        ("23:58 a\n0:03 b", [0, 5]),
        ("8:55 a\n12:30 b\n1:05 c", [0, 215, 250]),
        ("9:10 a\n9:05 remembered b", [0, -5]),
        ("9:04 a.m. a\n1:04 p.m. b", [0, 240]),
    ],
)
def test_times_are_read_as_people_write_them(text: str, after: list[float]) -> None:
    assert minutes(text) == after


def test_what_looks_like_another_time_is_kept_as_words() -> None:
    assert [line.text for line in read("9:04 @10:42 is when they stop\n9:05 -3m or so").lines] == [
        "@10:42 is when they stop",
        "-3m or so",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9:04 a\n25:10 b", "line 2 begins with a time that no clock shows"),
        ("9:04 a\n\n9:75 b", "line 3 begins with a time that no clock shows"),
        ("9:04 a\n13:10 pm b\n9:99 c", "line 3 begins with a time that no clock shows"),
        ("99:04 a", "line 1 begins with a time that no clock shows"),
        ("9:04 x\n" * 100_001, "more than 100,000 lines"),
        ("9:04\n", "none of the forms"),
        ("Notes of today\n9:04 a", "none of the forms"),
    ],
)
def test_odd_notes_are_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, "utf-8")
    answer = ask(tmp_path / "home", "import", str(path))
    assert (answer.code, answer.said) == (1, "") and answer.is_foreseen()
    assert words in answer.complaint and answer.complaint.endswith("Nothing was added.\n")
    assert ask(tmp_path / "home", "list", "observations", "--json").json() == []


def test_taking_notes_in_twice_adds_nothing(tmp_path: Path) -> None:
    path, home = tmp_path / "notes.txt", tmp_path / "home"
    path.write_text(NOTES, "utf-8")
    assert "with 3 lines (notes.txt)" in ask(home, "import", str(path)).said
    assert ask(home, "import", str(path)).said.startswith("Nothing was added")
    assert len(ask(home, "list", "observations", "--json").json()) == 1


def test_only_saying_what_would_be_added_adds_nothing(tmp_path: Path) -> None:
    path, home = tmp_path / "notes.txt", tmp_path / "home"
    path.write_text(NOTES, "utf-8")
    assert ask(home, "import", "--dry-run", str(path)).said.startswith("Would add o")
    assert ask(home, "list", "observations", "--json").json() == []


def test_a_note_of_very_many_rows_is_one_line() -> None:
    """A row without a time goes on with the one above: no matter how many there are."""
    (line,) = read("9:04 a" + "\nb" * 49_000).lines
    assert len(line.text) == 98_001
    with pytest.raises(SharingError, match="more than 100,000 characters"):
        read("9:04 a" + "\nb" * 200_000)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 23), st.integers(0, 59), st.text(max_size=30)), min_size=1, max_size=5))
def test_any_words_after_a_time_are_read_or_refused(rows: list[tuple[int, int, str]]) -> None:
    text = "\n".join(f"{hour}:{minute:02d} {words}" for hour, minute, words in rows)
    try:
        assert read(text).lines
    except SharingError as fault:
        assert str(fault)
