"""Closing words: what was in mind right after a meeting."""

import sqlite3

from coachtui.model.closing import Closing
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, Change
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

_OF = f"SELECT {', '.join(TABLES['closings'])} FROM closings WHERE observation = ? ORDER BY n LIMIT 1"  # noqa: S608


class Closings(Shelf):
    """The closing words shelf. Every verb raises a NotebookError; then nothing was changed."""

    def of(self, observation_id: str) -> Closing:
        """The closing words of an observation; empty where none were written."""
        row = self._file.row(_OF, (observation_id,))
        return Closing() if row is None else Closing(*of_kinds("ttttt", row)[2:])

    def keep(self, observation_id: str, closing: Closing) -> Closing:
        """Keep the closing words, in the place of those before."""

        def work(_: sqlite3.Connection) -> Closing:
            row = self._file.row(_OF, (observation_id,))
            was = None if row is None else dict(zip(TABLES["closings"], row, strict=True))
            identity = self._new_id() if was is None else was["id"]
            now = {"id": identity, "observation": observation_id, **closing._asdict()}
            if now != was:
                self._record(observation_id, _m("closing words kept"), Change("closings", was, now))
            return closing

        return self._file.write(work)
