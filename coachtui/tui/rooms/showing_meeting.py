"""How the Observe room shows the meeting: how a line will be filed, a hint, the strip, whose it is."""

from coachtui.model.abbreviations import Abbreviations
from coachtui.model.agenda import Planned
from coachtui.model.hints import Lexicon
from coachtui.model.moment import elapsed_ms
from coachtui.model.observation import Observation
from coachtui.model.people import Roster
from coachtui.tui.capture import Capture
from coachtui.tui.opening import Shown, read_shown
from coachtui.tui.rooms.describing import Describes
from coachtui.tui.rooms.marking import Marks
from coachtui.tui.telling import reading_text, segment_text
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.meeting_strip import MeetingStrip
from coachtui.tui.widgets.reading_line import ReadingLine
from coachtui.wording import _, counted

SCAN = _("scan now")
"""The silent tick: one look around, one line."""


class ShowsMeeting(Describes, Marks):
    """The faint rows around the entry, and what is known of the meeting."""

    IS_WRITTEN_IN = True
    capture: Capture
    entry: Entry
    strip: MeetingStrip
    reading_line: ReadingLine
    lexicon: Lexicon | None = None
    scan_minutes = 0
    shown_observation: Observation | None = None

    def action_about(self) -> None:
        """Ask whose meeting it is, where that can be kept."""
        if self.can_change():
            super().action_about()

    def show_reading(self, typed: str) -> None:
        """Show how what is typed will be filed, and, quietly, a word worth another look."""
        meeting, first_key = self.capture.meeting, self.capture.first_key
        if not typed.strip() or first_key is None:
            self.reading_line.show_reading(None)
            return
        zone = meeting.zone if meeting is not None else self.workplace.clock.zone()
        reading = self.capture.read(typed)
        hint = None if self.lexicon is None else self.lexicon.hint(reading, self.view.told)
        advice = "" if hint is None else f"“{hint.word}” {hint.advice}"
        self.reading_line.show_reading(reading_text(reading, first_key, zone), advice)

    def tell_hint(self, typed: str) -> None:
        """A hint that was shown for a line is not shown again for its word."""
        hint = None if self.lexicon is None else self.lexicon.hint(self.capture.read(typed), self.view.told)
        if hint is not None:
            self.view.told.add(hint.word)

    def show_strip(self) -> None:
        """Show the present segment, what goes on, and the meeting as a row."""
        meeting = self.capture.shown
        self.strip.display = meeting is not None and bool(self.view.lines or self.view.spans or self.view.agenda)
        if meeting is None or not self.strip.display:
            return
        now_ms = max(0, elapsed_ms(meeting.anchor, self.workplace.clock.now()))
        segment = self.view.segment
        words = "" if segment is None or segment.at_ms is None else segment_text(segment, now_ms)
        going = " · ".join(
            _("{name_of} goes on").format(name_of=self._name_of(span.code)) for span in self.view.going()
        )
        if not going and self._is_time_to_scan(now_ms):
            going = SCAN
        self.strip.show_meeting(words, going, self.view.drawing(now_ms))

    def _name_of(self, code: str) -> str:
        look_for = None if self.framework is None else self.framework.called(code)
        return code if look_for is None else look_for.name

    def _is_time_to_scan(self, now_ms: int) -> bool:
        """Whether the tick stands now: for ten seconds after each so many minutes."""
        every = self.scan_minutes * 60_000
        return bool(every) and self.capture.meeting is not None and now_ms >= every and now_ms % every < 10_000

    def furnished(self) -> None:
        """The frameworks and the words worth a hint are known."""
        place = self.workplace
        self.lexicon = place.lexicon
        self.scan_minutes = place.settings.scan_minutes
        self.is_tallying = place.settings.tally
        self.capture.abbreviations = Abbreviations(place.settings.abbreviations)
        self.watch_for()

    def watch_for(self) -> None:
        """Take the framework of the meeting that is shown, or of the next one, the usual one where none was chosen; and steps."""
        place, meeting = self.workplace, self.capture.shown
        chosen = self.capture.framework if meeting is None else meeting.framework
        usual = place.frameworks.get(place.settings.framework)
        self.framework = place.frameworks.get(chosen or "", usual)
        self.counted()
        self.look_for_steps()

    def agenda_planned(self, agenda: "tuple[Planned, ...]") -> None:
        """The meeting has an agenda."""
        self.view.agenda = agenda
        minutes = sum(item.minutes for item in agenda)
        self.say(
            _("Agenda of {number}, {minutes} min. F6 begins the first, then the next.").format(
                number=counted(len(agenda), "{n} item", "{n} items"), minutes=minutes
            )
        )
        self.counted()

    def present(self) -> Observation | None:
        """The observation that is shown, once it has begun."""
        meeting = self.capture.shown
        if meeting is None or not meeting.begun or meeting.cut_off:
            return None
        return Observation(
            id=meeting.id, ref="", team=meeting.team, lead=meeting.lead, anchor=meeting.anchor, zone=meeting.zone,
            ended_utc_ms=None, source=None, lines=len(self.view.lines), framework=meeting.framework,
        )  # fmt: skip

    def about(self) -> tuple[str | None, str | None, str | None]:
        """The team, the lead and the framework as they are known now."""
        meeting = self.capture.shown
        framework = None if self.framework is None else self.framework.id
        if meeting is None:
            return self.capture.team, self.capture.lead, framework
        return meeting.team, meeting.lead, framework

    def keep_for_later(self, team: str | None, lead: str | None, framework: str | None) -> None:
        """Whose meeting the next one is, and what it is watched for."""
        self.capture.team, self.capture.lead, self.capture.framework = team, lead, framework
        self.watch_for()
        self.show_title()
        self.attempt(lambda: self._read_speakers(team), group="speakers", leads=False)

    def come_for(self, team: str | None, lead: str | None) -> None:
        """The next meeting is of this team and lead, unless one is being written."""
        if not self.is_mounted or not self.capture.is_open:
            self.capture.team, self.capture.lead = team, lead
        elif self.capture.meeting is None:
            self.capture.forget()
            self.show_none()
            self.keep_for_later(team, lead, None)
        else:
            self.say(_("Another observation is being written. End it first with F8."))

    async def _read_speakers(self, team: str | None) -> None:
        people = await self.workplace.scribe.do(lambda notebook: notebook.people.speakers_of(team))
        self.capture.roster = Roster(people)
        meeting = self.capture.meeting
        if meeting is not None and meeting.team == team:
            meeting.roster = self.capture.roster
        self.counted()

    def described(self, observation: Observation) -> None:
        """Show the meeting as it was described."""
        meeting = self.capture.shown
        if meeting is None or meeting.id != observation.id:
            return
        meeting.team, meeting.lead, meeting.anchor = observation.team, observation.lead, observation.anchor
        meeting.framework = observation.framework
        self.watch_for()
        self.reload()

    def reload(self) -> None:
        """Read the observation anew and show it as it is now."""
        meeting = self.capture.shown
        if meeting is not None and self.workplace.refusal is None:
            self.attempt(lambda: self._read_anew(meeting.id), group="reload", leads=self.timeline.pointed is not None)

    async def _read_anew(self, identity: str) -> None:
        shown = await self.workplace.scribe.do(
            lambda notebook: read_shown(notebook, notebook.observations.get(identity))
        )
        meeting = self.capture.shown
        if meeting is not None and meeting.id == identity:
            meeting.roster = shown.roster
            self.show_lines(shown)
            self.show_title()

    def show_lines(self, shown: Shown) -> None:
        """Show an observation as it is now."""
        raise NotImplementedError

    def show_none(self) -> None:
        """Show that no observation has begun."""
        raise NotImplementedError
