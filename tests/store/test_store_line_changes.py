"""What can be done with a filed line: every change is on the disk, and can be undone and redone."""

from collections.abc import Callable

import pytest

from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.store.errors import NotFound
from coachtui.store.events import Undone
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of

Verb = Callable[[Notebook], object]

VERBS: dict[str, tuple[str, Verb]] = {
    "edit": ("line edited", lambda notebook: notebook.lines.rewrite("b", read_line("? bo: why so #norms"))),
    "star": ("line starred", lambda notebook: notebook.lines.star("b", True)),
    "star away": ("star taken away", lambda notebook: notebook.lines.star("a", False)),
    "tag": ("speaker named", lambda notebook: notebook.lines.tag("b", "Bo Lind")),
    "no speaker": ("speaker named", lambda notebook: notebook.lines.tag("a", None)),
    "code": ("line coded", lambda notebook: notebook.lines.code("b", "TM3")),
    "code off": ("line coded", lambda notebook: notebook.lines.code("a", "TM3")),
    "kind": ("kind changed", lambda notebook: notebook.lines.turn_into("b", Kind.JUDGMENT)),
    "hide": ("line taken in confidence", lambda notebook: notebook.lines.hide("a")),
    "shift": ("times changed", lambda notebook: notebook.lines.shift(["a", "b", "c"], -5000)),
    "put at": ("time changed", lambda notebook: notebook.lines.put_at("b", 1000, about=True)),
    "time unknown": ("time changed", lambda notebook: notebook.lines.put_at("b", None)),
    "up": ("line moved", lambda notebook: notebook.lines.move("b", -1)),
    "down": ("line moved", lambda notebook: notebook.lines.move("b", 1)),
    "take out": ("line taken out", lambda notebook: notebook.lines.take_out(["b"])),
    "take several out": ("lines taken out", lambda notebook: notebook.lines.take_out(["a", "c"])),
}


@pytest.fixture
def three(desk: Desk) -> Desk:
    """An observation with three lines: a with everything on it, b plain, c whose time nobody knows."""
    desk.begin(team="Math")
    desk.file("ana: said so #TM3 *", seconds_on(10), "a")
    desk.file("then this", seconds_on(20), "b")
    desk.file("@? at some time", seconds_on(30), "c")
    return desk


def line(desk: Desk, line_id: str) -> Line:
    return desk.do(lambda notebook: notebook.lines.get(line_id))


@pytest.mark.goal("R13")
@pytest.mark.parametrize("name", VERBS)
def test_every_change_is_taken_back_and_done_again_after_a_restart(three: Desk, name: str) -> None:
    what, verb = VERBS[name]
    before = three.lines()
    three.do(verb)
    after = three.lines()
    assert after != before
    undone = three.do(lambda notebook: notebook.undo("o1"))
    assert undone is not None
    assert undone.what == what
    assert three.lines() == before
    redone = three.do(lambda notebook: notebook.redo("o1"))
    assert redone == undone
    assert three.lines() == after
    assert three.do(faults_of) == []


@pytest.mark.parametrize("name", [name for name in VERBS if name not in ("code", "code off", "shift", "up", "down")])
def test_a_change_is_made_once(three: Desk, name: str) -> None:
    """What leaves every line as it is, is no happening: there is nothing of it to undo."""
    _, verb = VERBS[name]
    three.do(verb)
    events = three.do(lambda notebook: len(list(notebook.events.all())))
    three.do(verb)
    assert three.do(lambda notebook: len(list(notebook.events.all()))) == events


@pytest.mark.parametrize("name", [name for name in VERBS if not name.startswith("take")])
def test_a_verb_on_lines_that_are_gone_says_so_and_changes_nothing(three: Desk, name: str) -> None:
    three.do(lambda notebook: notebook.lines.take_out(["a", "b", "c"]))
    events = three.do(lambda notebook: len(list(notebook.events.all())))
    with pytest.raises(NotFound, match=r"no longer in the notebook\. Nothing was changed"):
        three.do(VERBS[name][1])
    assert three.lines() == []
    assert three.do(lambda notebook: len(list(notebook.events.all()))) == events


def test_taking_out_passes_over_what_is_gone(three: Desk) -> None:
    three.do(lambda notebook: notebook.lines.take_out(["b"]))
    assert [each.id for each in three.do(lambda notebook: notebook.lines.take_out(["b", "nobody's", "a"]))] == ["a"]
    assert [each.id for each in three.lines()] == ["c"]
    three.do(lambda notebook: notebook.undo("o1"))
    assert [each.id for each in three.lines()] == ["a", "c"]


def test_a_shift_of_which_one_line_is_gone_moves_none(three: Desk) -> None:
    before = three.lines()
    with pytest.raises(NotFound, match=r"no longer in the notebook\. Nothing was changed"):
        three.do(lambda notebook: notebook.lines.shift(["a", "gone", "b"], 1000))
    assert three.lines() == before


