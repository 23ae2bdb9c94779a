"""Any sequence of verbs, undone and redone and reopened at will, leaves what a simple model says."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.model.whole import Whole
from coachtui.store.errors import NotFound
from coachtui.store.events import Undone
from tests.support.homes import open_notebook
from tests.support.sequences import FromEmpty, any_sequence_from_empty
from tests.support.state import faults_of, present_state

SUBJECTS = st.sampled_from(["o1", "o2", "far"])


@dataclass
class Entry:
    """Something that can be undone: what it is called, the lines it made, and what the end was before and after."""

    what: str
    texts: list[str] = field(default_factory=list[str])
    ended: tuple[int | None, int | None] | None = None
    gaps: list[Gap] = field(default_factory=list[Gap])


@dataclass
class Expected:
    """What the model says of one observation."""

    there: bool = False
    texts: list[str] = field(default_factory=list[str])
    ended: int | None = None
    gaps: list[Gap] = field(default_factory=list[Gap])
    draft: Draft | None = None
    done: list[Entry] = field(default_factory=list[Entry])
    undone: list[Entry] = field(default_factory=list[Entry])

    def add(self, entry: Entry) -> None:
        """Something new was done: nothing can be redone any more."""
        self.undone.clear()
        self.lay_on(entry)

    def lay_on(self, entry: Entry) -> None:
        """Do it."""
        if entry.what == "observation imported":
            self.there = True
        self.done.append(entry)
        self.texts += entry.texts
        self.gaps += entry.gaps
        if entry.ended is not None:
            self.ended = entry.ended[1]

    def take_back(self) -> Entry:
        """Undo the newest."""
        entry = self.done.pop()
        self.undone.append(entry)
        if entry.texts:
            del self.texts[-len(entry.texts) :]
        if entry.ended is not None:
            self.ended = entry.ended[0]
        if entry.what == "observation imported":
            self.there = False
            self.gaps = [gap for gap in self.gaps if gap not in entry.gaps]
        return entry


class AnySequence(FromEmpty):
    """A notebook beside the model of it."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = itertools.count(1)
        self.model = {subject: Expected() for subject in ("o1", "o2", "far")}

    def teardown(self) -> None:
        """At the end: sound, undone to the start, redone to the end."""
        self.undone_and_redone_it_is_the_same()
        assert faults_of(self.notebook) == []
        self.close()

    def word(self) -> str:
        """A word that no line has yet."""
        return f"word{next(self.numbers)}"

    @initialize()
    def start(self) -> None:
        """Most sequences have something to be about."""
        self.begin("o1")

    @rule(subject=SUBJECTS)
    def begin(self, subject: str) -> None:
        """Begin an observation, once or again."""
        expected = self.model[subject]
        begun = self.notebook.observations.begin(subject, self.clock.advance(1000), "UTC")
        if not expected.there:
            expected.there, expected.ended = True, None
        assert begun.lines == len(expected.texts)

    @rule(subject=SUBJECTS)
    def file(self, subject: str) -> None:
        """File a line, at the moment its half-typed text was begun."""
        expected = self.model[subject]
        draft = expected.draft
        typed_at = draft.began if draft is not None and draft.began is not None else self.clock.now()
        word = self.word()
        if self.refused(subject, lambda: self.notebook.lines.file(subject, read_line(word), typed_at, f"id-{word}")):
            return
        expected.add(Entry("line filed", [word]))
        expected.draft = None

    @rule(subject=SUBJECTS, count=st.integers(1, 5))
    def paste(self, subject: str, count: int) -> None:
        """Paste some lines."""
        words = [self.word() for _ in range(count)]
        readings = [read_line(word) for word in words]
        verb = self.notebook.lines.paste
        if not self.refused(subject, lambda: verb(subject, readings, self.clock.now(), f"id-{words[0]}")):
            self.model[subject].add(Entry("lines pasted", words))

    @rule(subject=SUBJECTS)
    def type(self, subject: str) -> None:
        """Leave something half-typed."""
        word = self.word()
        draft = Draft(subject, word, len(word), self.clock.advance(10))
        self.notebook.drafts.keep(draft)
        self.model[subject].draft = draft

    @rule(subject=SUBJECTS)
    def file_half_typed(self, subject: str) -> None:
        """File what is half-typed."""
        expected = self.model[subject]
        if expected.draft is None:
            assert self.notebook.lines.file_half_typed(subject) is None
        elif not self.refused(subject, lambda: self.notebook.lines.file_half_typed(subject)):
            expected.add(Entry("line filed", [expected.draft.text]))
            expected.draft = None

    @rule(subject=SUBJECTS, at_last_line=st.booleans())
    def end(self, subject: str, at_last_line: bool) -> None:
        """End an observation, now or at its last sign of life."""
        expected = self.model[subject]
        now = self.clock.now().utc_ms
        ended: list[Observation] = []

        def verb() -> None:
            observations = self.notebook.observations
            ended.append(observations.end_at_last_line(subject) if at_last_line else observations.end(subject, now))

        if self.refused(subject, verb):
            return
        if expected.draft is not None:
            expected.add(Entry("line filed", [expected.draft.text]))
            expected.draft = None
        assert at_last_line or ended[0].ended_utc_ms == now
        expected.add(Entry("observation ended", ended=(expected.ended, ended[0].ended_utc_ms)))

    @rule(subject=SUBJECTS)
    def resume(self, subject: str) -> None:
        """Take an observation up again."""
        gaps: list[Gap] = []
        verb = self.notebook.observations.resume
        if not self.refused(subject, lambda: gaps.append(verb(subject, self.clock.advance(5000)))):
            self.model[subject].gaps += gaps

    @rule(subject=SUBJECTS)
    def withdraw(self, subject: str) -> None:
        """Take back an observation in which nothing was written."""
        expected = self.model[subject]
        empty = expected.there and not expected.texts and expected.draft is None
        assert self.notebook.observations.withdraw_if_empty(subject) == empty
        if empty:
            self.model[subject] = Expected()

    @rule(count=st.integers(0, 4))
    def take_in(self, count: int) -> None:
        """Take an observation in from elsewhere."""
        expected = self.model["far"]
        words = [self.word() for _ in range(count)]
        anchor = self.clock.now()
        observation = Observation("far", ref_for("far"), None, None, anchor, "UTC", anchor.utc_ms, "file", count)
        gaps = [Gap(number, number + 7) for number in range(count % 2)]
        taken = self.notebook.observations.take_in(
            Whole(observation, [imported(word, n) for n, word in enumerate(words)], gaps, None)
        )
        assert taken == (not expected.there)
        if taken:
            expected.add(Entry("observation imported", words, (None, anchor.utc_ms), gaps))

    @rule(subject=SUBJECTS)
    def undo(self, subject: str) -> None:
        """Take the newest back."""
        expected = self.model[subject]
        undone = self.notebook.undo(subject)
        if not expected.done:
            assert undone is None
        else:
            entry = expected.take_back()
            assert undone == Undone(entry.what, len(entry.texts))

    @rule(subject=SUBJECTS)
    def redo(self, subject: str) -> None:
        """Do again what was taken back last."""
        expected = self.model[subject]
        redone = self.notebook.redo(subject)
        if not expected.undone:
            assert redone is None
        else:
            entry = expected.undone.pop()
            expected.lay_on(entry)
            assert redone == Undone(entry.what, len(entry.texts))

    @rule()
    def reopen(self) -> None:
        """Close the notebook and open it again."""
        self.notebook.close()
        self.notebook = open_notebook(self.places, self.clock)

    @rule()
    @precondition(lambda self: next(self.numbers) % 3 == 0)
    def rebuild(self) -> None:
        """Make the tables anew from the events."""
        self.notebook.rebuild()

    @invariant()
    def the_notebook_says_what_the_model_says(self) -> None:
        """Compare all that can be read."""
        for subject, expected in self.model.items():
            found = self.notebook.observations.find(subject)
            assert (found is not None) == expected.there
            assert self.notebook.drafts.get(subject) == expected.draft
            if found is None:
                continue
            lines = self.notebook.lines.of(subject)
            assert [line.text for line in lines] == expected.texts
            assert [line.place for line in lines] == list(range(1, len(lines) + 1))
            assert found.ended_utc_ms == expected.ended
            assert found.lines == len(expected.texts)
            assert sorted(gap_key(gap) for gap in self.notebook.observations.gaps(subject)) == sorted(
                gap_key(gap) for gap in expected.gaps
            )
        last = max(
            (text for expected in self.model.values() if expected.there for text in expected.texts), default="no"
        )
        assert len(self.notebook.search.find(f"{last} {last}").hits) == (last != "no")

    def undone_and_redone_it_is_the_same(self) -> None:
        """Undo all is the start, redo all is the end, also for what is made from the events alone."""
        for subject, expected in self.model.items():
            end = content(present_state(self.notebook))
            counts = len(expected.done)
            while self.notebook.undo(subject):
                counts -= 1
            assert counts == 0
            assert self.notebook.lines.of(subject) == []
            for _ in expected.done:
                assert self.notebook.redo(subject) is not None
            assert content(present_state(self.notebook)) == end

    def refused(self, subject: str, verb: Callable[[], Any]) -> bool:
        """Do this; whether it was refused, as it must be where there is no such observation."""
        try:
            verb()
        except NotFound:
            assert not self.model[subject].there
            return True
        assert self.model[subject].there
        return False


