"""Purging: a person, or what is older than it is to be kept, is gone from the notebook for good. There is no undo.

It is one transaction, from the tables and from what happened; what it leaves between the rows, in the search indexes, in the
log and in the drop box goes right behind it, after a kill at the next opening.
"""

import json
import sqlite3
from typing import Any

from coachtui.model.purge import GoneShare, Purge
from coachtui.places import Places
from coachtui.store.dropbox_remains import clear_of, see_that_nobody_writes
from coachtui.store.holds import Holds
from coachtui.store.keeping_seal import private_keys
from coachtui.store.leaving_out import LeavingOut
from coachtui.store.notebook import TOGETHER
from coachtui.store.purge_plan import Plan, Planning
from coachtui.store.restoring import clear_away
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.ties import Ties
from coachtui.wording import _m

PURGE_KINDS = "tttmt"
GONE_KINDS = "tttmtTt"
SUBJECT = "purge"
_OF_DROP_BOX = "remains in the drop box"
_SHARES = "SELECT id, way, at_utc_ms, zone, kind, sha256 FROM shares WHERE id = ?"


class Purging(Shelf):
    """The purges shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, holds: Holds) -> None:
        super().__init__(desk)
        self._holds = holds
        self._purges = Rows(desk.file, "purges", Purge, PURGE_KINDS)
        self._gone = Rows(desk.file, "gone_shares", GoneShare, GONE_KINDS)

    def all(self) -> list[Purge]:
        """Every purge, the first one first."""
        return self._purges.where()

    def gone_shares(self) -> list[GoneShare]:
        """What stays of the shares whose words were purged."""
        return self._gone.where()

    def planning(self) -> Planning:
        """Says what would go. Raises NotebookDamaged where what happened can't be read."""
        return Planning(self._file, Ties(self._file, self._events), self._holds)

    def purge(self, plan: Plan, places: Places, *, unnamed: bool = False) -> Purge:
        """Do away with what the plan says; where it is to be `unnamed`, the name becomes initials in what stays.

        Raises a NotebookError, also where another window still writes into the drop box.
        """
        see_that_nobody_writes(places)
        leaving = LeavingOut(plan.rows, plan.unnaming if unnamed else None, plan.untouched)
        identity = self._new_id()

        def work(connection: sqlite3.Connection) -> Purge:
            now = self._clock.now().utc_ms
            counts = plan.counts | ({"unnamed": sum(plan.elsewhere.values())} if unnamed else {})
            purge = Purge(identity, plan.what, json.dumps(counts), now, self._clock.zone())
            shares = [self._what_stays(share, purge) for table, share in plan.rows if table == "shares"]
            leaving.within(connection)
            self._clear_beside(connection, plan, unnamed=unnamed)
            self._file.will_leave_remains()
            changes = [self._gone.change(None, each) for each in shares if each is not None]
            self._record(SUBJECT, _m("purged"), self._purges.change(None, purge), *changes, undoable=False)
            return purge

        purge = self._file.write(work)
        self.finish(places)
        return purge

    def finish(self, places: Places) -> None:
        """Do what is left of a purge, or of a discarding, that was cut off before its end. Raises a NotebookError."""
        row = self._file.row("SELECT value FROM about WHERE name = ?", (_OF_DROP_BOX,))
        if row is not None:
            clear_of(places, frozenset(json.loads(str(row[0]))), private_keys(self._file) if self._file.key else ())
            clear_away(places)
            self._file.write(lambda connection: connection.execute("DELETE FROM about WHERE name = ?", (_OF_DROP_BOX,)))
        if self._file.has_remains():
            self._file.leave_no_remains()

    def _what_stays(self, share_id: str, purge: Purge) -> GoneShare | None:
        row = self._file.row(_SHARES, (share_id,))
        if row is None:
            return None
        identity, way, at_utc_ms, zone, kind, sha256 = row
        return GoneShare(identity, purge.id, way, at_utc_ms, zone, kind, sha256)

    def _clear_beside(self, connection: sqlite3.Connection, plan: Plan, *, unnamed: bool) -> None:
        """What is no event: half-typed words, what waits for the courier and what it noted, the plan on the screen."""
        ids = {identity for _, identity in plan.rows}
        for scope, text, cursor in connection.execute("SELECT scope, text, cursor FROM drafts").fetchall():
            if ids & set(str(scope).split(":")):
                connection.execute("DELETE FROM drafts WHERE scope = ?", (scope,))
            elif unnamed and plan.unnaming is not None and text:
                self._unname_draft(connection, (scope, text, cursor), plan)
        for table in ("outbox", "delivered"):
            for n, lead, cycle in connection.execute(f"SELECT n, lead, cycle FROM {table}").fetchall():  # noqa: S608
                if lead in ids or cycle in ids:
                    connection.execute(f"DELETE FROM {table} WHERE n = ?", (n,))  # noqa: S608
        together = connection.execute("SELECT value FROM about WHERE name = ?", (TOGETHER,)).fetchone()
        if together is not None and together[0] in ids:
            connection.execute("DELETE FROM about WHERE name = ?", (TOGETHER,))
        observations = [identity for table, identity in plan.rows if table == "observations"]
        connection.execute("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)",
                           (_OF_DROP_BOX, json.dumps(sorted(observations))))  # fmt: skip

    def _unname_draft(self, connection: sqlite3.Connection, draft: tuple[Any, ...], plan: Plan) -> None:
        """Half-typed words with the initials; what is half-decided at the gate is decided anew."""
        scope, text, cursor = draft
        held = {identity for _, identity in plan.untouched}
        if plan.unnaming is None or held & set(str(scope).split(":")):
            return
        without = plan.unnaming.without(text)
        if without != text:
            without = "" if str(scope).startswith("gate:") else without
            connection.execute("UPDATE drafts SET text = ?, cursor = ? WHERE scope = ?",
                               (without, min(cursor, len(without)), scope))  # fmt: skip
