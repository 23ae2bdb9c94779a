"""What stands around the lines: look-fors that last, the agenda, the closing words, and when a team usually meets."""

from collections.abc import Callable

import pytest

from coachtui.model.agenda import Planned
from coachtui.model.closing import Closing
from coachtui.model.people import Slot
from coachtui.model.span import Span
from coachtui.store.errors import NotebookError
from coachtui.store.events import Undone
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of

HOUR_MS = 60 * 60 * 1000

PUTTING_IN: list[Callable[[Notebook], object]] = [
    lambda notebook: notebook.spans.turn("o1", "SIL", 0),
    lambda notebook: notebook.agendas.plan("o1", [Planned("Norms", 5)]),
    lambda notebook: notebook.closings.keep("o1", Closing("one")),
]


@pytest.fixture
def begun(desk: Desk) -> Desk:
    """An observation with nothing in it."""
    desk.begin()
    return desk


def undo(desk: Desk) -> Undone | None:
    return desk.do(lambda notebook: notebook.undo("o1"))


def redo(desk: Desk) -> Undone | None:
    return desk.do(lambda notebook: notebook.redo("o1"))


def turn(desk: Desk, code: str, at_ms: int) -> Span:
    return desk.do(lambda notebook: notebook.spans.turn("o1", code, at_ms))


def spans(desk: Desk) -> list[tuple[str, int, int | None]]:
    return [span[2:] for span in desk.do(lambda notebook: notebook.spans.of("o1"))]


def test_a_look_for_that_lasts_is_started_and_stopped(begun: Desk) -> None:
    turn(begun, "SIL", 5000)
    turn(begun, "ADULT", 3000)
    assert spans(begun) == [("ADULT", 3000, None), ("SIL", 5000, None)]
    turn(begun, "SIL", 9000)
    turn(begun, "SIL", 20_000)
    assert spans(begun) == [("ADULT", 3000, None), ("SIL", 5000, 9000), ("SIL", 20_000, None)]
    assert [undo(begun) for _ in range(2)] == [Undone("started", 0), Undone("stopped", 0)]
    assert spans(begun) == [("ADULT", 3000, None), ("SIL", 5000, None)]
    redo(begun)
    assert spans(begun) == [("ADULT", 3000, None), ("SIL", 5000, 9000)]
    assert begun.do(faults_of) == []


def test_one_never_stops_before_it_started(begun: Desk) -> None:
    turn(begun, "SIL", 5000)
    assert turn(begun, "SIL", 4000)[2:] == ("SIL", 5000, 5000)


def test_the_end_of_the_meeting_stops_all_that_go_on(begun: Desk) -> None:
    turn(begun, "SIL", 5000)
    turn(begun, "SIL", 8000)
    turn(begun, "OFF", 90_000)
    turn(begun, "ADULT", 3000)
    begun.do(lambda notebook: notebook.observations.end("o1", seconds_on(60).utc_ms))
    assert spans(begun) == [("ADULT", 3000, 60_000), ("SIL", 5000, 8000), ("OFF", 90_000, 90_000)]
    undo(begun)
    assert spans(begun) == [("ADULT", 3000, None), ("SIL", 5000, 8000), ("OFF", 90_000, None)]
    redo(begun)
    assert spans(begun)[0] == ("ADULT", 3000, 60_000)
    assert begun.do(faults_of) == []


def test_the_agenda_planned_last_is_the_agenda(begun: Desk) -> None:
    def agenda() -> tuple[Planned, ...]:
        return begun.do(lambda notebook: notebook.agendas.of("o1"))

    first, second = (
        (Planned("Norms", 5), Planned("[/ Data", 20)),
        (Planned("Data", 30), Planned("Norms", 5), Planned("x", 1)),
    )
    assert agenda() == ()
    for items in (first, second, ()):
        assert begun.do(lambda notebook: notebook.agendas.plan("o1", items)) == items
        assert agenda() == items
    for items in (second, first, ()):
        assert undo(begun) == Undone("agenda planned", 0)
        assert agenda() == items
    for items in (first, second, ()):
        redo(begun)
        assert agenda() == items
    assert begun.do(faults_of) == []


def test_the_closing_words_kept_last_stand(begun: Desk) -> None:
    def closing() -> Closing:
        return begun.do(lambda notebook: notebook.closings.of("o1"))

    first, second = Closing("kept to the data"), Closing("kept to the data", "plan a question", "who has not spoken?")
    assert closing() == Closing()
    for words in (first, second, second):
        assert begun.do(lambda notebook: notebook.closings.keep("o1", words)) == words
        assert closing() == words
    assert undo(begun) == Undone("closing words kept", 0)
    assert closing() == first
    undo(begun)
    assert closing() == Closing()
    assert undo(begun) is None
    redo(begun)
    redo(begun)
    assert closing() == second
    assert begun.do(faults_of) == []


@pytest.mark.parametrize("verb", PUTTING_IN)
def test_an_observation_with_anything_in_it_is_not_withdrawn(begun: Desk, verb: Callable[[Notebook], object]) -> None:
    begun.do(verb)
    assert begun.do(lambda notebook: notebook.observations.withdraw_if_empty("o1")) is False
    undo(begun)
    assert begun.do(lambda notebook: notebook.observations.withdraw_if_empty("o1")) is True
    assert begun.do(faults_of) == []


@pytest.mark.parametrize("verb", PUTTING_IN)
def test_nothing_is_put_into_an_observation_that_is_not_there(desk: Desk, verb: Callable[[Notebook], object]) -> None:
    with pytest.raises(NotebookError, match=r"Nothing was changed\."):
        desk.do(verb)
    assert desk.do(lambda notebook: list(notebook.events.all())) == []


@pytest.mark.parametrize(
    ("minute", "team"),
    [(44, None), (45, "Math"), (60, "Math"), (79, "Math"), (100, "Grade 9"), (149, "Grade 9"), (151, None)],
)
def test_the_team_that_usually_meets_now_is_known(desk: Desk, minute: int, team: str | None) -> None:
    """Math meets at 9:00 for 45 minutes, Grade 9 at 9:50 for 40: Tuesday, in New York, where summer time has begun."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz"))
    for name, slot in (("math", Slot(2, 540, 45)), ("Grade 9", Slot(2, 590, 40)), ("Art", Slot(3, 540, 45))):
        assert desk.do(lambda notebook: notebook.people.add_slot(name, slot)) == slot
    eight = A_MORNING.utc_ms - HOUR_MS // 2 + 4 * HOUR_MS
    assert team_at(desk, eight + minute * 60_000) == team
    assert desk.do(faults_of) == []


def team_at(desk: Desk, utc_ms: int) -> str | None:
    return desk.do(lambda notebook: notebook.people.team_meeting_at(utc_ms, "America/New_York"))


def test_a_slot_of_an_unknown_team_adds_the_team(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_slot("Grade 9", Slot(2, 540, 45)))
    assert [team.name for team in desk.do(lambda notebook: notebook.people.teams())] == ["Grade 9"]
