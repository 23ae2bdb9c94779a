"""What can be said of an observation: whose it is, when it began, pauses; and what is undone with it and what is not."""

import pytest

from coachtui.model.line import Provenance
from coachtui.model.moment import elapsed_ms
from coachtui.model.observation import ASLEEP, CLOCK_MOVED, NOT_RUNNING, PAUSED, Gap, Observation
from coachtui.model.timing import wall_ms
from coachtui.store.errors import NotFound
from coachtui.store.events import Undone
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of, present_state


@pytest.fixture
def begun(desk: Desk) -> Desk:
    """An observation of nobody knows whose meeting, and a team with its lead on the shelf."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin()
    return desk


def found(desk: Desk) -> Observation:
    return desk.do(lambda notebook: notebook.observations.get("o1"))


def undo(desk: Desk) -> Undone | None:
    return desk.do(lambda notebook: notebook.undo("o1"))


def redo(desk: Desk) -> Undone | None:
    return desk.do(lambda notebook: notebook.redo("o1"))


def gaps(desk: Desk) -> list[Gap]:
    return desk.do(lambda notebook: notebook.observations.gaps("o1"))


def pause(desk: Desk, seconds: float) -> Observation:
    return desk.do(lambda notebook: notebook.observations.pause("o1", seconds_on(seconds)))


def go_on(desk: Desk, seconds: float) -> Gap | None:
    return desk.do(lambda notebook: notebook.observations.go_on("o1", seconds_on(seconds)))


def mark(desk: Desk, gap: Gap) -> Gap:
    return desk.do(lambda notebook: notebook.observations.mark_gap("o1", gap))


def earlier(desk: Desk, seconds: int) -> Observation:
    return desk.do(lambda notebook: notebook.observations.begin_earlier("o1", seconds * 1000))


def describe(desk: Desk, **words: str | None) -> tuple[str | None, str | None, str | None]:
    said = desk.do(lambda notebook: notebook.observations.describe("o1", **words))
    assert said == found(desk)
    return said.team, said.lead, said.framework


def test_naming_a_team_names_its_lead(begun: Desk) -> None:
    assert describe(begun, team="math") == ("Math", "Dana Ruiz", None)
    assert describe(begun, framework="core") == ("Math", "Dana Ruiz", "core")
    assert undo(begun) == Undone("observation described", 0)
    undo(begun)
    assert (found(begun).team, found(begun).lead) == (None, None)
    redo(begun)
    assert (found(begun).team, found(begun).lead) == ("Math", "Dana Ruiz")
    assert begun.do(faults_of) == []


def test_a_lead_who_was_named_stays_when_the_team_is(begun: Desk) -> None:
    assert describe(begun, lead="Sam") == (None, "Sam", None)
    assert describe(begun, team="Math") == ("Math", "Sam", None)
    assert describe(begun, team="Math", lead="Kim") == ("Math", "Kim", None)


def test_an_unknown_team_is_legal_and_new_ones_are_added(begun: Desk) -> None:
    assert describe(begun, team="Grade 9") == ("Grade 9", None, None)
    assert [team.name for team in begun.do(lambda notebook: notebook.people.teams())] == ["Grade 9", "Math"]
    undo(begun)
    assert found(begun).team is None
    redo(begun)
    assert found(begun).team == "Grade 9"


def test_none_takes_away_and_what_is_not_named_stays(begun: Desk) -> None:
    describe(begun, team="Math", framework="core")
    assert describe(begun, team=None) == (None, "Dana Ruiz", "core")
    assert describe(begun, lead=None, framework=None) == (None, None, None)
    undo(begun)
    undo(begun)
    assert (found(begun).team, found(begun).lead, found(begun).framework) == ("Math", "Dana Ruiz", "core")


def test_saying_what_is_known_is_no_happening(begun: Desk) -> None:
    describe(begun, team="Math")
    assert describe(begun, team="Math", lead="dana ruiz") == ("Math", "Dana Ruiz", None)
    undo(begun)
    assert undo(begun) is None


def test_an_observation_that_is_gone_can_not_be_described(desk: Desk) -> None:
    with pytest.raises(NotFound, match="Nothing was changed"):
        desk.do(lambda notebook: notebook.observations.describe("o1", team="Math"))
    assert desk.do(lambda notebook: notebook.people.teams()) == []


@pytest.mark.parametrize("seconds", [90, -45])
def test_a_meeting_that_began_earlier_keeps_what_the_wall_showed(begun: Desk, seconds: int) -> None:
    begun.file("live", seconds_on(100))
    begun.file("-10s added", seconds_on(110))
    begun.file("@? at some time", seconds_on(120))
    begun.do(lambda notebook: notebook.spans.turn("o1", "SIL", 60_000))
    mark(begun, Gap(50_000, 55_000, ASLEEP))
    pause(begun, 130)
    before, shown = begun.do(present_state), on_the_wall(begun)
    moved = earlier(begun, seconds)
    assert moved.anchor.utc_ms == A_MORNING.utc_ms - seconds * 1000
    assert moved.anchor.boot_ms == A_MORNING.boot_ms - seconds * 1000
    assert on_the_wall(begun) == shown
    assert [line.at_ms for line in begun.lines()] == [100_000 + seconds * 1000, 100_000 + seconds * 1000, None]
    assert [line.provenance for line in begun.lines()] == [Provenance.LIVE, Provenance.ADDED, Provenance.ADDED]
    after = begun.do(present_state)
    undo(begun)
    assert without_stack(begun.do(present_state)) == without_stack(before)
    redo(begun)
    assert begun.do(present_state) == after
    assert begun.do(faults_of) == []


def without_stack(state: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows for table, rows in state.items() if table != "undoable"}


def on_the_wall(desk: Desk) -> list[int | None]:
    """What the clock on the wall showed at every time that the observation holds."""
    anchor = found(desk).anchor
    times = [line.at_ms for line in desk.lines()]
    for gap in gaps(desk):
        times += [gap.from_ms, gap.to_ms]
    for span in desk.do(lambda notebook: notebook.spans.of("o1")):
        times += [span.from_ms, span.to_ms]
    return [None if ms is None else wall_ms(anchor, ms) for ms in [*times, found(desk).paused_ms]]


def test_what_is_filed_after_the_beginning_was_moved_counts_from_the_new_one(begun: Desk) -> None:
    earlier(begun, 60)
    assert begun.file("later", seconds_on(30)).at_ms == 90_000


def test_a_pause_is_marked_and_is_once(begun: Desk) -> None:
    assert pause(begun, 60).paused_ms == 60_000
    assert pause(begun, 70).paused_ms == 60_000
    assert go_on(begun, 90) == Gap(60_000, 90_000, PAUSED)
    assert go_on(begun, 95) is None
    assert (gaps(begun), found(begun).paused_ms) == ([Gap(60_000, 90_000, PAUSED)], None)
    assert undo(begun) is None


def test_a_pause_is_over_when_the_meeting_is(begun: Desk) -> None:
    pause(begun, 60)
    ended = begun.do(lambda notebook: notebook.observations.end("o1", seconds_on(100).utc_ms))
    assert (ended.paused_ms, gaps(begun)) == (None, [Gap(60_000, 100_000, PAUSED)])
    undo(begun)
    assert (found(begun).paused_ms, gaps(begun)) == (60_000, [])
    redo(begun)
    assert (found(begun).paused_ms, gaps(begun)) == (None, [Gap(60_000, 100_000, PAUSED)])
    assert begun.do(faults_of) == []


def test_undoing_something_else_neither_ends_a_pause_nor_brings_one_back(begun: Desk) -> None:
    describe(begun, team="Math")
    pause(begun, 60)
    undo(begun)
    assert (found(begun).team, found(begun).paused_ms) == (None, 60_000)
    redo(begun)
    assert (found(begun).team, found(begun).paused_ms) == ("Math", 60_000)
    describe(begun, framework="core")
    go_on(begun, 90)
    undo(begun)
    assert (found(begun).framework, found(begun).paused_ms) == (None, None)
    assert begun.do(faults_of) == []


def test_a_gap_marked_after_the_beginning_was_moved_keeps_its_place_on_the_wall_when_that_is_undone(
    begun: Desk,
) -> None:
    pause(begun, 40)
    earlier(begun, 600)
    go_on(begun, 50)
    mark(begun, Gap(700_000, 720_000, ASLEEP))
    pause(begun, 200)
    shown = on_the_wall(begun)
    for turn in (undo, redo, undo):
        turn(begun)
        assert on_the_wall(begun) == shown
    assert gaps(begun) == [Gap(40_000, 50_000, PAUSED), Gap(100_000, 120_000, ASLEEP)]
    assert found(begun).paused_ms == 200_000
    assert begun.do(faults_of) == []


def test_gaps_say_why_nothing_was_written(begun: Desk) -> None:
    begun.file("said", seconds_on(5))
    mark(begun, Gap(20_000, 30_000, ASLEEP))
    mark(begun, Gap(40_000, 40_000, CLOCK_MOVED, 3_600_000))
    resumed = begun.do(lambda notebook: notebook.observations.resume("o1", seconds_on(50)))
    assert resumed.reason == NOT_RUNNING
    assert [gap[2:] for gap in gaps(begun)] == [(NOT_RUNNING, 0), (ASLEEP, 0), (CLOCK_MOVED, 3_600_000)]
    undo(begun)
    assert len(gaps(begun)) == 3


def test_a_beginning_that_moved_before_the_computer_was_started_again_is_put_back_after_it(begun: Desk) -> None:
    """What is counted from the computer's start is another number by then."""
    earlier(begun, 600)
    now = begun.clock.reboot(120_000)
    begun.do(lambda notebook: notebook.observations.resume("o1", now))
    minute = begun.clock.advance(60_000)
    for turn in (undo, redo, undo):
        turn(begun)
        anchor = found(begun).anchor
        assert anchor.boot_id == now.boot_id and wall_ms(anchor, elapsed_ms(anchor, minute)) == minute.utc_ms
    assert begun.do(faults_of) == []
