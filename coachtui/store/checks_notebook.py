"""What the doctor looks at inside an open notebook."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from coachtui.store.checks import REBUILD, RESTORE, Check, look
from coachtui.store.events import restack
from coachtui.store.file import INDEXES
from coachtui.store.notebook import Notebook
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, lay_on
from coachtui.store.shape import an_empty_notebook, is_as_made
from coachtui.wording import _, _m, _n, counted

_MOST_FINDINGS = 3
_COMPARED = {table: ("id", columns) for table, columns in TABLES.items()} | {
    "undoable": ("n", ("n", "subject", "standing"))
}
_INDEX_TRIGGERS = ("lines_index_added", "lines_index_gone", "lines_index_changed")
_INDEX_CHECKS = tuple(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)" for name in INDEXES)  # noqa: S608


def checks_of_notebook(notebook: Notebook) -> Iterator[Check]:
    """Everything that can be wrong inside, from the pages of the file up to what the events make."""
    connection = notebook.file.connection
    yield look(_m("pages"), RESTORE, lambda: _pages(connection))
    yield look(_m("shape"), RESTORE, lambda: _shape(connection))
    yield look(_m("links"), REBUILD, lambda: _links(connection))
    yield look(_m("search index"), REBUILD, lambda: _index(connection))
    yield look(_m("events"), RESTORE, lambda: _events(notebook))
    yield look(_m("tables"), REBUILD, lambda: _tables(notebook))
    yield look(_m("half-typed text"), RESTORE, lambda: _drafts(connection))


def _pages(connection: sqlite3.Connection) -> Check:
    found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})")]
    if found == ["ok"]:
        return Check(_m("pages"), True, _("Every page of the file holds together."))
    rows = "\n".join(found).splitlines()
    told = [row for row in rows if not row.startswith("***")] or rows
    words = _("The file is damaged. What SQLite says of it: {places}.").format(places="; ".join(told[:3]))
    return Check(_m("pages"), False, words, RESTORE)


def _shape(connection: sqlite3.Connection) -> Check:
    if is_as_made(connection):
        return Check(_m("shape"), True, _("Its tables are made as they should be."))
    return Check(_m("shape"), False, _("Its tables are not made as they should be."), RESTORE)


def _links(connection: sqlite3.Connection) -> Check:
    lost = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    if not lost:
        return Check(_m("links"), True, _("Everything that points at something finds it."))
    words = ", ".join(map(_in_table, lost.items()))
    return Check(_m("links"), False, _("Some rows point at what is not there: {words}.").format(words=words), REBUILD)


def _in_table(found: tuple[str, int]) -> str:
    return _("{count} in the table '{table}'").format(count=found[1], table=found[0])


def _index(connection: sqlite3.Connection) -> Check:
    try:
        for check in _INDEX_CHECKS:
            connection.execute(check)
    except sqlite3.DatabaseError as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return Check(_m("search index"), False, _("The search index does not match what is written."), REBUILD)
    return Check(_m("search index"), True, _("Everything that is written can be found by its words."))


def _events(notebook: Notebook) -> Check:
    """Every event is what was written, and none of a device is missing."""
    changed = 0
    last: dict[str, int] = {}
    missing = 0
    total = 0
    for event in notebook.events.all():
        total += 1
        changed += not event.is_sound()
        missing += event.seq != last.get(event.device, 0) + 1
        last[event.device] = event.seq
    if changed or missing:
        words = []
        if changed:
            words.append(
                _n("{n} of {total} is not what was written", "{n} of {total} are not what was written", changed).format(
                    n=changed, total=total
                )
            )
        if missing:
            words.append(counted(missing, "{n} gap in their numbering", "{n} gaps in their numbering"))
        return Check(_m("events"), False, _("The events are damaged: {words}.").format(words=", ".join(words)), RESTORE)
    return Check(
        _m("events"), True, _("All {total} events are as they were written, none is missing.").format(total=total)
    )


def _tables(notebook: Notebook) -> Check:
    """What the events make, made anew in memory, against what the tables hold."""
    made = an_empty_notebook()
    try:
        for name in _INDEX_TRIGGERS:
            made.execute(f"DROP TRIGGER {name}")
        made.execute("BEGIN")
        for event in notebook.events.all():
            lay_on(made, event.changes())
            restack(made, event)
        different = {table: _differences(notebook.file.connection, made, table) for table in _COMPARED}
    finally:
        made.close()
    if any(different.values()):
        words = ", ".join(_in_table(each) for each in different.items() if each[1])
        return Check(
            _m("tables"), False, _("Some rows are not what the events make: {words}.").format(words=words), REBUILD
        )
    return Check(_m("tables"), True, _("The tables hold exactly what the events make."))


def _differences(one: sqlite3.Connection, other: sqlite3.Connection, table: str) -> int:
    """How many rows of a table differ, the order in which they were put in aside."""
    key, columns = _COMPARED[table]
    query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key}"  # noqa: S608
    pairs: Iterator[tuple[Any, Any]] = zip_longest(one.execute(query), other.execute(query))
    return sum(here != there for here, there in pairs)


def _drafts(connection: sqlite3.Connection) -> Check:
    """The half-typed text can be read; it carries no hash, so no more can be said of it."""
    rows = connection.execute("SELECT text, cursor, began_utc_ms, began_boot_ms, began_boot_id FROM drafts").fetchall()
    count = sum(bool(of_kinds("tnMNT", row)[0]) for row in rows)
    words = counted(count, "{n} half-typed, and readable.", "{n} half-typed, and readable.")
    words = words if count else _("Nothing is half-typed.")
    return Check(_m("half-typed text"), True, words)
