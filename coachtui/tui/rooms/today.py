"""Today: what waits, and the observations made so far."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Rule
from textual.widgets.option_list import Option

from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import TODAY
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.telling import count_text, day_text, length_text
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.model.observation import Observation

MOST = 200
WELCOME = """
Welcome. Nothing is written here yet.

Press o when a meeting begins. The cursor is in the entry line at once, and the first key starts the clock.
Names of teams and leads can wait.

Everything stays on this computer. Not shared by coachtui.
"""


class TodayRoom(Room):
    """The room in which the program opens."""

    NAME = TODAY
    BINDINGS = bindings_for(TODAY)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.heading = OneLine(id="heading")
        self.choices = OptionList(id="choices", markup=False)
        self._found: dict[str, Observation] = {}

    def compose(self) -> ComposeResult:
        """The title, what waits, the observations, the keys."""
        yield self.title_row
        yield Rule()
        yield self.notice
        yield self.heading
        yield self.choices
        yield self.footer_row

    def on_mount(self) -> None:
        """Show the day, then the notebook."""
        super().on_mount()
        now = self.workplace.clock.now()
        day = day_text(now.utc_ms, self.workplace.clock.zone())
        self.title_row.show(Content.assemble(" ", ("Today", "bold $foreground"), "  ", day))
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
            self.say(
                f"{self.workplace.refusal}\nPress o to write into the drop box: it is taken in later. Ctrl+Q closes."
            )
            return
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        self._show(await self.workplace.scribe.do(lambda notebook: notebook.observations.latest(MOST)))

    def _show(self, observations: "list[Observation]") -> None:
        self._found = {observation.id: observation for observation in observations}
        self.choices.clear_options()
        if not observations:
            self.heading.show(Content(""))
            self.say(WELCOME.strip())
            return
        self.say(None)
        waiting = [observation for observation in observations if observation.ended_utc_ms is None]
        done = [observation for observation in observations if observation.ended_utc_ms is not None]
        words = "Waiting for you" if waiting else "Observations"
        self.heading.show(Content.assemble(" ", (words, "bold $text-accent" if waiting else "bold")))
        now = self.workplace.clock.now().utc_ms
        self.choices.add_options(
            [Option(_waiting(observation, now), observation.id) for observation in waiting]
            + ([Option(Content("Observations").stylize("bold"), disabled=True)] if waiting and done else [])
            + [Option(_past(observation), observation.id) for observation in done]
        )
        self.choices.highlighted = 0

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Go on with an observation that was cut off, or read one of the past."""
        event.stop()
        found = self._found.get(event.option.id or "")
        if found is not None:
            self.post_message(GoTo("observe" if found.ended_utc_ms is None else "reading", found.id))

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo("observe"))

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.choices.action_select()

    def action_end_cut_off(self) -> None:
        """End the observation under the cursor where it stopped."""
        index = self.choices.highlighted
        option = None if index is None else self.choices.get_option_at_index(index)
        found = None if option is None else self._found.get(option.id or "")
        if found is None or found.ended_utc_ms is not None:
            self.notify("Only an observation that was cut off can be ended here.", markup=False)
            return
        self.run_worker(self._end(found))

    async def _end(self, found: "Observation") -> None:
        ended: Observation = await self.workplace.scribe.do(
            lambda notebook: notebook.observations.end_at_last_line(found.id)
        )
        when = clock_text(ended.ended_utc_ms or 0, ended.zone)
        self.notify(f"Ended at {when}, {count_text(ended.lines, 'line', 'lines')}.", markup=False)
        await self._read()


def _who(observation: "Observation") -> str:
    return " · ".join(part for part in (observation.team, observation.lead) if part) or "team not named"


def _waiting(observation: "Observation", now_ms: int) -> Content:
    """A card for an observation that was never ended."""
    start = observation.anchor.utc_ms
    begun = f"begun {day_text(start, observation.zone)} {clock_text(start, observation.zone)}"
    lines = count_text(observation.lines, "line", "lines")
    return Content.assemble(
        plain(_who(observation)).stylize("bold $foreground"),
        f"\n{begun}, {length_text(now_ms - start)} ago, {lines}, not ended\n",
        ("Enter", "$accent"),
        " goes on with it   ",
        ("e", "$accent"),
        " ends it where it stopped\n",
    )


def _past(observation: "Observation") -> Content:
    """A row for an observation of the past."""
    start, ended = observation.anchor.utc_ms, observation.ended_utc_ms
    day = f"{day_text(start, observation.zone):<10} {clock_text(start, observation.zone):>5}"
    length = "" if ended is None else f"{length_text(ended - start)}, "
    lines = count_text(observation.lines, "line", "lines")
    return Content.assemble(f"{day}   ", plain(_who(observation)).stylize("$foreground"), f"   {length}{lines}")
