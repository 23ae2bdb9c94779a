"""Today: what waits, and the observations made so far."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Rule, Static

from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import TODAY
from coachtui.tui.opening import read_taken_in, taken_in_sentence
from coachtui.tui.rooms.observation_list import ObservationList
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.telling import count_text, day_text
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.model.observation import Observation

MOST = 200
WELCOME = """\
Welcome. Nothing is written here yet.

Press o when a meeting begins. The cursor is in the entry line at once, and the first key starts the clock.
Names of teams and leads can wait.

Everything stays on this computer. Not shared by coachtui."""


class TodayRoom(Room):
    """The room in which the program opens."""

    NAME = TODAY
    BINDINGS = bindings_for(TODAY)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.heading = OneLine(id="heading")
        self.welcome = Static(Content(WELCOME), id="welcome")
        self.choices = ObservationList(id="choices")

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
        now = self.workplace.clock.now()
        day = day_text(now.utc_ms, self.workplace.clock.zone())
        self.title_row.show(Content.assemble(" ", ("Today", "bold $foreground"), "  ", day))
        self.welcome.display = False
        self.choices.focus()
        if self.workplace.is_open:
            self.notebook_opened()

    def on_screen_resume(self) -> None:
        """Coming back from another room, show what was done there."""
        if self.workplace.is_open:
            self.notebook_opened()

    def notebook_opened(self) -> None:
        """Show what the notebook holds, or why it can't be opened."""
        if self.workplace.refusal is not None:
            self.stand(
                f"{self.workplace.refusal}\nPress o to write into the drop box: it is taken in later. Ctrl+Q closes."
            )
            return
        self.attempt(self._read, group="read")

    async def _read(self) -> None:
        self._show(await self.workplace.scribe.do(lambda notebook: notebook.observations.latest(MOST)))
        if self.is_current and (taken_in := await self.workplace.scribe.do(read_taken_in)):
            self.say(taken_in_sentence(taken_in))

    def _show(self, observations: "list[Observation]") -> None:
        self.hush()
        self.welcome.display = not observations
        waits = any(observation.ended_utc_ms is None for observation in observations)
        words = ("Waiting for you", "bold $text-accent") if waits else ("Observations", "bold $foreground")
        self.heading.show(Content.assemble(" ", words) if observations else Content(""))
        self.choices.show(observations, self.workplace.clock.now().utc_ms, self.workplace.writing)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Go on with an observation that was cut off, or read one of the past."""
        event.stop()
        found = self.choices.called(event.option.id)
        if found is not None:
            self.post_message(GoTo("observe" if found.ended_utc_ms is None else "reading", found.id))

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo("observe"))

    def action_leads(self) -> None:
        """Go to the leads."""
        self.post_message(GoTo("leads"))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.choices.action_select()

    def action_end_cut_off(self) -> None:
        """End the observation under the cursor where it stopped."""
        found = self.choices.under_cursor
        if found is None or found.ended_utc_ms is not None:
            self.notify("Only an observation that was cut off can be ended here.", markup=False)
            return
        if found.id == self.workplace.writing:
            self.notify("This one is being written. Enter goes on with it, F8 ends it there.", markup=False)
            return
        self.attempt(lambda: self._end(found), group="end")

    async def _end(self, found: "Observation") -> None:
        ended: Observation = await self.workplace.scribe.do(
            lambda notebook: notebook.observations.end_at_last_line(found.id)
        )
        when = clock_text(ended.ended_utc_ms or 0, ended.zone)
        self.notify(f"Ended at {when}, {count_text(ended.lines, 'line', 'lines')}.", markup=False)
        await self._read()
