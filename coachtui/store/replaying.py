"""Making the present anew from what is left of the events and of the tables, as far as the two go."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from coachtui.model.observation import ref_for
from coachtui.store.events import Event, fingerprint, restack
from coachtui.store.present import TABLES, Change, Fields, lay_on
from coachtui.store.rescued import Keys, Rescued

UNREADABLE = "could not be read"
_ADD = "INSERT INTO events (n, device, seq, at, subject, what, payload, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_EMPTY = json.dumps({"changes": []}, separators=(",", ":"))
_ROUNDS = 20
_REPLACED = "\ufffd"
Rows = dict[str, dict[str, Fields]]


class Made(NamedTuple):
    """What was changed on top of the events, and how many events could not be laid on."""

    changes: list[Change]
    failed: list[Event]
    without_parent: list[str]


def emptied(event: Event) -> Event:
    """An event of which only remains that it was there."""
    proof = fingerprint(event.device, event.seq, event.at, event.subject, event.what, _EMPTY)
    return Event(event.n, event.device, event.seq, event.at, event.subject, event.what, _EMPTY, proof)


def with_gaps_filled(events: list[Event], keys: Keys) -> tuple[list[Event], list[Event]]:
    """The events with an empty one in the place of each that is missing, and those empty ones. `keys` say which there were."""
    taken = {event.n for event in events}
    lost: list[Event] = []
    for device in dict.fromkeys([event.device for event in events] + [device for device, _ in keys]):
        own = sorted((event for event in events if event.device == device), key=lambda event: event.seq)
        lost += _missing(device, own, keys, taken)
    return sorted(events + lost, key=lambda event: event.n), lost


def _missing(device: str, own: list[Event], keys: Keys, taken: set[int]) -> Iterator[Event]:
    """The empty events in the place of those of one device that are missing; they fit between the numbers of the others."""
    known = {event.seq: event for event in own}
    told = {seq: n for (whose, seq), n in keys.items() if whose == device}
    last = max([*known, *told], default=0)
    before = 0
    at = own[0].at if own else "1970-01-01T00:00:00.000Z"
    for seq in range(1, last + 1):
        if seq in known:
            before, at = known[seq].n, known[seq].at
            continue
        n = told.get(seq, 0)
        if n <= before or n in taken:
            n = next(number for number in range(before + 1, before + len(taken) + 2) if number not in taken)
        taken.add(n)
        before = n
        yield emptied(Event(n, device, seq, at, "unread", UNREADABLE, "", ""))


def make_present(connection: sqlite3.Connection, events: list[Event], found: Rescued, *, all_known: bool) -> Made:
    """Lay the events on a new notebook, within the caller's transaction; then what only the tables still tell.

    `all_known` says that no event is missing: then the tables are what the events make, whatever stands in them.
    """
    failed = [event for event in events if not _lay(connection, event)]
    changes: list[Change] = []
    if failed or not all_known:
        changes += _laid_on(connection, list(_differences(rows_of(connection), found)))
    orphans: list[str] = []
    for _ in range(_ROUNDS):
        mended = list(_with_parents(connection, events, orphans))
        if not mended:
            break
        changes += mended
    return Made(changes, failed, orphans)


def _lay(connection: sqlite3.Connection, event: Event) -> bool:
    """Add an event and lay it on; an empty one in its place where that can't be done."""
    connection.execute("SAVEPOINT one")
    try:
        connection.execute(_ADD, (event.n, event.device, event.seq, event.at, event.subject, event.what, event.payload,
                                  event.sha256))  # fmt: skip
        lay_on(connection, event.changes())
        restack(connection, event)
    except (sqlite3.Error, KeyError, ValueError, TypeError, AttributeError):
        connection.execute("ROLLBACK TO one")
        empty = emptied(event)
        connection.execute(_ADD, (empty.n, empty.device, empty.seq, empty.at, empty.subject, empty.what, empty.payload,
                                  empty.sha256))  # fmt: skip
        return False
    finally:
        connection.execute("RELEASE one")
    return True


