"""The lines of observations: filed one by one or pasted many at once."""

import sqlite3

from coachtui.model.filing import as_line
from coachtui.model.grammar import Reading, read_line, write_text
from coachtui.model.line import Kind, Line
from coachtui.model.moment import Moment
from coachtui.store.drafts import Drafts, clear_draft, write_touch
from coachtui.store.line_changes import LineChanges
from coachtui.store.line_rows import COLUMNS, from_row, to_fields
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.present import Change
from coachtui.store.shelf import Desk
from coachtui.wording import _m

_BY_ID = f"SELECT {COLUMNS} FROM lines WHERE id = ?"  # noqa: S608
_OF = f"SELECT {COLUMNS} FROM lines WHERE observation = ? ORDER BY place"  # noqa: S608
_FIRST_OF = f"""
SELECT {COLUMNS} FROM lines WHERE observation = ?1 AND (
    starred = 1 OR kind = 'segment' OR NOT EXISTS (SELECT 1 FROM lines WHERE observation = ?1 AND starred = 1)
) ORDER BY place LIMIT ?2
"""  # noqa: S608


class Lines(LineChanges):
    """The lines shelf; what can be done with a filed line is in line_changes.py."""

    def __init__(self, desk: Desk, observations: ObservationRows, drafts: Drafts) -> None:
        super().__init__(desk)
        self._observations = observations
        self._drafts = drafts

    def of(self, observation_id: str) -> list[Line]:
        """Every line of an observation in the order of entry. Raises a NotebookError."""
        return self._file.read(from_row, _OF, (observation_id,))

    def first_of(self, observation_id: str, most: int) -> list[Line]:
        """A screenful of them: the starred ones and the segments, the first of all where none is starred."""
        return self._file.read(from_row, _FIRST_OF, (observation_id, most))

    def file(self, observation_id: str, reading: Reading, typed_at: Moment, line_id: str,
             written_out: Reading | None = None) -> Line:  # fmt: skip
        """File one line, and clear its half-typed text with it; the same line id twice is once.

        `typed_at` is the moment of the line's first key. `written_out` is the reading with the person's abbreviations
        expanded: undo first brings back what was typed. Raises a NotebookError; then the line is not filed and its
        half-typed text stands.
        """

        def work(connection: sqlite3.Connection) -> Line:
            clear_draft(connection, observation_id, typed_at, self._clock.now())
            known = self._file.row(_BY_ID, (line_id,))
            if known is not None:
                return from_row(known)
            observation = self._observations.get(observation_id)
            line = as_line(reading, observation, typed_at, line_id, self._next_place(observation_id))
            self._record(observation_id, _m("line filed"), Change("lines", None, to_fields(line)))
            if written_out is None or written_out == reading:
                return line
            full = as_line(written_out, observation, typed_at, line_id, line.place)
            change = Change("lines", to_fields(line), to_fields(full))
            self._record(observation_id, _m("abbreviations written out"), change)
            return full

        return self._file.write(work)

    def mark(self, observation_id: str, code: str, at: Moment, line_id: str) -> Line:
        """File a look-for seen at this moment, without words; the same line id twice is once. Raises a NotebookError."""
        seen = Reading(None, Kind.EVIDENCE, None, "", (code,), False, None)
        return self.file(observation_id, seen, at, line_id)

    def paste(self, observation_id: str, readings: list[Reading], typed_at: Moment, first_id: str) -> list[Line]:
        """File several lines as one happening, undone as one; the same `first_id` twice is once.

        The half-typed text is left as it is. Raises a NotebookError; then none of them is filed.
        """

        def work(connection: sqlite3.Connection) -> list[Line]:
            write_touch(connection, observation_id, self._clock.now())
            if not readings or self._file.row(_BY_ID, (first_id,)):
                return []
            observation = self._observations.get(observation_id)
            place = self._next_place(observation_id)
            lines = [
                as_line(reading, observation, typed_at, self._new_id() if index else first_id, place + index)
                for index, reading in enumerate(readings)
            ]
            self._record(
                observation_id, _m("lines pasted"), *(Change("lines", None, to_fields(line)) for line in lines)
            )
            return lines

        return self._file.write(work)

    def file_half_typed(self, observation_id: str) -> Line | None:
        """File what is half-typed, as it stands, at the time it was begun; None where nothing is.

        A wondering or a judgment stays one: it must not become something that may be shared.
        Raises a NotebookError.
        """
        return self._file.write(lambda connection: self.within_file_half_typed(connection, observation_id))

    def within_file_half_typed(self, connection: sqlite3.Connection, observation_id: str) -> Line | None:
        """The same within the caller's transaction."""
        draft = self._drafts.get(observation_id)
        if draft is None or not draft.text.strip():
            return None
        observation = self._observations.get(observation_id)
        typed_at = draft.began or self._drafts.last_touched(observation_id) or observation.anchor
        reading = _as_it_stands(draft.text)
        line = as_line(reading, observation, typed_at, self._new_id(), self._next_place(observation_id))
        self._record(observation_id, _m("line filed"), Change("lines", None, to_fields(line)))
        clear_draft(connection, observation_id, typed_at, self._clock.now())
        return line

    def _next_place(self, observation_id: str) -> int:
        rows = self._file.rows("SELECT coalesce(max(place), 0) + 1 FROM lines WHERE observation = ?", (observation_id,))
        return int(rows[0][0])


def _as_it_stands(half_typed: str) -> Reading:
    """Half-typed text with no mark read; but what is begun as a thought of one's own is read as on Enter."""
    reading = read_line(half_typed)
    return reading if reading.kind in (Kind.WONDERING, Kind.JUDGMENT) else read_line(write_text(half_typed))
