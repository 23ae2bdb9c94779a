"""The ledger: every share, and the verbs by which something is shared: into the record, or another way."""

import hashlib
import sqlite3

from coachtui.model.entry import Entry
from coachtui.model.happening import SHARED
from coachtui.model.overlap import windows_of
from coachtui.model.share import RECORD, Sending, Share
from coachtui.model.summary import PLAN
from coachtui.store.errors import NotebookError
from coachtui.store.feedback import FeedbackShelf
from coachtui.store.present import Change
from coachtui.store.record import ENTRY_KINDS, Record
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _

_PLAN_STAYS = _("A plan is never put into the record; its lead may have it copied or saved. Nothing was shared.")
SHARE_KINDS = "ttTNtmtttttTT"
_PRIVATE = _(
    "Some of these words are those of a private line, or of closing words or a reflection kept back: nothing was shared. "
    "Leave that paragraph out, or edit it, and share again."
)
_OF_A_THING = "about = ? AND kind = ? OR entry IN (SELECT id FROM entries WHERE about = ? AND kind = ?)"
_PUT_IN_OUTBOX = "INSERT INTO outbox (id, lead, cycle, since_utc_ms) VALUES (?, ?, ?, ?)"


class Ledger(Shelf):
    """The ledger shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, record: Record, feedback: FeedbackShelf) -> None:
        super().__init__(desk)
        self._shares = Rows(desk.file, "shares", Share, SHARE_KINDS)
        self._entries = Rows(desk.file, "entries", Entry, ENTRY_KINDS)
        self._of_record = record
        self._feedback = feedback

    def of(self, lead_id: str) -> list[Share]:
        """Every share to a lead, the first one first."""
        return self._shares.where("lead = ?", lead_id)

    def about(self, kind: str, about: str) -> list[Share]:
        """Every share of one thing, whichever way it left, the first one first."""
        return self._shares.where(_OF_A_THING, about, kind, about, kind)

    def last_of(self, entry_id: str) -> Share | None:
        """The share that an entry's words are from."""
        found = self._shares.where("entry = ? ORDER BY n DESC LIMIT 1", entry_id)
        return found[0] if found else None

    def share(self, sending: Sending) -> Share:
        """Put what passed the gate into the record, the ledger and the outbox, in one transaction.

        The same words again are the share that was. It can't be undone, nor can what came before it be undone across it:
        the words are out. Raises a NotebookError, also where they are those of a private line.
        """
        if sending.kind == PLAN:
            raise NotebookError(_PLAN_STAYS)

        def work(connection: sqlite3.Connection) -> Share:
            was = self._of_record.about(sending.kind, sending.about)
            last = None if was is None else self.last_of(was.id)
            if was is not None and last is not None and (was.words, was.title) == (sending.words, sending.title):
                return last
            self._refuse_private(sending)
            entry = self._entry(sending, was)
            share = self._share(sending, RECORD, entry)
            self._note(share, entry.title, self._entries.change(was, entry))
            connection.execute(_PUT_IN_OUTBOX, (self._new_id(), entry.lead, entry.cycle, share.at_utc_ms))
            return share

        return self._file.write(work)

    def hand_over(self, sending: Sending, way: str) -> Share:
        """Put what passed the gate into the ledger, where it leaves another way than into the record.

        The same words once more are one more share: they left once more. Raises a NotebookError, also where they are those of
        a private line; then nothing may leave.
        """

        def work(__: sqlite3.Connection) -> Share:
            self._refuse_private(sending)
            share = self._share(sending, way, None)
            self._note(share, sending.title)
            return share

        return self._file.write(work)

    def _refuse_private(self, sending: Sending) -> None:
        if self._of_record.private_among(frozenset(windows_of(sending.words)), sending.chosen):
            raise NotebookError(_PRIVATE)

    def _note(self, share: Share, title: str, *changes: Change) -> None:
        """Keep a share, and what comes with it; neither it nor what came before it can be undone. It makes feedback shared."""
        self._record(share.lead, SHARED.format(title=title), *changes, self._shares.change(None, share), undoable=False,
                     final=True)  # fmt: skip
        if share.kind == "feedback" and share.about is not None:
            self._feedback.within_share(share.about, share.at_utc_ms)

    def _entry(self, sending: Sending, was: Entry | None) -> Entry:
        """The entry as it will be; one that was shared before stays in the file it is in."""
        if was is not None:
            return was._replace(title=sending.title, words=sending.words, version=was.version + 1, day=sending.day)
        return Entry(self._new_id(), sending.lead, sending.cycle, sending.kind, sending.about, sending.day, sending.title, 1,
                     sending.words)  # fmt: skip

    def _share(self, sending: Sending, way: str, entry: Entry | None) -> Share:
        hashed = hashlib.sha256(sending.words.encode()).hexdigest()
        lead, entry_id, version = (sending.lead, None, None) if entry is None else (entry.lead, entry.id, entry.version)
        return Share(self._new_id(), lead, entry_id, version, way, self._clock.now().utc_ms, self._clock.zone(),
                     sending.words, hashed, sending.left_out_text(), sending.settled_text(), sending.kind,
                     sending.about)  # fmt: skip
