"""Words in confidence that were jotted in the drop box: taken in they are never evidence, and nothing of them leaves."""

import json

import pytest

from coachtui.model.draft import Draft
from coachtui.model.grammar import Reading, read_line
from coachtui.model.line import Kind, Line, Visibility
from coachtui.store.dropbox import DropBox
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.discarded import troubles
from tests.support.homes import Desk, seconds_on
from tests.support.traces import traces

WORDS = [
    "she is ill",
    "! too fast",
    "? why",
    "= Data 15",
    "maria: told me",
    "-3m what she said",
    "\\literal",
    "#TM3 *",
    "x *",
]


def jot(desk: Desk, words: str) -> Line:
    """These words, taken in confidence while they were half-typed, in a window that can't have the notebook."""
    box = DropBox(desk.places, FakeClock(), "w1")
    box.observations.begin("o1", A_MORNING, "UTC")
    box.drafts.keep(Draft("o1", words, len(words), seconds_on(3)))
    shown = box.lines.file(
        "o1", Reading(None, Kind.IN_CONFIDENCE, None, words, (), False, None), seconds_on(3), "l1", read_line(words)
    )
    box.lines.file("o1", read_line("said aloud"), seconds_on(9), "l2")
    box.close()
    return shown


@pytest.mark.parametrize("words", WORDS)
def test_the_line_that_was_shown_is_the_line_that_is_taken_in(desk: Desk, words: str) -> None:
    shown = jot(desk, words)
    confided, aloud = desk.lines()
    assert confided == shown
    assert (confided.kind, confided.visibility, confided.text) == (Kind.IN_CONFIDENCE, Visibility.MINE, words)
    assert (aloud.kind, aloud.visibility) == (Kind.EVIDENCE, Visibility.SHAREABLE)


@pytest.mark.parametrize("words", WORDS)
def test_nothing_of_it_leaves(desk: Desk, words: str) -> None:
    jot(desk, words)
    whole = desk.do(lambda notebook: notebook.whole(notebook.observations.get("o1")))
    assert [line.text for line in whole.shareable().lines] == ["said aloud"]
    for _ in range(3):
        desk.do(lambda notebook: notebook.undo("o1"))
    for _ in range(3):
        desk.do(lambda notebook: notebook.redo("o1"))
    whole = desk.do(lambda notebook: notebook.whole(notebook.observations.get("o1")))
    assert [line.text for line in whole.shareable().lines] == ["said aloud"]


def test_the_mark_stands_in_the_record_itself(desk: Desk) -> None:
    """The sabotage: it is the record that says so, and without its mark the words would be evidence."""
    jot(desk, "she is ill")
    path = desk.places.dropbox / "w1.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [record.get("confided") for record in records if "lines" in record] == [True, None]
    for record in records:
        record.pop("confided", None)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert desk.lines()[0].kind is Kind.EVIDENCE


def test_taken_in_and_discarded_no_trace_is_left(desk: Desk) -> None:
    jot(desk, "zanzibar quokka")
    assert traces(desk.places.home, ["zanzibar"]) != []
    desk.do(lambda notebook: notebook.discarding.discard("l1"))
    assert traces(desk.places.home, ["zanzibar", "quokka"]) == []
    assert desk.texts() == ["said aloud"]
    assert troubles(desk) == []
