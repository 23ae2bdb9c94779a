"""What is older than it is to be kept: the one place that says which day of a thing counts."""

from collections.abc import Iterator
from datetime import date

from coachtui.model.retention import Keep
from coachtui.store.file import NotebookFile
from coachtui.store.ties import Row

TABLE_OF = {
    "observations": "observations",
    "feedback": "feedback",
    "conversations": "conversations",
    "one-on-ones": "one_on_ones",
    "steps": "steps",
    "release-time": "blocks",
}
_OF_MS = "date({} / 1000, 'unixepoch')"
_DAYS = {
    "observations": _OF_MS.format("anchor_utc_ms"),
    "feedback": f"coalesce(followed_on, talked_on, {_OF_MS.format('coalesce(shared_utc_ms, begun_utc_ms)')})",
    "conversations": "coalesce(followed_on, held_on, follow_up_on, day, begun_on)",
    "one-on-ones": "day",
    "steps": "closed_on",
    "release-time": "day",
}
"""The last day on which something happened to a thing. A step that is still open, or a plan without any day, has none."""


def older_than(file: NotebookFile, kind: str, before: date) -> list[Row]:
    """Those of a kind that are of a day before this one. Raises a NotebookError."""
    table = TABLE_OF[kind]
    query = f"SELECT id FROM {table} WHERE {_DAYS[kind]} < ? ORDER BY n"  # noqa: S608
    return [(table, str(row[0])) for row in file.rows(query, (before.isoformat(),))]


def due(file: NotebookFile, keep: Keep, today: date) -> Iterator[tuple[str, list[Row]]]:
    """What is due today of each kind that is not kept for good."""
    for kind, span in keep.items():
        yield kind, older_than(file, kind, span.before(today))
