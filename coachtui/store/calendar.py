"""The school calendar: days off, noted one by one or taken in with the usual times of the teams."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from coachtui.model.people import Slot
from coachtui.model.school_days import DayOff
from coachtui.store.errors import NotebookError
from coachtui.store.imports import CALENDAR_TAKEN_IN
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

CALENDAR = "calendar"
"""The subject of what is done to the calendar."""
DAY_OFF_KINDS = "tddt"
LONGEST_BREAK = 366  # days


class Calendar(Shelf):
    """The calendar shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._days_off = Rows(desk.file, "days_off", DayOff, DAY_OFF_KINDS)

    def days_off(self) -> list[DayOff]:
        """Every stretch of days off, the first one first."""
        return self._days_off.where("1 ORDER BY from_day, to_day, n")

    def add(self, name: str, from_day: date, to_day: date) -> DayOff:
        """Note days off; the same ones noted twice are once."""

        def work(__: sqlite3.Connection) -> DayOff:
            new = DayOff(self._new_id(), from_day, to_day, name)
            _see_that_it_can_be(new)
            known = self._known(new)
            if known is None:
                self._record(CALENDAR, _m("days off noted"), self._days_off.change(None, new))
            return known or new

        return self._file.write(work)

    def remove(self, identity: str) -> None:
        """Take days off out again."""

        def work(__: sqlite3.Connection) -> None:
            was = self._days_off.get(identity)
            self._record(CALENDAR, _m("days off taken out"), self._days_off.change(was, None))

        self._file.write(work)

    def is_known(self, off: DayOff) -> bool:
        """Whether the same days are noted already, under whatever name."""
        return self._known(off) is not None

    def has_slot(self, team_id: str, slot: Slot) -> bool:
        """Whether this usual time of a team is known."""
        return slot in self.slots(team_id)

    def slots(self, team_id: str) -> list[Slot]:
        """The usual times of a team."""
        rows = self._file.rows("SELECT weekday, minute, minutes FROM slots WHERE team = ? ORDER BY n", (team_id,))
        return [Slot(*of_kinds("nnn", row)) for row in rows]

    def take_in(self, days_off: Sequence[DayOff], slots: Sequence[tuple[str, Slot]]) -> int:
        """Take in days off, and usual times each with its team's id, as one event; how many were new."""

        def work(__: sqlite3.Connection) -> int:
            new = [each._replace(id=self._new_id()) for each in days_off if not self.is_known(each)]
            for each in new:
                _see_that_it_can_be(each)
            changes = [self._days_off.change(None, each) for each in new]
            changes += [
                Change("slots", None, {"id": self._new_id(), "team": team_id, **slot._asdict()})
                for team_id, slot in slots
                if not self.has_slot(team_id, slot)
            ]
            if changes:
                self._record(CALENDAR, CALENDAR_TAKEN_IN, *changes)
            return len(changes)

        return self._file.write(work)

    def _known(self, off: DayOff) -> DayOff | None:
        days = (off.from_day.isoformat(), off.to_day.isoformat())
        found = self._days_off.where("from_day = ? AND to_day = ?", *days)
        return found[0] if found else None


def _see_that_it_can_be(off: DayOff) -> None:
    """Raise a NotebookError for days that can't be a break."""
    if off.to_day < off.from_day:
        raise NotebookError(_("The last day off would be before the first. Nothing was changed."))
    if (off.to_day - off.from_day).days >= LONGEST_BREAK:
        raise NotebookError(_("Days off can't go on for more than a year. Nothing was changed."))
