"""What differs between the present notebook and a backup of it: what going back would take away, bring back, and undo."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachtui.store.backups import reading
from coachtui.store.present import TABLES

if TYPE_CHECKING:
    from coachtui.store.key import Key

Counts = dict[str, int]
_SHOWN = {
    "observations": "observation", "lines": "line", "feedback": "feedback", "conversations": "conversation",
    "cycles": "cycle", "steps": "step", "one_on_ones": "1:1", "items": "item of a 1:1", "entries": "entry of a record",
    "shares": "share", "leads": "lead", "teams": "team",
}  # fmt: skip
"""The tables that a person knows by name, and what one row of each is called; of the others only the sum is told."""
OTHER = "other thing"
HALF_TYPED = "half-typed text"
NOUNS = (*_SHOWN.values(), OTHER, HALF_TYPED)
_LINES_OF = """
SELECT observations.ref, observations.anchor_utc_ms, observations.zone, teams.name, lines.id FROM lines
JOIN observations ON observations.id = lines.observation LEFT JOIN teams ON teams.id = observations.team
"""
_MOST = 5
Rows = dict[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Lost:
    """How many lines of one observation would be gone; when it began in ms since 1970 UTC, where, and of which team."""

    ref: str
    began_utc_ms: int
    zone: str
    team: str
    lines: int


@dataclass(slots=True)
class Difference:
    """How many of each kind would be gone, would come back, would be as they were; and the newest that would be gone."""

    gone: Counts = field(default_factory=Counts)
    back: Counts = field(default_factory=Counts)
    changed: Counts = field(default_factory=Counts)
    newest: list[Lost] = field(default_factory=list[Lost])


def what_differs(present: sqlite3.Connection, backup: Path, key: "Key | None" = None) -> Difference:
    """Compare the present notebook with a backup, row by row; `key` is that of the backup.

    Raises sqlite3.Error, NotebookLocked or UnicodeDecodeError.
    """
    found = Difference()
    gone_lines: set[str] = set()
    with reading(backup, key) as copy:
        for table, columns in TABLES.items():
            common = [name for name in columns if name in _columns_of(copy, table)]
            here, there = _rows(present, table, list(columns), common), _rows(copy, table, common, common)
            noun = _SHOWN.get(table, OTHER)
            gone = here.keys() - there.keys()
            _add(found.gone, noun, len(gone))
            _add(found.back, noun, len(there.keys() - here.keys()))
            _add(found.changed, noun, sum(here[each] != there[each] for each in here.keys() & there.keys()))
            if table == "lines":
                gone_lines = set(gone)
        now, then = _half_typed(present), _half_typed(copy)
    _add(found.gone, HALF_TYPED, len(now - then))
    _add(found.back, HALF_TYPED, len(then - now))
    found.newest = _newest(present, gone_lines)
    return found


def _add(counts: Counts, noun: str, count: int) -> None:
    if count:
        counts[noun] = counts.get(noun, 0) + count


def _columns_of(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns that a table has in this file; an older one may have fewer, or not the table."""
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def _rows(connection: sqlite3.Connection, table: str, columns: list[str], compared: list[str]) -> Rows:
    """What of each row is compared, by its id; only the ids where there is nothing to compare with."""
    if not columns:
        return {}
    wanted = ", ".join(["id", *compared])
    return {row[0]: row[1:] for row in connection.execute(f"SELECT {wanted} FROM {table}")}  # noqa: S608


def _half_typed(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT scope, text FROM drafts WHERE trim(text) <> ''"))


def _newest(present: sqlite3.Connection, gone: set[str]) -> list[Lost]:
    """The newest observations of which lines would be gone."""
    found: dict[str, Lost] = {}
    for ref, began, zone, team, line in present.execute(_LINES_OF):
        if line in gone:
            count = found[ref].lines if ref in found else 0
            found[ref] = Lost(str(ref), int(began), str(zone), str(team or ""), count + 1)
    return sorted(found.values(), key=lambda each: each.began_utc_ms, reverse=True)[:_MOST]
