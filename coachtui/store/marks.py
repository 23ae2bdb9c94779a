"""What is marked in an observation and is never undone, its gaps and a pause that is not over, when its beginning moves."""

import sqlite3
from collections.abc import Iterator

from coachtui.store.present import TABLES, Change

_GAPS = f"SELECT {', '.join(TABLES['gaps'])} FROM gaps WHERE observation = ? ORDER BY n"  # noqa: S608
_PAUSE = "SELECT paused_ms FROM observations WHERE id = ? AND paused_ms IS NOT NULL"


def marks_later(connection: sqlite3.Connection, observation_id: str, by_ms: int) -> Iterator[Change]:
    """All marks that there are now, so many ms later, as changes."""
    for row in connection.execute(_GAPS, (observation_id,)).fetchall():
        was = dict(zip(TABLES["gaps"], row, strict=True))
        yield Change("gaps", was, {**was, "from_ms": was["from_ms"] + by_ms, "to_ms": was["to_ms"] + by_ms})
    for (paused_ms,) in connection.execute(_PAUSE, (observation_id,)).fetchall():
        was = {"id": observation_id, "paused_ms": paused_ms}
        yield Change("observations", was, {**was, "paused_ms": paused_ms + by_ms})
