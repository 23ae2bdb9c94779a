"""Reading: one observation of the past, line by line."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule

from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import READING
from coachtui.tui.opening import read_shown
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.telling import count_text, day_text, rows_of
from coachtui.tui.widgets.timeline import Timeline
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.model.observation import Observation


class ReadingRoom(ScrollsTimeline, Room):
    """The room in which an observation is read again."""

    NAME = READING
    BINDINGS = bindings_for(READING)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._observation: Observation | None = None
        self.timeline = Timeline(empty_text="Nothing was written in this observation.", live=False)

    def compose(self) -> ComposeResult:
        """The title, the lines, the keys."""
        yield self.title_row
        yield Rule()
        yield self.timeline
        yield self.notice
        yield self.footer_row

    def on_mount(self) -> None:
        """Read the observation."""
        super().on_mount()
        self.timeline.visible = False
        self.attempt(self._read(), group="read")

    def on_resize(self) -> None:
        """Fit the keys and the title into the new width."""
        super().on_resize()
        self._show_title()

    async def _read(self) -> None:
        ref = self._ref
        shown = await self.workplace.scribe.do(lambda notebook: read_shown(notebook, notebook.observations.get(ref)))
        self._observation = shown.observation
        self._show_title()
        self.timeline.visible = True
        self.timeline.load(rows_of(shown.whole))

    def _show_title(self) -> None:
        """Whose meeting, when, how much; at the right as many of these as there is room for."""
        found = self._observation
        if found is None:
            return
        who = " · ".join(part for part in (found.team, found.lead) if part) or "team not named"
        left = Content.assemble(" ", plain(who).stylize("bold $foreground"))
        room = self.app.size.width - min(left.cell_length, self.app.size.width // 2) - 3
        parts = [_when(found), count_text(found.lines, "line", "lines"), found.ref]
        while len(parts) > 1 and len(" · ".join(parts)) > room:
            parts.pop()
        self.title_row.show(left, plain(" · ".join(parts) + " "))

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo("observe"))

    def action_leave(self) -> None:
        """Go back to Today."""
        self.post_message(GoTo("today"))


def _when(observation: "Observation") -> str:
    """The day, the start and the end."""
    start, zone = observation.anchor.utc_ms, observation.zone
    ended = "" if observation.ended_utc_ms is None else f"–{clock_text(observation.ended_utc_ms, zone)}"
    return f"{day_text(start, zone)} {clock_text(start, zone)}{ended}"
