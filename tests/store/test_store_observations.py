"""Observations are begun, ended, taken up again, withdrawn and taken in; each is read back by a fresh notebook."""

import hashlib

import pytest

from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.observation import CLOCK_MOVED, Gap, Observation, ref_for
from coachtui.model.whole import Whole
from coachtui.store.errors import NotebookError, NotFound
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of


def keep_draft(desk: Desk, text: str, began: Moment = A_MORNING) -> None:
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", text, len(text), began)))


def test_a_begun_observation_is_there_with_its_anchor_zone_team_and_lead(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_team("Grade 7 Math", "Dana Ruiz"))
    begun = desk.begin(zone="America/New_York", team="grade 7 math")
    expected = Observation(
        "o1", ref_for("o1"), "Grade 7 Math", "Dana Ruiz", A_MORNING, "America/New_York", None, None, 0
    )
    assert begun == expected
    assert desk.do(lambda notebook: notebook.observations.get("o1")) == expected
    assert begun.state == "interrupted"


def test_beginning_the_same_observation_twice_is_once(desk: Desk) -> None:
    first = desk.begin()
    again = desk.begin(anchor=seconds_on(60))
    assert again == first
    assert desk.do(lambda notebook: len(list(notebook.events.all()))) == 1


def test_a_team_and_a_lead_that_nobody_knew_are_added(desk: Desk) -> None:
    desk.begin(team="Science", lead="Sam Ito")
    desk.begin("o2", team="SCIENCE", lead="sam ito")
    assert [team.name for team in desk.do(lambda notebook: notebook.people.teams())] == ["Science"]
    assert [lead.name for lead in desk.do(lambda notebook: notebook.people.leads())] == ["Sam Ito"]
    found = desk.do(lambda notebook: notebook.observations.get("o2"))
    assert (found.team, found.lead) == ("Science", "Sam Ito")


def test_an_observation_is_found_by_its_reference_its_id_and_as_the_last_one(desk: Desk) -> None:
    desk.begin("o1")
    desk.begin("o2", anchor=seconds_on(3600))
    by_ref = desk.do(lambda notebook: notebook.observations.get(ref_for("o1").upper()))
    by_id = desk.do(lambda notebook: notebook.observations.get("o1"))
    assert by_ref == by_id
    assert desk.do(lambda notebook: notebook.observations.get("last")).id == "o2"
    assert [found.id for found in desk.do(lambda notebook: notebook.observations.all())] == ["o2", "o1"]
    assert [found.id for found in desk.do(lambda notebook: notebook.observations.latest(1))] == ["o2"]


def test_an_unknown_reference_is_told_in_a_sentence(desk: Desk) -> None:
    assert desk.do(lambda notebook: notebook.observations.find("onothing")) is None
    with pytest.raises(NotFound, match="no observation 'onothing'"):
        desk.do(lambda notebook: notebook.observations.get("onothing"))


def test_a_reference_that_no_file_can_hold_is_told_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotebookError):
        desk.do(lambda notebook: notebook.observations.find("o\udcff"))


def test_two_observations_whose_references_would_be_the_same_both_begin(desk: Desk) -> None:
    known: dict[str, str] = {}
    for number in range(1_000_000):
        identity = hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()
        other = known.setdefault(ref_for(identity), identity)
        if other != identity:
            break
    else:
        pytest.fail("no two ids with the same reference were found")
    desk.begin(other)
    desk.begin(identity)
    references = desk.do(lambda notebook: {found.ref: found.id for found in notebook.observations.all()})
    assert set(references.values()) == {other, identity}
    assert all(desk.do(lambda notebook: notebook.observations.get(ref)).id == references[ref] for ref in references)


def test_ending_files_what_is_half_typed_at_the_time_it_was_begun(desk: Desk) -> None:
    desk.begin()
    keep_draft(desk, "they were about to", seconds_on(50))
    ended = desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(60).utc_ms))
    assert (ended.ended_utc_ms, ended.lines, ended.state) == (seconds_on(60).utc_ms, 1, "ended")
    (line,) = desk.lines()
    assert (line.text, line.at_ms, line.provenance) == ("they were about to", 50_000, Provenance.LIVE)
    assert desk.do(lambda notebook: notebook.drafts.get("o1")) is None
    assert desk.do(lambda notebook: notebook.observations.unfinished()) is None


