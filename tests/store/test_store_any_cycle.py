"""Any sequence of changes to a lead's cycles and steps: undo walks back through all that was, redo on to the end."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from coachtui.model.cycle import ACTIVITY_KINDS, STATES, VERDICTS, CycleState, Verdict
from coachtui.model.step import STEP_STATES, StepState
from coachtui.store import cycles, steps
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.homes import open_notebook
from tests.support.sequences import BackAndForth, any_sequence_from_empty

PICK = st.integers(0, 3)
WORDS = st.sampled_from(["", "one", "two [/ \u202e"])
DAYS = st.none() | st.integers(-3, 40)


class AnyCycle(BackAndForth):
    """A notebook with one lead, and every verb there is for cycles and steps."""

    WATCHED = ("cycles", "activities", "steps")

    def __init__(self) -> None:
        super().__init__()
        self.lead = self.notebook.people.add_lead("Dana Ruiz").id
        self.set_out()
        self.did(lambda notebook: notebook.cycles.begin(self.lead))

    def teardown(self) -> None:
        """Back to the start and on to the end."""
        self.to_the_start_and_to_the_end(self.lead)
        self.close()

    def cycle(self, pick: int) -> str:
        """One of the cycles, the newest ones first."""
        found = [each.id for each in reversed(self.notebook.cycles.of(self.lead))]
        return found[pick % 2] if pick % 2 < len(found) else "none"

    def step(self, pick: int) -> str:
        """One of the steps."""
        found = [each.id for each in reversed(self.notebook.steps.of(self.lead))]
        return found[pick] if pick < len(found) else "none"

    @rule(pick=PICK)
    def begin(self, pick: int) -> None:
        """Begin a cycle, or the one after another."""
        self.did(
            lambda notebook: notebook.cycles.begin_next(self.cycle(pick)) if pick else notebook.cycles.begin(self.lead)
        )

    @rule(pick=PICK, field=st.sampled_from(sorted(cycles.KEPT)), words=WORDS, days=DAYS)
    def keep(self, pick: int, field: str, words: str, days: int | None) -> None:
        """Keep a field."""
        day = None if days is None else self.clock.today() + timedelta(days=days)
        self.did(
            lambda notebook: notebook.cycles.keep(self.cycle(pick), field, day if field.endswith("_on") else words)
        )

    @rule(pick=PICK, state=st.sampled_from(STATES), whose=st.sampled_from(["lead", "my"]), words=WORDS)
    def go_on(self, pick: int, state: CycleState, whose: Literal["lead", "my"], words: str) -> None:
        """Go on, reflect."""
        self.did(lambda notebook: notebook.cycles.go_on(self.cycle(pick), state))
        self.did(lambda notebook: notebook.cycles.reflect(self.cycle(pick), whose, words))

    @rule(pick=PICK, verdict=st.sampled_from(VERDICTS), days=st.integers(-3, 40))
    def extend_or_close(self, pick: int, verdict: Verdict, days: int) -> None:
        """Extend, close, stop."""
        day = self.clock.today() + timedelta(days=days)
        verbs: list[Callable[[Notebook], object]] = [
            lambda notebook: notebook.cycles.extend(self.cycle(pick), day, "snow"),
            lambda notebook: notebook.cycles.close(self.cycle(pick), verdict, "three lines"),
            lambda notebook: notebook.cycles.stop(self.lead, "left"),
            lambda notebook: notebook.cycles.begin_next(self.cycle(0)),
        ]
        self.did(verbs[pick])

    @rule(pick=PICK, done=st.booleans(), words=WORDS)
    def learn(self, pick: int, done: bool, words: str) -> None:
        """Plan, describe, do, take out an activity."""
        day = self.clock.today() if done else None
        self.did(lambda notebook: notebook.cycles.plan_activity(self.cycle(pick), ACTIVITY_KINDS[pick], day))
        for each in self.notebook.cycles.activities(self.cycle(pick))[:1]:
            self.did(lambda notebook: notebook.cycles.describe_activity(each.id, day, words))
            self.did(lambda notebook: notebook.cycles.do_activity(each.id, day))
            if pick == 3:
                self.did(lambda notebook: notebook.cycles.remove_activity(each.id))

    @rule(words=WORDS)
    def draft(self, words: str) -> None:
        """Draft a step in the cycle that goes on, if one does."""
        current = self.notebook.cycles.current(self.lead)
        self.did(lambda notebook: notebook.steps.draft(self.lead, words, current and current.id))

    @rule(
        pick=PICK, then=st.sampled_from(STEP_STATES), field=st.sampled_from(sorted(steps.KEPT)), words=WORDS, days=DAYS
    )
    def take_step(self, pick: int, then: StepState, field: str, words: str, days: int | None) -> None:
        """Word, mark or replace a step."""
        day = None if days is None else self.clock.today() + timedelta(days=days)
        value = day if field in ("by_when", "check_back") else words
        self.did(lambda notebook: notebook.steps.keep(self.step(pick), field, value))
        if then == "replaced":
            self.did(lambda notebook: notebook.steps.replace(self.step(pick), words))
        else:
            self.did(lambda notebook: notebook.steps.mark(self.step(pick), then))

    @rule()
    def undo(self) -> None:
        """Take the newest back."""
        if self.at > 0:
            self.take_back(self.lead)

    @rule()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.do_again(self.lead)

    @rule()
    def reopen(self) -> None:
        """Close the notebook and open it again, the tables made anew from the events."""
        self.notebook.rebuild()
        self.notebook.close()
        self.notebook = open_notebook(self.places, self.clock)

    @invariant()
    def it_holds_what_it_held_then(self) -> None:
        """The notebook is where the walk says; no more than one cycle goes on, and open steps are in it."""
        assert self.held() == self.been[self.at]
        assert len(self.notebook.cycles.all_open()) <= 1
        current = self.notebook.cycles.current(self.lead)
        for step in self.notebook.steps.of(self.lead):
            assert step.is_open == (step.closed_on is None)
            assert not step.is_open or current is None or step.cycle == current.id


def test_any_sequence_of_changes_to_cycles_and_steps(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyCycle, 15, 25)


@pytest.mark.parametrize(("verb", "instead"), [("steps.Steps.carried", list), ("events.restack", lambda *_: None)])
def test_the_walk_is_not_blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, instead: object) -> None:
    """The sabotage: steps that stay behind when the next cycle begins, or an undo that is forgotten, must be seen."""
    put = (lambda *_: []) if instead is list else instead
    monkeypatch.setattr(f"coachtui.store.{verb}", put)
    with pytest.raises((AssertionError, NotebookError, BaseExceptionGroup)):
        any_sequence_from_empty(tmp_path, AnyCycle, 200, 30, (Phase.generate,))


@pytest.mark.deep
def test_any_of_very_many_sequences_of_changes_to_cycles_and_steps(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyCycle, 500, 40)
