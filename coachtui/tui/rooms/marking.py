"""The single keys of a meeting: look-fors of the pad, speakers, the star, words in confidence, the next segment, a pause."""

from collections.abc import Callable
from typing import Any

from coachtui.model.grammar import read_line, write_line
from coachtui.model.keys import PAD_KEYS, SPEAKER_KEYS, STEP_KEY
from coachtui.model.line import Kind
from coachtui.model.meeting import Meeting
from coachtui.model.moment import elapsed_ms
from coachtui.model.observation import Gap, Observation
from coachtui.model.span import Span
from coachtui.tui.capture import Capture
from coachtui.tui.pad_rows import pad_rows
from coachtui.tui.presets import NO_FUNCTION_KEYS
from coachtui.tui.rooms.confiding import CONFIDED, GONE_ALREADY
from coachtui.tui.rooms.watching_steps import WatchesSteps
from coachtui.tui.telling import gap_row
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.pad import Pad
from coachtui.wording import _


class Marks(WatchesSteps):
    """The keys that mark, in the room where an observation is written."""

    capture: Capture
    entry: Entry
    pad: Pad
    is_tallying = False

    def can_change(self) -> bool:
        """Whether lines can be changed; in the drop box they can't, which is said."""
        if self.workplace.refusal is None:
            return True
        self.say(_("In the drop box lines are only written. The rest can be done once the notebook is open."))
        return False

    def change_lines(self, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Do a verb of the notebook behind all that was asked before, and go on with what it gave."""
        if self.can_change():
            self.capture.change(lambda notebook, __: work(notebook), then)
            if self.timeline.pointed is not None:
                self.keep_keys()

    def keep_keys(self) -> None:
        """Let the keys that come next wait until what was asked of the notebook is on the screen."""
        self.attempt(self.capture.caught_up, group="keys")

    def action_lines(self) -> None:
        """Take the lines in hand, where they can be changed."""
        if self.can_change():
            take = super().action_lines
            if self.view.lines:
                take()
            else:
                self.capture.behind(take)
                self.keep_keys()

    def use_pad(self, key: str) -> None:
        """Do what a key of the pad does: with a line in hand to that line, else to the last one."""
        if self.timeline.pointed is not None and key in PAD_KEYS:
            self.action_line_mark(key)
        elif key == STEP_KEY:
            self.action_step_seen()
        elif key in SPEAKER_KEYS:
            self.action_speaker(key)
        else:
            self.action_mark(key)

    def action_mark(self, key: str) -> None:
        """Mark the last line with a look-for of the pad, or note that it was seen now."""
        look_for = self.on_pad(key)
        if look_for is None:
            self.say(_("There is no look-for on Alt+{key}. F4 shows the pad.").format(key=key.upper()))
        elif self.workplace.refusal is not None:
            self.capture.paste([_("seen #{code}").format(code=look_for.code)])
        elif look_for.duration:
            self.capture.turn(look_for.code)
        elif self.entry.text.strip():
            self.capture.behind(lambda: self._mark_last(look_for.code))
        else:
            self.capture.mark(look_for.code)

    def _mark_last(self, code: str) -> None:
        last = self.view.last
        if last is None:
            self.capture.mark(code)
        else:
            self.change_line(lambda notebook: notebook.lines.code(last.id, code))

    def action_speaker(self, key: str) -> None:
        """Say who speaks in the line that is typed, or in the last line."""
        people = self.speakers().people
        place = SPEAKER_KEYS.find(key)
        if not 0 <= place < len(people):
            self.say(_("Nobody is on Alt+{key}. F5 names the team; its members get the keys.").format(key=key))
            return
        if self.entry.text.strip():
            reading = read_line(self.entry.text)
            self.entry.replace_text(write_line(reading._replace(speaker=people[place].handle)))
        elif self.can_change():
            self.capture.behind(lambda: self._name_last(people[place].name))

    def _name_last(self, name: str) -> None:
        last = self.view.last
        if last is not None:
            self.change_line(lambda notebook: notebook.lines.tag(last.id, name))

    def action_star(self) -> None:
        """Star the last line, or take the star away."""
        if self.can_change():
            self.capture.behind(self._star_last)

    def _star_last(self) -> None:
        last = self.view.last
        if last is not None:
            self.change_line(lambda notebook: notebook.lines.star(last.id, not last.starred))

    def action_confide(self) -> None:
        """What is typed, or the last line, in confidence; the same line again without trace."""
        if self.entry.text.strip():
            self.is_in_haste()
            self.capture.confide(self.entry.text)
            self.entry.set_text("", 0)
            self.show_reading("")
            self.say(CONFIDED)
        elif self.can_change():
            self.capture.behind(self._confide_last)

    def _confide_last(self) -> None:
        last = self.view.last
        if last is None:
            return
        if last.id == self.spared:
            self.say(GONE_ALREADY)
            return
        if last.kind is not Kind.IN_CONFIDENCE:
            self.timeline.take_out([last.id])
        self.confide(last)

    def action_segment(self) -> None:
        """Begin the next segment of the agenda."""
        planned = self.view.next_planned()
        if planned is None:
            self.say(
                _(
                    'Type "= Data 20" to begin a segment; paste an agenda, an item a row, and F6 begins one after the other.'
                )
            )
            return
        self.capture.begin_segment(planned)

    def action_pause(self) -> None:
        """Pause the meeting, or go on."""
        meeting = self.capture.meeting
        if meeting is None or not self.can_change():
            return
        now = self.workplace.clock.now()
        if meeting.paused_ms is None:
            meeting.paused_ms = max(0, elapsed_ms(meeting.anchor, now))
            self.change_lines(lambda notebook: notebook.observations.pause(meeting.id, now), self._paused)
        else:
            meeting.paused_ms = None
            self.change_lines(
                lambda notebook: notebook.observations.go_on(meeting.id, now), lambda gap: self._went_on(meeting, gap)
            )

    def _paused(self, observation: Observation) -> None:
        self.stand(_("Paused. Ctrl+G goes on. What you type is filed all the same."))
        self.show_title()

    def _went_on(self, meeting: Meeting, gap: Gap | None) -> None:
        self.stand_as_usual()
        if gap is not None:
            self.timeline.append(gap_row(gap, meeting.anchor.utc_ms, meeting.zone))
        self.show_title()

    def turned(self, meeting: Meeting, span: Span) -> None:
        """A look-for that lasts was started or stopped."""
        if meeting is self.capture.shown:
            self.view.turn(span)
            self.counted()

    def action_pad(self) -> None:
        """Show the pad, or hide it."""
        self.pad.display = not self.pad.display
        self.counted()

    def action_tally(self) -> None:
        """Count who speaks, or no longer."""
        self.is_tallying = not self.is_tallying
        if self.is_tallying:
            self.pad.display = True
        self.counted()

    def action_complete(self) -> None:
        """Complete a handle at the beginning of what is typed, or show the abbreviations written out."""
        typed = self.entry.text
        handles = self.speakers().beginning(typed) if typed and typed.isalnum() else []
        if len(handles) == 1 or (handles and handles[0].casefold() == typed.casefold()):
            self.entry.replace_text(f"{handles[0]}: ")
        elif handles:
            self.say("  ".join(f"{handle}:" for handle in handles))
        else:
            self.entry.replace_text(self.capture.abbreviations.expand(typed))

    def counted(self) -> None:
        """Bring the pad and the strip in line with the lines."""
        self.show_pad()
        self.show_strip()

    def show_pad(self) -> None:
        """Bring the pad, if it is shown, in line with the lines."""
        if self.pad.display:
            voices = self.view.voices() if self.is_tallying else None
            with_alt = self.workplace.settings.keys != NO_FUNCTION_KEYS
            self.pad.show(pad_rows(self.framework, self.view, self.speakers(), voices, self.steps, with_alt=with_alt))

    def show_strip(self) -> None:
        """Show where the meeting is."""
        raise NotImplementedError

    def watch_for(self) -> None:
        """Take the framework of the meeting that is shown."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Show whose meeting it is."""
        raise NotImplementedError

    def show_reading(self, typed: str) -> None:
        """Show how what is typed will be filed."""
        raise NotImplementedError
