"""Observe: sit in on a meeting and write down what is said and done, as it happens."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Rule

from coachtui.model.agenda import read_agenda
from coachtui.model.meeting import Meeting
from coachtui.tui.bindings import bindings_for
from coachtui.tui.capture import Capture
from coachtui.tui.commands import OBSERVE
from coachtui.tui.frames import hint
from coachtui.tui.meeting_view import MeetingView
from coachtui.tui.opening import Shown
from coachtui.tui.rooms.concluding import Concludes
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.scrolling import ScrollsTimeline
from coachtui.tui.rooms.showing_meeting import ShowsMeeting
from coachtui.tui.rooms.taking_back import TakesBack
from coachtui.tui.rooms.taking_up import TakesUp
from coachtui.tui.rooms.telling_title import TellsTitle
from coachtui.tui.rooms.watching_clock import WatchesClock
from coachtui.tui.telling import gap_row, row_of, rows_of
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.line_keys import LineKeys
from coachtui.tui.widgets.meeting_strip import MeetingStrip
from coachtui.tui.widgets.pad import Pad
from coachtui.tui.widgets.reading_line import ReadingLine
from coachtui.tui.widgets.timeline import Timeline
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.line import Line
    from coachtui.model.observation import Gap
    from coachtui.model.people import Roster

EMPTY = _("Type what you see and hear.\nEnter files each line at the time of its first key.")
SETTLE_AFTER = 0.03
"""Seconds after which the entry shows that it is empty, though its line is not on the disk yet."""
WIDE = 100
"""The cells from which the pad stands at the side without being asked for."""


class ObserveRoom(TellsTitle, ScrollsTimeline, ShowsMeeting, Concludes, TakesUp, TakesBack, WatchesClock):
    """The room in which an observation is written."""

    NAME = OBSERVE
    BINDINGS = bindings_for(OBSERVE)
    IS_OPEN = False

    def __init__(self, workplace: Workplace, team: str | None = None, lead: str | None = None) -> None:
        super().__init__(workplace)
        self.timeline = Timeline(empty_text=EMPTY)
        self.strip = MeetingStrip(id="strip")
        self.reading_line = ReadingLine(id="reading")
        self.reading_line.usual = hint(workplace.keymap)
        self.pad = Pad(id="pad")
        self.entry = Entry(id="entry", waits=True)
        self.ask_entry = AskEntry(id="ask")
        self.line_keys = LineKeys()
        self.view = MeetingView()
        self.capture = Capture(workplace.scribe, workplace.clock, workplace.new_id, self)
        self.capture.team, self.capture.lead = team, lead

    def compose(self) -> ComposeResult:
        """The title, the lines with the pad beside them, the strip, the entry, the keys."""
        yield self.title_row
        yield Rule()
        with Horizontal(id="lines"):
            yield self.timeline
            yield self.pad
        yield self.notice
        yield Rule()
        yield self.strip
        yield self.reading_line
        yield self.ask_entry
        yield self.entry
        yield self.line_keys
        yield self.footer_row

    def on_mount(self) -> None:
        """Put the cursor in the entry before anything else."""
        self.pad.display = self.app.size.width >= WIDE
        super().on_mount()
        self.entry.focus()
        self.show_title()
        self.show_reading("")
        self.set_interval(1.0, self._each_second)
        if self.workplace.is_open:
            self.notebook_opened()

    def _each_second(self) -> None:
        self.look_at_clock()
        self.show_title()
        self.show_strip()

    def resting(self) -> Widget:
        """The entry."""
        return self.entry

    def asking(self, is_asking: bool) -> None:
        """The question takes the row of the faint reading, so that nothing else moves."""
        self.reading_line.display = not is_asking

    def speakers(self) -> "Roster":
        """Who may speak in this meeting."""
        return self.capture.speakers

    def leaving(self) -> None:
        """Leave no empty observation behind."""
        self.capture.withdraw_if_empty()

    def show_none(self) -> None:
        """Show no line, and nothing that was said of other ones."""
        self.view = MeetingView()
        self.timeline.load([])
        self.stand_as_usual()
        self.show_title()
        self.show_reading(self.entry.text)
        self.counted()

    def show_lines(self, shown: Shown) -> None:
        """Show an observation as it is now."""
        told = self.view.told
        self.view = MeetingView(shown.whole)
        self.view.told = told
        self.shown_observation = shown.observation
        self.timeline.load(rows_of(shown.whole, is_open=False))
        self.counted()

    @on(Entry.Changed, "#entry")
    def entry_changed(self, event: Entry.Changed) -> None:
        """Keep what is half-typed, and show how it will be filed."""
        event.stop()
        self.hush()
        self.capture.typed(event.text, event.cursor, first_key=event.first_key)
        self.show_reading(event.text)

    @on(Entry.Filed, "#entry")
    def entry_filed(self, event: Entry.Filed) -> None:
        """File the line."""
        event.stop()
        self.hush()
        self.tell_hint(event.text)
        self.capture.file(event.text)
        self.set_timer(SETTLE_AFTER, self._settle)

    def _settle(self) -> None:
        """Paint the entry as it is now: in one picture with the filed line, or soon where the disk takes its time."""
        self.entry.settle()
        self.show_reading(self.entry.text)
        if not self.disk_takes_it:
            self.show_whether_saved()

    @on(Entry.PastedLines, "#entry")
    def lines_pasted(self, event: Entry.PastedLines) -> None:
        """File every pasted line, as one thing done; an agenda is one, not lines."""
        event.stop()
        agenda = read_agenda(event.lines) if self.workplace.refusal is None else ()
        if agenda:
            self.capture.plan(agenda, lambda __: self.agenda_planned(agenda))
            return
        self.capture.paste(event.lines)

    def lines_filed(self, meeting: Meeting, lines: "list[Line]") -> None:
        """Paint what the disk has; lines of a meeting that is no longer on the screen stay off it."""
        if meeting is not self.capture.shown:
            return
        first = not self.view.lines
        self.view.add(lines)
        self.timeline.extend([row_of(line, meeting.anchor.utc_ms, meeting.zone, is_open=False) for line in lines])
        self._settle()
        self.show_pad()
        if first or any(line.kind == "segment" for line in lines):
            self.show_strip()  # else with the next second: it looks at every line
        if len(lines) > 1:
            self.say(
                _("{number} filed. Ctrl+Z takes them all back.").format(
                    number=counted(len(lines), "{n} pasted line", "{n} pasted lines")
                )
            )

    def began(self, meeting: Meeting) -> None:
        """A new observation is on the screen: nothing of the last one is."""
        self.workplace.writing = meeting.id
        for room in self.app.screen_stack:
            if isinstance(room, Room) and room is not self:
                room.meeting_began()
        self.show_none()

    def resumed(self, meeting: Meeting, gap: "Gap") -> None:
        """Mark the gap among the lines."""
        self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone))

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

    def action_leave(self) -> None:
        """Go to Today; the observation goes on."""
        self.let_go()
        self.capture.withdraw_if_empty()
        self.put_aside()
        meeting = self.capture.meeting
        self.workplace.writing = None if meeting is None else meeting.id
        self.post_message(GoTo("today"))
