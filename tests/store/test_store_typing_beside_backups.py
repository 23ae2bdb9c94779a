"""What is typed while the hourly backup is made: it stands in the notebook before the next step is done, whatever its size.

Counted in steps of the backup, not in time: between two of them the scribe writes what was typed, so half-typed words are as
old as one step when the program is killed, and not as old as the whole.
"""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.homes import fill
from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store import backup_rotation, backups, meanwhile
from coachtui.store.backups import all_backups
from coachtui.store.housekeeping import CHORES, Chore
from coachtui.store.notebook import Notebook
from coachtui.store.scribe import Scribe
from tests.support.clocks import FakeClock
from tests.support.homes import open_notebook
from tests.support.tally import Tell

PAGES = 20
"""Copied in one step; in the program it is more, and the notebook larger."""


@pytest.fixture
def big(tmp_path: Path) -> Places:
    """A notebook of 1,200 lines."""
    fill(tmp_path / "home", 3, 400)
    return Places(tmp_path / "home")


class Hand:
    """Types a letter at each step of what goes on on the scribe's thread, and looks whether the one before was written."""

    def __init__(self) -> None:
        self.scribe = Scribe(lambda _: None)
        self.steps = 0
        self.late: list[str] = []
        """What was not written when the step after the one at which it was typed was over."""
        self._typed = ""

    def breath_in(self, notebook: Notebook) -> Callable[[], None]:
        """What the scribe does between two steps, and the hand with it."""

        def breathe() -> None:
            self.scribe.breathe()
            draft = notebook.drafts.get("o1")
            if self._typed and (draft is None or draft.text != self._typed):
                self.late.append(self._typed)
            self.steps += 1
            self._typed = f"typed at step {self.steps}"
            self.scribe.jot(Draft("o1", self._typed, 4, None))

        return breathe


def keep_house(places: Places) -> Hand:
    """Do what is done every hour, while the hand types."""
    hand, clock = Hand(), FakeClock()

    async def an_hour() -> None:
        await hand.scribe.start(lambda: open_notebook(places, clock))
        for chore in CHORES:

            def work(notebook: Notebook, chore: Chore = chore) -> object:
                return chore.work(notebook, places, clock, hand.breath_in(notebook))

            await hand.scribe.do(work)
        assert hand.scribe.close()

    asyncio.run(an_hour())
    assert len(all_backups(places.backups)) == 1
    return hand


@pytest.mark.goal("R3")
def test_between_any_two_steps_of_a_backup_what_was_typed_is_written(
    big: Places, monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    monkeypatch.setattr(backups, "_AT_A_TIME", PAGES)
    pages = big.notebook.stat().st_size // 4096
    hand = keep_house(big)
    tell(
        f"typing beside a backup of {pages} pages: a key at each of {hand.steps} steps, {len(hand.late)} written later"
    )
    assert hand.steps >= pages // PAGES and hand.late == []


@pytest.mark.goal("R3", sabotage=True)
def test_what_waits_for_the_end_of_a_backup_is_found_late_at_every_step(
    big: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_AT_A_TIME", PAGES)
    monkeypatch.setattr(Scribe, "breathe", lambda _: None)
    hand = keep_house(big)
    assert len(hand.late) == hand.steps - 1 > 10


def written_while(
    places: Places, module: object, name: str, monkeypatch: pytest.MonkeyPatch, patience: float = 10.0
) -> bool:
    """Whether what is typed while this part of the work goes on is written before it is over: the part waits for it."""
    hand, clock, written, found = Hand(), FakeClock(), threading.Event(), list[bool]()
    part = getattr(module, name)

    def waiting(*given: object, **named: object) -> object:
        hand.scribe.jot(Draft("o1", "typed meanwhile", 4, None))
        found.append(written.wait(patience if not found else 0))
        return part(*given, **named)

    def work(notebook: Notebook) -> None:
        def breathe() -> None:
            hand.scribe.breathe()
            draft = notebook.drafts.get("o1")
            if draft is not None and draft.text == "typed meanwhile":
                written.set()

        backups.back_up_if_due(notebook, places, clock, breathe)

    async def kept() -> None:
        await hand.scribe.start(lambda: open_notebook(places, clock))
        await hand.scribe.do(work)
        assert hand.scribe.close()

    with monkeypatch.context() as patch:
        patch.setattr(module, name, waiting)
        asyncio.run(kept())
    return found[0]


PARTS = pytest.mark.parametrize(
    ("module", "name"), [(backups, "_see_that_it_is_whole"), (backups, "sync_file"), (backup_rotation, "is_readable")]
)


def crowd(places: Places) -> None:
    """As many backups as one is thinned out of."""
    clock = FakeClock()
    with open_notebook(places, clock) as notebook:
        for _ in range(backup_rotation.RECENT + 2):
            backups.back_up(notebook.file.connection, places.backups, clock.now(), "automatic")
        notebook.people.add_team("Grade 5", "Ana Ruiz", ())


@pytest.mark.goal("R3")
@PARTS
def test_what_is_typed_while_a_copy_is_read_back_and_forced_to_the_disk_is_written_meanwhile(
    tmp_path: Path, module: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(tmp_path / "home")
    fill(places.home, 1, 20)
    crowd(places)
    monkeypatch.setattr(backups, "OFTEN_ENOUGH", 0)
    assert written_while(places, module, name, monkeypatch)


@pytest.mark.goal("R3", sabotage=True)
def test_a_copy_that_is_read_back_on_the_scribes_own_thread_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "meanwhile", lambda work, breathe: work())
    fill(tmp_path / "home", 1, 20)
    assert not written_while(Places(tmp_path / "home"), backups, "_see_that_it_is_whole", monkeypatch, 0.2)


def test_a_fault_of_what_is_done_meanwhile_is_raised_where_it_was_asked_for() -> None:
    breaths: list[int] = []

    def work() -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        meanwhile.meanwhile(work, lambda: breaths.append(1))
    assert meanwhile.meanwhile(lambda: 7, lambda: breaths.append(1)) == 7
