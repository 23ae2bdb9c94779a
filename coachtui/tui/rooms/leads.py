"""Leads: everyone who is coached, by name, each in two rows; the retired ones folded away."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.lead_words import cycle_in_brief, seen_in_brief, step_in_brief
from coachtui.model.people import Lead
from coachtui.store.lead_page import InBrief
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import LEADS, OBSERVE
from coachtui.tui.rooms.editing_leads import EditsLeads
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.rooms.touching import Touches
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t, counted

EMPTY = _("""\
There are no leads here yet. Press a to add one: a name is enough, the rest can wait. t goes to the teams.

A list that your school has already can be taken in all at once: close with Ctrl+Q, and type \
coachtui import roster.csv --dry-run to see what would come in.""")


class _Read(NamedTuple):
    leads: list[InBrief]
    retired: list[Lead]
    teams: list[str]

    def called(self, lead_id: str) -> InBrief | None:
        """The lead with this id, also one who has retired."""
        gone = (InBrief(lead, [], None, [], None) for lead in self.retired)
        return next((each for each in (*self.leads, *gone) if each.lead.id == lead_id), None)


class LeadsRoom(Touches, EditsLeads):
    """The room of all leads."""

    NAME = LEADS
    BINDINGS = bindings_for(LEADS)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._shows_retired = False
        self._shown = _Read([], [], [])

    def read(self, notebook: Any) -> _Read:
        """Everyone in brief, who has retired, and the names of the teams."""
        teams = [team.name for team in notebook.teams.all()]
        return _Read(notebook.lead_pages.all(), notebook.leads.retired(), teams)

    def known(self) -> list[Lead]:
        """Everyone, also who has retired."""
        return [*(each.lead for each in self._shown.leads), *self._shown.retired]

    def team_names(self) -> list[str]:
        """The names of the teams."""
        return self._shown.teams

    def rows(self, shown: _Read) -> Iterable[SheetRow]:
        """Each lead by name, never by anything else."""
        self._shown = shown
        self.show_place("", counted(len(shown.leads), "{n} lead", "{n} leads") if shown.leads else "")
        return self._rows(shown, self.workplace.clock.today())

    def _rows(self, shown: _Read, today: date) -> Iterator[SheetRow]:
        if not shown.leads:
            yield said(EMPTY)
        names = [each.lead.name.casefold() for each in shown.leads]
        for each in shown.leads:
            yield lead_row(each, today, is_alone=names.count(each.lead.name.casefold()) == 1)
        if shown.retired and not self._shows_retired:
            yield SheetRow(
                "",
                "",
                _("\n{number} retired: r shows them.").format(
                    number=counted(len(shown.retired), "{n} has", "{n} have")
                ),
                is_faint=True,
            )
        elif shown.retired:
            yield heading(_("Retired"))
            for lead in shown.retired:
                yield SheetRow(
                    lead.id,
                    lead.name,
                    _t(lead.role),
                    _("since {day}").format(day=say_date(lead.retired_on or today, today)),
                    is_faint=True,
                )

    def chosen(self, row: SheetRow) -> None:
        """Open a lead's page."""
        self.post_message(GoTo("lead", row.key))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.sheet.action_select()

    def action_edit(self) -> None:
        """Describe the lead under the cursor anew."""
        each = self._under_cursor()
        if each is not None:
            self.edit_lead(each.lead)

    def action_retire(self) -> None:
        """Let the lead under the cursor go, or bring back one who had gone."""
        each = self._under_cursor()
        if each is not None:
            self.retire_or_bring_back(each.lead, each.cycle, each.steps)

    def _under_cursor(self) -> InBrief | None:
        row = self.sheet.under_cursor
        found = None if row is None else self._shown.called(row.key)
        if found is None:
            self.say(_("There is nobody under the cursor. a adds a lead."))
        return found

    def action_observe(self) -> None:
        """Sit in on a meeting of the lead under the cursor; without one, of whomever."""
        row = self.sheet.under_cursor
        each = None if row is None else self._shown.called(row.key)
        team = each.teams[0] if each is not None and each.teams else None
        self.post_message(GoTo(OBSERVE, team=team, lead=None if each is None else each.lead.name))

    def action_teams(self) -> None:
        """Go to the teams."""
        self.post_message(GoTo("teams"))

    def action_retired(self) -> None:
        """Show or hide who has retired."""
        self._shows_retired = not self._shows_retired
        self.reload()


def lead_row(each: InBrief, today: date, *, is_alone: bool) -> SheetRow:
    """A lead in brief; one of several with the same name is told apart by what is typed for them."""
    lead = each.lead
    who = " \u00b7 ".join(
        [_t(lead.role), *each.teams, *([] if is_alone else [_("typed {handle}:").format(handle=lead.handle)])]
    )
    step = (
        _("step {step_in_brief}").format(step_in_brief=step_in_brief(each.steps[0], today))
        if each.steps
        else _("no open step")
    )
    words = f"{who}\n{step} \u00b7 {seen_in_brief(each.last_seen, today)}"
    return SheetRow(lead.id, lead.name, words, cycle_in_brief(each.cycle, today), is_named=True)
