"""What happened, in order: the append-only list that the present, undo and redo are made from.

Each event carries a SHA-256 of its own fields, so that a flipped byte is seen and not believed.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from coachtui.clock import Clock
from coachtui.model.happening import told_happening
from coachtui.store.errors import NotebookDamaged
from coachtui.store.explain import DAMAGED
from coachtui.store.marks import but_for_marks, marks_later
from coachtui.store.present import TABLES, Change, Watch, backwards, from_payload, lay_on, to_payload

UNDONE = "undone"
REDONE = "redone"
_NEWEST = "SELECT n, sha256 FROM events ORDER BY n DESC LIMIT 1"
_FIELD_END = "\x1f"  # can't occur in a field: text is cleaned of control characters and JSON escapes them


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the notebook."""

    n: int
    device: str
    seq: int
    at: str
    subject: str
    what: str
    payload: str
    sha256: str

    def changes(self) -> list[Change]:
        """What it changed in the present. Raises NotebookDamaged where the fields are not the ones that were hashed."""
        if not self.is_sound():
            raise NotebookDamaged(DAMAGED)
        return from_payload(json.loads(self.payload)["changes"])

    def is_sound(self) -> bool:
        """Whether the fields are still the ones that were hashed."""
        return self.sha256 == fingerprint(self.device, self.seq, self.at, self.subject, self.what, self.payload)


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did: the words of the event, and the lines it concerned."""

    what: str
    lines: int


def fingerprint(device: str, seq: int, at: str, subject: str, what: str, payload: str) -> str:
    """The SHA-256, in hex, of an event's fields."""
    # A damaged file may give numbers and bytes where text was.
    words = _FIELD_END.join(map(str, (device, seq, at, subject, what, payload)))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


