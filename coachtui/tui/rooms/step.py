"""A step: its words, its days, what happened to it, and what is worth a thought."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from coachtui.model.clean import clean
from coachtui.model.cycle import Cycle
from coachtui.model.dates import say_date
from coachtui.model.step import Step, StepState
from coachtui.model.step_checks import check_step
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import GATE, STEP
from coachtui.tui.cycle_page import saying, step_state
from coachtui.tui.rooms.asking_days import AsksDays
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t, counted

_WORDS = {
    "words": (_("Step"), _("one observable thing the lead will say or do")),
    "looks_like": (_("How we will know"), _("what both of you will see when it is there")),
    "practice": (_("Practice"), _("how it is rehearsed before it is tried")),
}
_DAYS = {"by_when": _("By when"), "check_back": _("Check back")}
_HOW = _(
    "a agreed: the lead has said it back · p practised · t tried · w I saw it · m mastered · r replaced · d dropped"
)


class StepPage(NamedTuple):
    """What is read for the room."""

    step: Step
    lead_name: str
    cycle: Cycle | None


class StepRoom(AsksDays):
    """The room of one step; `ref` is its reference or id."""

    NAME = STEP
    BINDINGS = bindings_for(STEP)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._page: StepPage | None = None

    def read(self, notebook: Any) -> StepPage:
        """Read the step, whose it is, and its cycle."""
        step: Step = notebook.steps.get(self._ref)
        names = {lead.id: lead.name for lead in notebook.people.leads()}
        cycle: Cycle | None = next((each for each in notebook.cycles.of(step.lead) if each.id == step.cycle), None)
        return StepPage(step, names.get(step.lead, _("a lead who left")), cycle)

    def rows(self, shown: StepPage) -> Iterable[SheetRow]:
        """The rows; the title goes with them."""
        self._page = shown
        self.show_place(shown.lead_name, step_state(shown.step))
        return _rows(shown, self.today())

    def subject(self) -> str | None:
        """What is done here is done to the lead."""
        return None if self._page is None else self._page.step.lead

    def chosen(self, row: SheetRow) -> None:
        """Write what the row says, or say why something is worth a thought."""
        page = self._page
        if page is None:
            return
        if row.key in _WORDS:
            label = _WORDS[row.key][0]
            self.ask_for(
                f"{row.key}:{page.step.id}",
                label,
                getattr(page.step, row.key),
                lambda words: self._keep(row.key, clean(words)),
            )
        elif row.key in _DAYS:
            day: date | None = getattr(page.step, row.key)
            self.ask_day(f"{row.key}:{page.step.id}", _DAYS[row.key], day, lambda found: self._keep(row.key, found))
        else:
            self.say(saying(check_step(page.step, page.cycle, self.today())) or _("Nothing stands in the way."))

    def _keep(self, field: str, value: str | date | None) -> None:
        self.change(lambda notebook: notebook.steps.keep(self._ref, field, value))

    def action_edit(self) -> None:
        """Write what the row under the cursor says."""
        self.sheet.action_select()

    def action_agreed(self) -> None:
        """The lead has said it back."""
        self._mark("agreed")

    def action_practised(self) -> None:
        """It was rehearsed once more."""
        self._mark("practised")

    def action_tried(self) -> None:
        """The lead has tried it."""
        self._mark("tried")

    def action_seen(self) -> None:
        """I saw it."""
        self._mark("seen")

    def action_mastered(self) -> None:
        """It is the lead's own now."""
        self._mark("mastered")

    def action_dropped(self) -> None:
        """Let go of it."""
        self._mark("dropped")

    def action_share(self) -> None:
        """Go to the gate with the step."""
        page = self._page
        if page is not None and page.step.words.strip():
            self.post_message(GoTo(GATE, f"step:{page.step.id}"))
        else:
            self.say(_("There are no words yet that could be shared. Enter writes them."))

    def _mark(self, then: StepState) -> None:
        self.change(
            lambda notebook: notebook.steps.mark(self._ref, then),
            lambda step: _("{step_state}. Ctrl+Z takes it back.").format(step_state=step_state(step).capitalize()),
        )

    def action_replaced(self) -> None:
        """Put another step in its place, and go on to that one."""

        def answered(words: str) -> None:
            def work(notebook: Any) -> None:
                self._ref = notebook.steps.replace(self._ref, clean(words)).id

            if words:
                self.change(work, _("This one is in its place now, as a draft."))

        self.ask_for(f"replace:{self._ref}", _("Another step"), "", answered)


def _rows(page: StepPage, today: date) -> Iterator[SheetRow]:
    step = page.step
    advice = check_step(step, page.cycle, today)
    yield SheetRow("state", _("State"), "\n".join([f"{step_state(step)}.", *(f"· {each.words}" for each in advice)]))
    for field, (label, prompt) in _WORDS.items():
        words: str = getattr(step, field)
        yield SheetRow(field, label, words or prompt, is_faint=not words)
    for field, label in _DAYS.items():
        day: date | None = getattr(step, field)
        yield SheetRow(field, label, say_date(day, today) if day else _("no day yet"), is_faint=day is None)
    yield heading(_("What happened"))
    happened = list(_happened(step, today))
    yield from happened
    if step.is_open:
        yield SheetRow("", "", _HOW, is_faint=True)
    elif not happened:
        yield SheetRow("", "", _("Nothing."), is_faint=True)


def _happened(step: Step, today: date) -> Iterator[SheetRow]:
    """Each thing that happened to it, with its day."""
    times = counted(step.practised_times, "{n} time", "{n} times")
    days = (
        ("agreed", step.agreed_on, ""), ("practised", step.practised_on, f", {times}"), ("tried", step.tried_on, ""),
        ("seen", step.seen_on, ""), (step.state, step.closed_on, ""),
    )  # fmt: skip
    for what, day, more in days:
        if day is not None:
            yield SheetRow("", _t(what), f"{say_date(day, today)}{more}")
