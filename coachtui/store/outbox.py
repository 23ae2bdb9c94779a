"""The outbox: which files of the record wait for the courier, and what it delivered where."""

import json
import sqlite3
from collections.abc import Iterable
from typing import TypeVar

from coachtui.model.delivery import Delivered, Key
from coachtui.model.entry import Entry, FoundWords, LeadWords, RecordFile, in_order
from coachtui.model.file_name import safe_name
from coachtui.store.items import Items
from coachtui.store.of_kinds import of_kinds
from coachtui.store.record import ENTRY_KINDS, WORDS_KINDS, Record
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _

_WAITING = """
SELECT lead, coalesce(cycle, '') FROM entries EXCEPT SELECT lead, cycle FROM delivered WHERE folder = ?
UNION SELECT lead, coalesce(cycle, '') FROM outbox
"""
_DELIVER = """
INSERT INTO delivered (folder, lead, cycle, file, sha256, at_utc_ms) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (folder, lead, cycle) DO UPDATE SET file = excluded.file, sha256 = excluded.sha256, at_utc_ms = excluded.at_utc_ms
"""
_TAKE_OUT = "DELETE FROM outbox WHERE lead = ? AND coalesce(cycle, '') = ? AND n <= ?"
_OF_KEYS = "lead IN (SELECT value FROM json_each(?)) AND coalesce(cycle, '') IN (SELECT value FROM json_each(?)) "
Of = TypeVar("Of", Entry, LeadWords)


