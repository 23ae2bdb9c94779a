"""Observe: sit in on a meeting and write down what is said and done, as it happens."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Rule

from coachtui.model.moment import elapsed_ms
from coachtui.model.timing import clock_text
from coachtui.tui.bindings import bindings_for
from coachtui.tui.capture import Capture, Meeting
from coachtui.tui.commands import OBSERVE
from coachtui.tui.opening import Whole, ended_sentence, read_whole
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.rooms.taking_back import TakesBack
from coachtui.tui.rooms.taking_up import TakesUp
from coachtui.tui.telling import count_text, gap_row, reading_text, row_of, rows_of
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.meeting_bar import MeetingBar
from coachtui.tui.widgets.reading_line import ReadingLine
from coachtui.tui.widgets.timeline import Timeline
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.model.line import Line
    from coachtui.model.observation import Gap, Observation

EMPTY = "Type what you see and hear.\nEnter files each line at the time of its first key."
SLOW_MS = 250


class ObserveRoom(TakesUp, TakesBack, ScrollsTimeline, Room):
    """The room in which an observation is written."""

    NAME = OBSERVE
    BINDINGS = bindings_for(OBSERVE)

    def __init__(self, workplace: Workplace, team: str | None = None, lead: str | None = None) -> None:
        super().__init__(workplace)
        self.timeline = Timeline(empty_text=EMPTY)
        self.meeting_bar = MeetingBar(id="title")
        self.reading_line = ReadingLine(id="reading")
        self.entry = Entry()
        self.capture = Capture(workplace.scribe, workplace.clock, workplace.new_id, self)
        self.capture.team, self.capture.lead = team, lead
        self._saved = "all saved"
        self._count = 0

    def compose(self) -> ComposeResult:
        """The title, the lines, the entry, the keys."""
        yield self.meeting_bar
        yield Rule()
        yield self.timeline
        yield self.notice
        yield Rule()
        yield self.reading_line
        yield self.entry
        yield self.footer_row

    def on_mount(self) -> None:
        """Put the cursor in the entry before anything else."""
        super().on_mount()
        self.entry.focus()
        self.show_title()
        self.show_reading("")
        self.set_interval(1.0, self.show_title)
        if self.workplace.is_open:
            self.notebook_opened()

    def leaving(self) -> None:
        """Leave no empty observation behind."""
        self.capture.withdraw_if_empty()

    def show_none(self) -> None:
        """Show no line, and nothing that was said of other ones."""
        self.timeline.load([])
        self._count = 0
        self.hush()
        self.show_title()
        self.show_reading(self.entry.text)

    def show_lines(self, whole: Whole) -> None:
        """Show an observation as it is now."""
        rows = rows_of(whole.observation, whole.lines, whole.gaps)
        self._count = len(whole.lines)
        self.timeline.load(rows)

    @on(Entry.Changed)
    def entry_changed(self, event: Entry.Changed) -> None:
        """Keep what is half-typed, and show how it will be filed."""
        event.stop()
        self.hush()
        self.capture.typed(event.text, event.cursor, first_key=event.first_key)
        self.show_reading(event.text)

    @on(Entry.Filed)
    def entry_filed(self, event: Entry.Filed) -> None:
        """File the line; an empty one only says that the person goes on."""
        event.stop()
        self.hush()
        self.capture.file(event.text)
        self.show_reading("")

    @on(Entry.PastedLines)
    def lines_pasted(self, event: Entry.PastedLines) -> None:
        """File every pasted line, as one thing done."""
        event.stop()
        self.capture.paste(event.lines)

    def lines_filed(self, meeting: Meeting, lines: "list[Line]") -> None:
        """Paint what the disk has; lines of a meeting that is no longer on the screen stay off it."""
        if meeting is not self.capture.shown:
            return
        self.timeline.extend([row_of(line, meeting.anchor.utc_ms, meeting.zone) for line in lines])
        self._count += len(lines)
        if len(lines) > 1:
            self.say(f"{count_text(len(lines), 'pasted line', 'pasted lines')} filed. Ctrl+Z takes them all back.")
        self.show_title()

    def began(self, meeting: Meeting) -> None:
        """A new observation is on the screen: nothing of the last one is."""
        self.show_none()

    def resumed(self, meeting: Meeting, gap: "Gap") -> None:
        """Mark the gap among the lines."""
        self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone))

    def ended(self, observation: "Observation") -> None:
        """Say that it is over, and be ready for the next one."""
        in_drop_box = self.workplace.refusal is not None
        self.say(ended_sentence(observation, in_drop_box=in_drop_box))
        self.show_title()
        if observation.lines > self._count and not in_drop_box:
            self.attempt(self._show_last_line(observation.id), group="ended")

    async def _show_last_line(self, ref: str) -> None:
        """Paint the half-typed line that was filed with the end, unless the next observation is on the screen."""
        whole = await self.workplace.scribe.do(lambda notebook: read_whole(notebook, notebook.observations.get(ref)))
        if self.capture.shown is not None and self.capture.shown.id == ref:
            self.show_lines(whole)

    def saved(self, milliseconds: int) -> None:
        """A slow disk is told, not hidden."""
        self._saved = "all saved" if milliseconds < SLOW_MS else f"saving is slow: {milliseconds} ms"
        self.show_title()

    def trouble(self, sentence: str | None) -> None:
        """While the disk does not take what is written, the title does not say that it did."""
        super().trouble(sentence)
        self._saved = "all saved" if sentence is None else "not saved yet"
        self.show_title()

    def refused(self, sentence: str) -> None:
        """Something could not be done."""
        self.say(sentence)

    def failed(self, error: BaseException) -> None:
        """A fault in the program: it ends the program, as every fault does, with everything typed kept."""

        def raise_it() -> None:
            raise error

        self.call_later(raise_it)

    def action_file(self) -> None:
        """File the line from the palette, as Enter does in the entry."""
        self.entry.file()

    def action_end(self) -> None:
        """End the observation, with what is half-typed as its last line."""
        if self.capture.meeting is None:
            self.say("Nothing to end yet: the first key begins an observation.")
            return
        self.capture.end()
        self.entry.set_text("", 0)
        self.show_reading("")

    def action_leave(self) -> None:
        """Go to Today; the observation goes on."""
        self.capture.withdraw_if_empty()
        self.put_aside()
        meeting = self.capture.meeting
        self.workplace.writing = None if meeting is None else meeting.id
        self.post_message(GoTo("today"))

    def show_reading(self, typed: str) -> None:
        """Show how what is typed will be filed."""
        meeting, first_key = self.capture.meeting, self.capture.first_key
        if not typed.strip() or first_key is None:
            self.reading_line.show_reading(None)
            return
        zone = meeting.zone if meeting is not None else self.workplace.clock.zone()
        self.reading_line.show_reading(reading_text(self.capture.read(typed), first_key, zone))

    def show_title(self) -> None:
        """Show whose meeting it is, since when, and what is saved."""
        meeting = self.capture.shown
        if meeting is None:
            self.meeting_bar.show_meeting(_who(self.capture.team, self.capture.lead), "", "")
            return
        minutes = max(0, elapsed_ms(meeting.anchor, self.workplace.clock.now())) // 60_000
        since = clock_text(meeting.anchor.utc_ms, meeting.zone)
        when = f"{since} · {minutes} min" if self.capture.meeting is not None else f"{since} · ended"
        self.meeting_bar.show_meeting(_who(meeting.team, meeting.lead), when, self._saved)


def _who(team: str | None, lead: str | None) -> str:
    return " · ".join(part for part in (team, lead) if part)
