"""After a line was discarded: undo, redo, the doctor and a rebuild know nothing of it, and all else is as it was."""

from collections.abc import Callable

import pytest

from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Visibility
from coachtui.store.discarding import TALK
from coachtui.store.doctor import rebuild as rebuild_all
from coachtui.store.errors import NotFound
from tests.support.discarded import WORDS, discard, keep_only_talk, redo_all, tell, troubles, undo_all
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.traces import traces


@pytest.fixture
def told(desk: Desk) -> Desk:
    """An observation with three lines that stay, and one with a past between them."""
    return tell(desk)


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
