"""Entering bell times: a schedule's name, its periods typed or pasted, each changed by itself."""

from collections.abc import Iterable
from typing import Any

from textual import on

from coachtui.model.bell import Bells
from coachtui.model.bell_text import ReadPeriod, ReadPeriods, odd_periods, period_text, read_periods
from coachtui.store.bells import SUBJECT
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.wording import _, counted

PERIODS = _("Periods, one or many (1 8:00-8:50)")
_MOST_NAMED = 3
_CHANGED = _("Changed. Ctrl+Z takes it back.")
_UNREAD = _("No times could be read in “{}”. A period is written as 1 8:00-8:50. Esc leaves it as it was.")


class EntersBells(SheetRoom):
    """A room in which bell times are entered."""

    bells = Bells()
    _entering: tuple[str | None, str] | None = None
    """The schedule whose periods are asked for, by its id, or the name of a new one."""

    def subject(self) -> str:
        """Everything done to the bells is taken back here."""
        return SUBJECT

    def periods_entered(self, schedule_id: str | None, name: str, read: ReadPeriods) -> None:
        """Keep what was read."""
        raise NotImplementedError

    def under_cursor(self) -> tuple[str, str]:
        """What the cursor is on, as a kind and an id."""
        row = self.sheet.under_cursor
        kind, __, identity = ("" if row is None else row.key).partition(":")
        return kind, identity

    def schedule_under_cursor(self) -> str | None:
        """The id of the schedule that the cursor is on or in; the only one, where there is one."""
        kind, identity = self.under_cursor()
        if kind in ("schedule", "none"):
            return identity
        if kind == "period":
            return next((each.schedule for each in self.bells.periods if each.id == identity), None)
        return self.bells.schedules[0].id if len(self.bells.schedules) == 1 else None

    def action_new(self) -> None:
        """Ask for a schedule's name, then for its periods."""
        usual = "" if self.bells.schedules else _("Regular")
        self.ask_for("bells:new", _("Name of the schedule"), usual, self._named, typed_over=True)

    def _named(self, name: str) -> None:
        if name:
            self._ask_periods(None, name)

    def action_add(self) -> None:
        """Ask for periods of the schedule under the cursor."""
        schedule = self.schedule_under_cursor()
        if schedule is None:
            self.say(_("Put the cursor on the schedule that the periods are for, or press n for a new one."))
        else:
            self._ask_periods(schedule, "")

    def _ask_periods(self, schedule_id: str | None, name: str) -> None:
        self._entering = (schedule_id, name)
        self.ask_for(f"bells:periods:{schedule_id or 'new'}", PERIODS, "", self._typed)

    def _typed(self, text: str) -> str | None:
        """Periods typed on one line; where none can be read, they are asked for again."""
        read = read_periods([text])
        if read.unread and not read.periods:
            return _UNREAD.format(text[:40])
        self._entered([text])
        return None

    @on(Entry.PastedLines)
    def lines_pasted(self, event: Entry.PastedLines) -> None:
        """Many lines at once: periods, where those are asked for; what is half-typed before them is the first."""
        event.stop()
        if self._entering is None or not self.ask_entry.is_asking:
            return
        half_typed = self.ask_entry.text
        self.ask_entry.post_message(AskEntry.Left())
        self.ask_entry.withdraw()
        self._entered([half_typed, *event.lines], self._entering)

    def _entered(self, lines: Iterable[str], entering: tuple[str | None, str] | None = None) -> None:
        wanted, self._entering = entering or self._entering, None
        if wanted is not None:
            self.periods_entered(*wanted, read_periods(lines))

    def told(self, read: ReadPeriods, schedule_id: str | None) -> str:
        """What was entered, what is odd about it, and which lines could not be read."""
        words = _("{number} entered. Ctrl+Z takes it back.").format(
            number=counted(len(read.periods), "{n} period", "{n} periods")
        )
        names = {each.name.casefold() for each in read.periods}
        there = [
            ReadPeriod(each.name, each.from_minute, each.to_minute)
            for each in self.bells.periods
            if each.schedule == schedule_id and each.name.casefold() not in names
        ]
        odd = odd_periods([*there, *read.periods])[:_MOST_NAMED]
        words = " ".join([words, *odd, *([_("Enter on a period changes it.")] if odd else [])])
        if not read.unread:
            return words
        named = ", ".join(f"“{line[:40]}”" for line in read.unread[:_MOST_NAMED])
        more = _(" and {n} more").format(n=len(read.unread) - _MOST_NAMED) if len(read.unread) > _MOST_NAMED else ""
        return _("{words} No times could be read in {named}{more}: a period is written as 1 8:00-8:50.").format(
            words=words, named=named, more=more
        )

    def chosen(self, row: SheetRow) -> None:
        """Change what the cursor is on."""
        kind, identity = self.under_cursor()
        if kind == "schedule":
            name = next(each.name for each in self.bells.schedules if each.id == identity)
            self.ask_for(
                f"bells:name:{identity}", _("Name of the schedule"), name, lambda text: self._rename(identity, text)
            )
        elif kind == "period":
            self._change_period(identity)
        elif kind == "none":
            self.action_add()

    def _rename(self, identity: str, name: str) -> None:
        if name:
            self.change(lambda notebook: notebook.bells.rename(identity, name), _CHANGED)

    def _change_period(self, identity: str) -> None:
        period = next(each for each in self.bells.periods if each.id == identity)

        def answered(text: str) -> str | None:
            read = read_periods([text])
            if read.periods:
                self.change(lambda notebook: notebook.bells.change_period(identity, read.periods[0]), _CHANGED)
            return _UNREAD.format(text[:40]) if text and not read.periods else None

        words = period_text(period.name, period.from_minute, period.to_minute)
        self.ask_for(f"bells:period:{identity}", _("Period"), words, answered)

    def action_change(self) -> None:
        """Change what the cursor is on."""
        row = self.sheet.under_cursor
        if row is not None:
            self.chosen(row)

    def action_take_out(self) -> None:
        """Take out what the cursor is on."""
        kind, identity = self.under_cursor()
        work = self.taking_out(kind, identity)
        if work is not None:
            self.change(work, _("Taken out. Ctrl+Z brings it back."))

    def taking_out(self, kind: str, identity: str) -> Any:
        """The verb that takes out a thing of this kind; None where there is nothing to take out."""
        if kind == "schedule":
            return lambda notebook: notebook.bells.take_out(identity)
        if kind == "period":
            return lambda notebook: notebook.bells.change_period(identity, None)
        return None
