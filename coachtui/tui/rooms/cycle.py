"""A cycle: its line of days, its state and what is worth a thought, and all that belongs to it, to be written row by row."""

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.library import load_prompts, load_starters
from coachtui.model.cycle import Cycle, CycleState, next_state
from coachtui.model.prompts import Starter
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import CALENDAR, CYCLE, GATE, STEP
from coachtui.tui.cycle_page import CyclePage, read_page, rows_of, saying
from coachtui.tui.cycle_timeline import cycle_timeline
from coachtui.tui.rooms.asking_of_cycles import AsksOfCycles
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t

_NOW = {
    "intention set": _("g shares the intention, as it was chosen together."),
    "learning": _("d on an activity says that it was done."),
    "in practice": _("s drafts a step. In a meeting you see what came of it."),
    "reflecting": _("l takes down the lead's words, m yours; both stay covered until both are in."),
}
"""What a state is for."""


class CycleRoom(AsksOfCycles):
    """The room of a lead's cycle; `ref` is the lead's id, or the reference of a cycle. At "step" one is drafted at once."""

    NAME = CYCLE
    BINDINGS = bindings_for(CYCLE)

    def __init__(self, workplace: Workplace, ref: str, at: str | None = None) -> None:
        super().__init__(workplace)
        self._asks_for_step = at == STEP
        self.timeline = Static(id="days")
        self._ref = ref
        self._page = CyclePage(ref, "")
        self._prompts: dict[str, str] = {}
        self._starters: tuple[Starter, ...] = ()
        self._complaints: list[str] | None = None
        self._said_before: tuple[Cycle, str] | None = None

    def compose(self) -> ComposeResult:
        """The title, the line of days, the rows, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        yield self.timeline
        yield self.sheet
        yield self.notice
        yield self.ask_entry
        yield self.footer_row

    @property
    def page(self) -> CyclePage:
        """What is shown."""
        return self._page

    @property
    def starters(self) -> tuple[Starter, ...]:
        """The starters for steps."""
        return self._starters

    def read(self, notebook: Any) -> CyclePage:
        """Read the cycle; at first also the prompts and starters, which a school may have of its own."""
        if self._complaints is None:
            places = self.workplace.places
            self._prompts, no_prompts = load_prompts(places)
            self._starters, no_starters = load_starters(places)
            self._complaints = no_prompts + no_starters
        return read_page(notebook, self._ref)

    def rows(self, shown: CyclePage) -> Iterable[SheetRow]:
        """The rows; title and line of days go with them."""
        self._page = shown
        cycle = shown.cycle
        self.show_place(shown.lead_name, _("no cycle") if cycle is None else _t(cycle.state))
        self._draw_days()
        if self._complaints:
            self.notify("\n".join(self._complaints), severity="warning", timeout=20)
            self._complaints = []
        return rows_of(shown, self.today(), self._prompts, self.app.size.width)

    async def _read(self) -> None:
        await super()._read()
        if self._asks_for_step:
            self._asks_for_step = False
            self.action_step()

    def on_resize(self) -> None:
        """Fit the line of days, and the reflections, into the new width."""
        super().on_resize()
        if self._page.lead_name:
            self.sheet.show(self.rows(self._page))

    def _draw_days(self) -> None:
        cycle = self._page.cycle
        self.timeline.display = cycle is not None
        if cycle is not None:
            rows = cycle_timeline(cycle, self._page.days_off, self.today(), self.app.size.width - 2)
            self.timeline.update(Content("\n").join(rows))

    def subject(self) -> str | None:
        """What is done here is done to the lead."""
        return self._page.lead_id or None

    def chosen(self, row: SheetRow) -> None:
        """Write what the row says; open the step; say why something is worth a thought."""
        kind, __, identity = row.key.partition(":")
        if kind == "step":
            self.post_message(GoTo(STEP, identity))
        elif kind == "state":
            self._say_why()
        else:
            self.ask_of(kind, identity)

    def action_edit(self) -> None:
        """Write what the row under the cursor says."""
        self.sheet.action_select()

    def action_calendar(self) -> None:
        """See the days off."""
        self.post_message(GoTo(CALENDAR))

    def action_share(self) -> None:
        """Go to the gate: with the reflections once both are in, with the intention before."""
        cycle = self._page.cycle
        if cycle is None or not cycle.goal.strip():
            self.say(_("There is no goal yet that could be shared. Enter on its row writes it."))
            return
        are_in = cycle.lead_reflected_on is not None and cycle.my_reflected_on is not None
        self.post_message(GoTo(GATE, f"{'reflection' if are_in else 'intention'}:{cycle.id}"))

    def _say_why(self) -> None:
        if self._page.cycle is None:
            self.action_next()
            return
        self.say(saying(self._page.advice(self.today())) or _("Nothing stands in the way."))

    def action_next(self) -> None:
        """Go to the next state; where something is worth a thought it is said first, and the second press goes on."""
        cycle = self._page.cycle
        if cycle is None or not cycle.is_open:
            self._begin(cycle)
            return
        then = next_state(cycle.state)
        if then is None or then == "closed":
            self.action_verdict()
            return
        advice = saying(self._page.advice(self.today()))
        if advice and self._said_before != (cycle, advice):
            self._said_before = (cycle, advice)
            self.say(_("{advice}\nn again goes on to '{then}' all the same.").format(advice=advice, then=_t(then)))
            return
        self.change(lambda notebook: notebook.cycles.go_on(cycle.id, then), lambda __: self._arrived(then))

    def _arrived(self, state: CycleState) -> str:
        """What can be done in the state that a cycle has come to; the looking back is far down."""
        if state == "reflecting":
            __ = self.sheet.go_to("lead_reflection") or self.sheet.go_to("reflections")
        return _("Now: {state}. {now}").format(state=_t(state), now=_NOW.get(state, "")).strip()

    def _begin(self, before: Cycle | None) -> None:
        """Begin the first cycle of a lead, or the one after the last."""
        lead = self._page.lead_id

        def work(notebook: Any) -> Any:
            return notebook.cycles.begin(lead) if before is None else notebook.cycles.begin_next(before.id)

        def said(__: object) -> str:
            self.sheet.go_to("goal")
            return _("A draft is begun. Enter writes the row under the cursor.")

        self._ref = lead  # from a closed cycle on to the one that is begun
        self.change(work, said)
