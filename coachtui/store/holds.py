"""Holds: what is written about somebody, or all of it, is neither purged nor discarded until the hold is lifted."""

import json
import sqlite3

from coachtui.model.hold import ALL, Hold
from coachtui.model.line import Line
from coachtui.store.errors import NotebookError
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

HOLD_KINDS = "ttttmt"
SUBJECT = "hold"
PUT = _m("hold put")
_NAMES = "SELECT name, handle FROM leads WHERE id = ?1 UNION SELECT name, handle FROM members WHERE id = ?1"
_STAYS = _(
    "There is a hold on what is written here, so nothing was discarded. The line stays in confidence, off the screen. "
    "'coachtui hold' says why it is held, and since when."
)


class Held(NotebookError):
    """Something must stay; nothing was changed."""


class Holds(Shelf):
    """The holds shelf. Every verb raises a NotebookError; then nothing was changed. None is undone: a hold is lifted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._holds = Rows(desk.file, "holds", Hold, HOLD_KINDS)

    def all(self) -> list[Hold]:
        """Every hold that stands, the first one first."""
        return self._holds.where()

    def on(self, lead_id: str) -> list[Hold]:
        """The holds that keep what is written about a lead."""
        return [hold for hold in self.all() if hold.is_of_all or lead_id in hold.ids]

    def put(self, ids: list[str], name: str, because: str) -> Hold:
        """From now on what is written about these must stay; no ids are everyone. The same again is the hold that was."""

        def work(__: sqlite3.Connection) -> Hold:
            people = json.dumps(sorted(ids))
            known = self._holds.where("people = ?", people)
            if known:
                return known[0]
            now = self._clock.now().utc_ms
            hold = Hold(self._new_id(), people, name or ALL, because, now, self._clock.zone())
            self._record(SUBJECT, PUT, self._holds.change(None, hold), undoable=False)
            return hold

        return self._file.write(work)

    def lift(self, hold_id: str) -> Hold:
        """What was held may go again. Raises NotFound."""

        def work(__: sqlite3.Connection) -> Hold:
            hold = self._holds.get(hold_id)
            self._record(SUBJECT, _m("hold lifted"), self._holds.change(hold, None), undoable=False)
            return hold

        return self._file.write(work)

    def names_of(self, hold: Hold) -> set[str]:
        """The names of those that a hold is about, as they were and as they are, and the short ones, in small letters."""
        now = {form for each in hold.ids for row in self._file.rows(_NAMES, (each,)) for form in row if form}
        return {name.casefold() for name in (hold.name, *now)}

    def see_that_it_may_go(self, line: Line) -> None:
        """Raises Held where a line is said by, or is in a meeting of, somebody whose words must stay."""
        row = self._file.row("SELECT lead FROM observations WHERE id = ?", (line.observation,))
        lead = None if row is None else row[0]
        for hold in self.all():
            is_said_by = line.speaker is not None and line.speaker.casefold() in self.names_of(hold)
            if hold.is_of_all or lead in hold.ids or is_said_by:
                raise Held(_STAYS)
