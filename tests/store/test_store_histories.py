"""What a line was before is told by its history; what the lead says of it stands beside it."""

from itertools import pairwise

import pytest

from coachtui.model.grammar import read_line
from coachtui.store.errors import NotFound
from coachtui.store.history import Was
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of


@pytest.fixture
def three(desk: Desk) -> Desk:
    """An observation with three lines."""
    desk.begin(team="Math")
    desk.file("ana: said so #TM3 *", seconds_on(10), "a")
    desk.file("then this", seconds_on(20), "b")
    desk.file("@? at some time", seconds_on(30), "c")
    return desk


def history(desk: Desk, line_id: str) -> list[Was]:
    return desk.do(lambda notebook: notebook.history.of("o1", line_id))


def edit(notebook: Notebook) -> None:
    notebook.lines.rewrite("b", read_line("? bo: why so #norms"))


def star(notebook: Notebook) -> None:
    notebook.lines.star("b", True)


def hide(notebook: Notebook) -> None:
    notebook.lines.hide("b")


def take_out(notebook: Notebook) -> None:
    notebook.lines.take_out(["b"])


def test_the_history_of_a_line_says_what_it_was_and_when(three: Desk) -> None:
    started = three.clock.now().utc_ms
    for verb in (edit, star, hide, take_out):
        three.clock.advance(60_000)
        three.do(verb)
    three.do(lambda notebook: notebook.undo("o1"))
    three.do(lambda notebook: notebook.redo("o1"))
    told = history(three, "b")
    assert [was.what for was in told] == [
        "line filed", "line edited", "line starred", "line taken in confidence", "line taken out", "taken back",
        "done again",
    ]  # fmt: skip
    assert [was.line.text if was.line else None for was in told] == [
        "then this", "why so", "why so", "why so", None, "why so", None,
    ]  # fmt: skip
    assert [was.at_utc_ms - started for was in told[:5]] == [0, 60_000, 120_000, 180_000, 240_000]
    assert all(first.at_utc_ms <= second.at_utc_ms for first, second in pairwise(told))


def test_the_history_of_a_line_tells_nothing_of_another(three: Desk) -> None:
    three.file("another whose id begins alike", line_id="b2")
    three.do(lambda notebook: notebook.lines.shift(["a", "b2"], 1000))
    assert [was.what for was in history(three, "b")] == ["line filed"]
    assert [was.line.text for was in history(three, "b2") if was.line] == ["another whose id begins alike"] * 2


def test_a_line_that_moved_shows_where_it_came_to_rest(three: Desk) -> None:
    three.do(lambda notebook: notebook.lines.move("b", 1))
    assert [was.line.place for was in history(three, "b") if was.line] == [2, 3]
    assert [was.line.place for was in history(three, "c") if was.line] == [3, 2]


def test_an_account_stands_beside_a_line_and_changes_nothing_of_it(three: Desk) -> None:
    before = three.lines()
    given = three.do(lambda notebook: notebook.accounts.give("b", "I meant [/ it\nas a question"))
    assert three.lines() == before
    assert three.do(lambda notebook: notebook.accounts.of("o1")) == [given]
    three.do(edit)
    assert three.do(lambda notebook: notebook.accounts.of("o1")) == [given]
    assert [was.what for was in history(three, "b")] == ["line filed", "line edited"]
    for _ in range(2):
        three.do(lambda notebook: notebook.undo("o1"))
    assert three.do(lambda notebook: notebook.accounts.of("o1")) == []
    three.do(lambda notebook: notebook.redo("o1"))
    assert three.do(lambda notebook: notebook.accounts.of("o1")) == [given]
    assert three.do(faults_of) == []


def test_no_account_of_a_line_that_is_gone(three: Desk) -> None:
    with pytest.raises(NotFound):
        three.do(lambda notebook: notebook.accounts.give("gone", "said"))


def test_an_observation_of_which_only_an_account_is_left_is_not_withdrawn(three: Desk) -> None:
    three.do(lambda notebook: notebook.accounts.give("b", "I meant it so"))
    three.do(lambda notebook: notebook.lines.take_out(["a", "b", "c"]))
    assert three.do(lambda notebook: notebook.observations.withdraw_if_empty("o1")) is False
    three.do(lambda notebook: notebook.undo("o1"))
    assert len(three.lines()) == 3