class Outbox(Shelf):
    """The outbox shelf, and all that a courier is given. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, record: Record, items: Items) -> None:
        super().__init__(desk)
        self._record_shelf = record
        self._items = items
        self._entries = Rows(desk.file, "entries", Entry, ENTRY_KINDS)
        self._words = Rows(desk.file, "lead_words", LeadWords, WORDS_KINDS)

    def waiting(self, folder: str) -> set[Key]:
        """The files that hold something new, or that were never delivered into this folder."""
        return {Key(*of_kinds("tt", row)) for row in self._file.rows(_WAITING, (folder,))}

    def delivered(self, folder: str) -> list[Delivered]:
        """What stood in each file of this folder when it was delivered or read last."""
        query = "SELECT lead, cycle, file, sha256, at_utc_ms FROM delivered WHERE folder = ? ORDER BY n"
        return [
            Delivered(Key(*row[:2]), *row[2:])
            for row in (of_kinds("ttttm", each) for each in self._file.rows(query, (folder,)))
        ]

    def keys_of(self, entry_ids: Iterable[str]) -> dict[str, Key]:
        """In which file each of these entries is; those that are not of this notebook are passed over."""
        query = "SELECT id, lead, coalesce(cycle, '') FROM entries WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._file.rows(query, (json.dumps(list(entry_ids)),))
        return {identity: Key(lead, cycle) for identity, lead, cycle in (of_kinds("ttt", row) for row in rows)}

    def files(self, keys: Iterable[Key]) -> list[RecordFile]:
        """These files as they are to be; a lead without entries there has none."""
        names = self._names()
        wanted = sorted(key for key in set(keys) if key in names)
        entries = _by_key(self._entries, wanted, "ORDER BY lead, day, n")  # as the index has them; sorting costs 2 ms
        words = _by_key(self._words, wanted, "AND place <> 'item' ORDER BY n")
        return [_file_of(key, names[key], entries[key], words[key]) for key in wanted if entries[key]]

    def files_of(self, lead_id: str) -> list[RecordFile]:
        """Every file of one lead's record, as it is to be."""
        return self.files(key for key in self._names() if key.lead == lead_id)

    def words_shared(self, entry_ids: Iterable[str]) -> dict[str, list[str]]:
        """All words that each of these entries was ever shared in."""
        shared: dict[str, list[str]] = {each: [] for each in entry_ids}
        query = "SELECT entry, words FROM shares WHERE entry IN (SELECT value FROM json_each(?))"
        for row in self._file.rows(query, (json.dumps(list(shared)),)):
            entry, words = of_kinds("tt", row)
            shared[entry].append(words)
        return shared

    def take_in(self, found: Iterable[FoundWords]) -> list[LeadWords]:
        """Keep what leads wrote; what is new of it. What they wrote for the next 1:1 is on its agenda from here on."""
        found = list(found)
        new = self._record_shelf.take_in(found)
        for lead_id in dict.fromkeys(each.lead for each in found):
            self._take_up(lead_id)
        return new

    def _take_up(self, lead_id: str) -> None:
        """Put on the agenda what the lead wrote for it; cut off in between, it is done once all the same."""
        waiting = self._record_shelf.items_for_next(lead_id)
        if waiting:
            self._items.take_in(lead_id, [(each.id, each.words) for each in waiting])
        for each in waiting:
            self._record_shelf.see(each.id)

    def deliver(self, folder: str, delivered: list[Delivered], rows: int) -> None:
        """Note what was delivered or read; what was put into the outbox since, after row `rows`, still waits."""

        def work(connection: sqlite3.Connection) -> None:
            noted = [(folder, *each.key, each.file, each.sha256, each.at_utc_ms) for each in delivered]
            connection.executemany(_DELIVER, noted)
            connection.executemany(_TAKE_OUT, [(*each.key, rows) for each in delivered])

        self._file.write(work)

    def last_row(self) -> int:
        """The number of the newest row of the outbox."""
        row = self._file.row("SELECT coalesce(max(n), 0) FROM outbox")
        return 0 if row is None else int(row[0])

    def _names(self) -> dict[Key, tuple[str, str, str]]:
        """For every file that there can be: the lead's name, the title, and the name of the file, which no other has."""
        leads = [of_kinds("tt", row) for row in self._file.rows("SELECT id, name FROM leads ORDER BY n")]
        cycles: dict[str, list[str]] = {}
        for identity, lead in self._file.rows("SELECT id, lead FROM cycles ORDER BY n"):
            cycles.setdefault(lead, []).append(identity)
        names: dict[Key, tuple[str, str, str]] = {}
        taken: set[str] = set()
        for lead, name in leads:
            for place, cycle in enumerate(["", *cycles.get(lead, ())]):
                called = _named(name, place)
                tries = (safe_name(called, each) for each in ("", lead, cycle))  # of a long name the end is cut off
                file = next((each for each in tries if each.casefold() not in taken), safe_name(called, cycle or lead))
                taken.add(file.casefold())
                names[Key(lead, cycle)] = (name, _titled(name, place), file)
        return names


def _named(lead: str, cycle: int) -> str:
    """What the file of a cycle is called, whatever the language: the same as it was called when it was delivered."""
    return f"{lead}, cycle {cycle}" if cycle else f"{lead}, outside a cycle"


def _titled(lead: str, cycle: int) -> str:
    """The title in the file, in the language of the person."""
    if not cycle:
        return _("{lead}, outside a cycle").format(lead=lead)
    return _("{lead}, cycle {number}").format(lead=lead, number=cycle)


def _by_key(rows: Rows[Of], keys: list[Key], rest: str) -> dict[Key, list[Of]]:
    """The rows of each of these files, read all at once."""
    found: dict[Key, list[Of]] = {key: [] for key in keys}
    leads, cycles = (json.dumps([key[place] for key in keys]) for place in (0, 1))
    for each in rows.where(_OF_KEYS + rest, leads, cycles):
        found.setdefault(Key(each.lead, each.cycle or ""), []).append(each)
    return found


def _file_of(key: Key, names: tuple[str, str, str], entries: list[Entry], words: list[LeadWords]) -> RecordFile:
    name, title, file = names
    standing = tuple(each for each in words if each.state != "replaced")
    replaced = tuple(each for each in words if each.state == "replaced")
    return RecordFile(key.lead, name, key.cycle or None, title, file, tuple(in_order(entries)), standing, replaced)
