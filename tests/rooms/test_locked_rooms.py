"""A locked notebook in the program: asked for on a page of its own, never while one writes; idle locks it."""

from pathlib import Path

import pytest
from textual import events

from coachtui.model.line import Line
from coachtui.places import Places
from coachtui.settings import Settings
from coachtui.store import key as keys
from coachtui.store.encrypting import lock
from coachtui.store.key import Key
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import LEADS, OBSERVE, TODAY
from coachtui.tui.locking import JOTTING, WRONG
from coachtui.tui.rooms.room import GoTo, Room
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.observing import entry
from tests.support.rooms import Visitor, visit

CANARY = "quetzalwort"
PASSPHRASE = "otter lamp gravel"
PAGE = "This notebook is locked."


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes time here is not what is tried."""
    monkeypatch.setattr(keys, "ROUNDS", 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A locked notebook with an observation that is over."""
    desk = Desk(tmp_path)
    desk.begin(team="Math")
    desk.file(f"{CANARY} was said")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    desk.key, _ = lock(desk.places, desk.clock, PASSPHRASE)
    return desk


def newest(places: Places, clock: FakeClock, key: Key | None) -> list[Line]:
    """The lines of the newest observation."""
    with Notebook.open(places, clock, key=key) as notebook:
        return notebook.lines.of(notebook.observations.latest(1)[0].id)


async def unlock(here: Visitor, passphrase: str = PASSPHRASE) -> None:
    """Paste it, and Enter."""
    here.app.post_message(events.Paste(passphrase))
    await here.until("•••")
    await here.press("enter")


def shown(rows: list[str]) -> list[str]:
    """The lines that are seen, without the bar at their right."""
    return [row[:70].rstrip() for row in rows if CANARY in row]


