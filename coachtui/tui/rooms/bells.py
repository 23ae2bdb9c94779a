"""Bells: the bell times of the school, typed or pasted once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coachtui.model.bell import Bells
from coachtui.model.bell_text import ReadPeriods, minute_text
from coachtui.model.calendar_words import weekday_day
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import BELLS, CALENDAR
from coachtui.tui.rooms.ringing_on_days import ChoosesDays, days_text, turns_text
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.words import printable_line
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.bell import BellDay, Schedule

EMPTY = _(
    "No bell times are entered yet. Press n: give the schedule a name, such as Regular, then paste its periods, one a line, as "
    "in 1 8:00-8:50 or Lunch 11:30-12:05."
)


class BellsRoom(ChoosesDays):
    """The room of the bell times."""

    NAME = BELLS
    BINDINGS = bindings_for(BELLS)

    def read(self, notebook: Any) -> Bells:
        """Read the schedules, their periods and their days."""
        bells: Bells = notebook.bells.all()
        return bells

    def rows(self, shown: Bells) -> Iterable[SheetRow]:
        """A heading a schedule, its periods; then turns and single days."""
        self.bells = shown
        self.show_place()
        if not shown.schedules:
            return [said(EMPTY)]
        rows: list[SheetRow] = []
        for schedule in shown.schedules:
            rows += self._schedule_rows(schedule)
        turns = turns_text(shown, self.workplace.clock.today())
        if turns:
            rows += [heading(_("Turns")), SheetRow("turns", "", turns)]
        singles = sorted((e for e in shown.days if e.kind == "single" and e.day), key=lambda e: str(e.day))
        if singles:
            rows.append(heading(_("Single days")))
        return rows + [self._single_row(each) for each in singles]

    def _schedule_rows(self, schedule: "Schedule") -> list[SheetRow]:
        name = printable_line(schedule.name)
        periods = self.bells.periods_of(schedule)
        rows = [
            SheetRow(f"schedule:{schedule.id}", name, days_text(self.bells, schedule) or _("on no day of its own yet"))
        ]
        rows += [
            SheetRow(
                f"period:{each.id}", f"  {each.name}", f"{minute_text(each.from_minute)}–{minute_text(each.to_minute)}"
            )
            for each in periods
        ]
        if not periods:
            rows.append(
                SheetRow(f"none:{schedule.id}", "", _("no periods yet: press a, and paste them"), is_faint=True)
            )
        return rows

    def _single_row(self, each: "BellDay") -> SheetRow:
        schedule = self.bells.called(each.schedule)
        day = each.day
        label = "" if day is None else f"{weekday_day(day)} {day.year}"
        return SheetRow(f"single:{day}", label, _("no school") if schedule is None else schedule.name)

    def periods_entered(self, schedule_id: str | None, name: str, read: ReadPeriods) -> None:
        """Keep the periods that could be read, and name the lines that could not."""

        def work(notebook: Any) -> None:
            if schedule_id is None:
                notebook.bells.add_schedule(name, read.periods)
            else:
                notebook.bells.add_periods(schedule_id, read.periods)

        self.change(work, self.told(read, schedule_id))

    def action_calendar(self) -> None:
        """See the days off."""
        self.post_message(GoTo(CALENDAR))
