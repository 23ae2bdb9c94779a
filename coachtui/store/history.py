"""The history of a line: what it was before, from the events."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from coachtui.model.happening import told_happening
from coachtui.model.line import Line
from coachtui.store.events import REDONE, UNDONE
from coachtui.store.line_rows import from_row
from coachtui.store.present import TABLES, from_payload
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

_TURNED = {UNDONE: _m("taken back"), REDONE: _m("done again")}
_ABOUT = "SELECT at, what, payload FROM events WHERE subject = ? AND instr(payload, ?) > 0 ORDER BY n"


class Was(NamedTuple):
    """What a line became at a moment, in ms since 1970 UTC, and by what; None where it was taken out."""

    at_utc_ms: int
    what: str
    line: Line | None


class History(Shelf):
    """Tells what lines were."""

    def of(self, observation_id: str, line_id: str) -> list[Was]:
        """Everything that a line has been, oldest first. Raises a NotebookError."""
        return list(self._told(observation_id, line_id))

    def _told(self, observation_id: str, line_id: str) -> Iterator[Was]:
        columns = TABLES["lines"]
        for at, what, payload in self._file.rows(_ABOUT, (observation_id, line_id)):
            own = [
                change
                for change in from_payload(json.loads(payload)["changes"])
                if change.table == "lines" and line_id in ((change.was or {}).get("id"), (change.now or {}).get("id"))
            ]
            if not own:
                continue
            last = own[-1].now
            line = None if last is None else from_row(tuple(last[column] for column in columns))
            words = told_happening(_TURNED.get(str(what), str(what)))
            yield Was(round(datetime.fromisoformat(at).timestamp() * 1000), words, line)
