"""Conversations: the plans by where they stand, and the support that leads asked for."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from coachtui.library import load_scenarios
from coachtui.model.conversation import CONVERSATION_STATES, Conversation
from coachtui.model.dates import say_date
from coachtui.model.people import Lead
from coachtui.model.scenario import Scenario
from coachtui.model.support import RUNGS, Support
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import CONVERSATION, CONVERSATIONS
from coachtui.tui.rooms.agreeing_on_support import AgreesOnSupport
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _c

EMPTY = _("""\
No conversation is planned. Press a to plan one with a lead: most of it is done together, with t, at one screen.

When a lead asks for help with one, press h: what was asked for waits here, and on Today, until you two agreed on it.""")

_HEADINGS = {
    "planning": _c("conversations", "Planning"),
    "rehearsed": _c("conversations", "Rehearsed"),
    "held": _c("conversations", "Held"),
    "followed up": _c("conversations", "Followed up"),
    "set aside": _c("conversations", "Set aside"),
}


class _Read(NamedTuple):
    plans: list[Conversation]
    supports: list[Support]
    leads: list[Lead]
    names: dict[str, str]


class ConversationsRoom(AgreesOnSupport):
    """The room of all plans."""

    NAME = CONVERSATIONS
    BINDINGS = bindings_for(CONVERSATIONS)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._shown = _Read([], [], [], {})
        self._scenarios: dict[str, Scenario] = {}

    def read(self, notebook: Any) -> _Read:
        """Every plan, every support that is not over, who leads."""
        if not self._scenarios:
            self._scenarios, __ = load_scenarios(self.workplace.places)
        leads, gone = notebook.leads.all(), notebook.leads.retired()
        supports = [each for lead in leads for each in notebook.supports.of(lead.id) if each.ended_on is None]
        names = {lead.id: lead.name for lead in (*leads, *gone)}
        return _Read(notebook.conversations.all(), supports, leads, names)

    def leads(self) -> list[Lead]:
        """Those with whom something can be planned."""
        return self._shown.leads

    def support_at_cursor(self) -> Support | None:
        """The support that the cursor is on."""
        row = self.sheet.under_cursor
        key = "" if row is None else row.key.removeprefix("support:")
        return next((each for each in self._shown.supports if each.id == key), None)

    def rows(self, shown: _Read) -> Iterator[SheetRow]:
        """What was asked for first, then the plans by where they stand."""
        self._shown = shown
        self.show_place()
        return self._rows(shown, self.today())

    def _rows(self, shown: _Read, today: date) -> Iterator[SheetRow]:
        if not shown.plans and not shown.supports:
            yield said(EMPTY)
        if shown.supports:
            yield heading(_("Support"))
            yield from (_support_row(each, shown.names.get(each.lead, ""), today) for each in shown.supports)
        for state in CONVERSATION_STATES:
            plans = [plan for plan in shown.plans if plan.state == state]
            if plans:
                yield heading(_HEADINGS[state])
                yield from (self._row(plan, shown.names.get(plan.lead, ""), today) for plan in plans)

    def _row(self, plan: Conversation, lead: str, today: date) -> SheetRow:
        scenario = self._scenarios.get(plan.scenario)
        words = " · ".join(
            [*([plan.with_whom] if plan.with_whom else []), scenario.title if scenario else _("no scenario")]
        )
        day = plan.follow_up_on if plan.state == "held" else plan.day
        return SheetRow(plan.id, lead, words, say_date(day, today) if day else _("no day yet"))

    def chosen(self, row: SheetRow) -> None:
        """Open a plan, or agree on a support."""
        found = self.support_at_cursor()
        if found is not None:
            self.agree_on(found)
        else:
            self.post_message(GoTo(CONVERSATION, row.key))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.sheet.action_select()

    def action_add(self) -> None:
        """Begin a plan: for the support under the cursor, or with a lead who is asked for."""
        support = self.support_at_cursor()
        if support is not None:
            self._begin(support.lead, support)
        else:
            self.ask_lead("plan", _("With which lead is it planned"), lambda lead: self._begin(lead.id, None))

    def _begin(self, lead_id: str, support: Support | None) -> None:
        if support is not None:
            self.touched(support.lead)

        def work(notebook: Any) -> Conversation:
            plan: Conversation = notebook.conversations.plan(lead_id)
            if support is not None:
                notebook.supports.plan_for(support.id, plan.id)
            return plan

        async def deed() -> None:
            self.post_message(GoTo(CONVERSATION, (await self.workplace.scribe.do(work)).id))

        self.attempt(deed, group="change", each=True)


def _support_row(support: Support, lead: str, today: date) -> SheetRow:
    asked = _("asked {day}: {rung}").format(day=say_date(support.asked_on, today), rung=RUNGS[support.asked])
    if support.agreed is None:
        return SheetRow(f"support:{support.id}", lead, f"{support.situation}\n{asked}", _("nothing agreed yet"))
    down = (
        _("steps down {day}").format(day=say_date(support.steps_down_on, today))
        if support.steps_down_on
        else _("no day to step down")
    )
    return SheetRow(
        f"support:{support.id}",
        lead,
        _("{situation}\nagreed: {rung}").format(situation=support.situation, rung=RUNGS[support.agreed]),
        down,
    )
