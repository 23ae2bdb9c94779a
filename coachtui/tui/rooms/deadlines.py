"""Deadlines: what is due when, in the school's own words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from coachtui.model.answers import is_word, told
from coachtui.model.dates import say_date
from coachtui.model.day_words import day_at_end
from coachtui.model.deadline import Deadline, left_words
from coachtui.store.deadlines import SUBJECT
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import DEADLINES
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _c, _t

_MOST_REMINDING = 365
_NO_DAY = _("There is no day in that. What is due first, then the day: SLO baseline, Dec 15.")


class Shown(NamedTuple):
    """The deadlines, and the roles that leads have."""

    deadlines: list[Deadline]
    roles: list[str]


class DeadlinesRoom(SheetRoom):
    """The room of the deadlines."""

    NAME = DEADLINES
    BINDINGS = bindings_for(DEADLINES)
    _shown = Shown([], [])

    def __init__(self, workplace: Workplace, ref: str | None = None) -> None:
        """With `ref`, the id of a deadline, the cursor is on it first."""
        super().__init__(workplace)
        self._ref = ref

    async def _read(self) -> None:
        await super()._read()
        if self._ref is not None:
            self.sheet.go_to(self._ref)
            self._ref = None

    def read(self, notebook: Any) -> Shown:
        """All of them."""
        roles = dict.fromkeys(lead.role for lead in notebook.people.leads())
        return Shown(notebook.deadlines.all(), list(roles))

    def subject(self) -> str:
        """Deadlines are of nobody in particular."""
        return SUBJECT

    def rows(self, shown: Shown) -> Iterator[SheetRow]:
        """What is due, then what is done."""
        self._shown = shown
        self.show_place()
        due = [each for each in shown.deadlines if each.done_on is None]
        done = [each for each in shown.deadlines if each.done_on is not None]
        if not shown.deadlines:
            yield heading(_("No deadlines yet"))
            yield said(_("Press i and type what is due and when, in your school's own words, as in:"))
            yield SheetRow("", "", _("SLO baseline, Dec 15"), is_faint=True)
            yield said(_("Nothing is filled in for you: every district has its own. It then stands in the "
                           "agenda of 1:1s from three weeks before."))  # fmt: skip
        if due:
            yield heading(_("Due"))
            yield from map(self._row, due)
        if done:
            yield heading(_c("deadlines", "Done"))
            yield from map(self._row, reversed(done))

    def _row(self, each: Deadline) -> SheetRow:
        today = self.workplace.clock.today()
        for_whom = f" · {_t(each.role)}" if each.role else ""
        if each.done_on is not None:
            right = _c("a deadline", "done {day}").format(day=say_date(each.done_on, today))
        else:
            right = left_words(each.days_left(today)) + (_(" · on Today") if each.is_to_be_reminded(today) else "")
        return SheetRow(each.id, say_date(each.day, today), each.label + for_whom, right)

    def _under_cursor(self) -> Deadline | None:
        row = self.sheet.under_cursor
        return next((each for each in self._shown.deadlines if row is not None and each.id == row.key), None)

    def chosen(self, row: SheetRow) -> None:
        """It is done, or it is not."""
        found = self._under_cursor()
        if found is not None:
            on = self.workplace.clock.today() if found.done_on is None else None
            self.change(lambda notebook: notebook.deadlines.mark_done(found.id, on),
                        _("Done.") if on is not None else _("Open again."))  # fmt: skip

    def action_done(self) -> None:
        """As Enter."""
        self.sheet.action_select()

    def action_add(self) -> None:
        """Ask what is due and when; then for whom, and when to be reminded: each is kept at once."""
        self._ask_what("deadline", "", None)

    def action_edit(self) -> None:
        """Ask the same of the one under the cursor, with what is known."""
        found = self._under_cursor()
        if found is not None:
            day = say_date(found.day, self.workplace.clock.today())
            self._ask_what(f"deadline:{found.id}", f"{found.label}, {day}", found)

    def _ask_what(self, key: str, text: str, was: Deadline | None) -> None:
        def answered(words: str) -> str | None:
            if not words:
                return None
            label, day = day_at_end(words, self.workplace.clock.today())
            if day is None or not label:
                return _NO_DAY

            def work(notebook: Any) -> Deadline:
                shelf = notebook.deadlines
                found: Deadline = shelf.add(label, day) if was is None else shelf.change(was.id, label, day)
                return found

            self.change(work, self._ask_role)
            return None

        self.ask_for(key, _("What is due, and when"), text, answered)

    def _ask_role(self, found: Deadline) -> None:
        self.sheet.go_to(found.id)

        def answered(words: str) -> None:
            role = next((each for each in self._shown.roles if is_word(words, each)), words or None)
            self.change(lambda notebook: notebook.deadlines.is_for(found.id, role), self._ask_reminding)

        self.ask_for(
            f"with-role:{found.id}",
            _("For which role (nothing: all)"),
            _t(found.role or ""),
            answered,
            told(self._shown.roles),
        )

    def _ask_reminding(self, found: Deadline) -> None:
        def answered(words: str) -> str | None:
            if not words.isdecimal() or len(words) > 3 or int(words) > _MOST_REMINDING:
                return _("A number of days is needed, up to {most_reminding}. Esc keeps {remind_days}.").format(
                    most_reminding=_MOST_REMINDING, remind_days=found.remind_days
                )
            days = int(words)
            self.change(
                lambda notebook: notebook.deadlines.remind(found.id, days),
                _("{label}: on Today {days} days before.").format(label=found.label, days=days),
            )
            return None

        self.ask_for(f"remind:{found.id}", _("On Today how many days before"), str(found.remind_days), answered)

    def action_take_out(self) -> None:
        """Take out the one under the cursor."""
        found = self._under_cursor()
        if found is not None:
            self.change(lambda notebook: notebook.deadlines.take_out(found.id), _("Taken out. Ctrl+Z brings it back."))