class EventLog:
    """Appends events and lays what they changed on the present, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock, device: str) -> None:
        self._connection = connection
        self._clock = clock
        self._device = device

    def mark(self) -> tuple[object, ...]:
        """Another one once anything happened to the notebook, or another notebook took its place."""
        with suppress(sqlite3.Error):
            return self._device, self._connection.execute(_NEWEST).fetchone()
        return self._device, None

    def record(self, subject: str, what: str, changes: list[Change], *, undoable: bool = True,
               final: bool = False, later_ms: int = 0, watch: Watch = iter) -> None:  # fmt: skip
        """Append one event about `subject`, bring the present in line, and make it the next to be undone.

        After a `final` one nothing that was done to the subject before can be undone or redone. With `later_ms` all that
        is marked in the subject is set later by so much, and back again when the event is undone, also what was marked since.
        `watch` is what the changes go through on their way into the present.
        """
        marks = list(marks_later(self._connection, subject, later_ms)) if later_ms else []
        changes = changes + marks
        payload: dict[str, Any] = {"changes": to_payload(changes), "undoable": undoable}
        if later_ms:
            payload |= {"later_ms": later_ms, "marks": len(marks)}
        if final:
            payload["final"] = True
        n = self._append(subject, what, payload, watch(changes))
        if final:
            unstack(self._connection, subject)
        if undoable:
            stack_new(self._connection, n, subject)

    def undo(self, subject: str) -> Undone | None:
        """Take back the newest standing event about `subject`; None where there is none."""
        return self._turn(subject, UNDONE, "done", "undone", "DESC")

    def redo(self, subject: str) -> Undone | None:
        """Do again what the newest undo about `subject` took back; None where there is none."""
        return self._turn(subject, REDONE, "undone", "done", "ASC")

    def _turn(self, subject: str, what: str, was: str, now: str, direction: str) -> Undone | None:
        """Move the next event of the stack from one standing to the other, as an event of its own."""
        found = self._connection.execute(
            f"SELECT n FROM undoable WHERE subject = ? AND standing = ? ORDER BY n {direction} LIMIT 1",  # noqa: S608
            (subject, was),
        ).fetchone()
        if found is None:
            return None
        event = self._get(found[0])
        changes = self._turned(event, what)
        self._append(subject, what, {"changes": to_payload(changes), "of": event.n}, changes)
        self._connection.execute("UPDATE undoable SET standing = ? WHERE n = ?", (now, event.n))
        return Undone(told_happening(event.what), sum(change.table == "lines" for change in changes))

    def _turned(self, event: Event, what: str) -> list[Change]:
        """What undoing or redoing an event changes in the present as it is now."""
        changes = event.changes()
        payload = json.loads(event.payload)
        later_ms = payload.get("later_ms", 0)
        if later_ms:
            changes = [but_for_marks(each) for each in changes[: len(changes) - payload["marks"]]]
        if what == UNDONE:
            changes, later_ms = backwards(changes), -later_ms
        return changes + list(marks_later(self._connection, event.subject, later_ms)) if later_ms else changes

    def _append(self, subject: str, what: str, payload: dict[str, Any], changes: Iterable[Change]) -> int:
        connection = self._connection
        seq: int = connection.execute(
            "SELECT coalesce(max(seq), 0) + 1 FROM events WHERE device = ?", (self._device,)
        ).fetchone()[0]
        at = utc_text(self._clock.now().utc_ms)
        words = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        cursor = connection.execute(
            "INSERT INTO events (device, seq, at, subject, what, payload, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self._device, seq, at, subject, what, words,
             fingerprint(self._device, seq, at, subject, what, words)),
        )  # fmt: skip
        lay_on(connection, changes)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _get(self, n: int) -> Event:
        row = self._connection.execute(f"{_SELECT} WHERE n = ?", (n,)).fetchone()
        if row is None:
            raise NotebookDamaged(DAMAGED)
        return Event(*row)

    def all(self) -> Iterator[Event]:
        """Every event, oldest first."""
        for row in self._connection.execute(f"{_SELECT} ORDER BY n"):
            yield Event(*row)

    def rebuild(self) -> int:
        """Make the tables of the present anew from the events; how many events were laid on.

        Call it within a transaction.
        """
        connection = self._connection
        connection.execute("PRAGMA defer_foreign_keys=ON")
        connection.execute("DELETE FROM undoable")
        for table in reversed(TABLES):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        count = 0
        for event in self.all():
            lay_on(connection, event.changes())
            restack(connection, event)
            count += 1
        return count


_SELECT = "SELECT n, device, seq, at, subject, what, payload, sha256 FROM events"


def stack_new(connection: sqlite3.Connection, n: int, subject: str) -> None:
    """Put a new event on the undo stack of its subject; what had been undone can't be redone any more."""
    unstack_undone(connection, subject)
    connection.execute("INSERT INTO undoable (n, subject, standing) VALUES (?, ?, 'done')", (n, subject))


def unstack_undone(connection: sqlite3.Connection, subject: str) -> None:
    """Leave nothing to be redone on the undo stack of a subject."""
    connection.execute("DELETE FROM undoable WHERE subject = ? AND standing = 'undone'", (subject,))


def unstack(connection: sqlite3.Connection, subject: str) -> None:
    """Leave nothing on the undo stack of a subject."""
    connection.execute("DELETE FROM undoable WHERE subject = ?", (subject,))


def restack(connection: sqlite3.Connection, event: Event) -> None:
    """Bring the undo stack in line with an event that is replayed."""
    payload = json.loads(event.payload)
    if payload.get("final"):
        unstack(connection, event.subject)
    if event.what in (UNDONE, REDONE) and "of" in payload:
        connection.execute("UPDATE undoable SET standing = ? WHERE n = ?",
                           ("undone" if event.what == UNDONE else "done", payload["of"]))  # fmt: skip
    elif payload.get("undoable"):
        stack_new(connection, event.n, event.subject)
    elif payload.get("was_undoable"):
        unstack_undone(connection, event.subject)


def utc_text(utc_ms: int) -> str:
    """A wall-clock moment as ISO 8601 text in UTC, to the millisecond."""
    moment = datetime.fromtimestamp(utc_ms / 1000, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc_ms % 1000:03d}Z"
