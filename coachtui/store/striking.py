"""Striking out of what happened: the one way in which an event is ever rewritten.

It keeps its number, its time and what it was about, and no word of what is struck out of it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from coachtui.store.events import Event, fingerprint

Told = list[Any]
"""One change as an event tells it: the table, what the row was, what it is."""

_SOME = """
SELECT n, device, seq, at, subject, what, payload, sha256 FROM events WHERE n > ? AND instr(payload, ?) > 0 ORDER BY n LIMIT 500
"""
_EVENTS_STAY = "SELECT sql FROM sqlite_schema WHERE name = 'events_stay'"


def strike_out(connection: sqlite3.Connection, without: Callable[[Told], Told | None], *, among: str = "",
               saying: Callable[[str], str] = str) -> None:  # fmt: skip
    """Take out of every event what `without` leaves out of its changes, within the caller's transaction.

    `without` gives a change as it is to be told from now on, None where it changes nothing any more. Only events in which
    `among` stands are looked at. `saying` gives the words of an event that was struck out of.
    """
    (events_stay,) = connection.execute(_EVENTS_STAY).fetchone()
    connection.execute("DROP TRIGGER events_stay")
    for event in _events(connection, among):
        _strike_out_of(connection, event, without, saying)
    connection.execute(events_stay)


def _events(connection: sqlite3.Connection, among: str) -> Iterator[Event]:
    """The events, some at a time: none is rewritten under a reading that goes on."""
    last = 0
    while some := connection.execute(_SOME, (last, among)).fetchall():
        yield from (Event(*row) for row in some)
        last = some[-1][0]


def _strike_out_of(connection: sqlite3.Connection, event: Event, without: Callable[[Told], Told | None],
                   saying: Callable[[str], str]) -> None:  # fmt: skip
    """Undoing what is left of an event takes no more and no less.

    An event in which nothing changes any more can't be undone; it is still one after which nothing could be redone.
    """
    payload: dict[str, Any] = json.loads(event.payload)
    told = payload["changes"]
    payload["changes"] = [change for each in told if (change := without(each)) is not None]
    if payload["changes"] == told:
        return
    payload["struck_out"] = payload.get("struck_out", 0) + 1
    if not payload["changes"] and payload.pop("undoable", False):
        payload["was_undoable"] = True
        connection.execute("DELETE FROM undoable WHERE n = ?", (event.n,))
    what, words = saying(event.what), json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    proof = fingerprint(event.device, event.seq, event.at, event.subject, what, words)
    connection.execute("UPDATE events SET what = ?, payload = ?, sha256 = ? WHERE n = ?", (what, words, proof, event.n))
