"""A whole observation, and what of it may leave: evidence that is shareable, and nothing else."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.account import Account
from coachtui.model.agenda import Planned
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.model.span import Span
from coachtui.model.whole import Whole
from tests.support.clocks import A_MORNING

OBSERVATION = Observation(
    "o1", ref_for("o1"), "Grade 4", "Dana Reyes", A_MORNING, "UTC", A_MORNING.utc_ms + 1, None, 9, framework="planning"
)
SECRET = "zebra"
EVERY_LINE = list(product(Kind, Visibility))


def a_line(place: int, kind: Kind, visibility: Visibility) -> Line:
    may_leave = kind is Kind.EVIDENCE and visibility is not Visibility.MINE
    words = f"seen {place}" if may_leave else f"{SECRET} {place}"
    return Line(
        f"l{place}", "o1", place, place, False, Provenance.LIVE, kind, words, words, (words,), True, visibility, None
    )


def a_whole(lines: list[Line]) -> Whole:
    return Whole(
        OBSERVATION,
        lines,
        [Gap(1, 2)],
        Draft("o1", SECRET, 5, A_MORNING),
        [Span("s1", "o1", SECRET, 1, 2)],
        (Planned(SECRET, 5),),
        [Account("a1", line.id, SECRET, 1) for line in lines],
        Closing(SECRET, SECRET, SECRET),
    )


@pytest.mark.parametrize(("kind", "visibility"), EVERY_LINE)
def test_only_evidence_that_is_shareable_or_shared_may_leave(kind: Kind, visibility: Visibility) -> None:
    line = a_line(1, kind, visibility)
    may_leave = (kind, visibility) in [(Kind.EVIDENCE, Visibility.SHAREABLE), (Kind.EVIDENCE, Visibility.SHARED)]
    assert a_whole([line]).shareable().lines == ([line] if may_leave else [])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(EVERY_LINE), max_size=12))
def test_nothing_else_of_an_observation_leaves(chosen: list[tuple[Kind, Visibility]]) -> None:
    lines = [a_line(place, kind, visibility) for place, (kind, visibility) in enumerate(chosen, 1)]
    whole = a_whole(lines)
    leaving = whole.shareable()
    assert SECRET not in repr(leaving)
    assert [line.id for line in leaving.lines] == [line.id for line in lines if SECRET not in line.text]
    assert leaving.observation == OBSERVATION._replace(lines=len(leaving.lines))
    assert leaving.shareable() == leaving
    assert whole == a_whole(lines), "what stays in the notebook is as it was"


def test_what_is_not_seen_to_is_left_out() -> None:
    """Whatever an observation will come to hold stays, until somebody decides that it may leave."""
    empty = Whole(OBSERVATION._replace(lines=0), [], [Gap(1, 2)], None)
    assert a_whole([]).shareable() == empty
