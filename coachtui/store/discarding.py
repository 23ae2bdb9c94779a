"""Discarding a line without trace: from the present, from what happened, from undo and from the search index.

Backups that were made before keep it until they are thinned out.
"""

import sqlite3

from coachtui.model.line import Kind, Line, Visibility
from coachtui.store.belonging import BESIDE_A_LINE
from coachtui.store.holds import Holds
from coachtui.store.line_changes import LineChanges
from coachtui.store.line_rows import to_fields
from coachtui.store.present import Change, Fields, lay_on
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.striking import Told, strike_out
from coachtui.wording import _m

TALK = "A talk in confidence"
"""All that is left of a line of which only that a talk happened is kept."""


class Discarding(Shelf):
    """Does away with lines for good. There is no undo: that is what it is for."""

    def __init__(self, desk: Desk, lines: LineChanges, holds: Holds) -> None:
        super().__init__(desk)
        self._lines = lines
        self._holds = holds

    def discard(self, line_id: str) -> Line:
        """Leave no trace of a line. Raises a NotebookError, also where it must stay; then nothing was changed."""
        return self._without_trace(line_id, None)

    def keep_only_talk(self, line_id: str) -> Line:
        """Leave of a line only that there was a talk in confidence then. Raises a NotebookError."""
        return self._without_trace(line_id, TALK)

    def _without_trace(self, line_id: str, words: str | None) -> Line:
        def work(connection: sqlite3.Connection) -> Line:
            line = self._lines.get(line_id)
            self._holds.see_that_it_may_go(line)
            left = None if words is None else _only_talk(line, self._new_id(), words)
            strike_out(connection, lambda change: _without(change, line_id, left), among=line_id)
            for table, key in BESIDE_A_LINE.items():
                connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (line_id,))  # noqa: S608
            if left is None:
                lay_on(connection, [Change("lines", to_fields(line), None)])
            else:
                connection.execute("UPDATE lines SET id = ? WHERE id = ?", (left.id, line_id))
                lay_on(connection, [Change("lines", to_fields(line), to_fields(left))])
            self._file.will_leave_remains()
            self._record(
                line.observation, _m("a line discarded") if left is None else _m("a talk kept"), undoable=False
            )
            return left or line

        line = self._file.write(work)
        self._file.leave_no_remains()
        return line


def _only_talk(line: Line, identity: str, words: str) -> Line:
    return line._replace(
        id=identity, kind=Kind.IN_CONFIDENCE, speaker=None, text=words, codes=(), starred=False,
        visibility=Visibility.MINE, minutes=None,
    )  # fmt: skip


def _without(change: Told, line_id: str, left: Line | None) -> Told | None:
    """A change without the line, or with only what is left of it: undoing that takes no more and no less."""
    table, was, now = change
    key = {"lines": "id", **BESIDE_A_LINE}.get(table)
    if key is None or all(fields is None or fields.get(key) != line_id for fields in (was, now)):
        return change
    if left is None or table in BESIDE_A_LINE:
        return None
    was, now = (fields and _only_left(fields, left) for fields in (was, now))
    return None if was == now else [table, was, now]


def _only_left(fields: Fields, left: Line) -> Fields:
    """What a line was, when all that is left of it was all there ever was: it keeps its place and its time of then."""
    stays = ("place", "at_ms", "about", "provenance")
    return {**to_fields(left), **{name: fields[name] for name in stays}}
