"""What is marked in an observation and is never undone, when its beginning moves: gaps, a pause, its start by the computer."""

import sqlite3
from collections.abc import Iterator

from coachtui.store.present import TABLES, Change

_GAPS = f"SELECT {', '.join(TABLES['gaps'])} FROM gaps WHERE observation = ? ORDER BY n"  # noqa: S608
_BOOT = "SELECT anchor_boot_ms FROM observations WHERE id = ?"
_PAUSE = "SELECT paused_ms FROM observations WHERE id = ? AND paused_ms IS NOT NULL"


def marks_later(connection: sqlite3.Connection, observation_id: str, by_ms: int) -> Iterator[Change]:
    """All marks that there are now, so many ms later, as changes."""
    for row in connection.execute(_GAPS, (observation_id,)).fetchall():
        was = dict(zip(TABLES["gaps"], row, strict=True))
        yield Change("gaps", was, {**was, "from_ms": was["from_ms"] + by_ms, "to_ms": was["to_ms"] + by_ms})
    for (paused_ms,) in connection.execute(_PAUSE, (observation_id,)).fetchall():
        was = {"id": observation_id, "paused_ms": paused_ms}
        yield Change("observations", was, {**was, "paused_ms": paused_ms + by_ms})
    for (boot_ms,) in connection.execute(_BOOT, (observation_id,)).fetchall():
        was = {"id": observation_id, "anchor_boot_ms": boot_ms}
        yield Change("observations", was, {**was, "anchor_boot_ms": boot_ms - by_ms})


def but_for_marks(change: Change) -> Change:
    """A change without the start by the computer's clock, which may have been started again since: a mark tells it."""
    if change.table != "observations" or change.was is None or change.now is None:
        return change
    was, now = ({name: each[name] for name in each if name != "anchor_boot_ms"} for each in (change.was, change.now))
    return Change(change.table, was, now)