def test_what_is_filed_after_the_end_is_from_memory(desk: Desk) -> None:
    desk.begin()
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(60).utc_ms))
    assert desk.file("one more thing", at=seconds_on(90)).provenance is Provenance.MEMORY


def test_ending_an_unknown_observation_is_told_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.do(lambda notebook: notebook.observations.end("o1", 0))


def test_the_unfinished_observation_is_the_newest_never_ended(desk: Desk) -> None:
    desk.begin("o1")
    desk.begin("o2", anchor=seconds_on(3600))
    desk.begin("o3", anchor=seconds_on(7200))
    desk.do(lambda notebook: notebook.observations.end("o3", seconds_on(7300).utc_ms))
    found = desk.do(lambda notebook: notebook.observations.unfinished())
    assert found is not None
    assert found.id == "o2"


def test_after_a_crash_it_ends_at_the_last_sign_of_life_with_the_half_typed_text_as_its_last_line(desk: Desk) -> None:
    desk.begin()
    desk.clock.set(seconds_on(100))
    desk.file("all: agreed", at=seconds_on(95))
    desk.clock.set(seconds_on(130))
    keep_draft(desk, "then the fire al", seconds_on(125))
    desk.clock.reboot(off_ms=3_600_000)
    ended = desk.do(lambda notebook: notebook.observations.end_at_last_line("o1"))
    assert ended.ended_utc_ms == seconds_on(130).utc_ms
    assert [(line.text, line.at_ms) for line in desk.lines()] == [("agreed", 95_000), ("then the fire al", 125_000)]


@pytest.mark.parametrize("way", ["filed", "pasted"])
def test_a_line_filed_without_any_half_typed_text_is_a_sign_of_life_too(desk: Desk, way: str) -> None:
    desk.begin()
    desk.clock.set(seconds_on(600))
    if way == "filed":
        desk.file("from a script", at=seconds_on(600))
    else:
        desk.paste("one", "two", at=seconds_on(600))
    desk.clock.reboot(off_ms=60_000)
    assert desk.do(lambda notebook: notebook.observations.end_at_last_line("o1")).ended_utc_ms == seconds_on(600).utc_ms


def test_resuming_marks_the_stretch_in_which_nothing_could_be_typed(desk: Desk) -> None:
    desk.begin()
    desk.clock.set(seconds_on(30))
    keep_draft(desk, "half", seconds_on(29))
    later = desk.clock.reboot(off_ms=120_000)
    gap = desk.do(lambda notebook: notebook.observations.resume("o1", later))
    assert gap == Gap(30_000, 150_000)
    assert desk.do(lambda notebook: notebook.observations.gaps("o1")) == [gap]
    draft = desk.do(lambda notebook: notebook.drafts.get("o1"))
    assert draft is not None and draft.began is not None
    assert draft._replace(began=None) == Draft("o1", "half", 4, None)
    anchor = desk.do(lambda notebook: notebook.observations.get("o1").anchor)
    assert elapsed_ms(anchor, draft.began) == 29_000
    assert (anchor.utc_ms, anchor.boot_id) == (A_MORNING.utc_ms, later.boot_id) and elapsed_ms(anchor, later) == 150_000


def test_a_second_crash_right_after_resuming_marks_no_stretch_twice(desk: Desk) -> None:
    desk.begin()
    desk.clock.set(seconds_on(30))
    keep_draft(desk, "half", seconds_on(29))
    desk.do(lambda notebook: notebook.observations.resume("o1", desk.clock.advance(60_000)))
    desk.do(lambda notebook: notebook.observations.resume("o1", desk.clock.advance(10_000)))
    assert desk.do(lambda notebook: notebook.observations.gaps("o1")) == [Gap(30_000, 90_000), Gap(90_000, 100_000)]


def test_a_clock_set_back_makes_no_gap_that_ends_before_it_starts(desk: Desk) -> None:
    desk.begin()
    desk.clock.set(seconds_on(500))
    keep_draft(desk, "half")
    earlier = Moment(seconds_on(100).utc_ms, 1000, "boot-2")
    back = Gap(500_000, 500_000, CLOCK_MOVED, -400_000)
    assert desk.do(lambda notebook: notebook.observations.resume("o1", earlier)) == back
    desk.clock.set(Moment(earlier.utc_ms + 7 * 24 * 3_600_000, 31_000, "boot-2"))  # set right again half a minute later
    assert desk.file("after", desk.clock.now()).at_ms == 530_000


