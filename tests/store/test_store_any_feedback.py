"""Any sequence of what is done to a feedback, its step and its lines: no undo crosses a share, and no step goes missing."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from coachtui.model.feedback import FEEDBACK_STATES, FeedbackState
from coachtui.model.feedback_parts import parts_of
from coachtui.model.share import Sending
from coachtui.model.step import StepState
from coachtui.model.summary import LeftOut
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.clocks import FakeClock
from tests.support.drafting import DRAFT, SHAPE, drafted
from tests.support.homes import Desk, open_notebook
from tests.support.sequences import any_sequence
from tests.support.sharing import a_school
from tests.support.state import faults_of

TEXTS = st.sampled_from([DRAFT, "What worked\nYou waited.\n", "One step\nAsk twice\n[/ \u202e"])
STEPS: list[StepState] = ["practised", "tried", "seen", "mastered", "dropped"]


class AnyFeedback(RuleBasedStateMachine):
    """A notebook with one feedback, and what can be done to it."""

    school: Desk

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.school.places.notebook, self.folder / "notebook.db")
        self.desk = Desk(self.folder, type(self.school.places)(self.folder))
        self.notebook = open_notebook(self.desk.places, FakeClock(step_ms=1))
        (self.feedback,) = self.notebook.feedback.all()
        self.shared_once = False

    def teardown(self) -> None:
        """The tables made anew are those that were."""
        assert faults_of(self.notebook) == []
        self.notebook.close()
        shutil.rmtree(self.folder)

    def did(self, verb: Callable[[Notebook], object]) -> bool:
        """Do this, or be refused."""
        try:
            verb(self.notebook)
        except NotebookError:
            return False
        return True

    @rule(text=TEXTS)
    def write(self, text: str) -> None:
        """Write on."""
        self.did(lambda notebook: notebook.feedback.write(self.feedback.id, text))

    @rule(then=st.sampled_from(FEEDBACK_STATES), is_ready=st.booleans(), leaves=st.booleans())
    def go_on(self, then: FeedbackState, is_ready: bool, leaves: bool) -> None:
        """It goes on, and may leave."""
        self.did(lambda notebook: notebook.feedback.mark(self.feedback.id, "ready" if is_ready else then))
        if leaves:
            self.share()

    def share(self) -> None:
        """It leaves."""
        found = self.feedback
        words = self.notebook.feedback.get(found.id).text
        sending = Sending(
            "feedback", found.id, found.lead, None, FakeClock().today(), "Feedback", words, LeftOut(), 0, {}
        )
        self.shared_once |= self.did(lambda notebook: notebook.ledger.share(sending))

    @rule()
    def talk(self) -> None:
        """Its step is agreed."""
        parts = parts_of(self.notebook.feedback.get(self.feedback.id).text, SHAPE)
        self.did(lambda notebook: notebook.feedback.talked_through(self.feedback.id, parts))

    @rule(then=st.sampled_from(STEPS), in_meeting=st.booleans())
    def take_step(self, then: StepState, in_meeting: bool) -> None:
        """Something happens to the step."""
        for step in self.notebook.steps.of(self.feedback.lead)[:1]:
            if in_meeting:
                self.did(lambda notebook: notebook.steps.see(step.id, "o1"))
            else:
                self.did(lambda notebook: notebook.steps.mark(step.id, then))

    @rule(number=st.integers(0, 4), discard=st.booleans())
    def line(self, number: int, discard: bool) -> None:
        """A line is carried over; now and then one is discarded."""
        lines = self.notebook.lines.of("o1")
        if number < len(lines):
            self.did(lambda notebook: notebook.feedback.cite(self.feedback.id, lines[number].id, "8:30"))
            if discard and number == 4:
                self.did(lambda notebook: notebook.discarding.discard(lines[number].id))

    @rule(words=TEXTS)
    def reply(self, words: str) -> None:
        """The lead answers."""
        self.did(lambda notebook: notebook.feedback.reply(self.feedback.id, words))

    @rule(of=st.sampled_from(["feedback", "lead", "o1"]), back=st.booleans(), times=st.integers(1, 3))
    def turn(self, of: str, back: bool, times: int) -> None:
        """Something is taken back, or done again."""
        for _ in range(times):
            self.turn_once(of, back=back)
            self.it_is_what_it_says()

    def turn_once(self, of: str, *, back: bool) -> None:
        """One of them."""
        subject = {"feedback": self.feedback.id, "lead": self.feedback.lead}.get(of, of)
        self.did(lambda notebook: notebook.undo(subject) if back else notebook.redo(subject))

    @invariant()
    def it_is_what_it_says(self) -> None:
        """What was shared stays so; its step is there; what was talked through has its day."""
        found = self.notebook.feedback.get(self.feedback.id)
        assert (found.shared_utc_ms is not None) == self.shared_once
        assert not self.shared_once or found.state not in ("draft", "ready")
        assert found.state != "talked through" or found.talked_on is not None
        assert found.step is None or self.notebook.steps.get(found.step).lead == found.lead
        assert found.step is not None or self.notebook.steps.all() == []


def go(folder: Path, sequences: int, phases: tuple[Phase, ...] = tuple(Phase)) -> None:
    AnyFeedback.school = a_school(folder)
    drafted(AnyFeedback.school)
    any_sequence(AnyFeedback, sequences, 25, phases)


def test_any_sequence_of_what_is_done_to_a_feedback(tmp_path: Path) -> None:
    go(tmp_path, 12)


def test_the_walk_is_not_blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: an undo that crosses a share must be seen."""
    monkeypatch.setattr("coachtui.store.events.unstack", lambda *_: None)
    with pytest.raises((AssertionError, NotebookError, BaseExceptionGroup)):
        go(tmp_path, 1000, (Phase.generate,))  # it ends with the first that shows it


@pytest.mark.deep
def test_any_of_very_many_sequences_of_what_is_done_to_a_feedback(tmp_path: Path) -> None:
    go(tmp_path, 400)
