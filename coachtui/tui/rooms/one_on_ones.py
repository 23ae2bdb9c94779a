"""The list of 1:1s: every lead with the one that comes next."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import BLOCKS, DEADLINES, ONE_ON_ONE, ONE_ON_ONES
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.one_on_one import OneOnOne
    from coachtui.model.people import Lead


class Pair(NamedTuple):
    """A lead with the next 1:1 and the last one held."""

    lead: "Lead"
    next: "OneOnOne | None"
    last: "OneOnOne | None"


class OneOnOnesRoom(SheetRoom):
    """The room in which one chooses with whom."""

    NAME = ONE_ON_ONES
    BINDINGS = bindings_for(ONE_ON_ONES)

    def read(self, notebook: Any) -> list[Pair]:
        """Every lead."""
        today, shelf = self.workplace.clock.today(), notebook.one_on_ones
        return [Pair(lead, shelf.next_of(lead.id, today), shelf.last_held(lead.id)) for lead in notebook.people.leads()]

    def rows(self, shown: list[Pair]) -> Iterator[SheetRow]:
        """The soonest first, those without a 1:1 last."""
        today = self.workplace.clock.today()
        self.show_place()
        if not shown:
            yield heading(_("There are no leads yet"))
            yield said(_("Name one when you sit in on a meeting (F5 there); then this page has a row."))
            return
        soon = sorted((pair for pair in shown if pair.next is not None), key=lambda pair: _when(pair, today))
        if soon:
            yield heading(_("Coming"))
            yield from (_row(pair, today) for pair in soon)
        rest = [pair for pair in shown if pair.next is None]
        if rest:
            yield heading(_("None planned"), _("Enter, then s sets when you meet"))
            yield from (_row(pair, today) for pair in rest)

    def chosen(self, row: SheetRow) -> None:
        """Open the next 1:1 with a lead."""
        self.post_message(GoTo(ONE_ON_ONE, row.key))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.sheet.action_select()

    def action_blocks(self) -> None:
        """Go to the release time of the lead under the cursor."""
        row = self.sheet.under_cursor
        if row is not None and row.key:
            self.post_message(GoTo(BLOCKS, row.key))

    def action_deadlines(self) -> None:
        """Go to the deadlines."""
        self.post_message(GoTo(DEADLINES))


def _when(pair: Pair, today: date) -> tuple[date, int]:
    found = pair.next
    return (today, 0) if found is None or found.state == "begun" else (found.day, found.minute or 0)


def _row(pair: Pair, today: date) -> SheetRow:
    """When the next one is, and when the last one was."""
    last = _("none held yet") if pair.last is None else _("last {day}").format(day=say_date(pair.last.day, today))
    if pair.next is None:
        return SheetRow(pair.lead.id, pair.lead.name, last)
    if pair.next.state == "begun":
        when = _("goes on now")
    else:
        time = "" if pair.next.minute is None else f" {minute_words(pair.next.minute)}"
        when = (_("today") if pair.next.day == today else say_date(pair.next.day, today)) + time
    return SheetRow(pair.lead.id, pair.lead.name, when, last)
