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
from coachtui.store.present import Change
from coachtui.store.shelf import Desk, Shelf

_ABOUT = (
    "SELECT n, device, seq, at, subject, what, payload, sha256 FROM events WHERE subject = ? AND instr(payload, ?) > 0"
)
_EVENTS_STAY = (
    "CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'events are append-only'); END"
)
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

    def _without_trace(self, line_id: str, words: str | None) -> Line:
        def work(connection: sqlite3.Connection) -> Line:
            line = self._lines.get(line_id)
            connection.execute("DROP TRIGGER events_stay")
            for event in [Event(*row) for row in connection.execute(_ABOUT, (line.observation, line_id))]:
                _strike_out(connection, event, line_id)
            connection.execute(_EVENTS_STAY)
            connection.execute("DELETE FROM accounts WHERE line = ?", (line_id,))
            connection.execute("DELETE FROM lines WHERE id = ?", (line_id,))
            if words is None:
                self._record(line.observation, "a line discarded", undoable=False)
                return line
            kept = _only_talk(line, self._new_id(), words)
            self._record(line.observation, "a talk kept", Change("lines", None, to_fields(kept)), undoable=False)
            return kept

        line = self._file.write(work)
        self._file.leave_no_remains()
        return line


def _only_talk(line: Line, identity: str, words: str) -> Line:
    return line._replace(
        id=identity, kind=Kind.IN_CONFIDENCE, speaker=None, text=words, codes=(), starred=False,
        visibility=Visibility.MINE, minutes=None,
    )  # fmt: skip


def _strike_out(connection: sqlite3.Connection, event: Event, line_id: str) -> None:
    """Take out of one event all that it says of the line; an event with nothing left can't be undone any more."""
    payload: dict[str, Any] = json.loads(event.payload)
    payload["changes"] = [change for change in payload["changes"] if not _is_about(change, line_id)]
    payload["struck_out"] = payload.get("struck_out", 0) + 1
    if not payload["changes"]:
        payload.pop("undoable", None)
        connection.execute("DELETE FROM undoable WHERE n = ?", (event.n,))
    words = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    proof = fingerprint(event.device, event.seq, event.at, event.subject, event.what, words)
    connection.execute("UPDATE events SET payload = ?, sha256 = ? WHERE n = ?", (words, proof, event.n))


def _is_about(change: list[Any], line_id: str) -> bool:
    table, was, now = change
    key = {"lines": "id", "accounts": "line"}.get(table)
    return key is not None and any(fields is not None and fields.get(key) == line_id for fields in (was, now))
