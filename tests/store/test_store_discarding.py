"""Discarded without trace: proved on the bytes of every file; undo, redo and the doctor know nothing of it afterwards."""

from collections.abc import Callable

import pytest

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line, Visibility
from coachtui.store import file as notebook_file
from coachtui.store.discarding import TALK
from coachtui.store.doctor import examine
from coachtui.store.doctor import rebuild as rebuild_all
from coachtui.store.errors import NotFound
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.traces import traces

WORDS = ("zanzibar", "quokka", "xylophone", "jacaranda", "wombat", "kumquat", "zan", "quo", "speakername", "codename")
"""Words that only ever stood in the line that is discarded; the three letters are its beginnings in the search index."""

Verb = Callable[[Notebook], object]


def with_a_past(notebook: Notebook, identity: str = "secret") -> None:
    """A line that was typed bit by bit, filed, edited, starred, coded, moved, given an account, undone and redone."""
    lines, began = notebook.lines, seconds_on(30)
    for length in range(1, 18):
        notebook.drafts.keep(Draft("o1", "zanzibar quokkas!"[:length], length, began))
    lines.file(
        "o1", read_line("speakername: zanzibar quokkas #codename"), began, identity, read_line("zanzibar quokka")
    )
    lines.rewrite(identity, read_line("xylophone quokka *"))
    lines.star(identity, True)
    lines.code(identity, "codename2")
    lines.tag(identity, "speakername")
    lines.move(identity, -1)
    lines.shift([identity, "kept-1"], 1000)
    notebook.accounts.give(identity, "jacaranda, says the lead")
    notebook.observations.begin_earlier("o1", 60_000)
    lines.rewrite(identity, read_line("wombat kumquat"))
    for _ in range(12):
        notebook.undo("o1")
    for _ in range(11):
        notebook.redo("o1")
    lines.hide(identity)


@pytest.fixture
def told(desk: Desk) -> Desk:
    """An observation with three lines that stay, and one with a past between them."""
    desk.begin(team="Math")
    desk.file("kept before", seconds_on(10), "kept-1")
    desk.file("kept too", seconds_on(20), "kept-2")
    desk.do(with_a_past)
    desk.file("kept after", seconds_on(40), "kept-3")
    assert {word for word in WORDS if traces(desk.places.home, [word])} == set(WORDS)
    return desk


def discard(desk: Desk, line_id: str = "secret") -> Line:
    return desk.do(lambda notebook: notebook.discarding.discard(line_id))


def keep_only_talk(desk: Desk, line_id: str = "secret") -> Line:
    return desk.do(lambda notebook: notebook.discarding.keep_only_talk(line_id))


def troubles(desk: Desk) -> list[str]:
    """What the doctor finds, who also compares the tables with what the events make of them."""
    return [f"{check.name}: {check.detail}" for check in examine(desk.places, FakeClock()) if not check.ok]


def undo_all(notebook: Notebook) -> int:
    count = 0
    while notebook.undo("o1"):
        count += 1
    return count


def redo_all(notebook: Notebook) -> int:
    count = 0
    while notebook.redo("o1"):
        count += 1
    return count


@pytest.mark.parametrize("verb", [discard, keep_only_talk])
def test_no_trace_is_left_in_any_byte(told: Desk, verb: Callable[[Desk], Line]) -> None:
    verb(told)
    assert traces(told.places.home, WORDS) == []
    told.do(undo_all)
    told.do(redo_all)
    told.do(rebuild_all)
    assert traces(told.places.home, WORDS) == []
    assert troubles(told) == []


@pytest.mark.parametrize("verb", ["discard", "keep_only_talk"])
def test_no_trace_is_left_while_the_notebook_is_open(told: Desk, verb: str) -> None:
    with open_notebook(told.places) as notebook:
        notebook.lines.star("kept-1", True)
        assert (told.places.home / "notebook.db-wal").stat().st_size > 0
        getattr(notebook.discarding, verb)("secret")
        assert traces(told.places.home, WORDS) == []
        assert notebook.search.find("zanzibar").hits == []
        notebook.lines.star("kept-1", False)
        assert traces(told.places.home, WORDS) == []


def test_no_trace_is_left_in_a_long_notebook(desk: Desk) -> None:
    """Many pages, merged index segments, long texts that overflow a page, and lines that come and go around it."""
    with open_notebook(desk.places) as notebook:
        notebook.observations.begin("o1", seconds_on(0), "UTC")
        for number in range(600):
            words = f"kept {number} " + "and more " * (number % 90)
            notebook.lines.file("o1", read_line(words), seconds_on(number), f"kept-{number}")
            if number % 100 == 50:
                long = "zanzibar quokka " * 700 if number == 350 else "xylophone jacaranda zanzibar"
                notebook.lines.file("o1", read_line(long), seconds_on(number), f"secret-{number}")
                notebook.lines.rewrite(f"secret-{number}", read_line("wombat " * number))
            if number % 7 == 0:
                notebook.undo("o1")
        for number in (50, 150, 250, 350, 450, 550):
            notebook.discarding.discard(f"secret-{number}")
        assert traces(desk.places.home, WORDS[:5]) == []
    assert traces(desk.places.home, WORDS[:5]) == []
    assert troubles(desk) == []


def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", lambda _: None)


def not_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_the_log(file: notebook_file.NotebookFile) -> None:
        file.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", only_the_log)


def not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = [each.replace("secure_delete=ON", "secure_delete=OFF") for each in notebook_file._PRAGMAS]
    monkeypatch.setattr(notebook_file, "_PRAGMAS", pragmas)


def events_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachtui.store.discarding._strike_out", lambda *_: None)


