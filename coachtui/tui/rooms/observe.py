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
from coachtui.tui.opening import (
    Opening,
    Whole,
    ended_sentence,
    is_another_meeting,
    read_opening,
    read_whole,
    stopped_sentence,
    waiting_sentence,
)
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.rooms.taking_back import TakesBack
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


class ObserveRoom(TakesBack, ScrollsTimeline, Room):
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
        self._show_reading("")
        self.set_interval(1.0, self.show_title)
        if self.workplace.is_open:
            self.notebook_opened()

    def notebook_opened(self) -> None:
        """Go on with what was cut off, or be ready for a new observation."""
        self.attempt(self._open(), group="open")

    def asked_for(self, ref: str | None) -> None:
        """Go on with one observation that was cut off, if none is being written."""
        self.entry.focus()
        if ref is None or (self.capture.meeting is not None and self.capture.meeting.id == ref):
            return
        if self.capture.meeting is not None:
            self.say("Another observation is being written. End it first with F8.")
            return
        self.attempt(self._go_on(ref), group="open")

    async def _go_on(self, ref: str) -> None:
        self._go_on_with(
            await self.workplace.scribe.do(lambda notebook: read_whole(notebook, notebook.observations.get(ref)))
        )

    def leaving(self) -> None:
        """Leave no empty observation behind."""
        self.capture.withdraw_if_empty()

    async def _open(self) -> None:
        if self.workplace.refusal is not None:
            self.say(f"{self.workplace.refusal}\nWhat you type here goes into the drop box, and is taken in later.")
            self.capture.open(None)
            return
        team = self.capture.team
        self._take_up(await self.workplace.scribe.do(lambda notebook: read_opening(notebook, team)))

    def _take_up(self, opening: Opening) -> None:
        """Start from what the notebook holds; what was typed meanwhile is not disturbed."""
        self.capture.roster = opening.roster
        if opening.taken_in:
            self.say(f"{count_text(opening.taken_in, 'line', 'lines')} from the drop box taken in. See Today.")
        cut_off = opening.cut_off
        if cut_off is None:
            self.capture.open(None)
        elif is_another_meeting(cut_off, self.workplace.clock.now(), self.capture.team):
            self.say(waiting_sentence(cut_off))
            self.capture.open(None)
        else:
            self._go_on_with(cut_off)
        self.show_title()

    def _go_on_with(self, cut_off: Whole) -> None:
        """Show the observation that was cut off; the next key takes it up."""
        found = cut_off.observation
        self.show_lines(cut_off)
        self.say(stopped_sentence(cut_off, self.workplace.clock.now()))
        meeting = Meeting(
            found.id, found.anchor, found.zone, found.team, found.lead, cut_off.roster, begun=True, cut_off=True
        )
        draft = cut_off.draft
        if draft is not None and not self.entry.text:
            self.entry.set_text(draft.text, draft.cursor)
            self.capture.first_key = draft.began
            self._show_reading(draft.text)
        self.capture.open(meeting, half_typed_before=draft is not None and self.entry.text != draft.text)

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
        self._show_reading(event.text)

    @on(Entry.Filed)
    def entry_filed(self, event: Entry.Filed) -> None:
        """File the line; an empty one only says that the person goes on."""
        event.stop()
        self.hush()
        self.capture.file(event.text)
        self._show_reading("")

    @on(Entry.PastedLines)
    def lines_pasted(self, event: Entry.PastedLines) -> None:
        """File every pasted line, as one thing done."""
        event.stop()
        self.capture.paste(event.lines)
        self.say(f"{count_text(len(event.lines), 'pasted line', 'pasted lines')} filed. Ctrl+Z takes them all back.")

    def lines_filed(self, meeting: Meeting, lines: "list[Line]") -> None:
        """Paint what the disk has; lines of a meeting that is no longer on the screen stay off it."""
        if meeting is not self.capture.shown:
            return
        self.timeline.extend([row_of(line, meeting.anchor.utc_ms, meeting.zone) for line in lines])
        self._count += len(lines)
        self.show_title()

    def began(self, meeting: Meeting) -> None:
        """A new observation is on the screen: nothing of the last one is."""
        self.timeline.load([])
        self._count = 0
        self.say(None)
        self.show_title()

    def resumed(self, meeting: Meeting, gap: "Gap") -> None:
        """Mark the gap among the lines."""
        self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone))

    def ended(self, observation: "Observation") -> None:
        """Say that it is over, and be ready for the next one."""
        self.say(ended_sentence(observation))
        self.show_title()

    def saved(self, milliseconds: int) -> None:
        """A slow disk is told, not hidden."""
        self._saved = "all saved" if milliseconds < SLOW_MS else f"saving is slow: {milliseconds} ms"

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
        self._show_reading("")

    def action_leave(self) -> None:
        """Go to Today; the observation goes on."""
        self.capture.withdraw_if_empty()
        self.post_message(GoTo("today"))

    def _show_reading(self, typed: str) -> None:
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
