"""Reading: one observation of the past, line by line."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule

from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import READING
from coachtui.tui.opening import Whole, read_whole
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.telling import count_text, day_text, rows_of
from coachtui.tui.widgets.timeline import Timeline
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace


class ReadingRoom(ScrollsTimeline, Room):
    """The room in which an observation is read again."""

    NAME = READING
    BINDINGS = bindings_for(READING)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        super().__init__(workplace)
        self._ref = ref
        self.timeline = Timeline(empty_text="Nothing was written in this observation.")

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
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        ref = self._ref
        self._show(
            await self.workplace.scribe.do(lambda notebook: read_whole(notebook, notebook.observations.get(ref)))
        )

    def _show(self, whole: Whole) -> None:
        found = whole.observation
        start, zone = found.anchor.utc_ms, found.zone
        ended = "" if found.ended_utc_ms is None else f"–{clock_text(found.ended_utc_ms, zone)}"
        who = " · ".join(part for part in (found.team, found.lead) if part) or "team not named"
        when = f"{day_text(start, zone)} {clock_text(start, zone)}{ended}"
        left = Content.assemble(" ", plain(who).stylize("bold $foreground"), "  ", plain(when))
        right = plain(f"{count_text(found.lines, 'line', 'lines')} · {found.ref} ")
        self.title_row.show(left, right)
        self.timeline.load(rows_of(found, whole.lines, whole.gaps))
        self.timeline.scroll_home(animate=False)

    def action_observe(self) -> None:
        """Sit in on a meeting."""
        self.post_message(GoTo("observe"))

    def action_leave(self) -> None:
        """Go back to Today."""
        self.post_message(GoTo("today"))
