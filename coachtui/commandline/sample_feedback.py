"""The feedback of the sample school: one that was shared and answered, and a draft, each with the lines that it stands on."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from typing import Any

from coachtui.clock import Clock
from coachtui.commandline.sample_days import school_day
from coachtui.library import load_feedback_shapes
from coachtui.model.dates import short_date
from coachtui.model.feedback import Feedback
from coachtui.model.feedback_summary import feedback_summary
from coachtui.model.moment import Moment
from coachtui.model.names import Way
from coachtui.model.observation import Observation
from coachtui.model.summarizing import cycle_on
from coachtui.model.timing import clock_text, local_time, utc_ms_of
from coachtui.places import Places
from coachtui.sharing.courier import Courier
from coachtui.sharing.gate import Gate
from coachtui.sharing.record_folder import RecordFolder
from coachtui.store.notebook import Notebook

_LINE = re.compile(r"\{(\d+)\}")
_DAY = re.compile(r"\{\+(\d+)\}")
_HALF_AN_HOUR = 30 * 60_000


class SampleClock(Clock):
    """A clock that can be put back to when something is said to have been done."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._then: Moment | None = None

    def now(self) -> Moment:
        """The moment it was put to; else the present one."""
        return self._then or self._clock.now()

    def zone(self) -> str:
        """Where the computer is."""
        return self._clock.zone()

    @contextmanager
    def at(self, utc_ms: int) -> Generator[None, None, None]:
        """Stand at a moment, in ms since 1970 UTC; never at one that is still to come."""
        now = self._clock.now()
        self._then = now._replace(utc_ms=min(utc_ms, now.utc_ms))
        try:
            yield
        finally:
            self._then = None


def fill_feedback(notebook: Notebook, school: dict[str, Any], clock: SampleClock, places: Places) -> None:
    """Draft the feedback, share what was shared, and deliver it into the record of this home. Raises a NotebookError."""
    meetings = {each.team: each for each in notebook.observations.all() if each.ended_utc_ms is not None}
    today = clock.today()
    for told in school["feedback"]:
        meeting = meetings[told["team"]]
        with clock.at((meeting.ended_utc_ms or 0) + _HALF_AN_HOUR):
            feedback = _draft(notebook, told, meeting, today)
        if "shared" in told:
            _share(notebook, told["shared"], feedback, meeting, clock, places)
            notebook.feedback.reply(feedback.id, told["reply"])
    folder = RecordFolder(places.record, is_ours=True)
    Courier(folder, notebook.outbox, lambda: clock.now().utc_ms).run()


def _draft(notebook: Notebook, told: dict[str, Any], meeting: Observation, today: date) -> Feedback:
    """One draft, its marks and days put in."""
    lead = notebook.record.lead_seen_in(meeting.id)
    assert lead is not None
    feedback = notebook.feedback.begin(lead, meeting.id, told["shape"], "")
    lines = {(line.at_ms or 0) // 1000: line for line in notebook.lines.of(meeting.id)}

    def mark(found: re.Match[str]) -> str:
        line = lines[int(found[1])]
        time = clock_text(meeting.anchor.utc_ms + (line.at_ms or 0), meeting.zone)
        return notebook.feedback.cite(feedback.id, line.id, time).mark

    words = _DAY.sub(lambda found: short_date(school_day(today, int(found[1]))), told["text"].strip() + "\n")
    return notebook.feedback.write(feedback.id, _LINE.sub(mark, words))


def _share(notebook: Notebook, at: str, feedback: Feedback, meeting: Observation, clock: SampleClock,
           places: Places) -> None:  # fmt: skip
    """Through the gate, as a person would: every name that is found as its initial."""
    day = local_time(meeting.anchor.utc_ms, meeting.zone).date()
    shape = load_feedback_shapes(places)[0][feedback.shape]
    marks = [each.mark for each in notebook.feedback.citations_of(feedback.id)]
    cycle = cycle_on(notebook.cycles.of(feedback.lead), day)
    summary = feedback_summary(feedback, shape, meeting.team, day, marks)
    gate = Gate(summary, meeting.lead or "", cycle=None if cycle is None else cycle.id)
    for name in gate.unsettled():
        gate = gate.with_name(name.key, Way.INITIAL)
    gate = gate.told(notebook.record.private_among(gate.windows(), gate.chosen()))
    hour, minute = map(int, at.split(":"))
    with clock.at(utc_ms_of(day, hour * 60 + minute, meeting.zone)):
        notebook.ledger.share(gate.sending())
