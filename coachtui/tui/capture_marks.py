"""What capture does besides lines: marks of look-fors, stretches, words in confidence, the agenda, and changes of lines."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from coachtui.model.grammar import Reading
from coachtui.model.line import Kind
from coachtui.model.moment import Moment, elapsed_ms

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.model.agenda import Planned
    from coachtui.model.meeting import Meeting
    from coachtui.tui.held import Held
from coachtui.tui.listener import Listener


class CaptureMarks:
    """The part of capture that the pad, the agenda and the single keys use; all in the order in which it is asked."""

    meeting: "Meeting | None"
    shown: "Meeting | None"
    first_key: Moment | None
    held: "Held"
    _clock: "Clock"
    _new_id: Callable[[], str]
    _listener: "Listener"

    def _begun(self, first_key: Moment) -> "Meeting":
        raise NotImplementedError

    def _insist(self, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        raise NotImplementedError

    def mark(self, code: str) -> None:
        """Note that a look-for was seen now."""
        now = self._clock.now()
        line_id = self._new_id()

        def deed() -> None:
            meeting = self._begun(now)
            self._insist(
                lambda notebook: [notebook.lines.mark(meeting.id, code, now, line_id)],
                lambda lines: self._listener.lines_filed(meeting, lines),
            )

        self.held.when_open(deed)

    def turn(self, code: str) -> None:
        """Start a look-for that lasts, or stop it."""
        now = self._clock.now()

        def deed() -> None:
            meeting = self._begun(now)
            at_ms = max(0, elapsed_ms(meeting.anchor, now))
            self._insist(
                lambda notebook: notebook.spans.turn(meeting.id, code, at_ms),
                lambda span: self._listener.turned(meeting, span),
            )

        self.held.when_open(deed)

    def confide(self, text: str) -> None:
        """File what is half-typed in confidence, as it stands."""
        typed_at = self.first_key or self._clock.now()
        self.first_key = None
        line_id = self._new_id()
        reading = Reading(None, Kind.IN_CONFIDENCE, None, text, (), False, None)

        def deed() -> None:
            meeting = self._begun(typed_at)
            self._insist(
                lambda notebook: [notebook.lines.file(meeting.id, reading, meeting.here(typed_at), line_id)],
                lambda lines: self._listener.lines_filed(meeting, lines),
            )

        self.held.when_open(deed, [f"? {text}"], "")  # should the notebook never come: a wondering stays mine

    def begin_segment(self, item: "Planned") -> None:
        """Begin a segment now, as it was planned; what is half-typed keeps its own time."""
        now = self._clock.now()
        line_id = self._new_id()
        reading = Reading(None, Kind.SEGMENT, None, item.title, (), False, item.minutes)

        def deed() -> None:
            meeting = self._begun(now)
            self._insist(
                lambda notebook: [notebook.lines.file(meeting.id, reading, now, line_id)],
                lambda lines: self._listener.lines_filed(meeting, lines),
            )

        self.held.when_open(deed)

    def see(self, step_id: str, then: Callable[[Any], None]) -> None:
        """Note that a step was seen in the meeting that is shown, or in the one that begins with this."""
        now = self._clock.now()

        def deed() -> None:
            meeting = self.shown or self._begun(now)
            self._insist(lambda notebook: notebook.steps.see(step_id, meeting.id), then)

        self.held.when_open(deed)

    def plan(self, items: "Sequence[Planned]", then: Callable[[Any], None]) -> None:
        """Give the meeting this agenda."""
        now = self._clock.now()

        def deed() -> None:
            meeting = self._begun(now)
            self._insist(lambda notebook: notebook.agendas.plan(meeting.id, items), then)

        self.held.when_open(deed)

    def change(self, work: Callable[[Any, str], Any], then: Callable[[Any], None]) -> bool:
        """Do a verb on the meeting that is shown, given the notebook and the meeting's id; False where there is none."""
        meeting = self.shown
        if meeting is None:
            return False
        self.held.when_open(lambda: self._insist(lambda notebook: work(notebook, meeting.id), then))
        return True
