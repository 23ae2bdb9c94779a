"""Work that takes long: one row says what is done and how far it is, Esc stops it where that is safe, and then it is told."""

import asyncio
import random
import shutil
import sqlite3
import threading
from functools import partial
from pathlib import Path

import pytest
from textual import events

from coachtui.settings import DARK_THEME
from coachtui.store.backups import all_backups
from coachtui.store.notebook import Notebook
from coachtui.tui import delivering, keeping_house, telling_work
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import GATE, LEADS, OBSERVE, TODAY
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.widgets.work_row import WorkRow
from tests.support.all_rooms import every_room
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, fill_with_ended, make_home
from tests.support.rooms import Visitor, visit
from tests.support.sharing import LEAD, a_school, hold, share

SAVED = Path(__file__).parents[1] / "store" / "saved"
MANY_LINES, LONG_MEETING = 40_000, 300


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is told as soon as it begins: what takes a minute for a person is to take a second here."""
    monkeypatch.setattr(telling_work, "SOON", 0.01)
    monkeypatch.setattr(telling_work, "LATER", 0.01)
    monkeypatch.setattr(keeping_house, "HOUSEKEEPING_AFTER", 1.0)
    monkeypatch.setattr(delivering, "DELIVER_AFTER", 600.0)


def grow(path: Path, lines: int = MANY_LINES) -> None:
    """Put many lines into a notebook in bulk; none of them happened, as far as its events know."""
    chance = random.Random(6)
    connection = sqlite3.connect(path)
    ((owner, place),) = connection.execute("SELECT observation, max(place) FROM lines").fetchall()
    connection.executemany(
        "INSERT INTO lines (id, observation, place, at_ms, about, provenance, kind, speaker, text, codes, starred, visibility, "
        "minutes) VALUES (?, ?, ?, ?, 0, 'live', 'evidence', NULL, ?, '[]', 0, 'shareable', NULL)",
        [
            (f"x{n:031x}", owner, place + 1 + n, n, " ".join(chance.choices(("so", "data", "ticket", "yet"), k=12)))
            for n in range(lines)
        ],
    )
    connection.commit()
    connection.close()


def rows_of_work(here: Visitor) -> list[str]:
    """What the row says, where it is."""
    return [here.rows()[row.region.y] for row in here.app.screen.query(WorkRow) if row.region.height]


async def seen(here: Visitor, words: str) -> str:
    """Wait for the row that says this, looking as often as can be."""
    for _ in range(1500):
        for told in rows_of_work(here):
            if words in told:
                return told
        await asyncio.sleep(0.01)
    raise AssertionError("\n".join([f"never told: {words}", *here.rows()]))


async def test_a_notebook_that_is_long_in_opening_and_brought_up_to_date(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    shutil.copy(SAVED / "shape-1.db", desk.places.notebook)
    app = CoachApp(desk.places, desk.clock, lambda: "an-id", room=OBSERVE)
    app.dress_in(DARK_THEME, [])
    let, opens = threading.Event(), app.open_notebook
    vars(app)["open_notebook"] = lambda: opens() if let.wait(30) else None  # a slow disk
    async with app.run_test(size=(80, 24)) as pilot:
        here = Visitor(app, pilot)
        told = await seen(here, "Opening the notebook. What you type is kept · 0 s")
        assert "Esc" not in told and not app.workplace.is_open
        await pilot.press(*"so", "escape", "it")
        let.set()
        await here.until(lambda: app.workplace.is_open)
        await seen(here, "The notebook was brought up to date, after a backup.")
        assert [each.reason for each in all_backups(desk.places.backups)] == ["before-migration"]
    app.flush()


async def test_a_backup_is_told_of_where_one_is_but_not_in_a_meeting(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    grow(desk.places.notebook)
    async with visit(desk.places, desk.clock, TODAY) as here:
        told = await seen(here, "Making a backup · 0 s")
        assert told.endswith("Esc stops it")
        await seen(here, "A backup was made.")
        assert len(all_backups(desk.places.backups)) == 1
    desk.clock.advance(3_600_000)
    hold(desk, "o2", "one more")
    async with visit(desk.places, desk.clock, OBSERVE) as here:
        while len(all_backups(desk.places.backups)) < 2:
            assert rows_of_work(here) == []
            await asyncio.sleep(0.02)
        await here.settled()
        assert rows_of_work(here) == []


async def test_a_delivery_is_stopped_by_a_click_and_goes_on_when_it_is_let_go_again(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    share(desk)
    async with visit(desk.places, desk.clock, LEADS) as here:
        for stops, words in (
            (
                True,
                "Stopped after 0 files. The rest waits for the next hour.",
            ),
            (False, "Delivered: 1 file. Read back: 0 passages."),
        ):
            busy = threading.Event()
            here.app.workplace.scribe.ask(partial(_wait_for, busy))  # the courier waits its turn
            here.app.let_courier_go()
            told = await seen(here, "Delivering the record · 0 s")
            assert told.endswith("Esc stops it")
            if stops:
                (row,) = here.app.screen.query(WorkRow)
                row.post_message(WorkRow.Stopped())
                await seen(here, "It is being stopped.")
            busy.set()
            await seen(here, words[:60])
            assert len(list(desk.places.record.glob("*.md"))) == (0 if stops else 1)


def _wait_for(let: threading.Event, _: Notebook) -> bool:
    """A verb that takes its time."""
    return let.wait(30)


async def test_esc_stops_the_writing_of_a_file_and_nothing_left(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    hold(desk, "o2", *(f"Four of nine had the variable, said for the {number}. time" for number in range(LONG_MEETING)))
    target = tmp_path / "note.docx"
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.go_to(GoTo(GATE, "observation:o2"))
        await here.until("Enter shares it")
        await here.press("s")
        await here.until("File:")
        await here.press("ctrl+u")
        await here.paste(str(target))
        await here.pilot.press("enter")
        told = await seen(here, "Writing the file")
        assert told.endswith("Esc stops it")
        here.app.post_message(events.Key("escape", None))
        await here.until("Stopped. No file was written, and nothing left the notebook.")
        await here.until(lambda: rows_of_work(here) == [])
        assert isinstance(here.app.screen, Room) and here.app.screen.NAME == GATE
        await here.press("escape")
        await here.until(lambda: isinstance(here.app.screen, Room) and here.app.screen.NAME != GATE)
    assert not target.exists() and list(tmp_path.glob("*.part")) == []
    lead = desk.do(lambda notebook: notebook.people.lead_called(LEAD))
    assert desk.do(lambda notebook: notebook.ledger.of(lead or "")) == []


@pytest.mark.deep
async def test_the_row_stands_above_the_keys_in_every_room_and_goes(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, TODAY, size=(60, 18)) as here:
        async for room in every_room(here):
            keys = here.rows()[-1]
            with here.app.workplace.at_work.at("Something long"):
                await seen(here, "Something long · 0 s")
                rows = here.rows()
                assert rows[-2].startswith(" Something long · ") and rows[-1] == keys, room.NAME
            await here.until(lambda: rows_of_work(here) == [])
            assert here.rows()[-1] == keys, room.NAME


async def test_a_row_that_went_with_its_room_is_put_into_the_next_one(tmp_path: Path) -> None:
    """It was a fault that ended the program: the row was asked for the screen that it was in."""
    desk = Desk(tmp_path)
    async with visit(desk.places, desk.clock, TODAY) as here:
        with here.app.workplace.at_work.at("Counting"):
            for _ in range(2):
                await seen(here, "Counting")
                await here.app.screen.query_one(WorkRow).remove()
            await here.press("escape")