def content(state: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows without the order in which they were put in."""
    return {table: sorted((row[1:] for row in rows), key=repr) for table, rows in state.items() if table != "undoable"}


def gap_key(gap: Gap) -> tuple[int, int]:
    return gap.from_ms, gap.to_ms


def imported(word: str, number: int) -> Line:
    return Line(
        f"id-{word}", "far", number + 1, number * 1000, False, Provenance.IMPORTED, Kind.EVIDENCE, None, word, (), False,
        Visibility.SHAREABLE, None,
    )  # fmt: skip


@pytest.mark.goal("R13")
@pytest.mark.long
def test_any_sequence_of_verbs(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnySequence, 100, 20)


@pytest.mark.goal("R13")
@pytest.mark.deep
def test_any_of_very_many_sequences_of_verbs(tmp_path: Path) -> None:
    any_sequence_from_empty(tmp_path, AnySequence, 1000, 20)


@pytest.mark.goal("R13", sabotage=True)
def test_the_model_is_not_blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: an undo that forgets to say which event it undid must be seen."""
    monkeypatch.setattr("coachtui.store.events.stack_new", lambda *_: None)
    with pytest.raises((AssertionError, BaseExceptionGroup)):
        any_sequence_from_empty(tmp_path, AnySequence, 20, 20, (Phase.generate,))
