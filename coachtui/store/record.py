"""The record: what each lead and the principal both hold, and what the leads wrote in it."""

import sqlite3
from collections.abc import Iterable

from coachtui.model.entry import Conflict, Entry, FoundWords, LeadWords, Place, in_order
from coachtui.model.overlap import Window, shared
from coachtui.model.share import Chosen
from coachtui.model.summary import PLAN
from coachtui.model.written import is_among, items_of, normal
from coachtui.store.kept_back import texts_kept_back
from coachtui.store.present import Change
from coachtui.store.private_words import PrivateWords
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

ENTRY_KINDS = "ttTttdtnt"
WORDS_KINDS = "ttTTnttmtT"
_STANDS = "state <> 'replaced' AND place <> 'item'"
_TOLD = "SELECT words FROM shares WHERE lead = ?"


class Record(Shelf):
    """The record shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entries = Rows(desk.file, "entries", Entry, ENTRY_KINDS)
        self._words = Rows(desk.file, "lead_words", LeadWords, WORDS_KINDS)
        self._private = PrivateWords(desk.file)

    def of(self, lead_id: str) -> list[Entry]:
        """The entries of a lead's record, by day and kind."""
        return in_order(self._entries.where("lead = ?", lead_id))

    def get(self, entry_id: str) -> Entry:
        """The entry with this id. Raises NotFound."""
        return self._entries.get(entry_id)

    def about(self, kind: str, about: str) -> Entry | None:
        """The entry that tells of this thing, if it was shared."""
        found = self._entries.where("about = ? AND kind = ?", about, kind)
        return found[0] if found else None

    def lead_seen_in(self, observation_id: str) -> str | None:
        """The id of the lead whose meeting an observation is of, if that is known."""
        row = self._file.row("SELECT lead FROM observations WHERE id = ?", (observation_id,))
        return None if row is None else row[0]

    def words_of(self, lead_id: str) -> list[LeadWords]:
        """What a lead wrote and did not take away again, in the order in which it was read."""
        return self._words.where(f"lead = ? AND {_STANDS}", lead_id)

    def conflicts(self) -> list[Conflict]:
        """Every entry that both changed, and that was not looked at since."""
        found = self._words.where("place = 'block' AND state = 'new'")
        names = {row[0]: row[1] for row in self._file.rows("SELECT id, name FROM leads")}
        entries = {words.id: self._entries.find(words.entry or "") for words in found}
        return [
            Conflict(words.lead, names.get(words.lead, ""), entry, words)
            for words in found
            if (entry := entries[words.id]) is not None and words.is_beside(entry)
        ]

    def items_for_next(self, lead_id: str) -> list[LeadWords]:
        """What a lead wrote for the next 1:1 and no agenda has taken up yet, each row of it on its own."""
        return self._words.where("lead = ? AND place = 'item' AND state = 'new'", lead_id)

    def see(self, words_id: str) -> LeadWords:
        """Note that words of a lead's were looked at, or taken up into an agenda. Raises NotFound."""

        def work(_: sqlite3.Connection) -> LeadWords:
            return self.within_see(words_id)

        return self._file.write(work)

    def within_see(self, words_id: str) -> LeadWords:
        """The same within the caller's transaction."""
        was = self._words.get(words_id)
        now = was._replace(state="seen")
        if was.state == "new":
            self._record(was.lead, _m("words of the lead's seen"), self._words.change(was, now), undoable=False)
        return now if was.state == "new" else was

    def private_among(self, windows: frozenset[Window], chosen: Chosen) -> frozenset[Window]:
        """Which of these windows are in something private, of anything in the notebook; the private words stay here.

        What is kept back as long as it is not chosen counts too, but for what this lead has been told already. Of a plan that its
        lead takes along, what both could see is not private.
        """
        private = self._private.among(windows, chosen.about if chosen.kind == PLAN else None)
        kept_back = shared(windows - private, texts_kept_back(self._file, chosen))
        if kept_back:
            told = (str(row[0]) for row in self._file.rows(_TOLD, (chosen.lead,)))
            kept_back -= shared(kept_back, told)
        return private | kept_back

    def take_in(self, found: Iterable[FoundWords]) -> list[LeadWords]:
        """Keep what leads wrote, as found in their files; what is new of it. What stood there before stays, as replaced."""

        def work(_: sqlite3.Connection) -> list[LeadWords]:
            return [new for each in found for new in self._within_take_in(each)]

        return self._file.write(work)

    def _within_take_in(self, found: FoundWords) -> list[LeadWords]:
        standing = self._words.where(f"lead = ? AND cycle IS ? AND {_STANDS}", found.lead, found.cycle)
        before = {(each.entry, each.version, each.place): each for each in standing}
        changes: list[Change] = []
        new: list[LeadWords] = []
        for (entry, version, place), text in found.places.items():
            was = before.get((entry, version, place))
            if normal(text) == normal(was.words if was else ""):
                continue
            if was is not None:
                changes.append(self._words.change(was, was._replace(state="replaced")))
            if normal(text):
                new.append(self._new(found, entry, version, place, text))
            new += self._items(found, text) if place == "next" else []
        changes += [self._words.change(None, each) for each in new]
        if changes:
            self._record(found.lead, _m("the lead's words read"), *changes, undoable=False)
        return [each for each in new if each.place != "item"]

    def _items(self, found: FoundWords, text: str) -> list[LeadWords]:
        """The rows written for the next 1:1 that were never there before."""
        known = [each.words for each in self._words.where("lead = ? AND place = 'item'", found.lead)]
        rows = [row for row in dict.fromkeys(items_of(text)) if not is_among(row, known)]
        return [self._new(found, None, 0, "item", row) for row in rows]

    def _new(self, found: FoundWords, entry: str | None, version: int, place: Place, text: str) -> LeadWords:
        now = self._clock.now().utc_ms
        return LeadWords(self._new_id(), found.lead, found.cycle, entry, version, place, text, now, "new")
