"""Capture: from a key in the entry line to the scribe, in order, nothing dropped.

It belongs to the Observe room but knows no widget: what it has to tell goes to a `Listener`. Until the notebook is open it
holds what is typed; then it begins an observation, or goes on with the one that was cut off.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coachtui.model.abbreviations import Abbreviations
from coachtui.model.draft import Draft
from coachtui.model.grammar import Reading, read_line
from coachtui.model.meeting import Meeting
from coachtui.model.moment import Moment
from coachtui.model.people import Roster
from coachtui.store.errors import NotebookError
from coachtui.tui.capture_marks import CaptureMarks
from coachtui.tui.held import Held
from coachtui.tui.listener import Listener

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.store.scribe import Scribe


class Capture(CaptureMarks):
    """Writes one observation after another, line by line."""

    def __init__(self, scribe: "Scribe", clock: "Clock", new_id: Callable[[], str], listener: Listener) -> None:
        self._scribe = scribe
        self._clock = clock
        self._new_id = new_id
        self._listener = listener
        self.held = Held()
        self._following: set[asyncio.Task[None]] = set()
        self.meeting: Meeting | None = None
        """The meeting that is being written; None before the first key and after the end."""
        self.shown: Meeting | None = None
        """The meeting on the screen: the one being written, or the one that ended last."""
        self.team: str | None = None
        self.lead: str | None = None
        self.framework: str | None = None
        """What the next meeting is watched for, where it was chosen before the first key."""
        self.roster = Roster()
        self.abbreviations = Abbreviations({})
        self.first_key: Moment | None = None
        """The moment of the first key of what is in the entry now."""
        self._half: tuple[str, int, Moment | None] = "", 0, None
        """What is half-typed, with its cursor and the moment of its first key; the scribe's thread reads it."""
        self.unsaved = 0
        """How many lines wait for the disk."""

    @property
    def is_open(self) -> bool:
        """Whether the notebook is open; until then what is to be done is held back."""
        return self.held.is_open

    def open(self, meeting: Meeting | None, *, half_typed_before: bool = False) -> None:
        """The notebook is open: go on with this meeting (or none), and do what was held back until now.

        With `half_typed_before` the half-typed line of before is filed first, since another is being typed already.
        """
        self.meeting = self.shown = meeting
        if meeting is not None and half_typed_before:
            self._insist(
                lambda notebook: [notebook.lines.file_half_typed(meeting.id)],
                lambda lines: self._listener.lines_filed(meeting, [line for line in lines if line is not None]),
            )
        self.held.open()

    def behind(self, deed: Callable[[], None]) -> None:
        """Do this once all that was typed before it is on the screen: at once, unless the disk takes its time."""
        if self.is_open and not self._following:
            deed()
        else:
            self.held.when_open(lambda: self._insist(lambda _: None, lambda _: deed()))

    async def caught_up(self) -> None:
        """Wait until all that was asked of the notebook is done and told."""
        while self.held or self._following:
            await asyncio.sleep(0.005)

    @property
    def speakers(self) -> Roster:
        """Who may speak in this meeting."""
        return self.roster if self.meeting is None else self.meeting.roster

    def read(self, typed: str) -> Reading:
        """What is typed, read by the grammar, its speaker called by the roster's name."""
        return read_line(typed).named(self.speakers.names)

    def typed(self, text: str, cursor: int, *, first_key: bool) -> None:
        """The entry's text changed; with the first key of a line its time is taken."""
        if first_key or (text and self.first_key is None):
            self.first_key = self._clock.now()
        began = self.first_key
        if not text:
            self.first_key = None
        self.held.when_open(lambda: self._jot(text, cursor, began), half=text)

    def file(self, text: str) -> None:
        """Enter was pressed: file the line at the time of its first key."""
        typed_at = self.first_key or self._clock.now()
        self.first_key = None
        if text.strip():
            self.held.when_open(lambda: self._file(text, typed_at), [text], "")

    def paste(self, lines: list[str]) -> None:
        """Several lines were pasted: file each, all as one."""
        typed_at = self._clock.now()
        self.held.when_open(lambda: self._paste(lines, typed_at), lines)

    def end(self) -> None:
        """End the observation now; what is half-typed is filed with it."""
        meeting = self.meeting
        if meeting is None:
            return
        self.meeting = None
        self.first_key = None
        now = self._clock.now().utc_ms
        at_last_line = meeting.cut_off

        def work(notebook: Any) -> Any:
            if at_last_line:
                return notebook.observations.end_at_last_line(meeting.id)
            return notebook.observations.end(meeting.id, now)

        self._insist(work, self._listener.ended)

    def forget(self) -> None:
        """Know nothing more of the meeting on the screen: the next one is another team's, not named yet."""
        self.shown = self.team = self.lead = self.framework = None
        self.roster = Roster()

    def put_aside(self) -> bool:
        """Let go of a meeting that was cut off and not taken up, until `open` again; whether there was one."""
        if self.meeting is None or not self.meeting.cut_off:
            return False
        self.meeting = self.shown = self.first_key = None
        self.held = Held()
        return True

    def withdraw_if_empty(self) -> None:
        """Leave no trace of an observation in which nothing was written."""
        meeting = self.meeting
        if meeting is not None and meeting.begun and not meeting.cut_off and self.first_key is None:
            self._insist(lambda notebook: notebook.observations.withdraw_if_empty(meeting.id), self._withdrawn)

    def _withdrawn(self, gone: bool) -> None:
        if gone:
            self.meeting = self.shown = None

    def _jot(self, text: str, cursor: int, began: Moment | None) -> None:
        if not text and self.meeting is None:
            return
        self._half = text, cursor, began
        meeting = self._begun(began or self._clock.now())
        self._scribe.jot(Draft(meeting.id, text, cursor, began and meeting.here(began)))

    def _file(self, text: str, typed_at: Moment) -> None:
        meeting = self._begun(typed_at)
        typed_at = meeting.here(typed_at)
        reading = self.read(text)
        full = self.abbreviations.expand(text)
        written_out = None if full == text else self.read(full)
        line_id = self._new_id()
        self._insist(
            lambda notebook: [notebook.lines.file(meeting.id, reading, typed_at, line_id, written_out)],
            lambda lines: self._listener.lines_filed(meeting, lines),
            lines=1,
        )

    def _paste(self, lines: list[str], typed_at: Moment) -> None:
        meeting = self._begun(typed_at)
        readings = [self.read(line) for line in lines]
        first_id = self._new_id()
        self._insist(
            lambda notebook: notebook.lines.paste(meeting.id, readings, typed_at, first_id),
            lambda lines: self._listener.lines_filed(meeting, lines),
            lines=len(lines),
        )

    def _begun(self, first_key: Moment) -> Meeting:
        """The meeting that is being written: begun by its first key, or taken up again with the gap marked.

        What is half-typed by the time the disk gets to it is kept in the same transaction: a key is not gone longer than
        a later one is.
        """
        meeting = self.meeting
        if meeting is None:
            meeting = Meeting(self._new_id(), first_key, self._clock.zone(), self.team, self.lead, self.roster)
            meeting.framework = self.framework
            self.meeting = self.shown = meeting
            self._listener.began(meeting)
        if meeting.cut_off:
            meeting.cut_off = False
            now = self._clock.now()
            meeting.go_on(now)
            self.first_key = self.first_key and meeting.here(self.first_key)
            self._insist(
                lambda notebook: notebook.observations.resume(meeting.id, now, self._half_typed(meeting, first_key)),
                lambda gap: self._listener.resumed(meeting, gap),
            )
        elif not meeting.begun:
            meeting.begun = True
            self._insist(
                lambda notebook: _begin(notebook, meeting, self._half_typed(meeting, first_key)), lambda _: None
            )
        return meeting

    def _half_typed(self, meeting: Meeting, first_key: Moment) -> Draft | None:
        """What is half-typed, if it is still the line that this key began; a later one is kept behind that line."""
        text, cursor, began = self._half
        return Draft(meeting.id, text, cursor, meeting.here(first_key)) if began == first_key else None

    def _insist(self, work: Callable[[Any], Any], then: Callable[[Any], None], lines: int = 0) -> None:
        """Put a verb in the scribe's queue at once, which files so many lines, and tell the listener once the disk has it."""
        started = self._clock.now().boot_ms
        promise = self._scribe.ask(work, insist=True)
        self.unsaved += lines
        following = asyncio.ensure_future(self._follow(promise, then, started, lines))
        self._following.add(following)
        following.add_done_callback(self._followed)

    async def _follow(
        self, promise: asyncio.Future[Any], then: Callable[[Any], None], started: int, lines: int
    ) -> None:
        try:
            try:
                result = await promise
            finally:
                self.unsaved -= lines
        except NotebookError as refusal:
            self._listener.refused(str(refusal))
        else:
            then(result)
            self._listener.saved(self._clock.now().boot_ms - started)

    def _followed(self, following: "asyncio.Task[None]") -> None:
        self._following.discard(following)
        if not following.cancelled() and (fault := following.exception()) is not None:
            self._listener.failed(fault)


def _begin(notebook: Any, meeting: Meeting, half_typed: Draft | None) -> None:
    """Begin an observation, and say what it is watched for where that was chosen."""
    notebook.observations.begin(meeting.id, meeting.anchor, meeting.zone, meeting.team, meeting.lead, half_typed)
    if meeting.framework is not None:
        notebook.observations.describe(meeting.id, framework=meeting.framework)
