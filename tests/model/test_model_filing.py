"""How a typed line becomes a line: its place in time, how that is known, and who may see it."""

import pytest

from coachtui.model.filing import as_line
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Provenance, Visibility, default_visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation, ref_for
from tests.support.clocks import A_MORNING
from tests.support.homes import seconds_on


def an_observation(ended: Moment | None = None, zone: str = "UTC") -> Observation:
    ended_ms = None if ended is None else ended.utc_ms
    return Observation("o1", ref_for("o1"), None, None, A_MORNING, zone, ended_ms, None, 0)


@pytest.mark.parametrize(
    ("typed", "at_ms", "about", "provenance"),
    [
        ("good morning", 600_000, False, Provenance.LIVE),
        ("-3m good morning", 420_000, False, Provenance.ADDED),
        ("@8:36 good morning", 360_000, False, Provenance.ADDED),
        ("~8:36 good morning", 360_000, True, Provenance.ADDED),
        ("@? good morning", None, False, Provenance.ADDED),
    ],
)
def test_the_time_of_a_line_and_how_it_is_known(
    typed: str, at_ms: int | None, about: bool, provenance: Provenance
) -> None:
    line = as_line(read_line(typed), an_observation(), seconds_on(600), "l1", 3)
    assert (line.at_ms, line.about, line.provenance) == (at_ms, about, provenance)
    assert (line.id, line.observation, line.place, line.text) == ("l1", "o1", 3, "good morning")


@pytest.mark.parametrize("typed", ["good morning", "-3m good morning", "@8:36 good morning", "@? good morning"])
def test_what_is_typed_after_the_end_is_from_memory(typed: str) -> None:
    ended = an_observation(ended=seconds_on(500))
    assert as_line(read_line(typed), ended, seconds_on(600), "l1", 1).provenance is Provenance.MEMORY
    # What was begun in the last moment of the meeting is not.
    assert as_line(read_line(typed), ended, seconds_on(500), "l1", 1).provenance is not Provenance.MEMORY


def test_a_time_is_read_on_the_clock_of_the_place_where_the_meeting_was() -> None:
    line = as_line(read_line("@4:36 said"), an_observation(zone="America/New_York"), seconds_on(600), "l1", 1)
    assert line.at_ms == 360_000


@pytest.mark.parametrize(
    ("typed", "kind", "visibility"),
    [
        ("seen", Kind.EVIDENCE, Visibility.SHAREABLE),
        ("? seen", Kind.WONDERING, Visibility.MINE),
        ("! seen", Kind.JUDGMENT, Visibility.MINE),
        ("= seen 5", Kind.SEGMENT, Visibility.MINE),
    ],
)
def test_only_evidence_may_leave(typed: str, kind: Kind, visibility: Visibility) -> None:
    line = as_line(read_line(typed), an_observation(), seconds_on(1), "l1", 1)
    assert (line.kind, line.visibility) == (kind, visibility)


def test_no_kind_but_evidence_is_shareable_without_being_asked() -> None:
    assert [kind for kind in Kind if default_visibility(kind) is not Visibility.MINE] == [Kind.EVIDENCE]


def test_everything_that_was_read_is_in_the_line() -> None:
    line = as_line(read_line("= Data review 15 #TM3 #norms *"), an_observation(), seconds_on(1), "l1", 1)
    assert (line.text, line.minutes, line.codes, line.starred) == ("Data review", 15, ("TM3", "norms"), True)
    assert as_line(read_line("maria: yes"), an_observation(), seconds_on(1), "l1", 1).speaker == "maria"
