"""The school calendar: its days off, noted and taken out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coachtui.model.clean import clean
from coachtui.model.school_days import DayOff, days_off_words
from coachtui.store.calendar import CALENDAR as SUBJECT
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import CALENDAR
from coachtui.tui.rooms.asking_days import AsksDays
from coachtui.tui.widgets.sheet import SheetRow, said
from coachtui.wording import _, counted

EMPTY = _(
    "No days off are noted yet, so every weekday counts as a school day. a notes some; 'coachtui import calendar.ics' takes in "
    "a whole calendar."
)


class CalendarRoom(AsksDays):
    """The room of the days off."""

    NAME = CALENDAR
    BINDINGS = bindings_for(CALENDAR)

    def read(self, notebook: Any) -> list[DayOff]:
        """Read the days off."""
        found: list[DayOff] = notebook.calendar.days_off()
        return found

    def rows(self, shown: list[DayOff]) -> Iterable[SheetRow]:
        """The days off; those to come or going on come first."""
        today = self.today()
        coming = [each for each in shown if each.to_day >= today]
        words = (
            _("{number}, {n} to come").format(
                number=counted(len(shown), "{n} day off", "{n} stretches of days off"), n=len(coming)
            )
            if shown
            else ""
        )
        self.show_place("", words)
        if not shown:
            yield said(EMPTY)
        for each in [*coming, *(past for past in shown if past.to_day < today)]:
            yield SheetRow(each.id, days_off_words(each), each.name or _("no school"), _year(each, today))

    def subject(self) -> str | None:
        """What is done here is done to the calendar."""
        return SUBJECT

    def action_add(self) -> None:
        """Note days off: their name, the first, the last."""
        today = self.today()

        def named(name: str) -> None:
            self.ask_day("off from", _("First day off"), None, lambda first: from_known(name, first), today)

        def from_known(name: str, first: date | None) -> None:
            if first is not None:
                self.ask_day(
                    "off to", _("Last day off"), None, lambda last: to_known(name, first, last or first), first
                )

        def to_known(name: str, first: date, last: date) -> str | None:
            if last < first:
                return _("Last day off: it would be before the first.")
            self.change(lambda notebook: notebook.calendar.add(clean(name), first, last))
            return None

        self.ask_for("off name", _("Name of the days off"), "", named)

    def action_take_out(self) -> None:
        """Take the days off under the cursor out."""
        row = self.sheet.under_cursor
        if row is not None:
            self.change(lambda notebook: notebook.calendar.remove(row.key), _("Taken out. Ctrl+Z puts them back."))


def _year(off: DayOff, today: date) -> str:
    if off.to_day < today:
        return "past"
    return str(off.from_day.year) if off.from_day.year != today.year else ""
