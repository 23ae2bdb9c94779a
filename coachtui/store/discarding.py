"""Discarding a line without trace: from the present, from what happened, from undo and from the search index.

This is the one way in which an event is ever rewritten: it keeps its number, its time and what it was about, and no word
of the line. Backups that were made before keep it until they are thinned out.
"""

import json
import sqlite3
from typing import Any

from coachtui.model.line import Kind, Line, Visibility
from coachtui.store.events import Event, fingerprint
from coachtui.store.line_changes import LineChanges
from coachtui.store.line_rows import to_fields
from coachtui.store.present import Change, Fields, lay_on
from coachtui.store.shelf import Desk, Shelf

_ABOUT = "SELECT n, device, seq, at, subject, what, payload, sha256 FROM events WHERE instr(payload, ?) > 0"
_EVENTS_STAY = "SELECT sql FROM sqlite_schema WHERE name = 'events_stay'"
_BESIDE = ("accounts", "citations")
"""The tables that say something of a line: what the lead said of it, and which draft names it, with a hash of its words."""
TALK = "A talk in confidence"
"""All that is left of a line of which only that a talk happened is kept."""


class Discarding(Shelf):
    """Does away with lines for good. There is no undo: that is what it is for."""

    def __init__(self, desk: Desk, lines: LineChanges) -> None:
        super().__init__(desk)
        self._lines = lines

    def discard(self, line_id: str) -> Line:
        """Leave no trace of a line. Raises a NotebookError; then nothing was changed."""
        return self._without_trace(line_id, None)

    def keep_only_talk(self, line_id: str) -> Line:
        """Leave of a line only that there was a talk in confidence then. Raises a NotebookError."""
        return self._without_trace(line_id, TALK)

    def finish(self) -> None:
        """Do what is left of a discarding that was cut off before its end. Raises a NotebookError."""
        if self._file.has_remains():
            self._file.leave_no_remains()

    def _without_trace(self, line_id: str, words: str | None) -> Line:
        def work(connection: sqlite3.Connection) -> Line:
            line = self._lines.get(line_id)
            left = None if words is None else _only_talk(line, self._new_id(), words)
            (events_stay,) = connection.execute(_EVENTS_STAY).fetchone()
            connection.execute("DROP TRIGGER events_stay")
            for event in [Event(*row) for row in connection.execute(_ABOUT, (line_id,))]:
                _strike_out(connection, event, line_id, left)
            connection.execute(events_stay)
            for table in _BESIDE:
                connection.execute(f"DELETE FROM {table} WHERE line = ?", (line_id,))  # noqa: S608
            if left is None:
                lay_on(connection, [Change("lines", to_fields(line), None)])
            else:
                connection.execute("UPDATE lines SET id = ? WHERE id = ?", (left.id, line_id))
                lay_on(connection, [Change("lines", to_fields(line), to_fields(left))])
            self._file.will_leave_remains()
            self._record(line.observation, "a line discarded" if left is None else "a talk kept", undoable=False)
            return left or line

        line = self._file.write(work)
        self._file.leave_no_remains()
        return line


def _only_talk(line: Line, identity: str, words: str) -> Line:
    return line._replace(
        id=identity, kind=Kind.IN_CONFIDENCE, speaker=None, text=words, codes=(), starred=False,
        visibility=Visibility.MINE, minutes=None,
    )  # fmt: skip


def _strike_out(connection: sqlite3.Connection, event: Event, line_id: str, left: Line | None) -> None:
    """Take out of one event all that it says of the line, but what is left of it; undoing that takes no more and no less.

    An event in which nothing changes any more can't be undone; it is still one after which nothing could be redone.
    """
    payload: dict[str, Any] = json.loads(event.payload)
    told = payload["changes"]
    payload["changes"] = [change for each in told if (change := _without(each, line_id, left)) is not None]
    if payload["changes"] == told:
        return
    payload["struck_out"] = payload.get("struck_out", 0) + 1
    if not payload["changes"] and payload.pop("undoable", False):
        payload["was_undoable"] = True
        connection.execute("DELETE FROM undoable WHERE n = ?", (event.n,))
    words = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    proof = fingerprint(event.device, event.seq, event.at, event.subject, event.what, words)
    connection.execute("UPDATE events SET payload = ?, sha256 = ? WHERE n = ?", (words, proof, event.n))


def _without(change: list[Any], line_id: str, left: Line | None) -> list[Any] | None:
    """A change without the line, or with only what is left of it; None where it changes nothing any more."""
    table, was, now = change
    key = {"lines": "id", **dict.fromkeys(_BESIDE, "line")}.get(table)
    if key is None or all(fields is None or fields.get(key) != line_id for fields in (was, now)):
        return change
    if left is None or table in _BESIDE:
        return None
    was, now = (fields and _only_left(fields, left) for fields in (was, now))
    return None if was == now else [table, was, now]


def _only_left(fields: Fields, left: Line) -> Fields:
    """What a line was, when all that is left of it was all there ever was: it keeps its place and its time of then."""
    stays = ("place", "at_ms", "about", "provenance")
    return {**to_fields(left), **{name: fields[name] for name in stays}}
