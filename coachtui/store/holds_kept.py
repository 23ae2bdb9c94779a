"""A hold outlasts going back to a backup from before it: it is put into what takes the notebook's place."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.clock import Clock
from coachtui.store.connecting import connect
from coachtui.store.events import EventLog
from coachtui.store.file import FAULTS
from coachtui.store.holds import PUT, SUBJECT
from coachtui.store.notebook import SHAPE
from coachtui.store.present import TABLES, Change, Fields

if TYPE_CHECKING:
    from coachtui.store.key import Key

_COLUMNS = TABLES["holds"]
_ALL = f"SELECT {', '.join(_COLUMNS)} FROM holds ORDER BY n"  # noqa: S608


def standing_holds(notebook: Path, key: "Key | None") -> list[Fields]:
    """The holds of a notebook that nobody has open; none where it is not there, is a newer one or can't be read."""
    if notebook.exists():
        with suppress(*FAULTS), closing(connect(notebook, key)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] == SHAPE:
                return [dict(zip(_COLUMNS, row, strict=True)) for row in connection.execute(_ALL)]
    return []


def keep_holds(copy: sqlite3.Connection, holds: list[Fields], clock: Clock, device: str) -> None:
    """Put holds into a whole copy of the notebook that has not got them, and bring it up to date for that.

    Raises sqlite3.Error.
    """
    from coachtui.store.migrations import migrate

    if not holds:
        return
    copy.execute("PRAGMA trusted_schema=ON")  # the triggers of the search index are of its own making
    copy.execute("BEGIN")
    if copy.execute("PRAGMA user_version").fetchone()[0] < SHAPE:
        migrate(copy, SHAPE, device)
    known = {row[0] for row in copy.execute("SELECT people FROM holds")}
    missing = [Change("holds", None, fields) for fields in holds if fields["people"] not in known]
    if missing:
        EventLog(copy, clock, device).record(SUBJECT, PUT, missing, undoable=False)
    copy.execute("COMMIT")
