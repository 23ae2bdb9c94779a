"""Today: the next bell, what waits, and the observations made so far."""

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Rule, Static

from coachtui.model.retention import read_keep
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import BELLS, LEADS, OBSERVE, READING, SEARCH, TODAY
from coachtui.tui.opening import read_taken_in, taken_in_sentence
from coachtui.tui.rooms.clearing_cards import ClearsCards
from coachtui.tui.rooms.day_list import DayList
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.telling import day_text
from coachtui.tui.ways import way_to
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.card import Card
    from coachtui.model.observation import Observation
    from coachtui.store.today import Review

MOST = 200
_ONLY_HERE = _("Everything stays on this computer. Not shared by coachtui.")


class TodayRoom(ClearsCards):
    """The room in which the program opens."""

    NAME = TODAY
    BINDINGS = bindings_for(TODAY)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.heading = OneLine(id="heading")
        self.welcome = Static(id="welcome")
        self.choices = DayList(id="choices")
        self.observations: list[Observation] = []
        self.before: str | None = None

    def compose(self) -> ComposeResult:
        """The title, what waits, the observations, the keys."""
        yield self.title_row
        yield Rule()
        yield self.heading
        yield self.welcome
        yield self.choices
        yield self.notice
        yield self.footer_row

    def on_mount(self) -> None:
        """Show the day, then the notebook."""
        super().on_mount()
        self.show_bell("")
        self.welcome.display = False
        self.choices.focus()
        if self.workplace.is_open:
            self.notebook_opened()

    def on_screen_resume(self) -> None:
        """Coming back from another room, show what was done there."""
        if self.workplace.is_open:
            self.notebook_opened()

    def show_bell(self, words: str) -> None:
        """Show the day, and at the right how long it is until the bell."""
        day = day_text(self.workplace.clock.now().utc_ms, self.workplace.clock.zone())
        self.show_place(day, Content(words).stylize("$foreground"))

    def notebook_opened(self) -> None:
        """Show what the notebook holds, or why it can't be opened."""
        if self.workplace.refusal is not None:
            self.stand(
                _(
                    "{refusal}\nPress o to write into the drop box: it comes into the notebook once that opens. Ctrl+Q closes."
                ).format(refusal=self.workplace.refusal)
            )
            return
        self.attempt(self.read, group="read")

    def meeting_began(self) -> None:
        """Show it too: it waited for the notebook to be opened."""
        self.notebook_opened()

    async def read(self) -> None:
        """Read the day anew and show it."""
        clock = self.workplace.clock
        now_ms, zone = clock.now().utc_ms, clock.zone()
        keep = read_keep(self.workplace.settings.keep)

        def work(notebook: Any) -> "tuple[list[Observation], Review]":
            return notebook.observations.latest(MOST), notebook.today.review(now_ms, zone, keep)

        self.observations, review = await self.workplace.scribe.do(work)
        if self.before is None:
            self.before = await self.workplace.scribe.do(self._read_before)
        self.review = review
        self.hush()
        self.show_day()
        self.ring_by(review.day.bells)
        if self.is_current and (taken_in := await self.workplace.scribe.do(read_taken_in)):
            self.say(taken_in_sentence(taken_in))
        elif self.before and self.observations:
            self.say(self.before)
        self.say_bell_again()

    def _read_before(self, notebook: Any) -> str:
        """What is to be said of a notebook that was here before this one; looked for once."""
        from coachtui.store.begun_anew import sentence_of_before

        return sentence_of_before(notebook, self.workplace.places, self.workplace.clock)

    def show_day(self) -> None:
        """Show the cards and the observations as they were read."""
        cards = [] if self.review is None else self.review.cards
        first = () if self.review is None else self.review.first
        is_empty = not cards and not self.observations
        self.welcome.display = is_empty
        self.offer_keys_of_rows(has_row=not is_empty)
        if is_empty:
            greeting, steps = self.before or "".join(first[:1]), "\n".join(first[1:])
            self.welcome.update(Content(f"{greeting}\n\n{steps}\n\n{_ONLY_HERE}"))
        words = (_("Waiting for you"), "bold $text-accent") if cards else (" ".join(first[:1]), "$foreground")
        self.heading.show("" if is_empty else Content.assemble(" ", words))
        self.choices.show(cards, self.observations, self.workplace.writing)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Go on with an observation that was cut off, read one of the past, or open what a card is about."""
        event.stop()
        card, found = self.choices.card, self.choices.observation
        if card is not None and card.kind != "resume":
            self._open(card)
        elif found is not None:
            self.post_message(GoTo(OBSERVE if found.ended_utc_ms is None else READING, found.id))
        elif card is not None:
            self.post_message(GoTo(OBSERVE, card.id))

    def _open(self, card: "Card") -> None:
        way = way_to(card.table, card.id, card.lead_id)
        if way is None:
            self.say(_("There is no page to open for this one. d says that it is done."))
        else:
            self.post_message(way)

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo(OBSERVE))

    def action_sample(self) -> None:
        """Look around in the sample school, and come back."""
        self.attempt(self._look_around, group="sample")

    async def _look_around(self) -> None:
        from coachtui.tui.sample import look_around

        self.say(await look_around(self.app))

    def action_leads(self) -> None:
        """Go to the leads."""
        self.post_message(GoTo(LEADS))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.choices.action_select()

    def action_search(self) -> None:
        """Find words."""
        self.post_message(GoTo(SEARCH))

    def action_bells(self) -> None:
        """See and enter the bell times."""
        if self.workplace.refusal is None:
            self.post_message(GoTo(BELLS))
