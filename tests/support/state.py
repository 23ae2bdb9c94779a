"""All that a notebook holds, as plain rows that can be compared; and whether it is sound."""

import hashlib
import json
import sqlite3
from typing import Any

from coachtui.store.errors import NotebookError
from coachtui.store.file import INDEXES
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES

State = dict[str, list[tuple[Any, ...]]]

_DERIVED = (*TABLES, "undoable")


def whole_state(notebook: Notebook) -> State:
    """Every row of every table, but what differs between two notebooks in which the same was done."""
    state = present_state(notebook)
    state["drafts"] = notebook.file.rows("SELECT * FROM drafts ORDER BY scope")
    state["events"] = notebook.file.rows("SELECT * FROM events ORDER BY n")
    return state


def present_state(notebook: Notebook) -> State:
    """Every row of the tables that are made from the events."""
    return {table: notebook.file.rows(f"SELECT * FROM {table} ORDER BY n") for table in _DERIVED}


def digest(notebook: Notebook) -> str:
    """The whole state as a short text that is equal when the state is."""
    words = json.dumps(whole_state(notebook), ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def faults_of(notebook: Notebook) -> list[str]:
    """What is not sound in an open notebook: its file, its index, its events, or the present they should make."""
    faults: list[str] = []
    for look in (_file_faults, _index_faults, _event_faults, _present_faults):
        try:
            faults += look(notebook)
        except (sqlite3.Error, UnicodeDecodeError, NotebookError) as fault:
            faults.append(f"{look.__name__}: {fault}")
    return faults


def _file_faults(notebook: Notebook) -> list[str]:
    connection = notebook.file.connection
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return found + [f"no parent: {row}" for row in connection.execute("PRAGMA foreign_key_check")]


def _index_faults(notebook: Notebook) -> list[str]:
    for index in INDEXES:
        notebook.file.connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    return []


def _event_faults(notebook: Notebook) -> list[str]:
    events = list(notebook.events.all())
    found = [f"event {event.n} is not what was hashed" for event in events if not event.is_sound()]
    for device in {event.device for event in events}:
        numbers = [event.seq for event in events if event.device == device]
        if numbers != list(range(1, len(numbers) + 1)):
            found.append(f"an event of {device} is missing")
    return found


def _present_faults(notebook: Notebook) -> list[str]:
    """Whether the events make the tables that are there, tried in a transaction that is taken back.

    The number of a row may be another one: a line that was discarded leaves its number unused.
    """
    live = _unnumbered(present_state(notebook))
    connection = notebook.file.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        notebook.events.rebuild()
        rebuilt = _unnumbered(present_state(notebook))
    finally:
        connection.execute("ROLLBACK")
    return [f"{table} is not what the events make of it" for table in live if live[table] != rebuilt[table]]


def _unnumbered(state: State) -> State:
    """The rows in their order, without the numbers that say it."""
    return {table: rows if table == "undoable" else [row[1:] for row in rows] for table, rows in state.items()}
