"""Replies: what leads said to feedback, in the record's file or another way; none of it ever becomes part of the feedback."""

import sqlite3

from coachtui.model.entry import Entry, LeadWords
from coachtui.model.feedback import Feedback
from coachtui.model.reply import Reply, ReplyWay
from coachtui.model.written import is_among, tidy
from coachtui.store.errors import NotebookError
from coachtui.store.record import ENTRY_KINDS, WORDS_KINDS
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

_NOT_SHARED = _("This feedback was not shared yet, so there is nothing to reply to. Nothing was changed.")
_NO_WORDS = _("There are no words to keep. Nothing was changed.")
_OF = "(entry = ? OR about = ?) AND state <> 'replaced' AND place IN ('block', 'place', 'reply')"


class Replies(Shelf):
    """The part of the feedback shelf that knows the lead's words. Every verb raises a NotebookError; then nothing was changed."""

    _feedback: Rows[Feedback]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entries = Rows(desk.file, "entries", Entry, ENTRY_KINDS)
        self._words = Rows(desk.file, "lead_words", LeadWords, WORDS_KINDS)

    def replies_of(self, feedback_id: str) -> list[Reply]:
        """What the lead said to a feedback, the first of it first; the same words that came two ways are once."""
        entry = self._entry_of(feedback_id)
        found: list[Reply] = []
        for each in self._words.where(_OF, "" if entry is None else entry.id, feedback_id):
            if not is_among(each.words, [reply.words for reply in found]):
                way: ReplyWay = "pasted" if each.place == "reply" else "record"
                found.append(Reply(each.id, each.words, each.at_utc_ms, way, each.place == "block"))
        return found

    def reply(self, feedback_id: str, words: str) -> LeadWords:
        """Keep what the lead answered another way than in the record's file, where it is never looked for."""

        def work(__: sqlite3.Connection) -> LeadWords:
            to = self._feedback.get(feedback_id)
            if to.shared_utc_ms is None:
                raise NotebookError(_NOT_SHARED)
            text = tidy(words)
            if not text.strip():
                raise NotebookError(_NO_WORDS)
            entry = self._entry_of(to.id)
            cycle, entry_id, version = (None, None, 0) if entry is None else (entry.cycle, entry.id, entry.version)
            new = LeadWords(
                self._new_id(),
                to.lead,
                cycle,
                entry_id,
                version,
                "reply",
                text,
                self._clock.now().utc_ms,
                "seen",
                to.id,
            )
            self._record(to.id, _m("reply of the lead"), self._words.change(None, new))
            return new

        return self._file.write(work)

    def _entry_of(self, feedback_id: str) -> Entry | None:
        found = self._entries.where("about = ? AND kind = 'feedback'", feedback_id)
        return found[0] if found else None
