"""The notebook as it would be if some rows had never been, and a name had never been written: in tables and in what happened."""

import re
import sqlite3
from collections.abc import Collection, Iterator

from coachtui.model.citation import words_hash
from coachtui.model.unnaming import Unnaming
from coachtui.store.belonging import LOOSE, TYPED
from coachtui.store.present import TABLES, Change, Fields, lay_on
from coachtui.store.striking import Told, strike_out
from coachtui.store.ties import Row

_ABOUT_WORDS = re.compile(r"(: | “).*", re.DOTALL)


class LeavingOut:
    """Leaves out rows, what names them, and, where one is given, a name; rows of `untouched` keep the name."""

    def __init__(self, gone: Collection[Row], unnaming: Unnaming | None = None,
                 untouched: Collection[Row] = frozenset()) -> None:  # fmt: skip
        self._gone = gone
        self._ids = {identity for _, identity in gone}
        self._unnaming = unnaming
        self._untouched = untouched
        self._hashes: dict[str, str] = {}

    def within(self, connection: sqlite3.Connection) -> None:
        """Bring the events and the tables in line, within the caller's transaction."""
        if self._unnaming is not None:
            strike_out(connection, self._learn_hashes)
        strike_out(connection, self._told, saying=_without_words)
        for table in reversed(TABLES):
            rows = [(identity,) for name, identity in self._gone if name == table]
            connection.executemany(f"DELETE FROM {table} WHERE id = ?", rows)  # noqa: S608
        for table in TABLES:
            lay_on(connection, list(self._changes(connection, table)))

    def _told(self, change: Told) -> Told | None:
        """A change without all that; None where it changes nothing any more."""
        table, was, now = change
        identity = (now or was)["id"]
        if (table, identity) in self._gone:
            return None
        was, now = (fields and self._fields(table, fields) for fields in (was, now))
        return None if was == now and change[1] != change[2] else [table, was, now]

    def _fields(self, table: str, fields: Fields) -> Fields:
        """A row without what it names of what is gone, and without the name."""
        new: Fields = {
            name: None for name in LOOSE.get(table, ()) if fields.get(name) in self._ids and fields.get(name)
        }
        if self._unnaming is not None and (table, fields["id"]) not in self._untouched:
            new |= {name: self._unnamed(fields[name]) for name in TYPED.get(table, ()) if fields.get(name)}
            if table == "citations":
                new["words_hash"] = self._hashes.get(fields["words_hash"], fields["words_hash"])
        return {**fields, **new} if new else fields

    def _unnamed(self, text: str) -> str:
        assert self._unnaming is not None
        return self._unnaming.without(text)

    def _learn_hashes(self, change: Told) -> Told:
        """What drafts stand on is told by hashes of lines: those of lines that the name is taken out of become others."""
        table, was, now = change
        for fields in (was, now):
            if table == "lines" and fields and fields.get("text") and ("lines", fields["id"]) not in self._untouched:
                text = self._unnamed(fields["text"])
                if text != fields["text"]:
                    self._hashes[words_hash(fields["text"])] = words_hash(text)
        return change

    def _changes(self, connection: sqlite3.Connection, table: str) -> Iterator[Change]:
        """What becomes different in the rows of a table that stay."""
        columns = [*LOOSE.get(table, ())]
        if self._unnaming is not None:
            columns += [*TYPED.get(table, ()), *(["words_hash"] if table == "citations" else [])]
        if not columns:
            return
        columns = ["id", *dict.fromkeys(columns)]
        for values in connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall():  # noqa: S608
            was = dict(zip(columns, values, strict=True))
            now = self._fields(table, was)
            if now != was:
                yield Change(table, was, now)


def _without_words(what: str) -> str:
    """What an event is called, without the words that stand in it: a title, a word of one's own."""
    return _ABOUT_WORDS.sub("", what)
