"""Abbreviations written out when a line is filed: undo first brings back what was typed, and then takes the line."""

from coachtui.model.abbreviations import Abbreviations
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Line
from coachtui.store.events import Undone
from tests.support.homes import Desk, seconds_on
from tests.support.state import faults_of

OWN = Abbreviations({"ss": "students", "t": "teacher"})
TYPED = "ana: ss ask the t #TM3 *"


def file(desk: Desk, typed: str = TYPED, line_id: str = "l1") -> Line:
    reading = read_line(typed)
    full = reading._replace(text=OWN.expand(reading.text))
    return desk.do(lambda notebook: notebook.lines.file("o1", reading, seconds_on(7), line_id, full))


def search(desk: Desk, words: str) -> list[str]:
    return [hit.text for hit in desk.do(lambda notebook: notebook.search.find(words)).hits]


def test_it_is_filed_written_out_and_found_so(desk: Desk) -> None:
    desk.begin()
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", TYPED, len(TYPED), seconds_on(7))))
    filed = file(desk)
    assert desk.lines() == [filed]
    assert (filed.text, filed.speaker, filed.codes, filed.starred) == (
        "students ask the teacher",
        "ana",
        ("TM3",),
        True,
    )
    assert desk.do(lambda notebook: notebook.drafts.get("o1")) is None
    assert search(desk, "students") == [filed.text]


def test_undo_brings_back_what_was_typed_and_then_takes_the_line(desk: Desk) -> None:
    desk.begin()
    filed = file(desk)
    assert desk.do(lambda notebook: notebook.undo("o1")) == Undone("abbreviations written out", 1)
    assert desk.lines() == [filed._replace(text="ss ask the t")]
    assert (search(desk, "students"), search(desk, "ss")) == ([], ["ss ask the t"])
    assert desk.do(lambda notebook: notebook.undo("o1")) == Undone("line filed", 1)
    assert desk.lines() == []
    assert desk.do(lambda notebook: notebook.undo("o1")) is None
    for text in ("ss ask the t", filed.text):
        desk.do(lambda notebook: notebook.redo("o1"))
        assert desk.texts() == [text]
    assert desk.do(faults_of) == []


def test_a_line_without_any_is_one_happening(desk: Desk) -> None:
    desk.begin()
    file(desk, "nothing to write out")
    assert desk.do(lambda notebook: notebook.undo("o1")) == Undone("line filed", 1)


def test_filed_twice_is_once(desk: Desk) -> None:
    desk.begin()
    filed = file(desk)
    assert file(desk) == filed
    desk.do(lambda notebook: notebook.undo("o1"))
    assert file(desk).text == "ss ask the t"
    assert len(desk.lines()) == 1


def test_the_history_says_both(desk: Desk) -> None:
    desk.begin()
    file(desk)
    told = desk.do(lambda notebook: notebook.history.of("o1", "l1"))
    assert [was.line.text for was in told if was.line] == ["ss ask the t", "students ask the teacher"]
