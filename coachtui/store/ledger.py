"""The ledger: every share, and the one verb by which something is shared."""

import hashlib
import sqlite3

from coachtui.model.entry import Entry
from coachtui.model.overlap import windows_of
from coachtui.model.share import RECORD, Sending, Share
from coachtui.store.errors import NotebookError
from coachtui.store.record import ENTRY_KINDS, Record
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf

SHARE_KINDS = "ttTNtmttttt"
_PRIVATE = (
    "Some of these words are those of a private line, or of closing words or a reflection kept back: nothing was shared. "
    "Leave that paragraph out, or edit it, and share again."
)
_PUT_IN_OUTBOX = "INSERT INTO outbox (id, lead, cycle, since_utc_ms) VALUES (?, ?, ?, ?)"


class Ledger(Shelf):
    """The ledger shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, record: Record) -> None:
        super().__init__(desk)
        self._shares = Rows(desk.file, "shares", Share, SHARE_KINDS)
        self._entries = Rows(desk.file, "entries", Entry, ENTRY_KINDS)
        self._of_record = record

    def of(self, lead_id: str) -> list[Share]:
        """Every share to a lead, the first one first."""
        return self._shares.where("lead = ?", lead_id)

    def last_of(self, entry_id: str) -> Share | None:
        """The share that an entry's words are from."""
        found = self._shares.where("entry = ? ORDER BY n DESC LIMIT 1", entry_id)
        return found[0] if found else None

    def share(self, sending: Sending) -> Share:
        """Put what passed the gate into the record, the ledger and the outbox, in one transaction.

        The same words again are the share that was. It can't be undone, nor can what came before it be undone across it:
        the words are out. Raises a NotebookError, also where they are those of a private line.
        """

        def work(connection: sqlite3.Connection) -> Share:
            was = self._of_record.about(sending.kind, sending.about)
            last = None if was is None else self.last_of(was.id)
            if was is not None and last is not None and (was.words, was.title) == (sending.words, sending.title):
                return last
            if self._of_record.private_among(frozenset(windows_of(sending.words)), sending.chosen):
                raise NotebookError(_PRIVATE)
            entry = self._entry(sending, was)
            share = self._share(sending, entry)
            self._record(entry.lead, f"shared: {entry.title}", self._entries.change(was, entry),
                         self._shares.change(None, share), undoable=False, final=True)  # fmt: skip
            connection.execute(_PUT_IN_OUTBOX, (self._new_id(), entry.lead, entry.cycle, share.at_utc_ms))
            return share

        return self._file.write(work)

    def _entry(self, sending: Sending, was: Entry | None) -> Entry:
        """The entry as it will be; one that was shared before stays in the file it is in."""
        if was is not None:
            return was._replace(title=sending.title, words=sending.words, version=was.version + 1, day=sending.day)
        return Entry(self._new_id(), sending.lead, sending.cycle, sending.kind, sending.about, sending.day, sending.title, 1,
                     sending.words)  # fmt: skip

    def _share(self, sending: Sending, entry: Entry) -> Share:
        hashed = hashlib.sha256(sending.words.encode()).hexdigest()
        return Share(self._new_id(), entry.lead, entry.id, entry.version, RECORD, self._clock.now().utc_ms,
                     self._clock.zone(), sending.words, hashed, sending.left_out_text(), sending.settled_text())  # fmt: skip
