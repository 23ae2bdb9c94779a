"""What is older than it is to be kept: the one place that says which day of a thing counts."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachtui.model.hold import Hold
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


def may_go(file: NotebookFile, keep: Keep, holds: Sequence[Hold], today: date) -> Iterator[tuple[str, int]]:
    """How many of each kind are due and would go: what is held, and a meeting whose feedback is kept longer, would not."""
    if not keep or any(hold.is_of_all for hold in holds):
        return
    held = {identity for hold in holds for identity in hold.ids}
    old = {kind: {identity for _, identity in rows} for kind, rows in due(file, keep, today)}
    if old.get("observations"):
        still = {
            row[0] for row in file.rows("SELECT observation, id FROM feedback") if row[1] not in old.get("feedback", ())
        }
        old["observations"] -= still
    for kind, ids in old.items():
        if held and ids:
            ids -= {row[0] for row in file.rows(f"SELECT id, lead FROM {TABLE_OF[kind]}") if row[1] in held}  # noqa: S608
        yield kind, len(ids)


def due(file: NotebookFile, keep: Keep, today: date) -> Iterator[tuple[str, list[Row]]]:
    """What is due today of each kind that is not kept for good."""
    for kind, span in keep.items():
        yield kind, older_than(file, kind, span.before(today))
