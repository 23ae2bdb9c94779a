"""Capture: what is typed is filed, line by line; what is half-typed is on the disk at every key."""

from coachtui.model.grammar import Reading, read_line
from coachtui.model.listed_words import listed_and
from coachtui.model.meeting import Meeting, meeting_of
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.model.people import Roster
from coachtui.model.timing import clock_text
from coachtui.model.told import reading_parts
from coachtui.plain.commands import OBSERVE
from coachtui.plain.conversation import Back
from coachtui.plain.half_typed import KeepsHalfTyped
from coachtui.plain.listener import Typed
from coachtui.plain.meeting import stopped_words, taken_up
from coachtui.plain.said_words import command_names, folded
from coachtui.plain.session import Session
from coachtui.plain.watching_clock import ClockWatch
from coachtui.store.errors import NotebookError
from coachtui.wording import _

BEGINS = _(
    "Type what you see and hear; Enter files each line, at the time of its first key. A line that begins with / is a command, "
    "and // files a slash. /help says which there are."
)
_SHUT = _("What you type goes into the drop box, and comes into the notebook once that opens.")
_WRITTEN_ONLY = _("In the drop box lines are only written. The rest can be done once the notebook is open.")
_IN_DROP_BOX = _("The line is in the drop box, and is taken in once the notebook can be written to.")
_DONE_SHUT = frozenset({"help", "where", "lock", "end", "new", "today", "back", "quit", "blank"})


