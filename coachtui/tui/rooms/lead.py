"""A lead's page: the cycle, open steps, what was seen, 1:1s, look-fors noted, the record; my notes behind a key."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.model.dates import say_date
from coachtui.model.framework import Framework
from coachtui.model.people import Lead
from coachtui.store.lead_page import LeadPage
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import CONVERSATIONS, CYCLE, FEEDBACK_LIST, LEAD, OBSERVE, ONE_ON_ONE, READING, SEEN, STEP
from coachtui.tui.cycle_timeline import cycle_timeline
from coachtui.tui.lead_rows import NO_NOTES, PrivateNotes, page_rows, private_rows
from coachtui.tui.rooms.describing_leads import DescribesLeads
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t

_DOORS = {"cycle": CYCLE, "step": CYCLE, "one-on-one": ONE_ON_ONE, "record": SEEN}
"""Which room is behind the rows that lead elsewhere."""


class LeadRoom(DescribesLeads):
    """The page of one lead."""

    NAME = LEAD
    BINDINGS = bindings_for(LEAD)

    def __init__(self, workplace: Workplace, lead_id: str) -> None:
        super().__init__(workplace)
        self.lead_id = lead_id
        self.head = Static(id="head")
        self._page: LeadPage | None = None
        self._shows_private = False

    def compose(self) -> ComposeResult:
        """The title, who it is and the cycle's days, the rows, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        yield self.head
        yield self.sheet
        yield self.notice
        yield self.ask_entry
        yield self.footer_row

    def read(self, notebook: Any) -> tuple[LeadPage, PrivateNotes]:
        """The page, and what is mine alone only where it is asked for."""
        page = notebook.lead_pages.of(self.lead_id, self.workplace.clock.today())
        if not self._shows_private:
            return page, NO_NOTES
        return page, PrivateNotes(notebook.lead_pages.thoughts(self.lead_id), notebook.holds.on(self.lead_id))

    def rows(self, shown: tuple[LeadPage, PrivateNotes]) -> Iterable[SheetRow]:
        """The sections of the page."""
        page, notes = shown
        self._page = page
        self._show_head()
        today = self.workplace.clock.today()
        if self._shows_private:
            yield from private_rows(page.lead, notes, today)
        yield from page_rows(page, self._watched(page), today)

    def _watched(self, page: LeadPage) -> list[Framework]:
        """What the meetings were watched with; where that was not said, the usual framework."""
        names = page.frameworks or [self.workplace.settings.framework]
        return [self.workplace.frameworks[name] for name in names if name in self.workplace.frameworks]

    def on_resize(self) -> None:
        """Fit the cycle's days into the new width."""
        super().on_resize()
        self._show_head()

    def on_screen_suspend(self) -> None:
        """What is mine alone does not wait on the screen for whoever comes next, not for the blink of a reading."""
        if self._shows_private and self._page is not None:
            self._shows_private = False
            self.sheet.show(self.rows((self._page, NO_NOTES)))

    def furnished(self) -> None:
        """The look-fors have names now."""
        self.reload()

    def subject(self) -> str:
        """What is done about this lead is taken back here."""
        return self.lead_id

    def _show_head(self) -> None:
        page = self._page
        if page is None or not self.is_mounted:
            return
        self.show_place(page.lead.name)
        today = self.workplace.clock.today()
        rows = [plain(_who(page, today))]
        if page.cycle is not None:
            rows += cycle_timeline(page.cycle, page.days_off, today, self.app.size.width - 2)
        self.head.update(Content("\n").join(rows))

    def chosen(self, row: SheetRow) -> None:
        """Go to what the row tells of."""
        kind, __, identity = row.key.partition(":")
        if kind in ("seen", "code", "note"):
            self.post_message(GoTo(READING, identity.partition(":")[0]))
        elif kind in ("team", "step", "feedback") and identity:
            self.post_message(GoTo(kind, identity))
        elif kind == "support":
            self.action_conversations()
        elif kind in _DOORS:
            self._go(_DOORS[kind])

    def _go(self, room: str) -> None:
        self.post_message(GoTo(room, self.lead_id))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.sheet.action_select()

    def action_cycle(self) -> None:
        """Go to the learning cycle."""
        self._go(CYCLE)

    def action_step(self) -> None:
        """Agree on a step, in the cycle."""
        self.post_message(GoTo(CYCLE, self.lead_id, at=STEP))

    def action_one_on_one(self) -> None:
        """Go to the 1:1s."""
        self._go(ONE_ON_ONE)

    def action_feedback(self) -> None:
        """See all feedback for this lead."""
        self.post_message(GoTo(FEEDBACK_LIST, f"lead:{self.lead_id}"))

    def action_conversations(self) -> None:
        """Go to the conversations."""
        self.post_message(GoTo(CONVERSATIONS))

    def action_record(self) -> None:
        """See what this lead can see."""
        self._go(SEEN)

    def action_observe(self) -> None:
        """Sit in on a meeting of this lead's team."""
        if self._page is not None:
            team = self._page.teams[0].name if self._page.teams else None
            self.post_message(GoTo(OBSERVE, team=team, lead=self._page.lead.name))

    def action_private(self) -> None:
        """Show or hide what is mine alone."""
        self._shows_private = not self._shows_private
        self.reload()
        self.call_after_refresh(self.sheet.scroll_home, animate=False)

    def action_edit(self) -> None:
        """Describe the lead anew."""
        if self._page is not None:
            self.edit_lead(self._page.lead)

    def action_retire(self) -> None:
        """Let the lead go, or bring them back."""
        if self._page is not None:
            self.retire_or_bring_back(self._page.lead, self._page.cycle, self._page.steps)


def _who(page: LeadPage, today: date) -> str:
    lead: Lead = page.lead
    teams = (
        _("leads {names}").format(names=", ".join(team.name for team in page.teams))
        if page.teams
        else _("leads no team yet")
    )
    if lead.is_retired:
        since = "" if lead.retired_on is None else say_date(lead.retired_on, today)
        return _("{role} \u00b7 retired on {since}. What was written stays; x brings them back.").format(
            role=_t(lead.role), since=since
        )
    return f"{_t(lead.role)} \u00b7 {teams}" + (
        _(" \u00b7 typed as {handle}:").format(handle=lead.handle) if lead.handle else ""
    )
