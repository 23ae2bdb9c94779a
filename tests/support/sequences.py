"""Any sequence of what can be done to a notebook: each from an empty one on, and what was held on the way remembered."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from coachtui.store.checks_notebook import checks_of_notebook
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, open_notebook

Rows = dict[str, list[tuple[Any, ...]]]
"""Every row of some tables."""
EVERY_PHASE = tuple(Phase)


class FromEmpty(RuleBasedStateMachine):
    """A notebook of its own, empty to begin with; the verbs are for others to add."""

    EMPTY: Path
    """A home with an empty notebook, to be copied: making one takes longer than using it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.EMPTY.parent))
        self.places = make_home(self.folder)
        shutil.copy(self.EMPTY / "notebook.db", self.places.notebook)
        self.clock = FakeClock(step_ms=1)
        self.notebook = open_notebook(self.places, self.clock)

    def close(self) -> None:
        """Close the notebook, and away with it."""
        self.notebook.close()
        shutil.rmtree(self.folder)


class BackAndForth(FromEmpty):
    """Some tables of it, as they were after each deed: undo walks back through all of that, redo on to the end."""

    WATCHED: tuple[str, ...] = ()

    def set_out(self) -> None:
        """What is held now is the start."""
        self.been: list[Rows] = [self.held()]
        self.at = 0

    def held(self) -> Rows:
        """Every row that is watched."""
        return {
            table: sorted(self.notebook.file.rows(f"SELECT {', '.join(TABLES[table])} FROM {table}"), key=repr)
            for table in self.WATCHED
        }

    def did(self, verb: Callable[[Notebook], object]) -> None:
        """Do this, or be refused with nothing changed; remember what is held now, if that is anything else."""
        try:
            verb(self.notebook)
        except NotebookError as refusal:
            assert type(refusal) in (NotebookError, NotFound), refusal
        now = self.held()
        if now != self.been[self.at]:
            del self.been[self.at + 1 :]
            self.been.append(now)
            self.at += 1

    def take_back(self, subject: str) -> None:
        """Take the newest back; behind all of it stands what was there at the start, and that stays."""
        assert self.at > 0 and self.notebook.undo(subject) is not None
        self.at -= 1

    def do_again(self, subject: str) -> None:
        """Do again what was taken back last, if anything was."""
        assert (self.notebook.redo(subject) is not None) == (self.at < len(self.been) - 1)
        self.at = min(len(self.been) - 1, self.at + 1)

    def to_the_start_and_to_the_end(self, subject: str) -> None:
        """Undo all is the start, redo all the end; the tables made anew are those that were, and all is sound."""
        for _ in range(2):
            while self.at > 0:
                self.take_back(subject)
            assert self.held() == self.been[0]
            while self.at < len(self.been) - 1:
                self.do_again(subject)
            self.notebook.rebuild()
            assert self.held() == self.been[self.at]
        assert [check for check in checks_of_notebook(self.notebook) if not check.ok] == []


def any_sequence(
    machine: type[RuleBasedStateMachine], sequences: int, steps: int, phases: tuple[Phase, ...] = EVERY_PHASE
) -> None:
    """Let so many sequences of so many deeds at most be tried."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences, stateful_step_count=steps, deadline=None, phases=phases,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )  # fmt: skip


def any_sequence_from_empty(folder: Path, machine: type[FromEmpty], sequences: int, steps: int,
                            phases: tuple[Phase, ...] = EVERY_PHASE) -> None:  # fmt: skip
    """The same, each with a notebook that is empty to begin with."""
    empty = make_home(folder, "empty")
    open_notebook(empty).close()
    machine.EMPTY = empty.home
    any_sequence(machine, sequences, steps, phases)
