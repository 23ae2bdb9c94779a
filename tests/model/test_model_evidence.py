"""The lines that a draft draws on: which are looked at, which may be cited, and what became of those that are."""

import pytest

from coachtui.model.citation import Citation, cited_line, words_hash
from coachtui.model.cited import places_in, with_mark
from coachtui.model.evidence import (
    EVERYTHING,
    Filter,
    codes_of,
    evidence_of,
    looked_at,
    may_be_cited,
    nearest,
    next_of,
    speakers_of,
)
from coachtui.model.feedback_shape import FeedbackShape, PlannedPart
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.part_place import part_at
from coachtui.tui.draft_look import Look
from coachtui.tui.widgets.evidence_row import CitedRow, EvidenceRow
from coachtui.tui.widgets.timeline_row import columns_for


def line(place: int, text: str, kind: Kind = Kind.EVIDENCE, speaker: str | None = None, *, starred: bool = False,
         codes: tuple[str, ...] = (), at_ms: int | None = None) -> Line:  # fmt: skip
    return Line(f"l{place}", "o1", place, place * 60_000 if at_ms is None else at_ms, False, Provenance.LIVE, kind,
                speaker, text, codes, starred, Visibility.SHAREABLE, None)  # fmt: skip


LINES = [
    line(1, "before any segment", speaker="maria"),
    line(2, "Data", Kind.SEGMENT),
    line(3, "four of nine", starred=True, codes=("TM3",)),
    line(4, "the rest of it", Kind.IN_CONFIDENCE),
    line(5, "why?", Kind.WONDERING),
    line(6, "Close", Kind.SEGMENT),
    line(7, "Friday", speaker="sam", codes=("TM3", "TM6")),
    line(8, "noon", speaker="sam"),
]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (EVERYTHING, "l1 l2 l3 l5 l6 l7 l8"),
        (Filter(starred=True), "l2 l3"),
        (Filter(code="TM3"), "l2 l3 l6 l7"),
        (Filter(speaker="sam"), "l6 l7 l8"),
        (Filter(speaker="sam", code="TM3"), "l6 l7"),
        (Filter(segment="l2"), "l2 l3 l5"),
        (Filter(segment="l6", starred=True), ""),
    ],
)
def test_what_is_looked_at(wanted: Filter, ids: str) -> None:
    """A segment is there where one of its lines is; what is in confidence never is."""
    assert " ".join(each.line.id for each in looked_at(evidence_of(LINES), wanted)) == ids


def test_the_choices_go_round_and_end_in_none() -> None:
    evidence = evidence_of(LINES)
    assert codes_of(evidence) == ["TM3", "TM6"] and speakers_of(evidence) == ["sam", "maria"]
    assert [next_of(["a", "b"], now) for now in (None, "a", "b", "gone")] == ["a", "b", None, "a"]
    assert next_of([], None) is None


def test_only_what_was_seen_and_heard_may_be_cited_and_a_time_finds_its_nearest_line() -> None:
    assert [may_be_cited(each) for each in LINES] == [True, False, True, False, False, False, True, True]
    found = nearest(LINES, 410_000)
    assert found is not None and found.id == "l7"
    assert nearest([line(2, "Data", Kind.SEGMENT)], 0) is None


def test_a_place_in_a_draft_knows_what_became_of_its_line() -> None:
    one, two = Citation("c1", "f1", "l3", "9:03", words_hash("four of nine")), Citation("c2", "f1", "l5", "9:05", "")
    cited = [cited_line(one, LINES[2]), cited_line(two, LINES[4])]
    first, second = places_in("At 9:05 and (9:03).", cited)
    assert (first.mark, first.start, first.is_private) == ("9:05", 3, True)
    assert (second.mark, second.wants_a_look) == ("9:03", False)
    (gone,) = places_in("9:03", [cited_line(one, None)])
    assert gone.wants_a_look and not gone.is_private
    (changed,) = places_in("9:03", [cited_line(one, LINES[0])])
    assert changed.wants_a_look


@pytest.mark.parametrize(
    ("before", "put"), [("", "(9:03)"), ("You asked", " (9:03)"), ("You asked ", "(9:03)"), ("“", "(9:03)")]
)
def test_a_mark_is_put_behind_what_is_there(before: str, put: str) -> None:
    assert with_mark("9:03", before) == put
    assert with_mark("9:03", before, "four").strip() == "four (9:03)"


SHAPE = FeedbackShape(
    "s", "S", "", (PlannedPart("strength", "What worked"), PlannedPart("by when", "By when", inline=True))
)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("What worked\nShe waits\nBy when: Fri\n", 0, ("What worked", "She waits")),
        ("What worked\nShe waits\nBy when: Fri\n", 20, ("What worked", "She waits")),
        ("What worked\nShe waits\nBy when: Fri\n", 23, ("By when", "Fri")),
        ("What worked\n\nBy when: \n", 12, ("What worked", "")),
        ("before\nWhat worked\n", 3, None),
    ],
)
def test_the_part_around_the_cursor(text: str, place: int, found: tuple[str, str] | None) -> None:
    part = part_at(text, SHAPE, place)
    assert (part and (part.planned.heading, text[part.begins : part.ends])) == found


def test_what_stands_out_in_a_draft() -> None:
    look = Look(frozenset({"What worked", "By when"}), frozenset({"9:03", "9:05"}), frozenset({"9:05"}))
    spans = [
        (words[each.start : each.end], each.part)
        for words in ("By when: 9:03, 9:05", "By whenever")
        for each in look.spans(words)
    ]
    assert spans == [("By when:", "heading"), ("9:03", "citation"), ("9:05", "flagged")]


def test_a_row_of_evidence_tells_when_who_and_that_it_is_cited() -> None:
    row = CitedRow("l3", "9:03", "evidence", "Maria", "four of nine name the variable", ("TM3",), True)
    columns = columns_for(30)
    drawn = ["".join(run.text for run in each).rstrip() for each in row.draw(columns)]
    assert drawn == [" * 9:03  Maria  #TM3  cited", "   four of nine name the", "   variable"]
    assert len(drawn) == row.height(columns)
    mine = EvidenceRow("l5", "9:05", "wondering", None, "why?")
    assert "my wondering" in "".join(run.text for run in mine.draw(columns)[0])
    heading = EvidenceRow("l2", "9:02", "segment", None, "Data")
    assert [len(heading.draw(columns)), heading.height(columns)] == [2, 2]
