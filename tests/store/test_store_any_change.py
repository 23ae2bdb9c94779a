"""Any sequence of changes: undo walks back through all that was, redo on to the end, and the events make the same tables.

Beside the notebook stands no model of its verbs but what it held after each: undone is held again, to the letter.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from coachtui.model.agenda import Planned
from coachtui.model.closing import Closing
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind
from coachtui.model.observation import ASLEEP, Gap
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from tests.support.sequences import any_sequence_from_empty
from tests.support.walk import Walk

PICK = st.integers(0, 5)
STEP = st.sampled_from([-1, 1])
NAME = st.sampled_from([None, "Math", "Grade 9", "Art"])
MS = st.integers(-90_000, 90_000)


class AnyChange(Walk):
    """A notebook with one observation, and every verb there is to change it."""

    @initialize()
    def start(self) -> None:
        """There is a line from the beginning."""
        self.file()

    @rule()
    def file(self) -> None:
        """File a line with abbreviations or without."""
        number = next(self.numbers)
        typed, full = read_line(f"said{number}x #TM3"), read_line(f"said{number}x in full")
        moment, line_id = self.clock.advance(1000), f"id{number}x"
        self.did(lambda notebook: notebook.lines.file("o1", typed, moment, line_id))
        if number % 4 == 0:
            self.did(lambda notebook: notebook.lines.rewrite(line_id, full))

    @rule(count=st.integers(2, 4))
    def paste(self, count: int) -> None:
        """Paste some lines."""
        words = [read_line(f"said{next(self.numbers)}x") for _ in range(count)]
        self.did(lambda notebook: notebook.lines.paste("o1", words, self.clock.now(), f"id{next(self.numbers)}x"))

    @rule(pick=PICK, mark=st.sampled_from(["", "? ", "! ", "-1m ", "@? ", "ana: "]))
    def rewrite(self, pick: int, mark: str) -> None:
        """Edit a line."""
        for line_id in self.picked(pick):
            words = read_line(f"{mark}said{next(self.numbers)}x *")
            self.did(lambda notebook: notebook.lines.rewrite(line_id, words))

    @rule(pick=PICK, kind=st.sampled_from(Kind), what=st.integers(0, 4), name=NAME)
    def change(self, pick: int, kind: Kind, what: int, name: str | None) -> None:
        """Star, tag, code, hide a line, or make it another kind."""
        for line_id in self.picked(pick):
            verbs: list[Callable[[Notebook], object]] = [
                lambda notebook: notebook.lines.star(line_id, name is None),
                lambda notebook: notebook.lines.tag(line_id, name),
                lambda notebook: notebook.lines.code(line_id, "TM3"),
                lambda notebook: notebook.lines.hide(line_id),
                lambda notebook: notebook.lines.turn_into(line_id, kind),
            ]
            self.did(verbs[what])

    @rule(pick=PICK, at_ms=st.none() | MS)
    def put_at(self, pick: int, at_ms: int | None) -> None:
        """Set the time of a line."""
        for line_id in self.picked(pick):
            self.did(lambda notebook: notebook.lines.put_at(line_id, at_ms))

    @rule(pick=PICK, by_ms=MS)
    def shift(self, pick: int, by_ms: int) -> None:
        """Shift a selection."""
        self.did(lambda notebook: notebook.lines.shift(self.ids()[:pick], by_ms))

    @rule(pick=PICK, step=STEP)
    def move(self, pick: int, step: int) -> None:
        """Move a line."""
        for line_id in self.picked(pick):
            self.did(lambda notebook: notebook.lines.move(line_id, step))

    @rule(pick=PICK, count=st.integers(1, 2))
    def take_out(self, pick: int, count: int) -> None:
        """Take lines out."""
        self.did(lambda notebook: notebook.lines.take_out(self.ids()[pick:][:count]))

    @rule(pick=PICK)
    def account(self, pick: int) -> None:
        """Put an account beside a line."""
        for line_id in self.picked(pick):
            self.did(lambda notebook: notebook.accounts.give(line_id, f"said{next(self.numbers)}x"))

    @rule(team=NAME, lead=NAME)
    def describe(self, team: str | None, lead: str | None) -> None:
        """Say whose meeting it is."""
        self.did(lambda notebook: notebook.observations.describe("o1", team=team, lead=lead))

    @rule(by_ms=MS)
    def begin_earlier(self, by_ms: int) -> None:
        """Move the beginning."""
        self.did(lambda notebook: notebook.observations.begin_earlier("o1", by_ms))

    @rule(code=st.sampled_from(["SIL", "ADULT"]), at_ms=MS)
    def turn(self, code: str, at_ms: int) -> None:
        """Start or stop a look-for that lasts."""
        self.did(lambda notebook: notebook.spans.turn("o1", code, at_ms))

    @rule(count=st.integers(0, 2), words=st.sampled_from(["", "one", "two"]))
    def plan_and_close(self, count: int, words: str) -> None:
        """Plan an agenda, keep closing words."""
        self.did(lambda notebook: notebook.agendas.plan("o1", [Planned("Data", 5)] * count))
        self.did(lambda notebook: notebook.closings.keep("o1", Closing(words)))

    @rule()
    def end(self) -> None:
        """End the meeting; a pause ends with it."""
        self.did(lambda notebook: notebook.observations.end("o1", self.clock.advance(1000).utc_ms))

    @rule(what=st.integers(0, 3))
    def mark(self, what: int) -> None:
        """What is never undone: a pause, its end, a gap, being taken up again."""
        now, observations = self.clock.advance(700), self.notebook.observations
        verbs: list[Callable[[], object]] = [
            lambda: observations.pause("o1", now),
            lambda: observations.go_on("o1", now),
            lambda: observations.mark_gap("o1", Gap(5000, 6000, ASLEEP)),
            lambda: observations.resume("o1", now),
        ]
        verbs[what]()

    @rule(pick=PICK, only_talk=st.booleans())
    def discard(self, pick: int, only_talk: bool) -> None:
        """Discard a line: everything ever held is as if it had never been, or no more than a talk."""
        for line_id in self.picked(pick):
            self.without_trace(line_id, only_talk)


def test_any_sequence_of_changes(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyChange, 20, 25)


@pytest.mark.deep
def test_any_of_very_many_sequences_of_changes(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnyChange, 1000, 40)


@pytest.mark.parametrize(("left_out", "instead"), [("discarding.strike_out", None), ("events.marks_later", ())])
def test_the_walk_is_not_blind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: str, instead: tuple[()] | None
) -> None:
    """The sabotage: events that keep a discarded line, or marks that stay behind when the beginning moves, must be seen."""
    monkeypatch.setattr(f"coachtui.store.{left_out}", lambda *_, **__: instead)
    with pytest.raises((AssertionError, NotebookError, BaseExceptionGroup)):
        any_sequence_from_empty(tmp_path, AnyChange, 600, 30, (Phase.generate,))