def test_an_edit_keeps_the_time_and_how_it_is_known(three: Desk) -> None:
    edited = three.do(lambda notebook: notebook.lines.rewrite("b", read_line("bo: then that #norms *")))
    assert line(three, "b") == edited
    assert edited[3:6] == (20_000, False, Provenance.LIVE)
    assert (edited.speaker, edited.text, edited.codes, edited.starred) == ("bo", "then that", ("norms",), True)
    assert edited.place == 2


def test_an_edit_that_says_a_time_sets_it_by_hand(three: Desk) -> None:
    three.do(lambda notebook: notebook.lines.rewrite("b", read_line("-5s then that")))
    assert (line(three, "b").at_ms, line(three, "b").provenance) == (15_000, Provenance.ADDED)
    three.do(lambda notebook: notebook.lines.rewrite("b", read_line("~8:31 then that")))
    assert (line(three, "b").at_ms, line(three, "b").about) == (60_000, True)
    three.do(lambda notebook: notebook.lines.rewrite("b", read_line("@? then that")))
    assert line(three, "b").at_ms is None


def test_an_edit_into_another_kind_takes_its_visibility(three: Desk) -> None:
    assert line(three, "b").visibility is Visibility.SHAREABLE
    three.do(lambda notebook: notebook.lines.rewrite("b", read_line("! too fast")))
    assert (line(three, "b").kind, line(three, "b").visibility) == (Kind.JUDGMENT, Visibility.MINE)


@pytest.mark.parametrize(
    ("verb", "turned"),
    [
        (VERBS["shift"][1], {"a": Provenance.ADDED, "b": Provenance.ADDED}),
        (VERBS["put at"][1], {"a": Provenance.LIVE, "b": Provenance.ADDED}),
        (VERBS["time unknown"][1], {"a": Provenance.LIVE, "b": Provenance.ADDED}),
        (VERBS["edit"][1], {"a": Provenance.LIVE, "b": Provenance.LIVE}),
        (VERBS["up"][1], {"a": Provenance.LIVE, "b": Provenance.LIVE}),
        (VERBS["hide"][1], {"a": Provenance.LIVE, "b": Provenance.LIVE}),
        (VERBS["star"][1], {"a": Provenance.LIVE, "b": Provenance.LIVE}),
    ],
)
def test_only_a_time_that_was_changed_by_hand_is_live_no_more(
    three: Desk, verb: Verb, turned: dict[str, Provenance]
) -> None:
    three.do(verb)
    assert {line_id: line(three, line_id).provenance for line_id in turned} == turned
    three.do(lambda notebook: notebook.undo("o1"))
    assert {line(three, line_id).provenance for line_id in turned} == {Provenance.LIVE}


def test_what_is_from_memory_stays_so_when_its_time_is_set(three: Desk) -> None:
    three.do(lambda notebook: notebook.observations.end("o1", seconds_on(40).utc_ms))
    three.file("remembered later", seconds_on(900), "m")
    assert line(three, "m").provenance is Provenance.MEMORY
    three.do(lambda notebook: notebook.lines.put_at("m", 5000))
    assert (line(three, "m").at_ms, line(three, "m").provenance) == (5000, Provenance.MEMORY)


def test_a_shift_leaves_an_unknown_time_unknown_and_the_others_alone(three: Desk) -> None:
    unknown = line(three, "c")
    three.do(lambda notebook: notebook.lines.shift(["b", "c"], 90_000))
    assert [each.at_ms for each in three.lines()] == [10_000, 110_000, None]
    assert line(three, "c") == unknown
    assert three.do(lambda notebook: notebook.undo("o1")) == Undone("times changed", 1)


def test_a_line_in_confidence_is_mine_and_has_no_star(three: Desk) -> None:
    three.do(lambda notebook: notebook.lines.hide("a"))
    hidden = line(three, "a")
    assert (hidden.kind, hidden.visibility, hidden.starred) == (Kind.IN_CONFIDENCE, Visibility.MINE, False)
    whole = three.do(lambda notebook: notebook.whole(notebook.observations.get("o1")))
    assert "a" not in [each.id for each in whole.shareable().lines]


def test_lines_change_places_and_stay_at_the_ends(three: Desk) -> None:
    def order(line_id: str, step: int) -> str:
        three.do(lambda notebook: notebook.lines.move(line_id, step))
        return "".join(each.id for each in three.lines())

    assert [order("c", -1), order("c", -1), order("c", -1), order("a", 1), order("a", 1)] == [
        "acb", "cab", "cab", "cba", "cba",
    ]  # fmt: skip
    assert [each.place for each in three.lines()] == [1, 2, 3]
    for before in ("cab", "acb", "abc"):
        three.do(lambda notebook: notebook.undo("o1"))
        assert "".join(each.id for each in three.lines()) == before


def test_a_line_moves_past_the_place_of_one_that_was_taken_out(three: Desk) -> None:
    three.do(lambda notebook: notebook.lines.take_out(["b"]))
    three.do(lambda notebook: notebook.lines.move("c", -1))
    assert [each.id for each in three.lines()] == ["c", "a"]
    for _ in range(2):
        three.do(lambda notebook: notebook.undo("o1"))
    assert [each.id for each in three.lines()] == ["a", "b", "c"]
