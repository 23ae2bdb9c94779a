"""Feedback: its drafts, the lines they stand on, what advice was put aside, and how each went on."""

import sqlite3
from collections.abc import Callable
from datetime import date

from coachtui.model.citation import Citation, free_mark, words_hash
from coachtui.model.feedback import Feedback, FeedbackState, feedback_may_follow
from coachtui.model.not_here import NotHere
from coachtui.model.rehearsal import Rehearsal
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf

FEEDBACK_KINDS = "tttttttmMDDT"
CITATION_KINDS = "ttttt"
REHEARSAL_KINDS = "ttmntt"
NOT_HERE_KINDS = "tttt"
_NO_LINE = "That line is no longer in the notebook. Nothing was changed."


class FeedbackShelf(Shelf):
    """The feedback shelf. Every verb raises a NotebookError; then nothing was changed.

    Each is an event about the feedback itself, so that its room takes back what was done in it and nothing else.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._feedback = Rows(desk.file, "feedback", Feedback, FEEDBACK_KINDS)
        self._citations = Rows(desk.file, "citations", Citation, CITATION_KINDS)
        self._rehearsals = Rows(desk.file, "rehearsals", Rehearsal, REHEARSAL_KINDS)
        self._not_here = Rows(desk.file, "not_here", NotHere, NOT_HERE_KINDS)

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
                f"There is no feedback '{ref}' in this notebook. 'coachtui list feedback' names all there is."
            )
        return found

    def begin(self, lead_id: str, observation_id: str, shape: str, text: str) -> Feedback:
        """Begin a draft with this text."""

        def work(_: sqlite3.Connection) -> Feedback:
            identity = self._new_id()
            new = Feedback(identity, self._feedback.free_ref("f", identity), lead_id, observation_id, shape, text=text,
                           begun_utc_ms=self._clock.now().utc_ms)  # fmt: skip
            self._record(identity, "feedback begun", self._feedback.change(None, new), undoable=False)
            return new

        return self._file.write(work)

    def write(self, feedback_id: str, text: str, what: str = "words of the feedback") -> Feedback:
        """Keep the draft as it is now; the same text again is nothing new."""
        return self._changed(feedback_id, what, lambda was: was._replace(text=text))

    def reshape(self, feedback_id: str, shape: str, text: str) -> Feedback:
        """Go on in another shape, with the text as it reads in that."""
        return self._changed(feedback_id, "shape of the feedback", lambda was: was._replace(shape=shape, text=text))

    def mark(self, feedback_id: str, then: FeedbackState, on: date | None = None) -> Feedback:
        """How it went on: ready, draft again, talked through, followed up; today unless told. Only a share makes it shared."""
        day = on or self._clock.today()

        def changed(was: Feedback) -> Feedback:
            if then == "shared" or not feedback_may_follow(was.state, then):
                raise NotebookError(f"This feedback is {was.state}. Nothing was changed.")
            now = was._replace(state=then)
            if then == "talked through":
                return now._replace(talked_on=day)
            return now._replace(followed_on=day) if then == "followed up" else now

        return self._changed(feedback_id, f"feedback {then}", changed)

    def within_shared(self, feedback_id: str, at_utc_ms: int) -> list[Change]:
        """What makes it shared, within the transaction that shares it; the moment of the first time stays."""
        was = self._feedback.get(feedback_id)
        state = was.state if was.state in ("talked through", "followed up") else "shared"
        now = was._replace(state=state, shared_utc_ms=was.shared_utc_ms or at_utc_ms)
        return [self._feedback.change(was, now)] if now != was else []

    def cite(self, feedback_id: str, line_id: str, time: str = "") -> Citation:
        """Carry a line over; `time` is how the draft is to name it. A line that is carried over already keeps its mark."""

        def work(_: sqlite3.Connection) -> Citation:
            known = self.citations_of(feedback_id)
            was = next((each for each in known if each.line == line_id), None)
            if was is not None:
                return was
            row = self._file.row("SELECT text, place FROM lines WHERE id = ?", (line_id,))
            if row is None:
                raise NotFound(_NO_LINE)
            mark = free_mark(time, row[1], {each.mark for each in known})
            new = Citation(self._new_id(), feedback_id, line_id, mark, words_hash(row[0]))
            self._record(feedback_id, "line carried over", self._citations.change(None, new), undoable=False)
            return new

        return self._file.write(work)

    def accept(self, citation_id: str, words: str) -> Citation:
        """The correction of a cited line was looked at: these are the words it stands on now."""

        def work(_: sqlite3.Connection) -> Citation:
            was = self._citations.get(citation_id)
            now = was._replace(words_hash=words_hash(words))
            if now != was:
                self._record(was.about, "correction seen", self._citations.change(was, now))
            return now

        return self._file.write(work)

    def citations_of(self, about: str) -> list[Citation]:
        """The lines that were carried over, the first one first; the draft may have let go of some."""
        return self._citations.where("about = ?", about)

    def citing(self, line_id: str) -> list[Citation]:
        """Where a line was carried over to."""
        return self._citations.where("line = ?", line_id)

    def put_aside(self, about: str, rule: str, words: str = "") -> NotHere:
        """Never give this advice here again."""

        def work(_: sqlite3.Connection) -> NotHere:
            known = self.not_here_of(about)
            was = next((each for each in known if (each.rule, each.words) == (rule, words)), None)
            if was is not None:
                return was
            new = NotHere(self._new_id(), about, rule, words)
            self._record(about, "advice put aside", self._not_here.change(None, new))
            return new

        return self._file.write(work)

    def not_here_of(self, about: str) -> list[NotHere]:
        """The advice that was put aside here."""
        return self._not_here.where("about = ?", about)

    def rehearse(self, about: str, seconds: int, note: str = "") -> Rehearsal:
        """Log a rehearsal that ended now."""

        def work(_: sqlite3.Connection) -> Rehearsal:
            new = Rehearsal(self._new_id(), about, self._clock.now().utc_ms, seconds, note)
            self._record(about, "rehearsal", self._rehearsals.change(None, new))
            return new

        return self._file.write(work)

    def rehearsals_of(self, about: str) -> list[Rehearsal]:
        """The rehearsals of something, the first one first."""
        return self._rehearsals.where("about = ?", about)

    def _changed(self, feedback_id: str, what: str, news: Callable[[Feedback], Feedback]) -> Feedback:
        def work(_: sqlite3.Connection) -> Feedback:
            was = self._feedback.get(feedback_id)
            now = news(was)
            if now != was:
                self._record(was.id, what, self._feedback.change(was, now))
            return now

        return self._file.write(work)
