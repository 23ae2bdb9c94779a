"""Events: append-only, hashed, believed only while they are what was hashed."""

import json
import sqlite3
from collections.abc import Callable

import pytest

from coachtui.store.errors import NotebookDamaged
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.state import whole_state

FLIPS = {
    "its text": ("payload", lambda words: words.replace("agreed", "refused")),
    "its JSON": ("payload", lambda words: words.replace("{", "[", 1)),
    "its table": ("payload", lambda words: words.replace('"lines"', '"linez"')),
    "its shape": ("payload", lambda _: '{"changes":[[1,2]],"undoable":true}'),
    "its words": ("what", lambda words: words.upper()),
    "its subject": ("subject", lambda words: words + "x"),
}


def change_event(notebook: Notebook, column: str, change: Callable[[str], str]) -> None:
    """Change an event behind the notebook's back, as a flipped byte does."""
    connection = notebook.file.connection
    connection.execute("DROP TRIGGER events_stay")
    n, words = connection.execute(f"SELECT n, {column} FROM events ORDER BY n DESC").fetchone()
    connection.execute(f"UPDATE events SET {column} = ? WHERE n = ?", (change(words), n))


def test_every_event_carries_device_number_time_and_a_hash_that_fits(desk: Desk) -> None:
    desk.begin()
    desk.file("maria: agreed")
    events = desk.do(lambda notebook: list(notebook.events.all()))
    device = desk.do(lambda notebook: notebook.device)
    assert [(event.n, event.seq, event.device) for event in events] == [(1, 1, device), (2, 2, device)]
    assert [event.at for event in events] == ["2026-03-10T08:30:00.000Z"] * 2
    assert [(event.subject, event.what) for event in events] == [("o1", "observation begun"), ("o1", "line filed")]
    assert all(event.is_sound() for event in events)
    (change,) = events[1].changes()
    assert change.now is not None
    assert change.now["text"] == "agreed"


def test_what_happened_can_not_be_rewritten(desk: Desk) -> None:
    desk.begin()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        desk.do(lambda notebook: notebook.file.connection.execute("UPDATE events SET what = 'other'"))


def test_nothing_done_afterwards_touches_what_happened_before(desk: Desk) -> None:
    desk.begin()
    seen: list[object] = []
    for verb in (
        lambda notebook: notebook.undo("o1"),
        lambda notebook: notebook.redo("o1"),
        lambda notebook: notebook.rebuild(),
        lambda notebook: notebook.observations.end("o1", 0),
        lambda notebook: notebook.observations.withdraw_if_empty("o1"),
    ):
        desk.file("agreed")
        before = desk.do(lambda notebook: list(notebook.events.all()))
        desk.do(verb)
        after = desk.do(lambda notebook: list(notebook.events.all()))
        assert after[: len(before)] == before
        seen = list(after)
    assert len(seen) > 5


@pytest.mark.parametrize("flip", FLIPS)
def test_an_event_that_is_not_what_was_hashed_is_seen_and_not_believed(desk: Desk, flip: str) -> None:
    column, change = FLIPS[flip]
    desk.begin()
    desk.file("they agreed")
    desk.file("and agreed")
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.do(lambda notebook: notebook.file.connection.execute("DELETE FROM events WHERE what = 'undone'"))
    desk.do(lambda notebook: change_event(notebook, column, change))
    sound = desk.do(lambda notebook: [event.is_sound() for event in notebook.events.all()])
    assert sound == [True, True, False]
    before = desk.do(whole_state)
    for verb in (lambda notebook: notebook.redo("o1"), lambda notebook: notebook.rebuild()):
        with pytest.raises(NotebookDamaged):
            desk.do(verb)
    assert desk.do(whole_state) == before


def test_an_event_that_is_gone_is_told_in_a_sentence(desk: Desk) -> None:
    desk.begin()
    desk.file("they agreed")

    def lose(notebook: Notebook) -> None:
        notebook.file.connection.execute("PRAGMA foreign_keys=OFF")
        notebook.file.connection.execute("DELETE FROM events WHERE n = 2")

    desk.do(lose)
    with pytest.raises(NotebookDamaged):
        desk.do(lambda notebook: notebook.undo("o1"))


def test_the_payload_is_plain_json_in_which_text_can_be_read(desk: Desk) -> None:
    desk.begin()
    desk.file("\u05e9\u05dc\u05d5\u05dd [/b]")
    (event,) = desk.do(lambda notebook: [event for event in notebook.events.all() if event.what == "line filed"])
    assert json.loads(event.payload)["changes"][0][2]["text"] == "\u05e9\u05dc\u05d5\u05dd [/b]"
    assert "\u05e9\u05dc\u05d5\u05dd" in event.payload