@pytest.mark.parametrize("sabotage", [cut_off, not_put_in_order, not_overwritten, events_left_alone])
def test_the_proof_on_the_bytes_is_not_blind(
    told: Desk, monkeypatch: pytest.MonkeyPatch, sabotage: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """The sabotage: with any part of it left out, words are found."""
    sabotage(monkeypatch)
    with open_notebook(told.places) as notebook:
        notebook.discarding.discard("secret")
        assert traces(told.places.home, WORDS) != []


@pytest.mark.parametrize("undone_before", range(10))
@pytest.mark.parametrize("verb", [discard, keep_only_talk])
def test_undo_and_redo_never_bring_it_back_and_never_fail(
    told: Desk, verb: Callable[[Desk], Line], undone_before: int
) -> None:
    for _ in range(undone_before):
        told.do(lambda notebook: notebook.undo("o1"))
    verb(told)
    assert troubles(told) == []
    told.do(redo_all)
    seen = told.lines()
    undone = told.do(undo_all)
    assert told.lines() == []
    assert told.do(redo_all) == undone
    assert told.lines() == seen
    assert "secret" not in [line.id for line in seen]
    assert traces(told.places.home, WORDS) == []
    assert troubles(told) == []


def test_what_was_undone_before_a_discarded_line_can_not_be_done_again_after_it(desk: Desk) -> None:
    """Filing it took the redo away; that it is discarded must not give it back, nor when the tables are made anew."""
    desk.begin()
    desk.file("hasty")
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.file("zanzibar", line_id="secret")
    discard(desk)
    assert troubles(desk) == []
    desk.do(rebuild_all)
    assert desk.do(lambda notebook: notebook.redo("o1")) is None


def test_a_talk_keeps_nothing_but_that_and_when(told: Desk) -> None:
    before = told.do(lambda notebook: notebook.lines.get("secret"))
    talk = keep_only_talk(told)
    assert told.do(lambda notebook: notebook.lines.get(talk.id)) == talk
    assert talk.id != "secret"
    assert (talk.text, talk.speaker, talk.codes, talk.starred, talk.minutes) == (TALK, None, (), False, None)
    assert (talk.kind, talk.visibility) == (Kind.IN_CONFIDENCE, Visibility.MINE)
    assert (talk.at_ms, talk.about, talk.provenance, talk.place) == (*before[3:6], before.place)
    assert told.do(lambda notebook: notebook.accounts.of("o1")) == []
    assert [line.text for line in told.lines()].count(TALK) == 1


def test_what_moved_past_a_talk_can_be_undone(desk: Desk) -> None:
    """The talk takes the place of the line, and two lines never have one place."""
    desk.begin()
    for name in ("secret", "a", "b"):
        desk.file(name, line_id=name)
    desk.do(lambda notebook: notebook.lines.move("secret", 1))
    desk.do(lambda notebook: notebook.lines.move("b", -1))
    keep_only_talk(desk)
    assert desk.texts() == ["a", "b", TALK]
    undone = desk.do(undo_all)
    desk.file("other", line_id="c")
    assert undone > 0
    assert troubles(desk) == []


def test_of_a_selection_only_the_discarded_line_is_struck_out(desk: Desk) -> None:
    desk.begin()
    desk.paste("zanzibar quokka", "stays", "stays too", first_id="secret")
    stays = desk.lines()[1:]
    discard(desk)
    assert desk.lines() == stays
    desk.do(undo_all)
    assert desk.lines() == []
    desk.do(redo_all)
    assert desk.lines() == stays
    assert traces(desk.places.home, WORDS) == []
    assert troubles(desk) == []


def test_the_events_of_others_stay_as_they_were(told: Desk) -> None:
    told.begin("o2")
    told.file("in the other", observation="o2")
    told.file("its id begins alike", line_id="secret-2")
    told.do(lambda notebook: notebook.accounts.give("secret-2", "no secret of mine"))
    before = {event.n: event for event in told.do(lambda notebook: list(notebook.events.all()))}
    discard(told)
    after = {event.n: event for event in told.do(lambda notebook: list(notebook.events.all()))}
    assert set(before) <= set(after)
    changed = {n for n, event in before.items() if event != after[n]}
    assert changed == {n for n, event in before.items() if '"secret"' in event.payload}
    for n in changed:
        was, now = before[n], after[n]
        assert (was.n, was.device, was.seq, was.at, was.subject, was.what) == (
            now.n, now.device, now.seq, now.at, now.subject, now.what,
        )  # fmt: skip
        assert now.is_sound()


def test_events_can_not_be_changed_afterwards(told: Desk) -> None:
    """The door is closed again, also when discarding failed."""
    discard(told)
    with pytest.raises(NotFound):
        discard(told)
    with open_notebook(told.places) as notebook, pytest.raises(Exception, match="append-only"):
        notebook.file.connection.execute("UPDATE events SET payload = ''")


def test_what_is_half_typed_now_stays(told: Desk) -> None:
    draft = Draft("o1", "the next li", 11, seconds_on(50))
    told.do(lambda notebook: notebook.drafts.keep(draft))
    discard(told)
    assert told.do(lambda notebook: notebook.drafts.get("o1")) == draft


def test_a_line_filed_after_it_stands_at_the_end(told: Desk) -> None:
    discard(told, "secret")
    discard(told, "kept-3")
    told.file("next", line_id="next")
    assert [line.id for line in told.lines()] == ["kept-1", "kept-2", "next"]
    told.do(undo_all)
    told.do(redo_all)
    assert [line.id for line in told.lines()] == ["kept-1", "kept-2", "next"]
    assert troubles(told) == []
