"""Feedback: its drafts, the lines they stand on, and how each went on."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date

from coachtui.model.agreed_step import agreed_step
from coachtui.model.feedback import Feedback, FeedbackState, feedback_may_follow
from coachtui.model.feedback_parts import Part
from coachtui.model.timing import local_time
from coachtui.store.beside import Beside
from coachtui.store.calendar import Calendar
from coachtui.store.citing import Citations
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.following_up import FEEDBACK_KINDS
from coachtui.store.line_changes import LineChanges
from coachtui.store.present import Change
from coachtui.store.replies import Replies
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk
from coachtui.store.steps import Steps
from coachtui.wording import _, _m, _t

_BY_ITS_STEP = _(
    "Its step is still on its way: once that was seen, mastered or dropped, this is followed up. Nothing was changed."
)


class FeedbackShelf(Beside, Citations, Replies):
    """The feedback shelf. Every verb raises a NotebookError; then nothing was changed.

    Each is an event about the feedback itself, so that its room takes back what was done in it and nothing else.
    """

    def __init__(self, desk: Desk, lines: LineChanges, steps: Steps, calendar: Calendar) -> None:
        super().__init__(desk, lines)
        self._steps = steps
        self._calendar = calendar
        self._feedback = Rows(desk.file, "feedback", Feedback, FEEDBACK_KINDS)

    def all(self) -> list[Feedback]:
        """Every feedback, the first one first."""
        return self._feedback.where()

    def of(self, lead_id: str) -> list[Feedback]:
        """The feedback for a lead, the first one first."""
        return self._feedback.where("lead = ?", lead_id)

    def of_observation(self, observation_id: str) -> list[Feedback]:
        """The feedback that was drafted from an observation, the first one first."""
        return self._feedback.where("observation = ?", observation_id)

    def get(self, ref: str) -> Feedback:
        """The feedback with this reference or id. Raises NotFound."""
        found = self._feedback.called(ref)
        if found is None:
            raise NotFound(
                _("There is no feedback '{ref}' in this notebook. 'coachtui list feedback' names all there is.").format(
                    ref=ref
                )
            )
        return found

    def begin(self, lead_id: str, observation_id: str, shape: str, text: str) -> Feedback:
        """Begin a draft with this text."""

        def work(__: sqlite3.Connection) -> Feedback:
            identity = self._new_id()
            new = Feedback(identity, self._feedback.free_ref("f", identity), lead_id, observation_id, shape, text=text,
                           begun_utc_ms=self._clock.now().utc_ms)  # fmt: skip
            self._record(identity, _m("feedback begun"), self._feedback.change(None, new), undoable=False)
            return new

        return self._file.write(work)

    def write(self, feedback_id: str, text: str, what: str = _m("words of the feedback")) -> Feedback:
        """Keep the draft as it is now; the same text again is nothing new."""
        return self._changed(feedback_id, what, lambda was: was._replace(text=text))

    def reshape(self, feedback_id: str, shape: str, text: str) -> Feedback:
        """Go on in another shape, with the text as it reads in that."""
        return self._changed(feedback_id, _m("shape of the feedback"), lambda was: was._replace(shape=shape, text=text))

    def mark(self, feedback_id: str, then: FeedbackState, on: date | None = None) -> Feedback:
        """How it went on: ready, draft again, talked through, followed up; today unless told. Only a share makes it shared.

        One whose step is still on its way is followed up by that.
        """
        day = on or self._clock.today()

        def changed(was: Feedback) -> Feedback:
            now = _gone_on(was, then, day)
            if then == "followed up" and was.step is not None and self._steps.get(was.step).is_open:
                raise NotebookError(_BY_ITS_STEP)
            return now

        return self._changed(feedback_id, f"feedback {then}", changed)

    def talked_through(self, feedback_id: str, parts: Sequence[Part] = (), on: date | None = None) -> Feedback:
        """It was talked through with the lead, today unless told: the step in its parts is agreed, in the cycle that goes on.

        A day in the parts is read as on the day on which they were shared. Once something happened to that step, this can't be
        taken back any more.
        """
        day = on or self._clock.today()

        def work(__: sqlite3.Connection) -> Feedback:
            was = self._feedback.get(feedback_id)
            now = _gone_on(was, "talked through", day)
            said_on = local_time(was.shared_utc_ms or 0, self._clock.zone()).date()
            agreed = agreed_step(parts, said_on, self._calendar.days_off())
            changes: list[Change] = []
            if agreed is not None:
                step, change = self._steps.agreed(was.lead, agreed, day, was.observation)
                now, changes = now._replace(step=step.id), [change]
            self._record(was.id, _m("feedback talked through"), *changes, self._feedback.change(was, now))
            return now

        return self._file.write(work)

    def within_share(self, feedback_id: str, at_utc_ms: int) -> None:
        """It is shared, within the transaction that shares it; the moment of the first time stays.

        What was done to it before that can't be undone across it.
        """
        was = self._feedback.get(feedback_id)
        if was.shared_utc_ms is None:
            now = was._replace(state="shared", shared_utc_ms=at_utc_ms)
            self._record(was.id, _m("feedback shared"), self._feedback.change(was, now), undoable=False, final=True)

    def _changed(self, feedback_id: str, what: str, news: Callable[[Feedback], Feedback]) -> Feedback:
        def work(__: sqlite3.Connection) -> Feedback:
            was = self._feedback.get(feedback_id)
            now = news(was)
            if now != was:
                self._record(was.id, what, self._feedback.change(was, now))
            return now

        return self._file.write(work)


def _gone_on(was: Feedback, then: FeedbackState, day: date) -> Feedback:
    """The feedback as it is once it went on to this; raises a NotebookError where it can't."""
    if then == "shared" or not feedback_may_follow(was.state, then):
        raise NotebookError(_("This feedback is {state}. Nothing was changed.").format(state=_t(was.state)))
    now = was._replace(state=then)
    if then == "talked through":
        return now._replace(talked_on=day)
    return now._replace(followed_on=day) if then == "followed up" else now
