"""An observation as plain text: how each time came about, what is private, and where nothing was recorded."""

from typing import Any

import pytest

from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.sharing.text import as_text, private_text
from tests.support.clocks import A_MORNING

MINUTE = 60_000


def line(place: int, text: str, at_ms: int | None = 0, kind: Kind = Kind.EVIDENCE,
         provenance: Provenance = Provenance.LIVE, visibility: Visibility = Visibility.SHAREABLE,
         **more: Any) -> Line:  # fmt: skip
    plain = Line(f"l{place}", "o1", place, at_ms, False, provenance, kind, None, text, (), False, visibility, None)
    return plain._replace(**more)


def observation(ended_ms: int | None = 40 * MINUTE, zone: str = "America/New_York", **more: Any) -> Observation:
    ended = None if ended_ms is None else A_MORNING.utc_ms + ended_ms
    plain = Observation("o1", ref_for("o1"), "Grade 4 Math", "Maria Okafor", A_MORNING, zone, ended, None, 0)
    return plain._replace(**more)


def body(*lines: Line, gaps: tuple[Gap, ...] = ()) -> list[str]:
    return as_text(observation(), list(lines), list(gaps)).split("\n\n")[1].splitlines()


def test_a_whole_observation() -> None:
    lines = [
        line(1, "Norms", kind=Kind.SEGMENT, visibility=Visibility.MINE, minutes=5),
        line(2, "good morning", MINUTE, speaker="Maria", codes=("TM3", "norms"), starred=True),
        line(3, "who is quiet", 2 * MINUTE, Kind.WONDERING, visibility=Visibility.MINE),
    ]
    assert as_text(observation(), lines, []) == (
        "Observation omqxtfh\n"
        "Team: Grade 4 Math\n"
        "Lead: Maria Okafor\n"
        "When: Tuesday, March 10, 2026, 4:30 to 5:10 (America/New_York)\n"
        "Private: holds what is yours alone (1 wondering, 1 segment). Take it out before you pass this on.\n"
        "\n"
        "4:30    = Norms (5 min planned)\n"
        "4:31      Maria: good morning #TM3 #norms *\n"
        "4:32    ? who is quiet  (wondering)\n"
        "\n"
        "? wondering   ! judgment   - in confidence   = new segment   * come back to this\n"
    )


@pytest.mark.parametrize(
    ("provenance", "at_ms", "about", "ending"),
    [
        (Provenance.LIVE, 0, False, "said"),
        (Provenance.LIVE, 0, True, "said  (about)"),
        (Provenance.ADDED, 0, False, "said  (added later)"),
        (Provenance.ADDED, 0, True, "said  (about; added later)"),
        (Provenance.ADDED, None, False, "said  (time unknown; added later)"),
        (Provenance.MEMORY, 0, False, "said  (from memory)"),
        (Provenance.MEMORY, None, False, "said  (time unknown; from memory)"),
        (Provenance.IMPORTED, 0, False, "said  (imported)"),
        (Provenance.IMPORTED, None, False, "said  (time unknown; imported)"),
    ],
)
def test_how_the_time_of_a_line_came_about_is_said(
    provenance: Provenance, at_ms: int | None, about: bool, ending: str
) -> None:
    (row,) = body(line(1, "said", at_ms, provenance=provenance, about=about))
    time = "" if at_ms is None else "4:30"
    assert row == f"{time:<10}{ending}"


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (Kind.WONDERING, "4:30    ? said  (wondering)"),
        (Kind.JUDGMENT, "4:30    ! said  (judgment)"),
        (Kind.IN_CONFIDENCE, "4:30    - said  (in confidence)"),
        (Kind.SEGMENT, "4:30    = said"),
        (Kind.EVIDENCE, "4:30      said"),
    ],
)
def test_a_kind_is_said_in_words_as_well_as_by_its_mark(kind: Kind, row: str) -> None:
    assert body(line(1, "said", kind=kind)) == [row]


def test_a_gap_stands_before_what_was_written_after_it() -> None:
    gap = Gap(2 * MINUTE, 9 * MINUTE)
    told = "4:32      [not recorded from 4:32 to 4:39, 7 min: coachtui was not running]"
    before, after = line(1, "before", MINUTE), line(3, "after", 9 * MINUTE)
    later = line(2, "of then", 20 * MINUTE, provenance=Provenance.ADDED)
    rows = body(before, later, after, gaps=(gap,))
    assert [row[10:17] for row in rows] == ["before", "of then", "[not re", "after"] and rows[2] == told
    assert body(before, gaps=(gap,))[-1] == told
    assert body(after, gaps=(gap, Gap(0, MINUTE)))[0].startswith("4:30      [not recorded from 4:30 to 4:31, 1 min")
    assert "less than a minute" in body(before, gaps=(Gap(2 * MINUTE, 2 * MINUTE + 20_000),))[-1]


def test_no_line_can_pass_for_another() -> None:
    rows = body(line(1, "said\n4:31      Maria: never said"))
    assert rows == ["4:30      said", "          4:31      Maria: never said"]


def test_what_is_not_known_is_said_so() -> None:
    text = as_text(observation(ended_ms=None, team=None, lead=None, source="AMI"), [], [])
    assert "Team: not known\nLead: not known\n" in text
    assert ", 4:30, not ended (America/New_York)\nSource: AMI\n" in text
    assert "Private" not in text and "come back" not in text


def test_an_end_on_another_day_names_the_day() -> None:
    assert "4:30 to Wednesday, March 11, 1:30 (" in as_text(observation(ended_ms=21 * 60 * MINUTE), [], [])


def test_the_private_sentence_counts_what_is_yours_alone() -> None:
    mine = Visibility.MINE
    lines = [
        line(1, "a", visibility=mine), line(2, "b", visibility=mine), line(3, "c"),
        line(4, "d", kind=Kind.JUDGMENT, visibility=mine), line(5, "e", kind=Kind.IN_CONFIDENCE, visibility=mine),
        line(6, "f", kind=Kind.IN_CONFIDENCE, visibility=mine), line(7, "g", kind=Kind.WONDERING, visibility=Visibility.SHARED),
    ]  # fmt: skip
    assert private_text(lines) == (
        "Private: holds what is yours alone (2 lines of evidence, 1 judgment, 2 lines in confidence). "
        "Take it out before you pass this on."
    )
    assert private_text([line(1, "a"), line(2, "b", visibility=Visibility.SHARED)]) == ""