def test_an_observation_in_which_nothing_was_written_is_withdrawn_with_its_gaps(desk: Desk) -> None:
    desk.begin()
    keep_draft(desk, "")
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(60)))
    assert desk.do(lambda notebook: notebook.observations.withdraw_if_empty("o1"))
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    assert desk.do(faults_of) == []
    assert not desk.do(lambda notebook: notebook.observations.withdraw_if_empty("o1"))


@pytest.mark.parametrize("what", ["a line", "half-typed text"])
def test_an_observation_in_which_something_was_written_is_not_withdrawn(desk: Desk, what: str) -> None:
    desk.begin()
    if what == "a line":
        desk.file("here we are")
    else:
        keep_draft(desk, "h")
    assert not desk.do(lambda notebook: notebook.observations.withdraw_if_empty("o1"))
    assert desk.do(lambda notebook: notebook.observations.get("o1")).id == "o1"


def test_nothing_comes_back_by_undo_or_redo_into_an_observation_that_was_withdrawn(desk: Desk) -> None:
    desk.begin()
    desk.file("on second thoughts, no")
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.begin("o2")
    desk.do(lambda notebook: notebook.observations.end("o2", seconds_on(60).utc_ms))
    for identity in ("o1", "o2"):
        assert desk.do(lambda notebook: notebook.observations.withdraw_if_empty(identity))
        assert desk.do(lambda notebook: notebook.redo(identity)) is None
        assert desk.do(lambda notebook: notebook.undo(identity)) is None
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    assert desk.do(faults_of) == []


def an_observation_from_elsewhere() -> tuple[Observation, list[Line], list[Gap]]:
    observation = Observation(
        "far", ref_for("far"), "Grade 9", "Lee Park", A_MORNING, "UTC", seconds_on(900).utc_ms, "file.json", 2
    )
    lines = [
        Line("far-1", "far", 1, 1000, False, Provenance.IMPORTED, Kind.EVIDENCE, "Lee", "welcome", ("TM1", "norms"),
             True, Visibility.SHAREABLE, None),
        Line("far-2", "far", 2, None, True, Provenance.IMPORTED, Kind.SEGMENT, None, "Data", (), False,
             Visibility.MINE, 15),
    ]  # fmt: skip
    return observation, lines, [Gap(2000, 5000)]


def test_an_observation_taken_in_is_whole_and_once(desk: Desk) -> None:
    observation, lines, gaps = an_observation_from_elsewhere()
    assert desk.do(lambda notebook: notebook.observations.take_in(Whole(observation, lines, gaps, None)))
    assert desk.do(lambda notebook: notebook.observations.get("far")) == observation
    assert desk.lines("far") == lines
    assert desk.do(lambda notebook: notebook.observations.gaps("far")) == gaps
    assert not desk.do(lambda notebook: notebook.observations.take_in(Whole(observation, [], [], None)))
    assert desk.lines("far") == lines


def test_an_observation_taken_in_is_undone_and_redone_as_one(desk: Desk) -> None:
    observation, lines, gaps = an_observation_from_elsewhere()
    desk.do(lambda notebook: notebook.observations.take_in(Whole(observation, lines, gaps, None)))
    undone = desk.do(lambda notebook: notebook.undo("far"))
    assert undone is not None
    assert undone.lines == 2
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    desk.do(lambda notebook: notebook.redo("far"))
    assert desk.lines("far") == lines
    assert desk.do(lambda notebook: notebook.observations.gaps("far")) == gaps
    assert desk.do(faults_of) == []


def test_undoing_what_was_taken_in_takes_a_gap_marked_since_with_it_and_redoing_brings_it_back(desk: Desk) -> None:
    observation, lines, gaps = an_observation_from_elsewhere()
    desk.do(lambda notebook: notebook.observations.take_in(Whole(observation, lines, gaps, None)))
    since = desk.do(lambda notebook: notebook.observations.resume("far", seconds_on(1000)))
    desk.do(lambda notebook: notebook.undo("far"))
    assert desk.do(lambda notebook: notebook.observations.all()) == []
    assert desk.do(faults_of) == []
    desk.do(lambda notebook: notebook.redo("far"))
    assert desk.do(lambda notebook: notebook.observations.gaps("far")) == sorted(
        [*gaps, since], key=lambda gap: gap.from_ms
    )
    assert desk.do(faults_of) == []
