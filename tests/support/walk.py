"""A walk through all that an observation held: forward with each verb, back with undo, on with redo."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from coachtui.store.checks_notebook import checks_of_notebook
from coachtui.store.discarding import TALK
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES
from tests.support.homes import open_notebook
from tests.support.sequences import FromEmpty
from tests.support.traces import traces

Held = dict[str, dict[str, dict[str, Any]]]
"""What an observation holds: each row by its id, by its table."""

OF_ONE = ("lines", "spans", "agenda", "accounts", "closings")


class Walk(FromEmpty):
    """A notebook with one observation, and all that it held on the way; the verbs are for others to add."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = itertools.count(1)
        self.discarded: list[str] = []
        self.marked: dict[str, tuple[int, int]] = {}
        self.notebook.people.add_team("Math", "Dana Ruiz")
        self.notebook.observations.begin("o1", self.clock.advance(1000), "UTC")
        self.been: list[Held] = [held(self.notebook)]
        self.at = 0

    def teardown(self) -> None:
        """Undo all is the start, redo all the end; the doctor finds everything sound, and no trace is left."""
        for _ in range(2):
            while self.at > 0:
                self.undo()
            assert self.notebook.undo("o1") is None
            while self.at < len(self.been) - 1:
                self.redo()
            assert self.notebook.redo("o1") is None
            self.notebook.rebuild()
        assert [check for check in checks_of_notebook(self.notebook) if not check.ok] == []
        assert traces(self.places.home, self.discarded) == []
        self.notebook.close()
        assert traces(self.places.home, self.discarded) == []
        shutil.rmtree(self.folder)

    def did(self, verb: Callable[[Notebook], object]) -> None:
        """Do this, and remember what is held now, if that is anything else."""
        verb(self.notebook)
        now = held(self.notebook)
        if now != self.been[self.at]:
            del self.been[self.at + 1 :]
            self.been.append(now)
            self.at += 1

    def ids(self) -> list[str]:
        """The lines there are now."""
        return [line.id for line in self.notebook.lines.of("o1")]

    def picked(self, pick: int) -> Iterator[str]:
        """One of the lines, if there is any."""
        ids = self.ids()
        yield from ids[pick % len(ids) :][:1] if ids else ()

    def without_trace(self, line_id: str, only_talk: bool) -> None:
        """Discard a line: all that was ever held is as if it had never been, or no more than a talk."""
        ever = {row["text"] for one in self.been for key, row in one["lines"].items() if key == line_id}
        ever |= {row["words"] for one in self.been for row in one["accounts"].values() if row["line"] == line_id}
        talk = self._discarded(line_id, only_talk)
        self.discarded += [*(word.split()[0] for word in ever - {TALK}), line_id]
        walk = [(without(one, line_id, talk), place == self.at) for place, one in enumerate(self.been)]
        steps = [list(step) for _, step in itertools.groupby(walk, key=lambda one: one[0])]
        self.been = [step[0][0] for step in steps]
        self.at = next(place for place, step in enumerate(steps) if any(here for _, here in step))

    def _discarded(self, line_id: str, only_talk: bool) -> str | None:
        """Discard a line; the id of the talk that is kept of it, if one is."""
        if only_talk:
            return self.notebook.discarding.keep_only_talk(line_id).id
        self.notebook.discarding.discard(line_id)
        return None

    @rule()
    def undo(self) -> None:
        """Take the newest back."""
        undone = self.notebook.undo("o1")
        assert (undone is not None) == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        """Do again what was taken back last."""
        redone = self.notebook.redo("o1")
        assert (redone is not None) == (self.at < len(self.been) - 1)
        self.at = min(len(self.been) - 1, self.at + 1)

    @rule(anew=st.booleans())
    def reopen(self, anew: bool) -> None:
        """Close the notebook and open it again, or make the tables anew from the events."""
        if anew:
            self.notebook.rebuild()
        self.notebook.close()
        self.notebook = open_notebook(self.places, self.clock)

    @invariant()
    def it_holds_what_it_held_then(self) -> None:
        """The notebook is where the walk through all that was says, and every mark is where it was on the wall."""
        assert held(self.notebook) == self.been[self.at]
        anchor = self.notebook.observations.get("o1").anchor.utc_ms
        for identity, from_ms, to_ms in self.notebook.file.rows("SELECT id, from_ms, to_ms FROM gaps"):
            on_the_wall = (anchor + from_ms, anchor + to_ms)
            assert self.marked.setdefault(identity, on_the_wall) == on_the_wall


def held(notebook: Notebook) -> Held:
    """What the observation holds now; a pause and the gaps, which are never undone, aside."""
    state: Held = {}
    for table, owner in (("observations", "id"), *((table, "observation") for table in OF_ONE)):
        columns = [column for column in TABLES[table] if column != "paused_ms"]
        rows = notebook.file.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {owner} = 'o1'")
        state[table] = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
    return state


def without(one: Held, line_id: str, talk: str | None) -> Held:
    """What would have been held then without this line, or with only a talk in its place."""
    lines = {key: row for key, row in one["lines"].items() if key != line_id}
    if talk is not None and line_id in one["lines"]:
        lines[talk] = one["lines"][line_id] | {
            "id": talk, "kind": "in confidence", "speaker": None, "text": TALK, "codes": "[]", "starred": 0,
            "visibility": "mine", "minutes": None,
        }  # fmt: skip
    accounts = {key: row for key, row in one["accounts"].items() if row["line"] != line_id}
    return {**one, "lines": lines, "accounts": accounts}