def rows_of(connection: sqlite3.Connection) -> Rows:
    """Every row of the present, by table and id."""
    return {
        table: {
            str(row[0]): dict(zip(columns, row, strict=True))
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY n")  # noqa: S608
        }
        for table, columns in TABLES.items()
    }


def _differences(made: Rows, found: Rescued) -> Iterator[Change]:
    """What has to change in what the events made, so that it is what the tables held."""
    for table, (rows, is_whole) in found.tables.items():
        for identity, fields in rows.items():
            was = made[table].get(identity)
            now = {**(was or {}), **fields}
            if was != now and not _looks_damaged(fields):
                yield Change(table, was, now)
        gone = set(made[table]) - set(rows) if is_whole and rows else set[str]()
        yield from (Change(table, made[table][identity], None) for identity in sorted(gone))


def _looks_damaged(fields: Fields) -> bool:
    return any((isinstance(value, str) and _REPLACED in value) or isinstance(value, bytes) for value in fields.values())


def _laid_on(connection: sqlite3.Connection, changes: list[Change]) -> list[Change]:
    """Lay changes on as far as they fit; rows that stand in each other's way are all taken out first, then put in."""
    done = [change for change in changes if _fits(connection, change)]
    left = [change for change in changes if change not in done]
    again = [Change(change.table, change.was, None) for change in left if change.was is not None]
    again += [Change(change.table, None, change.now) for change in left if change.now is not None]
    return done + [change for change in again if _fits(connection, change)]


def _fits(connection: sqlite3.Connection, change: Change) -> bool:
    """Lay a change on, if the table takes it."""
    connection.execute("SAVEPOINT one")
    try:
        lay_on(connection, [change])
    except sqlite3.Error:
        connection.execute("ROLLBACK TO one")
        return False
    finally:
        connection.execute("RELEASE one")
    return True


def _with_parents(connection: sqlite3.Connection, events: list[Event], orphans: list[str]) -> Iterator[Change]:
    """For each row that points at what is not there: an observation to stand in, no pointer, or no row."""
    for table, number, parent, key in connection.execute("PRAGMA foreign_key_check").fetchall():
        if table not in TABLES:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608
            continue
        column = next(
            row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})") if row[0] == key and row[1] == 0
        )
        columns = TABLES[table]
        row = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE rowid = ?", (number,)).fetchone()  # noqa: S608
        if row is None:
            continue
        was: Fields = dict(zip(columns, row, strict=True))
        change = _stand_in(events, str(was[column])) if parent == "observations" else None
        optional = not any(info[1] == column and info[3] for info in connection.execute(f"PRAGMA table_info({table})"))
        if change is None and optional:
            change = Change(table, was, {**was, column: None})
        elif change is None:
            orphans.append(table)
            change = Change(table, was, None)
        lay_on(connection, [change])
        yield change


def _stand_in(events: list[Event], identity: str) -> Change:
    """An observation in the place of one that could not be read, so that its lines have one."""
    times = [event.at for event in events if event.subject == identity] or [
        events[-1].at if events else "1970-01-01T00:00Z"
    ]
    begun, ended = (_utc_ms(moment) for moment in (min(times), max(times)))
    now: dict[str, Any] = {
        "id": identity, "ref": ref_for(identity), "team": None, "lead": None, "anchor_utc_ms": begun, "anchor_boot_ms": 0,
        "anchor_boot_id": "unknown", "zone": "UTC", "ended_utc_ms": ended, "source": None,
    }  # fmt: skip
    return Change("observations", None, now)


def _utc_ms(at: str) -> int:
    from datetime import datetime

    return round(datetime.fromisoformat(at).timestamp() * 1000)


def around(events: list[Event], lost: Event) -> tuple[str, str]:
    """The times, as they were written, between which a lost event happened; "" where nothing tells."""
    for one, other in pairwise([None, *events, None]):
        if one is not None and one.n >= lost.n:
            break
        if other is None or other.n > lost.n:
            return (one.at if one else "", other.at if other else "")
    return ("", "")
