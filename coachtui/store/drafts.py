"""The half-typed text of each place where one types, kept at every change."""

import sqlite3

from coachtui.model.draft import Draft
from coachtui.model.moment import Moment
from coachtui.store.of_kinds import of_kinds
from coachtui.store.shelf import Shelf


class Drafts(Shelf):
    """The drafts shelf. A draft is not an event: it is gone once its line is filed."""

    def keep(self, draft: Draft) -> None:
        """Hold on to the half-typed text as it is now. Raises a NotebookError."""
        now = self._clock.now()
        self._file.write(lambda connection: write_draft(connection, draft, now))

    def get(self, scope: str) -> Draft | None:
        """The half-typed text of a place; None where nothing is half-typed."""
        row = self._file.row(
            "SELECT text, cursor, began_utc_ms, began_boot_ms, began_boot_id FROM drafts WHERE scope = ?", (scope,)
        )
        if row is None or row[0] == "":
            return None
        text, cursor, *began = of_kinds("tnMNT", row)
        return Draft(scope, text, cursor, None if began[0] is None else Moment(*began))

    def touch(self, scope: str, at: Moment) -> None:
        """Take this moment for the last sign of life of a place. Raises a NotebookError."""
        self._file.write(lambda connection: write_touch(connection, scope, at))

    def last_touched(self, scope: str) -> Moment | None:
        """When something was last typed, filed, pasted or resumed in a place: the last sign of life before a crash."""
        row = self._file.row("SELECT at_utc_ms, at_boot_ms, at_boot_id FROM drafts WHERE scope = ?", (scope,))
        return None if row is None else Moment(*of_kinds("mnt", row))


_KEEP = """
INSERT INTO drafts (scope, text, cursor, began_utc_ms, began_boot_ms, began_boot_id, at_utc_ms, at_boot_ms, at_boot_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (scope) DO UPDATE SET
    text = excluded.text, cursor = excluded.cursor, began_utc_ms = excluded.began_utc_ms,
    began_boot_ms = excluded.began_boot_ms, began_boot_id = excluded.began_boot_id,
    at_utc_ms = excluded.at_utc_ms, at_boot_ms = excluded.at_boot_ms, at_boot_id = excluded.at_boot_id
"""


def write_draft(connection: sqlite3.Connection, draft: Draft, now: Moment) -> None:
    """Write a draft's row, within the caller's transaction."""
    began = (None, None, None) if draft.began is None else as_columns(draft.began)
    connection.execute(_KEEP, (draft.scope, draft.text, draft.cursor, *began, *as_columns(now)))


def clear_draft(connection: sqlite3.Connection, scope: str, began: Moment, now: Moment) -> None:
    """Empty the draft that began at this moment, within the transaction that files its line.

    A draft that began later is the next line, already being typed: it stays.
    """
    write_touch(connection, scope, now)
    connection.execute(
        "UPDATE drafts SET text = '', cursor = 0, began_utc_ms = NULL, began_boot_ms = NULL, began_boot_id = NULL "
        "WHERE scope = ? AND (began_utc_ms IS NULL OR began_utc_ms = ?)",
        (scope, began.utc_ms),
    )


_TOUCH = """
INSERT INTO drafts (scope, text, cursor, at_utc_ms, at_boot_ms, at_boot_id) VALUES (?, '', 0, ?, ?, ?)
ON CONFLICT (scope) DO UPDATE SET
    at_utc_ms = excluded.at_utc_ms, at_boot_ms = excluded.at_boot_ms, at_boot_id = excluded.at_boot_id
"""


def write_touch(connection: sqlite3.Connection, scope: str, at: Moment) -> None:
    """Note a sign of life of a place, within the caller's transaction; its half-typed text stays as it is."""
    connection.execute(_TOUCH, (scope, *as_columns(at)))


def as_columns(moment: Moment) -> tuple[int, int, str]:
    """A moment as the three columns it is kept in."""
    return moment.utc_ms, moment.boot_ms, moment.boot_id
