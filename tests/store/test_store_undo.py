"""Undo and redo: without limit, across restarts, a paste as one; undone is undone in every table."""

import random
from collections.abc import Callable

import pytest

from coachtui.store.events import Undone
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of, present_state


def undo(desk: Desk, subject: str = "o1") -> Undone | None:
    return desk.do(lambda notebook: notebook.undo(subject))


def redo(desk: Desk, subject: str = "o1") -> Undone | None:
    return desk.do(lambda notebook: notebook.redo(subject))


@pytest.mark.goal("R13")
def test_a_line_is_taken_back_and_done_again_after_a_restart(desk: Desk) -> None:
    desk.begin()
    filed = desk.file("hasty")
    assert undo(desk) == Undone("line filed", 1)
    assert desk.lines() == []
    assert redo(desk) == Undone("line filed", 1)
    assert desk.lines() == [filed]


def test_there_is_no_limit_and_the_end_is_told(desk: Desk) -> None:
    desk.begin()
    for number in range(60):
        desk.file(f"line {number}")
    lines = desk.lines()
    for left in range(59, -1, -1):
        assert undo(desk) is not None
        assert desk.lines() == lines[:left]
    assert undo(desk) is None
    for there in range(1, 61):
        assert redo(desk) is not None
        assert desk.lines() == lines[:there]
    assert redo(desk) is None
    assert desk.do(faults_of) == []


def test_a_paste_is_undone_as_one(desk: Desk) -> None:
    desk.begin()
    kept = desk.file("before")
    pasted = desk.paste(*(f"line {number}" for number in range(500)))
    assert undo(desk) == Undone("lines pasted", 500)
    assert desk.lines() == [kept]
    redo(desk)
    assert desk.lines() == [kept, *pasted]


def test_something_new_takes_away_what_could_be_done_again(desk: Desk) -> None:
    desk.begin()
    desk.file("first")
    undo(desk)
    desk.file("second")
    assert redo(desk) is None
    assert desk.texts() == ["second"]
    assert undo(desk) is not None
    assert desk.texts() == []


def test_a_line_filed_after_an_undo_takes_the_next_place(desk: Desk) -> None:
    desk.begin()
    desk.file("first")
    desk.file("second")
    undo(desk)
    assert desk.file("third").place == 2
    assert desk.do(faults_of) == []


def test_each_observation_has_an_undo_of_its_own(desk: Desk) -> None:
    desk.begin("o1")
    desk.begin("o2")
    desk.file("in one")
    desk.file("in the other", observation="o2")
    undo(desk, "o1")
    assert (desk.texts("o1"), desk.texts("o2")) == ([], ["in the other"])
    desk.file("more", observation="o2")
    redo(desk, "o1")
    assert desk.texts("o1") == ["in one"]


def test_beginning_and_resuming_are_not_undone(desk: Desk) -> None:
    desk.begin()
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(60)))
    assert undo(desk) is None
    assert desk.do(lambda notebook: notebook.observations.get("o1")).id == "o1"


def test_ending_is_taken_back(desk: Desk) -> None:
    desk.begin()
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(60).utc_ms))
    assert undo(desk) == Undone("observation ended", 0)
    assert desk.do(lambda notebook: notebook.observations.get("o1")).ended_utc_ms is None


def test_undo_of_nothing_says_so(desk: Desk) -> None:
    assert undo(desk, "nowhere") is None
    assert redo(desk, "nowhere") is None


def test_undo_itself_is_an_event_and_none_is_ever_lost(desk: Desk) -> None:
    desk.begin()
    desk.file("said")
    undo(desk)
    redo(desk)
    events = desk.do(lambda notebook: [event.what for event in notebook.events.all()])
    assert events == ["observation begun", "line filed", "undone", "redone"]


@pytest.mark.goal("R13")
def test_random_undo_and_redo_walks_back_to_the_start_and_on_to_the_end(desk: Desk) -> None:
    chance = random.Random(3)
    desk.begin()
    start = desk.lines()
    for number in range(40):
        ways: list[Callable[[], object]] = [
            lambda: desk.file(f"line {number}"),
            lambda: desk.paste(f"a {number}", f"b {number}"),
            lambda: undo(desk),
            lambda: redo(desk),
        ]
        chance.choice(ways)()
    while redo(desk):
        pass
    end = desk.lines()
    while undo(desk):
        pass
    assert desk.lines() == start
    while redo(desk):
        pass
    assert desk.lines() == end


def test_the_tables_made_anew_from_the_events_are_the_ones_that_were_there(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math", lead="Sam")
    desk.file("one #TM3 *")
    desk.paste("two", "three")
    undo(desk)
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(90)))
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(100).utc_ms))
    before = desk.do(present_state)
    count = desk.do(lambda notebook: notebook.rebuild())
    assert count == len(desk.do(lambda notebook: list(notebook.events.all())))
    assert desk.do(present_state) == before
    undo(desk)
    assert redo(desk) == Undone("observation ended", 0)
    assert desk.do(faults_of) == []


def test_tables_that_were_damaged_are_made_whole_again(desk: Desk) -> None:
    desk.begin()
    lines = [desk.file("one"), desk.file("two")]
    desk.do(lambda notebook: notebook.file.connection.execute("UPDATE lines SET text = 'other' WHERE place = 1"))
    desk.do(lambda notebook: notebook.file.connection.execute("DELETE FROM lines WHERE place = 2"))
    assert desk.do(faults_of) != []
    desk.do(lambda notebook: notebook.rebuild())
    assert desk.lines() == lines
    assert desk.do(faults_of) == []
