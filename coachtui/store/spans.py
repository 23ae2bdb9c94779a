"""Spans: look-fors that last, started and stopped."""

import sqlite3

from coachtui.model.span import Span
from coachtui.store.file import Row
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, Change
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

_OF = f"SELECT {', '.join(TABLES['spans'])} FROM spans WHERE observation = ? ORDER BY from_ms, n"  # noqa: S608
_OPEN = f"SELECT {', '.join(TABLES['spans'])} FROM spans WHERE observation = ? AND to_ms IS NULL"  # noqa: S608


class Spans(Shelf):
    """The spans shelf. Every verb raises a NotebookError; then nothing was changed."""

    def of(self, observation_id: str) -> list[Span]:
        """The spans of an observation, in the order of their beginnings."""
        return self._file.read(_from_row, _OF, (observation_id,))

    def turn(self, observation_id: str, code: str, at_ms: int) -> Span:
        """Start a look-for that lasts at so many ms from the anchor, or stop it if it goes on."""

        def work(_: sqlite3.Connection) -> Span:
            going = next((span for span in self._open(observation_id) if span.code == code), None)
            if going is not None:
                stopped = going._replace(to_ms=max(going.from_ms, at_ms))
                self._record(observation_id, _m("stopped"), Change("spans", going._asdict(), stopped._asdict()))
                return stopped
            started = Span(self._new_id(), observation_id, code, at_ms, None)
            self._record(observation_id, _m("started"), Change("spans", None, started._asdict()))
            return started

        return self._file.write(work)

    def within_stop_all(self, observation_id: str, at_ms: int) -> list[Change]:
        """What stops every one that goes on, as changes for the caller's event."""
        return [
            Change("spans", span._asdict(), span._replace(to_ms=max(span.from_ms, at_ms))._asdict())
            for span in self._open(observation_id)
        ]

    def _open(self, observation_id: str) -> list[Span]:
        return self._file.read(_from_row, _OPEN, (observation_id,))


def _from_row(row: Row) -> Span:
    return Span._make(of_kinds("tttnN", row))
