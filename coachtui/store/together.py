"""Together mode in the notebook: whether it is on, what both may see then, and the passphrase that leaves it."""

import sqlite3

from coachtui.model.conversation import Conversation, PlanRow, Whose
from coachtui.model.together import BothSee, hidden, is_the_one, rewritten
from coachtui.store.conversations import CONVERSATION_KINDS, ROW_KINDS
from coachtui.store.notebook import TOGETHER
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

_ASKED_FOR = "what leaves together"
_HALF_TYPED = "SELECT scope, text FROM drafts WHERE scope LIKE ? AND text <> ''"
_TAKEN_UP = "UPDATE drafts SET text = '' WHERE scope = ?"
_PUT = "INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)"


def scope_of(conversation_id: str, part: str, whose: str) -> str:
    """Where what one of the two types in a part is kept at every key."""
    return f"together:{conversation_id}:{part}:{whose}"


class Together(Shelf):
    """The shelf of what is done at one screen by two. Every verb raises a NotebookError; then nothing was changed.

    That it is on is no event: it is so on this computer, until it is left, whatever ends the program.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plans = Rows(desk.file, "conversations", Conversation, CONVERSATION_KINDS)
        self._rows = Rows(desk.file, "plan_rows", PlanRow, ROW_KINDS)

    def on(self) -> str | None:
        """The id of the plan that is on the screen together; None while one is alone."""
        found = self._about(TOGETHER)
        return found if found and self._plans.find(found) is not None else None

    def begin(self, conversation_id: str) -> BothSee:
        """From now on two are looking, until it is left. Raises NotFound."""
        found = self._plans.get(conversation_id)
        self._keep(TOGETHER, found.id)
        self.take_up(found.id)
        return self.seen(found.id)

    def take_up(self, conversation_id: str) -> None:
        """Make rows of what was typed together and cut off before it was a row."""
        start = scope_of(conversation_id, "", "")[:-1]
        for scope, text in self._file.rows(_HALF_TYPED, (f"{start}%",)):
            part, _, whose = str(scope).removeprefix(start).partition(":")
            self.write(conversation_id, part, "lead" if whose == "lead" else "principal", str(text))
            self._file.write(lambda connection, scope=scope: connection.execute(_TAKEN_UP, (scope,)))  # type: ignore[misc]

    def leave(self) -> None:
        """One is alone again."""
        self._keep(TOGETHER, None)

    def seen(self, conversation_id: str) -> BothSee:
        """What both may see of a plan; of everything else the lead's name alone is read."""
        plan = self._plans.get(conversation_id)
        row = self._file.row("SELECT name FROM leads WHERE id = ?", (plan.lead,))
        rows = self._rows.where("conversation = ? AND is_private = 0 ORDER BY place, n", plan.id)
        return BothSee(
            plan.id,
            row[0] if row else "",
            plan.with_whom,
            tuple(rows),
            plan.state in ("held", "followed up"),
            plan.scenario,
            plan.structure,
        )

    def write(self, conversation_id: str, part: str, whose: Whose, text: str) -> BothSee:
        """Keep what one of the two wrote in a part, a line a row; rows that are the principal's alone stay untouched."""

        def work(_: sqlite3.Connection) -> None:
            rows = self._rows.where(
                "conversation = ? AND part = ? AND whose = ? AND is_private = 0 ORDER BY place, n", conversation_id, part,
                whose,
            )  # fmt: skip
            wanted = rewritten(rows, text)
            was = {row.id: row for row in rows}
            changes: list[Change] = [self._rows.change(was[now.id], now) for now in wanted.stay if was[now.id] != now]
            changes += [self._rows.change(gone, None) for gone in wanted.go]
            changes += [
                self._rows.change(None, PlanRow(self._new_id(), conversation_id, part, place, whose, False, words))
                for place, words in wanted.new
            ]
            if changes:
                self._record(conversation_id, _m("words written together"), *changes)

        self._file.write(work)
        return self.seen(conversation_id)

    def has_passphrase(self) -> bool:
        """Whether leaving asks for a passphrase."""
        return self._about(_ASKED_FOR) is not None

    def set_passphrase(self, passphrase: str) -> None:
        """Ask for this one when it is left; an empty one asks for none."""
        self._keep(_ASKED_FOR, hidden(passphrase) if passphrase else None)

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether this is the one; any is, where none was set."""
        kept = self._about(_ASKED_FOR)
        return kept is None or is_the_one(passphrase, kept)

    def _about(self, name: str) -> str | None:
        row = self._file.row("SELECT value FROM about WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def _keep(self, name: str, value: str | None) -> None:
        def work(connection: sqlite3.Connection) -> None:
            if value is None:
                connection.execute("DELETE FROM about WHERE name = ?", (name,))
            else:
                connection.execute(_PUT, (name, value))

        self._file.write(work)
