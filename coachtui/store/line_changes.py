"""What can be done with a line that is filed: edit, star, tag, code, move, time, hide, take out; each can be undone."""

import sqlite3
from collections.abc import Callable, Sequence

from coachtui.model.filing import as_line
from coachtui.model.grammar import Reading
from coachtui.model.line import Kind, Line, Provenance, Visibility, default_visibility
from coachtui.model.moment import Moment
from coachtui.store.errors import NotFound
from coachtui.store.line_rows import COLUMNS, from_row, to_fields
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.present import Change
from coachtui.store.shelf import Shelf
from coachtui.wording import _, _m

_BY_ID = f"SELECT {COLUMNS} FROM lines WHERE id = ?"  # noqa: S608
_NEIGHBOUR = {
    -1: f"SELECT {COLUMNS} FROM lines WHERE observation = ? AND place < ? ORDER BY place DESC LIMIT 1",  # noqa: S608
    1: f"SELECT {COLUMNS} FROM lines WHERE observation = ? AND place > ? ORDER BY place LIMIT 1",  # noqa: S608
}
Changed = Callable[[Line], Line]
_GONE = _("That line is no longer in the notebook. Nothing was changed.")


class LineChanges(Shelf):
    """The verbs that change lines. Every one raises a NotebookError; then nothing was changed."""

    _observations: ObservationRows

    def find(self, line_id: str) -> Line | None:
        """The line with this id, if there is one."""
        row = self._file.row(_BY_ID, (line_id,))
        return None if row is None else from_row(row)

    def get(self, line_id: str) -> Line:
        """The line with this id. Raises NotFound."""
        line = self.find(line_id)
        if line is None:
            raise NotFound(_GONE)
        return line

    def rewrite(self, line_id: str, reading: Reading) -> Line:
        """Read the line anew; it keeps its place, and its time unless the new words say another one."""

        def changed(line: Line) -> Line:
            observation = self._observations.get(line.observation)
            typed_at = _moment_of(observation.anchor, line.at_ms)
            new = as_line(reading, observation, typed_at, line.id, line.place)
            keeps_time = reading.when is None
            visibility = line.visibility if new.kind is line.kind else new.visibility
            return new._replace(
                at_ms=line.at_ms if keeps_time else new.at_ms,
                about=line.about if keeps_time else new.about,
                provenance=line.provenance if keeps_time else _retimed(line.provenance),
                visibility=visibility,
            )

        return self._change(line_id, _m("line edited"), changed)

    def star(self, line_id: str, starred: bool) -> Line:
        """Mark a line to come back to, or take the mark away."""
        return self._change(
            line_id,
            _m("line starred") if starred else _m("star taken away"),
            lambda line: line._replace(starred=starred),
        )

    def tag(self, line_id: str, speaker: str | None) -> Line:
        """Say who speaks in a line."""
        return self._change(line_id, _m("speaker named"), lambda line: line._replace(speaker=speaker))

    def code(self, line_id: str, code: str) -> Line:
        """Put a code on a line, or take it off if it is there."""

        def changed(line: Line) -> Line:
            if code in line.codes:
                return line._replace(codes=tuple(each for each in line.codes if each != code))
            return line._replace(codes=(*line.codes, code))

        return self._change(line_id, _m("line coded"), changed)

    def turn_into(self, line_id: str, kind: Kind) -> Line:
        """Make a line another kind; its visibility becomes the one of that kind."""
        return self._change(
            line_id, _m("kind changed"), lambda line: line._replace(kind=kind, visibility=default_visibility(kind))
        )

    def hide(self, line_id: str) -> Line:
        """Take a line in confidence: it is off the screen, and nothing of it leaves."""

        def changed(line: Line) -> Line:
            return line._replace(kind=Kind.IN_CONFIDENCE, visibility=Visibility.MINE, starred=False)

        return self._change(line_id, _m("line taken in confidence"), changed)

    def shift(self, line_ids: Sequence[str], by_ms: int) -> list[Line]:
        """Set lines later by so many ms, or earlier; those whose time is unknown stay so."""

        def changed(line: Line) -> Line:
            if line.at_ms is None:
                return line
            return line._replace(at_ms=line.at_ms + by_ms, provenance=_retimed(line.provenance))

        return self._change_all(line_ids, _m("times changed"), changed)

    def put_at(self, line_id: str, at_ms: int | None, about: bool = False) -> Line:
        """Set a line at a time, in ms from the anchor; None says that nobody knows it."""
        return self._change(
            line_id,
            _m("time changed"),
            lambda line: line._replace(at_ms=at_ms, about=about, provenance=_retimed(line.provenance)),
        )

    def move(self, line_id: str, step: int) -> Line:
        """Let a line change places with the one before (-1) or after (1); at the end it stays."""

        def work(__: sqlite3.Connection) -> Line:
            line = self.get(line_id)
            row = self._file.row(_NEIGHBOUR[step], (line.observation, line.place))
            if row is None:
                return line
            other = from_row(row)
            moved, waiting = line._replace(place=other.place), line._replace(place=0)
            self._record(
                line.observation,
                _m("line moved"),
                Change("lines", to_fields(line), to_fields(waiting)),
                Change("lines", to_fields(other), to_fields(other._replace(place=line.place))),
                Change("lines", to_fields(waiting), to_fields(moved)),
            )
            return moved

        return self._file.write(work)

    def take_out(self, line_ids: Sequence[str]) -> list[Line]:
        """Take lines out; those that are gone already are passed over."""

        def work(__: sqlite3.Connection) -> list[Line]:
            lines = [line for line in map(self.find, line_ids) if line is not None]
            if lines:
                what = _m("line taken out") if len(lines) == 1 else _m("lines taken out")
                self._record(lines[0].observation, what, *(Change("lines", to_fields(line), None) for line in lines))
            return lines

        return self._file.write(work)

    def _change(self, line_id: str, what: str, changed: Changed) -> Line:
        return self._change_all([line_id], what, changed)[0]

    def _change_all(self, line_ids: Sequence[str], what: str, changed: Changed) -> list[Line]:
        """Change lines as one happening; one that stays as it is, is none."""

        def work(__: sqlite3.Connection) -> list[Line]:
            before = [self.get(line_id) for line_id in line_ids]
            after = [changed(line) for line in before]
            changes = [
                Change("lines", to_fields(was), to_fields(now))
                for was, now in zip(before, after, strict=True)
                if was != now
            ]
            if changes:
                self._record(before[0].observation, what, *changes)
            return after

        return self._file.write(work)


def _retimed(provenance: Provenance) -> Provenance:
    """How a time came about that was changed by hand: what was taken live is so no more."""
    return Provenance.ADDED if provenance is Provenance.LIVE else provenance


def _moment_of(anchor: Moment, at_ms: int | None) -> Moment:
    ms = at_ms or 0
    return Moment(anchor.utc_ms + ms, anchor.boot_ms + ms, anchor.boot_id)
