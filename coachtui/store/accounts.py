"""Accounts: what leads say of lines. They stand beside, and change nothing."""

import sqlite3

from coachtui.model.account import Account
from coachtui.store.file import Row
from coachtui.store.line_changes import LineChanges
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import Change
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

_OF = "SELECT id, line, words, at_utc_ms FROM accounts WHERE observation = ? ORDER BY n"


class Accounts(Shelf):
    """The accounts shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk, lines: LineChanges) -> None:
        super().__init__(desk)
        self._lines = lines

    def of(self, observation_id: str) -> list[Account]:
        """The accounts of an observation's lines, in the order in which they were given."""
        return self._file.read(_from_row, _OF, (observation_id,))

    def give(self, line_id: str, words: str) -> Account:
        """Put the lead's words beside a line."""

        def work(_: sqlite3.Connection) -> Account:
            line = self._lines.get(line_id)
            account = Account(self._new_id(), line_id, words, self._clock.now().utc_ms)
            fields = {**account._asdict(), "observation": line.observation}
            self._record(line.observation, _m("account given"), Change("accounts", None, fields))
            return account

        return self._file.write(work)


def _from_row(row: Row) -> Account:
    return Account._make(of_kinds("tttm", row))