class Capture(KeepsHalfTyped):
    """The conversation in which an observation is written."""

    TABLE = OBSERVE
    STAYS = True

    def __init__(self, session: Session, team: str | None = None, lead: str | None = None,
                 going_on: Observation | None = None) -> None:  # fmt: skip
        """`going_on` is one that was cut off."""
        super().__init__(session)
        self.meeting: Meeting | None = None
        self.ended: str | None = None
        """The observation that was ended last here."""
        self._next = team, lead
        self._roster: Roster | None = None
        self._watch = ClockWatch(session, lambda: self.meeting if self._is_on_disk else None)
        if going_on is not None:
            self.meeting = taken_up(session, going_on)
            draft = session.notebook.drafts.get(going_on.id)
            if draft is not None:
                self.take_over(Typed(draft.text, draft.began or going_on.anchor))

    def begin(self) -> None:
        """Say which meeting it is, how it is done, and that the notebook is shut, if it is."""
        session, meeting = self.session, self.meeting
        if session.refusal is not None:
            self.say(f"{session.refusal} {_SHUT}")
        team, lead = self._next if meeting is None else (meeting.team, meeting.lead)
        who = listed_and([each for each in (team, lead) if each])
        if meeting is not None and meeting.cut_off:
            self.say(stopped_words(session, meeting))
        elif meeting is not None:
            self.say(
                _("Since {time}. It goes on.").format(
                    time=", ".join(filter(None, (clock_text(meeting.anchor.utc_ms, meeting.zone), who)))
                )
            )
        elif who:
            self.say(_("The next meeting is of {who}.").format(who=who))
        if not session.knows_slash:
            session.knows_slash = True
            self.say(BEGINS)
        if self.put_in:
            self.tell_half_typed()

    def whereabouts(self) -> str:
        """Which meeting it is."""
        meeting = self.meeting
        if meeting is None:
            return _("Observe. Nothing has begun yet: the first key of a line begins an observation.")
        who = listed_and([each for each in (meeting.team, meeting.lead) if each]) or _("team not named")
        return _("Observe, since {time}, {who}.").format(time=clock_text(meeting.anchor.utc_ms, meeting.zone), who=who)

    def hold(self) -> None:
        """Go on until it is left; an observation in which nothing was written leaves no trace."""
        self.session.capture, self.session.each_tick = self, self._watch.look
        try:
            super().hold()
        finally:
            self.session.each_tick = None
            self.attempt(self._leave)

    def _leave(self) -> None:
        meeting = self.meeting
        is_still = meeting is not None and self._is_on_disk and self.half is None
        if meeting is not None and is_still and self.session.shelf.observations.withdraw_if_empty(meeting.id):
            self.meeting = None

    @property
    def _is_on_disk(self) -> bool:
        return self.meeting is not None and self.meeting.begun and not self.meeting.cut_off

    def within(self, first_key: Moment) -> Meeting:
        """The meeting that is written: begun by its first key, or taken up again with the gap marked. Raises a NotebookError."""
        meeting = self.meeting or self._new_meeting(first_key)
        if meeting.cut_off:
            now = self.session.clock.now()
            self.session.shelf.observations.resume(meeting.id, now)
            meeting.go_on(now)
            meeting.cut_off = False
        elif not meeting.begun:
            found = self.session.shelf.observations.begin(
                meeting.id, meeting.anchor, meeting.zone, meeting.team, meeting.lead
            )
            meeting.begun, meeting.lead = True, found.lead
        self.meeting = meeting
        return meeting

    def keep(self, typed: Typed) -> None:
        """File a line, and say how it was read. What the notebook does not take goes into the drop box, if that can be.

        If not, it stands in the line again.
        """
        if not typed.text.strip():
            return
        try:
            self._file(self.read(typed.text), typed)
        except NotebookError as fault:
            if not self._put_into_drop_box(typed):
                self.take_over(typed)
                raise
            self.say(f"{fault} {_IN_DROP_BOX}")

    def _put_into_drop_box(self, typed: Typed) -> bool:
        """Keep a line there, as one of this meeting; whether that could be done."""
        from coachtui.store.dropbox import DropBox

        session, meeting = self.session, self.meeting or self._new_meeting(typed.began)
        box = DropBox(session.places, session.clock, session.new_id())
        try:
            box.begin(meeting.id, meeting.anchor, meeting.zone, meeting.team, meeting.lead)
            box.paste(meeting.id, [read_line(typed.text)], typed.began, session.new_id())
        except NotebookError:
            return False
        finally:
            box.close()
        self.meeting = meeting
        return session.refusal is None

    def _new_meeting(self, first_key: Moment) -> Meeting:
        team, lead = self._next
        return Meeting(self.session.new_id(), first_key, self.session.clock.zone(), team, lead)

    def read(self, text: str) -> Reading:
        """What is typed, read by the grammar, its speaker called by the roster's name."""
        return read_line(text).named(self.roster().names)

    def _file(self, reading: Reading, typed: Typed) -> None:
        meeting = self.within(typed.began)
        full = self.session.abbreviations.expand(typed.text)
        written_out = None if full == typed.text else self.read(full)
        began = meeting.here(typed.began)
        line = self.session.shelf.lines.file(meeting.id, reading, began, self.session.new_id(), written_out)
        self.half = None
        parts = reading_parts(written_out or reading, began, meeting.zone)
        self.say(f"{line.place}. {', '.join(parts)}.")

    def observation(self) -> Observation | None:
        """The observation that is written, or the one that was ended last here."""
        if self.meeting is None:
            return None if self.ended is None else self.session.notebook.observations.find(self.ended)
        return self.session.notebook.observations.find(self.meeting.id)

    def roster(self) -> Roster:
        """Who may speak in this meeting."""
        if self._roster is None:
            team = self._next[0] if self.meeting is None else self.meeting.team
            people = () if self.session.refusal is not None else self.session.notebook.people.speakers_of(team)
            self._roster = Roster(people)
        return self._roster

    def order(self, words: str) -> None:
        """Do a command, where it can be done."""
        first = folded(words.split(maxsplit=1)[0])
        if self.session.refusal is not None and not any(
            name.startswith(first) for each in _DONE_SHUT for name in command_names(each)
        ):
            self.say(_WRITTEN_ONLY)
            return
        super().order(words)

    def describe(self, found: Observation) -> None:
        """Say whose it is, and read the lines by that team's roster from here on."""
        if self.meeting is not None:
            self.meeting.team, self.meeting.lead = found.team, found.lead
        self._roster = None
        super().describe(found)

    def change(self, **told: str | None) -> None:
        """Keep whose meeting it is; of one that has not begun it is kept for the one that will."""
        if self.meeting is not None:
            super().change(**told)
            return
        self._next = told.get("team", self._next[0]), told.get("lead", self._next[1])
        self._roster, self.ended = None, None
        team, lead = self._next
        self.say(
            _("The next meeting is of {team}{lead}.").format(
                team=team or _("a team not named"), lead=_(", with {lead}").format(lead=lead) if lead else ""
            )
        )

    def turned(self) -> None:
        """An end that was taken back lets the observation go on; one that was done again is over."""
        found = self.observation()
        if found is not None and found.ended_utc_ms is None and self.meeting is None:
            self.meeting = meeting_of(found)
            self.say(_("The observation goes on."))
        elif found is not None and found.ended_utc_ms is not None:
            self.meeting, self.ended = None, found.id

    def do_back(self, __: str) -> None:
        """Go to where one came from; the observation goes on."""
        if self.meeting is not None and self._is_on_disk:
            self.say(_("The observation goes on; observe takes you back to it, and nothing is ended."))
        raise Back
