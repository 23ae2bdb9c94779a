"""Any sequence of changes to a plan: undo walks back through all that was, and never is anything to leave but what was agreed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from coachtui.model.conversation import CONVERSATION_STATES, ConversationState, Whose
from coachtui.model.conversation_summary import conversation_summary
from coachtui.model.plan_part import PARTS
from coachtui.store.errors import NotebookError
from tests.support.sequences import BackAndForth, any_sequence_from_empty

WORDS = st.sampled_from(["", "one", "two [/ \u202e", "a hidden thing"])
WHOSE: st.SearchStrategy[Whose] = st.sampled_from(["lead", "principal"])
KEPT: tuple[tuple[str, Any], ...] = (
    ("held_by", "principal"), ("with_whom", "T2"), ("is_named", True), ("scenario", "takes-over"), ("structure", "contract"),
    ("minute", 540), ("day", 3), ("follow_up_on", 9), ("follow_up_on", None),
)  # fmt: skip


class AnyConversation(BackAndForth):
    """A notebook with one plan, and every verb there is for it."""

    WATCHED = ("conversations", "plan_rows", "steps", "rehearsals", "not_here")

    def __init__(self) -> None:
        super().__init__()
        lead = self.notebook.people.add_lead("Dana Ruiz").id
        self.plan = self.notebook.conversations.plan(lead).id
        self.set_out()

    def teardown(self) -> None:
        """Back to the start and on to the end."""
        self.to_the_start_and_to_the_end(self.plan)
        self.close()

    def row(self, pick: int) -> str:
        """One of the rows."""
        found = [row.id for row in self.notebook.conversations.rows_of(self.plan)]
        return found[pick % len(found)] if found else "none"

    @rule(kept=st.sampled_from(KEPT))
    def keep(self, kept: tuple[str, Any]) -> None:
        """Keep a field."""
        field, value = kept
        if isinstance(value, int) and field in ("day", "follow_up_on"):
            value = self.clock.today() + timedelta(days=value)
        self.did(lambda notebook: notebook.conversations.keep(self.plan, field, value))

    @rule(state=st.sampled_from(CONVERSATION_STATES), because=WORDS)
    def mark(self, state: ConversationState, because: str) -> None:
        """Go on, set aside, take up again."""
        self.did(lambda notebook: notebook.conversations.mark(self.plan, state, because=because))

    @rule(part=st.sampled_from(PARTS), words=WORDS, whose=WHOSE, private=st.booleans())
    def write(self, part: str, words: str, whose: Whose, private: bool) -> None:
        """Write a row."""
        self.did(lambda notebook: notebook.conversations.add_row(self.plan, part, words, whose, is_private=private))

    @rule(pick=st.integers(0, 9), words=WORDS, private=st.booleans(), out=st.booleans())
    def change(self, pick: int, words: str, private: bool, out: bool) -> None:
        """Change a row, or take it out."""
        row = self.row(pick)
        self.did(lambda notebook: notebook.conversations.change_row(row, words=words, is_private=private))
        if out:
            self.did(lambda notebook: notebook.conversations.take_out_row(row))

    @rule(words=WORDS, whose=WHOSE)
    def commit(self, words: str, whose: Whose) -> None:
        """Somebody takes something on."""
        self.did(lambda notebook: notebook.conversations.commit(self.plan, words, self.clock.today(), whose))

    @rule(words=WORDS)
    def beside(self, words: str) -> None:
        """Rehearse, and put advice aside."""
        self.did(lambda notebook: notebook.conversations.rehearse(self.plan, 60, words, "swapped"))
        self.did(lambda notebook: notebook.conversations.put_aside(self.plan, "facts.day", words))

    @rule()
    def undo(self) -> None:
        """Take the newest back."""
        if self.at > 0:
            self.take_back(self.plan)

    @rule()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.do_again(self.plan)

    @invariant()
    def it_holds_what_it_held_then(self) -> None:
        """The notebook is where the walk says; what would leave is only what is in the two parts that may."""
        assert self.held() == self.been[self.at]
        rows = self.notebook.conversations.rows_of(self.plan)
        summary = conversation_summary(self.notebook.conversations.get(self.plan), rows)
        may = {row.id for row in rows if row.part in ("agreed", "commitments") and not row.is_private}
        assert summary is None or {each.source_id for each in summary.paragraphs} <= may | {self.plan}
        assert tuple(row for row in rows if not row.is_private) == self.notebook.together.seen(self.plan).rows


def test_any_sequence_of_changes_to_a_plan(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyConversation, 10, 20)


def test_the_walk_is_not_blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: an undo that is forgotten must be seen."""
    monkeypatch.setattr("coachtui.store.events.restack", lambda *_: None)
    with pytest.raises((AssertionError, NotebookError, BaseExceptionGroup)):
        any_sequence_from_empty(tmp_path, AnyConversation, 60, 20, (Phase.generate,))


@pytest.mark.deep
def test_any_of_very_many_sequences_of_changes_to_a_plan(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyConversation, 500, 40)
