"""The commands of a meeting that is written: the clock, the agenda, look-fors, words in confidence, a pause, the end."""

from typing import TYPE_CHECKING, Any

from coachtui.model.agenda import read_agenda
from coachtui.model.grammar import Reading
from coachtui.model.line import Kind
from coachtui.model.moment import Moment, elapsed_ms
from coachtui.model.timing import clock_text, length_text, local_time
from coachtui.model.told import reading_parts, segment_text
from coachtui.plain.closing import AsksClosingWords
from coachtui.plain.conversation import Back
from coachtui.plain.spoken import ended
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.meeting import Meeting
    from coachtui.model.observation import Observation
    from coachtui.model.step import Step

_NOT_BEGUN = _("Nothing has begun yet: the first key of a line begins an observation.")


class Marks(AsksClosingWords):
    """The part of capture that is not lines."""

    meeting: "Meeting | None"
    ended: str | None

    def within(self, first_key: Moment) -> "Meeting":
        """The meeting that is written, begun where it was not."""
        raise NotImplementedError

    def do_clock(self, __: str) -> None:
        """How long it takes so far."""
        meeting = self.meeting
        if meeting is None:
            self.say(_NOT_BEGUN)
            return
        now_ms = max(0, elapsed_ms(meeting.anchor, self.session.clock.now()))
        self.say(
            _("Since {time}, {length}.").format(
                time=clock_text(meeting.anchor.utc_ms, meeting.zone), length=length_text(now_ms)
            )
        )
        segments = [line for line in self.session.notebook.lines.of(meeting.id) if line.kind is Kind.SEGMENT]
        if segments:
            self.say(_("Now: {segment_text}.").format(segment_text=segment_text(segments[-1], now_ms)))

    def do_agenda(self, rest: str) -> None:
        """Plan the meeting."""
        items = read_agenda([each.strip() for each in rest.split(";") if each.strip()])
        if not items:
            self.say(_("Say each item with its minutes: agenda Norms 5; Data review 20."))
            return
        meeting = self.within(self.session.clock.now())
        self.session.notebook.agendas.plan(meeting.id, items)
        minutes = sum(item.minutes for item in items)
        self.say(
            _("An agenda of {number}, {minutes} minutes. next begins the first.").format(
                number=counted(len(items), "{n} item", "{n} items"), minutes=minutes
            )
        )

    def do_next(self, __: str) -> None:
        """Begin the next segment of the agenda."""
        now, notebook = self.session.clock.now(), self.session.notebook
        planned = [] if self.meeting is None else list(notebook.agendas.of(self.meeting.id))
        lines = [] if self.meeting is None else notebook.lines.of(self.meeting.id)
        begun = {line.text.casefold() for line in lines if line.kind is Kind.SEGMENT}
        item = next((each for each in planned if each.title.casefold() not in begun), None)
        if item is None:
            self.say(_("Nothing more is planned. A line such as = Data review 15 begins a segment."))
            return
        self._file_now(Reading(None, Kind.SEGMENT, None, item.title, (), False, item.minutes), now)

    def _file_now(self, reading: Reading, now: Moment) -> None:
        meeting = self.within(now)
        line = self.session.shelf.lines.file(meeting.id, reading, now, self.session.new_id())
        self.say(f"{line.place}. {', '.join(reading_parts(reading, now, meeting.zone))}.")

    def do_mark(self, rest: str) -> None:
        """Note that a look-for was seen now; one that lasts begins, or is over."""
        now, framework, code = self.session.clock.now(), self.framework(), rest.lstrip("#").strip()
        look_for = None if framework is None else framework.called(code)
        if look_for is None:
            self.say(_("Say one of the look-fors by its code: mark TM3. lookfors says those there are."))
            return
        meeting = self.within(now)
        if look_for.duration:
            span = self.session.notebook.spans.turn(meeting.id, look_for.code, max(0, elapsed_ms(meeting.anchor, now)))
            whole = _("{name} goes on.") if span.to_ms is None else _("{name} is over.")
            self.say(whole.format(name=look_for.name))
            return
        line = self.session.notebook.lines.mark(meeting.id, look_for.code, now, self.session.new_id())
        self.say(
            _("{place}. {time}, {name}, seen.").format(
                place=line.place, time=clock_text(now.utc_ms, meeting.zone), name=look_for.name
            )
        )

    def do_confide(self, rest: str) -> None:
        """File words in confidence."""
        if rest:
            self._file_now(Reading(None, Kind.IN_CONFIDENCE, None, rest, (), False, None), self.session.clock.now())
        else:
            self.say(_("confide and the words files them in confidence; hide takes the last line in confidence."))

    def do_seen(self, rest: str) -> None:
        """The steps of the lead, or that one was seen."""
        steps = self._steps()
        if not steps:
            self.say(_("No step of the lead waits to be seen."))
        elif not rest:
            for place, each in enumerate(steps, 1):
                self.say(f"{place}. {ended(each.words)}" + (_(" Seen.") if each.state == "seen" else ""))
        elif (step := self.chosen(rest, steps)) is not None:
            meeting = self.within(self.session.clock.now())
            self.session.notebook.steps.see(step.id, meeting.id)
            self.say(_("Seen: {ended} undo takes it back.").format(ended=ended(step.words)))

    def _steps(self) -> "list[Step]":
        found, notebook = self.observation(), self.session.notebook
        lead = None if found is None else notebook.record.lead_seen_in(found.id)
        if found is None or lead is None:
            return []
        day = local_time(found.anchor.utc_ms, found.zone).date()
        return [each for each in notebook.steps.watched(lead, day) if each.words]

    def do_pause(self, __: str) -> None:
        """Pause, or go on."""
        found, now = self.observation(), self.session.clock.now()
        if self.meeting is None or found is None:
            self.say(_NOT_BEGUN)
        elif found.paused_ms is None:
            self.session.notebook.observations.pause(found.id, now)
            self.say(_("Paused. pause again goes on. What you type is filed all the same."))
        else:
            gap = self.session.notebook.observations.go_on(found.id, now)
            self.say(
                _("It goes on.")
                if gap is None
                else _("It goes on, after {length}.").format(length=length_text(gap.to_ms - gap.from_ms))
            )

    def do_new(self, __: str) -> None:
        """Be ready for the next meeting."""
        if self.meeting is not None:
            self._end()
        self.ended = None
        self.change(team=None, lead=None)
        self.say(_("Ready for the next meeting. The first key begins it."))

    def do_end(self, __: str) -> None:
        """End it; then the three questions, and on to where it is read."""
        if self.meeting is None:
            self.say(_NOT_BEGUN)
            return
        over = self._end()
        if self.session.refusal is None:
            from coachtui.plain.reading import Reading as ReadingAloud

            self.ask_closing_words(over.id)
            ReadingAloud(self.session, over.id, is_new=True).hold()
        raise Back  # what is typed next is not to be taken for another meeting

    def _end(self) -> "Observation":
        meeting = self.meeting
        assert meeting is not None
        shelf: Any = self.session.shelf.observations
        now_ms = self.session.clock.now().utc_ms
        over = shelf.end_at_last_line(meeting.id) if meeting.cut_off else shelf.end(meeting.id, now_ms)
        self.meeting, self.ended = None, meeting.id
        whole = (
            _("Ended at {when}, {number}, all saved in the drop box.")
            if self.session.refusal is not None
            else _("Ended at {when}, {number}, all saved.")
        )
        when = clock_text(over.ended_utc_ms or 0, over.zone)
        self.say(whole.format(when=when, number=counted(over.lines, "{n} line", "{n} lines")))
        return over  # type: ignore[no-any-return]
