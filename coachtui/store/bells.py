"""Bells: the schedules of a school, and on which days each rings."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from coachtui.model.bell import WEEKDAYS, BellDay, BellDayKind, Bells, Period, Schedule
from coachtui.model.bell_text import ReadPeriod
from coachtui.model.school_days import DayOff
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

SUBJECT = "bells"
"""What Ctrl+Z takes back is everything done to the bells."""


class BellShelf(Shelf):
    """The bells shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._schedules = Rows(desk.file, "bell_schedules", Schedule, "tt")
        self._periods = Rows(desk.file, "bells", Period, "tttnn")
        self._days = Rows(desk.file, "bell_days", BellDay, "tTtNNND")
        self._days_off = Rows(desk.file, "days_off", DayOff, "tddt")

    def all(self) -> Bells:
        """Everything that is known of the bells."""
        schedules = self._schedules.where()
        if not schedules:
            return Bells()
        return Bells(schedules, self._periods.where(), self._days.where(), self.days_off())

    def days_off(self) -> list[DayOff]:
        """The days without school."""
        return self._days_off.where()

    def add_schedule(self, name: str, periods: Sequence[ReadPeriod] = ()) -> Schedule:
        """Put up a schedule with its periods; the first one is for every weekday."""

        def work(_: sqlite3.Connection) -> Schedule:
            schedule = Schedule(self._new_id(), name)
            changes = [self._schedules.change(None, schedule), *self._new_periods(schedule.id, periods)]
            if not self._schedules.where():
                changes += self._weekdays(schedule.id, WEEKDAYS)
            self._record(SUBJECT, _m("bell schedule added"), *changes)
            return schedule

        return self._file.write(work)

    def rename(self, schedule_id: str, name: str) -> Schedule:
        """Call a schedule something else."""

        def work(_: sqlite3.Connection) -> Schedule:
            was = self._schedules.get(schedule_id)
            now = was._replace(name=name)
            self._record(SUBJECT, _m("bell schedule renamed"), self._schedules.change(was, now))
            return now

        return self._file.write(work)

    def add_periods(self, schedule_id: str, periods: Sequence[ReadPeriod]) -> int:
        """Put periods into a schedule; one of a name that is there takes its place. How many there were."""

        def work(_: sqlite3.Connection) -> int:
            schedule = self._schedules.get(schedule_id)
            names = {period.name.casefold() for period in periods}
            before = self._periods.where("schedule = ?", schedule.id)
            gone = [self._periods.change(each, None) for each in before if each.name.casefold() in names]
            if periods:
                self._record(SUBJECT, _m("periods added"), *gone, *self._new_periods(schedule.id, periods))
            return len(periods)

        return self._file.write(work)

    def change_period(self, period_id: str, now: ReadPeriod | None) -> None:
        """Give a period another name or other bells; None takes it out."""

        def work(_: sqlite3.Connection) -> None:
            was = self._periods.get(period_id)
            changed = None if now is None else was._replace(**now._asdict())
            what = _m("period taken out") if now is None else _m("period changed")
            self._record(SUBJECT, what, self._periods.change(was, changed))

        self._file.write(work)

    def take_out(self, schedule_id: str) -> Schedule:
        """Take a schedule out, with its periods and its days."""

        def work(_: sqlite3.Connection) -> Schedule:
            schedule = self._schedules.get(schedule_id)
            days = [self._days.change(each, None) for each in self._days.where("schedule = ?", schedule_id)]
            periods = [self._periods.change(each, None) for each in self._periods.where("schedule = ?", schedule_id)]
            self._record(
                SUBJECT, _m("bell schedule taken out"), *days, *periods, self._schedules.change(schedule, None)
            )
            return schedule

        return self._file.write(work)

    def ring_on(self, schedule_id: str, weekdays: Sequence[int]) -> None:
        """Let a schedule ring on these weekdays and no others; each weekday has one schedule."""

        def work(_: sqlite3.Connection) -> None:
            self._schedules.get(schedule_id)
            old = [
                each for each in self._days.where("kind = 'weekday'")
                if each.schedule == schedule_id or each.weekday in weekdays
            ]  # fmt: skip
            changes = [self._days.change(each, None) for each in old] + self._weekdays(schedule_id, weekdays)
            self._record(SUBJECT, _m("weekdays chosen"), *changes)

        self._file.write(work)

    def take_turns(self, schedule_ids: Sequence[str], from_day: date) -> None:
        """Let schedules ring in turns, school day by school day, from this day on; with none, turns are over.

        Those that take turns no longer ring on weekdays of their own.
        """

        def work(_: sqlite3.Connection) -> None:
            old = self._days.where("kind = 'turn'")
            old += [each for each in self._days.where("kind = 'weekday'") if each.schedule in schedule_ids]
            turns = enumerate(schedule_ids, 1)
            new = [
                self._day("turn", schedule, turn=turn, turns=len(schedule_ids), day=from_day)
                for turn, schedule in turns
            ]
            self._record(SUBJECT, _m("turns chosen"), *(self._days.change(each, None) for each in old), *new)

        self._file.write(work)

    def ring_once(self, day: date, schedule_id: str | None) -> None:
        """Say which schedule a single day has; None says that there is no school."""
        self._single(day, _m("single day chosen"), [self._day("single", schedule_id, day=day)])

    def as_usual(self, day: date) -> None:
        """Let a single day be like any other."""
        self._single(day, _m("single day as usual"), [])

    def _single(self, day: date, what: str, new: Sequence[Change]) -> None:
        def work(_: sqlite3.Connection) -> None:
            old = self._days.where("kind = 'single' AND day = ?", day.isoformat())
            self._record(SUBJECT, what, *(self._days.change(each, None) for each in old), *new)

        self._file.write(work)

    def _new_periods(self, schedule_id: str, periods: Sequence[ReadPeriod]) -> list[Change]:
        return [self._periods.change(None, Period(self._new_id(), schedule_id, *each)) for each in periods]

    def _weekdays(self, schedule_id: str, weekdays: Sequence[int]) -> list[Change]:
        return [self._day("weekday", schedule_id, weekday=weekday) for weekday in sorted(set(weekdays))]

    def _day(self, kind: BellDayKind, schedule_id: str | None, *, weekday: int | None = None, turn: int | None = None,
             turns: int | None = None, day: date | None = None) -> Change:  # fmt: skip
        return self._days.change(None, BellDay(self._new_id(), schedule_id, kind, weekday, turn, turns, day))
