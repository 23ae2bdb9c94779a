"""Salvage: what a damaged notebook still holds, put into a new one that is sound; the damaged one is set aside as it is.

The events that are still what was written are the ground; what they no longer tell is taken from the tables, and becomes
an event of its own. In the place of each event that could not be read stands an empty one, so that nothing is lost in
silence.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.clock import Clock
from coachtui.disk import put_whole, sync_file
from coachtui.ids import new_id
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.timing import local_time
from coachtui.places import Places
from coachtui.reasons import reason_of
from coachtui.store.backups import stamp
from coachtui.store.carving import events_in
from coachtui.store.connecting import connect
from coachtui.store.errors import NotebookError
from coachtui.store.events import Event, EventLog
from coachtui.store.file import FAULTS
from coachtui.store.keys_kept import Keys, keep_keys, known_keys
from coachtui.store.lock import NotebookLock
from coachtui.store.notebook import SHAPE
from coachtui.store.replaying import Made, around, make_present, with_gaps_filled
from coachtui.store.rescued import Rescued, rescue
from coachtui.store.restoring import SALVAGING, take_its_place
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.key import Key

SALVAGED = "salvaged"
_NOTHING = _(
    "Nothing of the notebook could be read any more, so it was left as it is. "
    "Run 'coachtui restore' to go back to a backup."
)
_NOT_ALL_KNOWN = _(
    "How much the notebook held could not be read either, so more may be missing than is listed here. "
    "'coachtui restore' shows what the backups hold."
)
_COUNTS = "SELECT (SELECT count(*) FROM observations), (SELECT count(*) FROM lines)"
_SOUND = ("PRAGMA foreign_key_check", "SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'")
LOGS = ("", "-wal", "-journal", "-shm")


class NotSalvaged(NotebookError):
    """Nothing was salvaged; the damaged notebook is as it was."""


class Salvaged(NamedTuple):
    """What came of it: how many observations and lines there are, what could not be read, and where the old one is."""

    observations: int
    lines: int
    unread: list[str]
    aside: Path
    report: Path | None


def salvage(places: Places, clock: Clock, new_id: Callable[[], str] = new_id, key: "Key | None" = None) -> Salvaged:
    """Make a sound notebook of what a damaged one still holds, in its place; of an encrypted one with its key, and as such.

    It gets a new device id: what is written from now on must not pass for what was written before.
    Raises NotebookBusy, or another NotebookError; then the damaged notebook is as it was.
    """
    lock = NotebookLock(places.lock)
    lock.take(clock.now())
    prepared = places.notebook.with_name(SALVAGING)
    try:
        events, found = events_in(places.notebook, key), rescue(places.notebook, key)
        if not events and not any(table.rows for table in found.tables.values()):
            raise NotSalvaged(_NOTHING)
        keys = known_keys(places, key)
        unread, (observations, lines) = _prepare(prepared, key, events, found, clock, new_id(), keys)
        when = stamp(clock.now().utc_ms)
        aside = take_its_place(prepared, places.notebook, f"damaged-{when}", key) or places.notebook
        report = _keep_list(places.home / f"notebook-damaged-{when}.txt", unread)
        return Salvaged(observations, lines, unread, aside, report)
    except (OSError, *FAULTS) as fault:
        reason = reason_of(fault)
        raise NotSalvaged(
            _("What is whole could not be written down ({reason}). Nothing was changed.").format(reason=reason)
        ) from fault
    finally:
        for end in LOGS:
            prepared.with_name(prepared.name + end).unlink(missing_ok=True)
        lock.release()


def _prepare(
    prepared: Path, key: "Key | None", events: list[Event], found: Rescued, clock: Clock, device: str, keys: Keys
) -> tuple[list[str], tuple[int, int]]:
    """Write the new notebook beside the old one; what could not be read, and how much there is."""
    from coachtui.store.migrations import migrate

    prepared.unlink(missing_ok=True)
    os.close(os.open(prepared, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    connection = connect(prepared, key)
    try:
        connection.execute("PRAGMA synchronous=OFF")  # it is forced to the disk as a whole, below
        connection.execute("BEGIN")
        migrate(connection, SHAPE, device)
        filled, lost = with_gaps_filled(events, found.keys)
        made = make_present(connection, filled, found, all_known=bool(found.keys) and not lost)
        if made.changes or lost:
            EventLog(connection, clock, device).record(SALVAGED, SALVAGED, made.changes, undoable=False)
        _put_back_others(connection, found)
        keep_keys(connection, keys)
        connection.execute("COMMIT")
        if any(connection.execute(query).fetchone() for query in _SOUND):
            raise NotSalvaged(_("What is whole could not be put together again. Nothing was changed."))
        return _told(filled, lost, made, found, clock), connection.execute(_COUNTS).fetchone()
    finally:
        if connection.in_transaction:
            connection.rollback()
        connection.close()
        sync_file(prepared)


def _put_back_others(connection: sqlite3.Connection, found: Rescued) -> None:
    """The half-typed text, and what waits for the courier or was delivered; each row for itself."""
    for table, rows in found.others.items():
        for fields in rows:
            names = ", ".join(fields)
            marks = ", ".join("?" * len(fields))
            with suppress(*FAULTS):
                connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", tuple(fields.values()))  # noqa: S608


def _told(events: list[Event], lost: list[Event], made: Made, found: Rescued, clock: Clock) -> list[str]:
    """What could not be read, in sentences, each for itself."""
    tables_are_whole = all(table.is_whole for table in found.tables.values())
    after = (
        _("Nothing is missing by that, but it can't be undone any more.")
        if tables_are_whole
        else _("What it brought into the notebook may be missing.")
    )
    kept = [event for event in events if event not in lost and event not in made.failed]
    told = [
        _("Something that was done {when} could not be read. {after}").format(
            when=_when(kept, each, clock), after=after
        )
        for each in lost
    ]
    told += [
        _("Something that was done {when} goes with nothing else. {after}").format(
            when=_when(kept, each, clock), after=after
        )
        for each in made.failed
    ]
    told += [
        _("A row of '{table}' belongs to something that could not be read, and was left out.").format(table=table)
        for table in made.without_parent
    ]
    return told if tables_are_whole or found.keys else [*told, _NOT_ALL_KNOWN]


def _when(events: list[Event], lost: Event, clock: Clock) -> str:
    """Between which times something was done, in words."""
    told = [_in_words(at, clock) for at in around(events, lost) if at]
    if len(told) == 2 and told[0] != told[1]:
        return _("between {told_0} and {told_1}").format(told_0=told[0], told_1=told[1])
    return _("about {told}").format(told=told[0]) if told else _("at a time that is not known")


def _in_words(at: str, clock: Clock) -> str:
    local = local_time(round(datetime.fromisoformat(at).timestamp() * 1000), clock.zone())
    return f"{weekday_day_year(local)}, {local.hour}:{local.minute:02d}"


def _keep_list(path: Path, unread: list[str]) -> Path | None:
    """Keep the list of what could not be read beside the notebook, where there is anything in it."""
    if not unread:
        return None
    put_whole(path, ("\n".join(unread) + "\n").encode())
    return path
