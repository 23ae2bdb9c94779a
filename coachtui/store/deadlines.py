"""Deadlines: what is due when, as the person entered it."""

import sqlite3
from datetime import date, timedelta

from coachtui.model.clean import clean_line
from coachtui.model.deadline import REMIND_DAYS, Deadline
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

SUBJECT = "deadlines"
"""Whose changes undo takes back: deadlines are of nobody in particular."""
DEADLINE_KINDS = "ttdTnD"


class Deadlines(Shelf):
    """The deadlines shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._deadlines = Rows(desk.file, "deadlines", Deadline, DEADLINE_KINDS)

    def all(self) -> list[Deadline]:
        """Every deadline, the first day first; those that are done too."""
        return self._deadlines.where("1 ORDER BY day, n")

    def within(self, today: date, days: int, role: str | None = None) -> list[Deadline]:
        """What is not done and due within so many days or late already; for this role and for all, or everything."""
        last = (today + timedelta(days=days)).isoformat()
        found = self._deadlines.where("done_on IS NULL AND day <= ? ORDER BY day, n", last)
        return [deadline for deadline in found if deadline.is_for(role)]

    def add(self, label: str, day: date, role: str | None = None, remind_days: int = REMIND_DAYS) -> Deadline:
        """Note a deadline."""

        def work(_: sqlite3.Connection) -> Deadline:
            now = Deadline(self._new_id(), clean_line(label).strip(), day, role, remind_days)
            self._record(SUBJECT, _m("deadline added"), self._deadlines.change(None, now))
            return now

        return self._file.write(work)

    def change(self, identity: str, label: str, day: date) -> Deadline:
        """Say otherwise what is due, and when."""
        return self._alter(identity, _m("deadline changed"), label=clean_line(label).strip(), day=day)

    def is_for(self, identity: str, role: str | None) -> Deadline:
        """Say whose it is: one role's, or with None everyone's."""
        return self._alter(identity, _m("deadline changed"), role=role)

    def remind(self, identity: str, days: int) -> Deadline:
        """Say how many days before it is to be brought to mind."""
        return self._alter(identity, _m("deadline changed"), remind_days=days)

    def mark_done(self, identity: str, on: date | None) -> Deadline:
        """Say that it is done since this day; with None that it is not."""
        return self._alter(identity, _m("deadline done") if on is not None else _m("deadline open again"), done_on=on)

    def take_out(self, identity: str) -> Deadline:
        """Take a deadline out."""

        def work(_: sqlite3.Connection) -> Deadline:
            was = self._deadlines.get(identity)
            self._record(SUBJECT, _m("deadline taken out"), self._deadlines.change(was, None))
            return was

        return self._file.write(work)

    def _alter(self, identity: str, what: str, **news: object) -> Deadline:
        def work(_: sqlite3.Connection) -> Deadline:
            was = self._deadlines.get(identity)
            now = was._replace(**news)  # type: ignore[arg-type]
            if now != was:
                self._record(SUBJECT, what, self._deadlines.change(was, now))
            return now

        return self._file.write(work)