def in_plain_words(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


async def test_today_asks_first_and_shows_nothing_of_what_is_typed(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await here.press("o")
        await here.until("Passphrase •")
        assert "Observe" not in here.text()
        await here.press("f1", "ctrl+p", "ctrl+f", "f12", "f2")
        await unlock(here, "wrong")
        await here.until(WRONG.partition(".")[0])
        assert "wrong" not in here.text() and "Today" not in here.text()
        await unlock(here)
        await here.until("Math")
        await here.press("o", *"one", "enter")
        await here.until("one")
    assert [line.text for line in newest(desk.places, desk.clock, desk.key)] == ["one"]


async def test_escape_writes_into_the_drop_box_and_unlocking_takes_it_in(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await here.press("escape")
        await here.until(JOTTING)
        await here.file(f"maria: {CANARY} at once")
        await here.type(f"half {CANARY}")
        await here.settled()
        assert in_plain_words(desk.places.home) == []
        await here.press("f12")
        await here.until(PAGE)
        assert CANARY not in here.text()
        await unlock(here, "wrong")
        await here.until(WRONG.partition(".")[0])
        await here.press("escape")
        await here.until(f"half {CANARY}")
        await here.press("f12")
        await unlock(here)
        await here.until("1 line from the drop box taken in.")
        assert entry(here) == f"half {CANARY}" and JOTTING not in here.text()
        await here.press("enter")
        await here.settled()
        assert in_plain_words(desk.places.home) == []
    assert [line.text for line in newest(desk.places, desk.clock, desk.key)] == [
        f"{CANARY} at once",
        f"half {CANARY}",
    ]


async def test_observe_never_waits_for_a_passphrase(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, OBSERVE) as here:
        await here.until(JOTTING)
        await here.file("at once")
        await here.press("f8")
        await here.until("Ended at")
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        assert notebook.taken_in == 1


@pytest.mark.goal("C4")
async def test_nobody_typing_locks_it_and_everything_comes_back_as_it_was(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        here.app.look_every = 0.05  # it looks by itself here: also where the first keys were those of the passphrase
        here.app.workplace.settings = Settings(blank_minutes=10, lock_minutes=20)
        await unlock(here)
        await here.until("Math")
        await here.press("o")
        await here.paste("\n".join(f"{CANARY} {number}" for number in range(40)))
        await here.type("half")
        await here.press("pageup")
        await here.settled()
        before = here.rows()
        desk.clock.advance(10 * 60_000)
        await here.until("Notes Tue")
        desk.clock.advance(10 * 60_000)
        await here.until(PAGE)
        desk.clock.advance(60 * 60_000)
        here.app.notify(f"{CANARY} was delivered")
        await here.pilot.pause(0.2)
        assert CANARY not in here.text() and "half" not in here.text()
        with Notebook.open(desk.places, desk.clock, key=desk.key) as other:
            assert other.drafts.get(other.observations.latest(1)[0].id) is not None, "another may have it meanwhile"
        await here.press("x", "enter")
        await here.until(WRONG.partition(".")[0])
        await unlock(here)
        await here.until("half")
        await here.settled()
        here.app.clear_notifications()
        await here.pilot.pause()
        assert shown(here.rows()) == shown(before)
        await here.press("enter")
        await here.settled()
    assert newest(desk.places, desk.clock, desk.key)[-1].text == "half"


@pytest.mark.goal("C4")
async def test_an_editor_that_was_open_for_long_is_no_way_round_the_lock(desk: Desk) -> None:
    """While it has the terminal nothing locks, for what it gives back is to be kept first; then at once."""
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        here.app.look_every = 0.05
        here.app.workplace.settings = Settings(blank_minutes=0, lock_minutes=20)
        await unlock(here)
        await here.until("Math")
        for minutes, locks in ((19, False), (20, True)):
            here.app.app_suspend_signal.publish(here.app)
            desk.clock.advance(minutes * 60_000)
            await here.pilot.pause(0.2)
            assert PAGE not in here.text()
            here.app.app_resume_signal.publish(here.app)
            await here.pilot.pause(0.2)
            assert (PAGE in here.text()) is locks


@pytest.mark.goal("C4")
async def test_nothing_that_comes_late_takes_the_page_away_or_is_told_to_who_writes_without_it(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await unlock(here)
        await here.until("Math")
        await here.press("f12")
        await here.until(PAGE)
        here.app.screen_stack[0].post_message(GoTo(LEADS))
        here.app.notify(f"{CANARY} was delivered")
        await here.pilot.pause(0.2)
        assert PAGE in here.text() and CANARY not in here.text()
        await unlock(here)
        await here.until(f"{CANARY} was delivered")
        assert isinstance(here.app.screen, Room) and here.app.screen.NAME == LEADS
        here.app.clear_notifications()
        await here.press("f12")
        await here.until(PAGE)
        here.app.notify(f"{CANARY} once more")
        await here.press("escape")
        await here.until(JOTTING)
        await here.press("f12", "escape")
        await here.until(JOTTING)
        assert CANARY not in here.text()


async def test_locked_while_it_is_open_one_may_write_on_without_it(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await unlock(here)
        await here.until("Math")
        await here.press("o", *"before", "enter")
        await here.until("before")
        await here.press("f12")
        await here.until(PAGE)
        await here.press("escape")
        await here.until(JOTTING)
        assert "before" not in here.text()
        await here.file("meanwhile")
        await here.press("f12")
        await unlock(here)
        await here.until("taken in")
    texts = {line.text for line in newest(desk.places, desk.clock, desk.key)}
    assert texts <= {"before", "meanwhile"}
    with Notebook.open(desk.places, desk.clock, key=desk.key) as notebook:
        assert {each.text for one in notebook.observations.latest(2) for each in notebook.lines.of(one.id)} == {
            "before",
            "meanwhile",
        }


async def test_closing_on_the_page_closes(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await here.press("ctrl+q")
        await here.until(lambda: not here.app.is_running)
    assert here.app.return_code == 0
    async with visit(desk.places, desk.clock, TODAY, asks=True) as here:
        await unlock(here)
        await here.until("Math")
        await here.press("f12")
        await here.until(PAGE)
        await here.press("ctrl+q")
        await here.pilot.pause(0.2)
    assert newest(desk.places, desk.clock, desk.key)


async def test_without_a_passphrase_nothing_locks(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    async with visit(desk.places, desk.clock, TODAY) as here:
        desk.clock.advance(600 * 60_000)
        here.app.workplace.settings = Settings(blank_minutes=0, lock_minutes=1)
        here.app.look_if_idle()
        await here.press("f12")
        await here.until("has no passphrase.")
        assert PAGE not in here.text()
