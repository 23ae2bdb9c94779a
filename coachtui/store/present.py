"""The tables that hold the present, and how a change is laid on them.

A change says what a row was and what it is now. Laid on forwards it makes the present, backwards it undoes, and all
changes of all events laid on an empty notebook make the same tables again.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

TABLES: dict[str, tuple[str, ...]] = {
    "teams": ("id", "name", "lead", "retired_on"),
    "leads": ("id", "name", "role", "handle", "retired_on"),
    "members": ("id", "team", "handle", "name"),
    "observations": (
        "id", "ref", "team", "lead", "anchor_utc_ms", "anchor_boot_ms", "anchor_boot_id", "zone",
        "ended_utc_ms", "source", "framework", "paused_ms",
    ),
    "lines": (
        "id", "observation", "place", "at_ms", "about", "provenance", "kind", "speaker", "text", "codes",
        "starred", "visibility", "minutes",
    ),
    "gaps": ("id", "observation", "from_ms", "to_ms", "reason", "moved_ms"),
    "spans": ("id", "observation", "code", "from_ms", "to_ms"),
    "agenda": ("id", "observation", "place", "title", "minutes"),
    "accounts": ("id", "observation", "line", "words", "at_utc_ms"),
    "closings": ("id", "observation", "strength", "step_idea", "question"),
    "slots": ("id", "team", "weekday", "minute", "minutes"),
    "cycles": (
        "id", "ref", "lead", "state", "goal", "measure", "baseline", "moment", "target", "agreed_on", "starts_on",
        "ends_on", "extended_to", "extended_because", "verdict", "verdict_because", "closed_on", "next_goal",
        "lead_reflection", "lead_reflected_on", "my_reflection", "my_reflected_on", "follows",
    ),
    "activities": ("id", "cycle", "kind", "planned_on", "done_on", "minutes", "note"),
    "steps": (
        "id", "ref", "lead", "cycle", "observation", "state", "words", "looks_like", "practice", "by_when",
        "check_back", "agreed_on", "practised_on", "practised_times", "tried_on", "seen_on", "closed_on",
        "replaced_by",
    ),
    "days_off": ("id", "from_day", "to_day", "name"),
    "entries": ("id", "lead", "cycle", "kind", "about", "day", "title", "version", "words"),
    "shares": (
        "id", "lead", "entry", "version", "way", "at_utc_ms", "zone", "words", "sha256", "left_out", "settled",
        "kind", "about",
    ),
    "lead_words": ("id", "lead", "cycle", "entry", "version", "place", "words", "at_utc_ms", "state", "about"),
    "series": ("id", "lead", "every_weeks", "weekday", "minute", "minutes", "starts_on", "ended_on"),
    "one_on_ones": (
        "id", "ref", "lead", "slot", "day", "minute", "minutes", "state", "skipped_because", "began_utc_ms",
        "ended_utc_ms", "no_decision",
    ),
    "items": (
        "id", "lead", "one_on_one", "place", "author", "words", "private", "state", "carried_from", "source", "follows",
    ),
    "decisions": ("id", "lead", "one_on_one", "who", "what", "by_when"),
    "segments": ("id", "lead", "one_on_one", "title", "minutes", "from_utc_ms"),
    "blocks": (
        "id", "lead", "day", "minute", "period", "minutes", "planned", "actual", "actual_minutes", "lost_because",
        "agreed",
    ),
    "deadlines": ("id", "label", "day", "role", "remind_days", "done_on"),
    "bell_schedules": ("id", "name"),
    "bells": ("id", "schedule", "name", "from_minute", "to_minute"),
    "bell_days": ("id", "schedule", "kind", "weekday", "turn", "turns", "day"),
    "put_off": ("id", "card", "until_utc_ms"),
    "feedback": (
        "id", "ref", "lead", "observation", "shape", "state", "text", "begun_utc_ms", "shared_utc_ms", "talked_on",
        "followed_on", "step",
    ),
    "citations": ("id", "about", "line", "mark", "words_hash"),
    "rehearsals": ("id", "about", "at_utc_ms", "seconds", "note", "role"),
    "not_here": ("id", "about", "rule", "words"),
    "own_words": ("id", "word"),
    "conversations": (
        "id", "ref", "lead", "held_by", "with_whom", "is_named", "scenario", "structure", "state", "day", "minute",
        "begun_on", "held_on", "follow_up_on", "followed_on", "set_aside_because",
    ),
    "plan_rows": ("id", "conversation", "part", "place", "whose", "is_private", "words", "day", "source"),
    "supports": (
        "id", "lead", "situation", "asked_on", "asked", "agreed", "decided_by", "reason", "steps_down_on", "ended_on",
        "conversation",
    ),
    "holds": ("id", "people", "name", "because", "since_utc_ms", "zone"),
    "purges": ("id", "what", "counts", "at_utc_ms", "zone"),
    "gone_shares": ("id", "purge", "way", "at_utc_ms", "zone", "kind", "sha256"),
}  # fmt: skip
"""Each table of the present with its columns; parents stand before their children."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row, before and after; None where it did not or does not exist."""

    table: str
    was: Fields | None
    now: Fields | None

    def backwards(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.table, was=self.now, now=self.was)


Watch = Callable[[Iterable[Change]], Iterable[Change]]
"""What changes go through one by one on their way into the present: it counts them, or stops them all by raising."""


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    """What puts a row into a table or brings it up to date; a column that is not named keeps its value or default."""
    names = ", ".join(columns)
    marks = ", ".join(f":{column}" for column in columns)
    news = ", ".join(f"{column}=excluded.{column}" for column in columns if column != "id")
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {news}"  # noqa: S608


@cache
def _alteration(table: str, columns: tuple[str, ...]) -> str:
    """What changes these columns of a row, and leaves the others as they are."""
    news = ", ".join(f"{column} = :{column}" for column in columns)
    return f"UPDATE {table} SET {news} WHERE id = :id"  # noqa: S608


_DELETIONS = {table: f"DELETE FROM {table} WHERE id = ?" for table in TABLES}  # noqa: S608


def lay_on(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring the tables of the present in line with the changes, in their order.

    Of a row that was there and stays, only what differs is changed: what came about since and is not undone with it, like a
    pause, outlasts an undo. An event from before a migration knows nothing of the columns that came with it, and may name
    some that are gone.
    """
    for change in changes:
        was, now = change.was, change.now
        if now is None:
            if was is not None:
                connection.execute(_DELETIONS[change.table], (was["id"],))
            continue
        columns = tuple(column for column in TABLES[change.table] if column in now)
        if was is None:
            connection.execute(_insertion(change.table, columns), now)
            continue
        columns = tuple(column for column in columns if column not in was or was[column] != now[column])
        if columns:
            connection.execute(_alteration(change.table, columns), now)


def backwards(changes: list[Change]) -> list[Change]:
    """The changes that take these back, last first."""
    return [change.backwards() for change in reversed(changes)]


def to_payload(changes: list[Change]) -> list[list[Any]]:
    """The changes as plain values for JSON."""
    return [[change.table, change.was, change.now] for change in changes]


def from_payload(values: list[list[Any]]) -> list[Change]:
    """The changes that `to_payload` wrote. Raises KeyError for a table that is not of the present."""
    for table, _, _ in values:
        TABLES[table]
    return [Change(table, was, now) for table, was, now in values]
