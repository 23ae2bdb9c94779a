"""A locked notebook that somebody else had while the page was up: nothing that is gone comes back from the rooms behind it."""

from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.store import key as keys
from coachtui.store.encrypting import lock
from coachtui.store.events import EventLog
from coachtui.store.key import Key
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import OBSERVE, TODAY, TOGETHER
from coachtui.tui.rooms.room import GoTo
from tests.rooms.test_locked_rooms import PAGE, PASSPHRASE, unlock
from tests.support.canaries import traces_but_record
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.private_words import OPEN_WORDS, Marks, full_of_private_words
from tests.support.rooms import Visitor, visit

WORD = "zqxsaid"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A locked notebook with a team."""
    monkeypatch.setattr(keys, "ROUNDS", 1)
    desk = Desk(tmp_path)
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Tom Hall",)))
    desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    return desk


def purge_newest(places: Places, clock: FakeClock, key: Key | None) -> None:
    """Another program does away with the newest observation."""
    with Notebook.open(places, clock, key=key) as other:
        plan = other.purging.planning().of_observation(other.observations.latest(1)[0].id)
        other.purging.purge(plan, places)


def words_in(places: Places, clock: FakeClock, key: Key | None) -> list[str]:
    """Every half-typed text and every line of the notebook."""
    with Notebook.open(places, clock, key=key) as notebook:
        assert traces_but_record(places.home, WORD) == []
        return [row[0] for table in ("drafts", "lines") for row in notebook.file.rows(f"SELECT text FROM {table}")]


async def write_and_lock(here: Visitor) -> None:
    """In a meeting, with half a line; then the page comes over it."""
    await unlock(here)
    await here.until("Observe")
    await here.press("o")
    await here.file(f"{WORD} one")
    await here.type(f"{WORD} half")
    await here.settled()
    await here.press("f12")
    await here.until(PAGE)
    await here.until(lambda: here.app.workplace.is_resting)


@pytest.mark.goal("C5")
@pytest.mark.parametrize("is_blind", [False, True])
async def test_what_was_purged_while_it_was_locked_does_not_come_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_blind: bool
) -> None:
    """And the sabotage: rooms that do not ask show what is gone, and write it down again at the next key."""
    if is_blind:
        monkeypatch.setattr(EventLog, "mark", lambda _: ())
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await write_and_lock(here)
        purge_newest(desk.places, desk.clock, desk.key)
        await unlock(here)
        await here.until(lambda: PAGE not in here.text())
        await here.settled()
        assert (WORD in here.text()) is is_blind
        await here.type("y")
        await here.settled()
    assert words_in(desk.places, desk.clock, desk.key) == ([f"{WORD} halfy"] if is_blind else [])


async def test_what_others_wrote_meanwhile_is_there_and_the_meeting_goes_on(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await write_and_lock(here)
        with Notebook.open(desk.places, desk.clock, key=desk.key) as other:
            other.people.add_team("Science", "Maria Okafor", ())
        await unlock(here)
        await here.until("Enter goes on with it")
        await here.press("enter")
        await here.until(f"{WORD} half")
        await here.press("enter")
        await here.settled()
        assert here.app.screen.NAME == OBSERVE  # type: ignore[attr-defined]
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        lines = notebook.lines.of(notebook.observations.latest(1)[0].id)
        assert [line.text for line in lines] == [f"{WORD} one", f"{WORD} half"]


@pytest.mark.parametrize("somebody_else", [False, True])
async def test_locked_while_two_look_on_it_is_for_two_again_once_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, somebody_else: bool
) -> None:
    """Also where one wrote without the passphrase meanwhile, or another program had the notebook: no private word is shown."""
    monkeypatch.setattr(keys, "ROUNDS", 1)
    desk, marks = Desk(tmp_path), Marks(1)
    plan = full_of_private_words(desk, marks)
    desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await unlock(here)
        await here.until("Observe")
        here.app.screen.post_message(GoTo(TOGETHER, plan))
        await here.until(OPEN_WORDS)
        await here.settled()
        await here.press("f12")
        await here.until(PAGE)
        await here.until(lambda: here.app.workplace.is_resting)
        if somebody_else:
            with Notebook.open(desk.places, desk.clock, key=desk.key) as other:
                other.people.add_team("Science", "Maria Okafor", ())
        else:
            await here.press("escape")
            await here.until("drop box")
            await here.press("f12")
            await here.until(PAGE)
        await unlock(here)
        await here.until(OPEN_WORDS)
        await here.press("ctrl+f", "escape", "ctrl+p", "escape", "f2", "escape")
        await here.settled()
        assert OPEN_WORDS in here.text() and marks.found_in(here.rows()) == []
