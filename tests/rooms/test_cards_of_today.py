"""The cards of Today: each done, put off, opened by one key; taken back; and the bell above them."""

from pathlib import Path

import pytest

from coachtui.model.bell_text import read_periods
from coachtui.model.card import SUBJECT
from coachtui.places import Places
from coachtui.store.notebook import Notebook
from coachtui.store.present import Change
from coachtui.tui.commands import TODAY
from coachtui.tui.words import printable_line
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.rooms import HOSTILE_NAMES, Visitor, read, visit

SIZES = [(60, 18), (80, 24), (120, 40)]


def put_deadline(notebook: Notebook, number: int, label: str) -> None:
    """A deadline in two days, as its shelf would put it."""
    fields = {"id": f"d{number}", "label": label, "day": "2026-03-12", "role": None, "remind_days": 10, "done_on": None}
    put = [Change("deadlines", None, fields)]
    notebook.file.write(lambda _: notebook.events.record("deadlines", "put", put))


def with_deadlines(folder: Path, labels: list[str], *, periods: str = "") -> tuple[Places, FakeClock]:
    """A home with these deadlines, two days on, and with these periods; it is Tuesday, 8:30."""
    places, clock = make_home(folder), FakeClock()

    def work(notebook: Notebook) -> None:
        for number, label in enumerate(labels):
            put_deadline(notebook, number, label)
        if periods:
            notebook.bells.add_schedule("Regular", read_periods(periods.splitlines()).periods)

    read(places, clock, work)
    return places, clock


def titles(here: Visitor) -> list[str]:
    """What the first rows of the cards say, without the mark of the cursor."""
    return [row[2:] for row in here.rows() if row[:2] in ("› ", "  ") and row[2:].startswith("SLO")]


def marked(here: Visitor) -> str:
    return next((row[2:] for row in here.rows() if row.startswith("› ")), "")


@pytest.mark.parametrize("size", SIZES)
async def test_at_most_six_cards_and_how_many_more(tmp_path: Path, size: tuple[int, int]) -> None:
    places, clock = with_deadlines(tmp_path, [f"SLO {number}" for number in range(9)])
    async with visit(places, clock, TODAY, size=size) as here:
        await here.until("Waiting for you")
        if size[1] > 18:
            assert titles(here) == [f"SLO {number}" for number in range(6)]
            assert "and 3 more" in here.text()
        assert "It is due Thu Mar 12. See what is still to be done for it." in here.text()
        assert max(map(len, here.rows())) <= size[0]
        await here.press(*["d"] * 6)
        await here.until("SLO 8")
        assert titles(here) == ["SLO 6", "SLO 7", "SLO 8"] and "more" not in here.text()


async def test_done_and_put_off_by_one_key_and_taken_back(tmp_path: Path) -> None:
    places, clock = with_deadlines(tmp_path, ["SLO 0", "SLO 1", "SLO 2"])
    async with visit(places, clock, TODAY) as here:
        await here.until("SLO 2")
        await here.press("down", "d")
        await here.until("Done: SLO 1. Ctrl+Z takes it back.")
        assert titles(here) == ["SLO 0", "SLO 2"] and marked(here) == "SLO 2"
        await here.press("z")
        await here.until("Put off until Wed Mar 11: SLO 2.")
        assert marked(here) == "SLO 0"
        await here.press("Z")
        await here.until("Put off until Tue Mar 17: SLO 0.")
        await here.until("Press o when a meeting begins.")
        await here.press("d")
        await here.until("Only what waits for you can be done or put off.")
        await here.press("ctrl+z")
        await here.until("Taken back: card put off.")
        assert titles(here) == ["SLO 0"]
        await here.press("ctrl+y")
        await here.until("Done again: card put off.")
        assert titles(here) == []
    clock.advance(24 * 3_600_000)
    async with visit(places, clock, TODAY) as here:
        await here.until("SLO 2")
        assert titles(here) == ["SLO 2"]
        await here.press("ctrl+z")
        await here.until("Taken back: card put off.")
        await here.press("ctrl+z", "ctrl+z")
        await here.until("Taken back: card done.")
        assert titles(here) == ["SLO 0", "SLO 1", "SLO 2"]
        await here.press("ctrl+z")
        await here.until("There is nothing more to take back.")


async def test_keys_pressed_faster_than_the_disk_each_take_one_card(tmp_path: Path) -> None:
    places, clock = with_deadlines(tmp_path, [f"SLO {number}" for number in range(6)])
    async with visit(places, clock, TODAY) as here:
        await here.until("SLO 5")
        here.app.workplace.scribe.ask(lambda _: __import__("time").sleep(0.3))
        await here.press("d", "d", "z", "d")
        await here.until(lambda: titles(here) == ["SLO 4", "SLO 5"])
    away = "SELECT card, until_utc_ms IS NULL FROM put_off ORDER BY card"
    kept = read(places, clock, lambda notebook: notebook.file.rows(away))
    assert [row[1] for row in kept] == [1, 1, 0, 1]


async def test_a_cut_off_observation_is_done_by_ending_it_and_that_is_taken_back(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, team="Grade 9") as here:
        await here.file("one")
    async with visit(places, clock, TODAY) as here:
        await here.until("Waiting for you")
        await here.press("d")
        await here.until("Ended at 8:30, 1 line.")
        await here.until(lambda: here.rows()[4] == " Observations")
        await here.press("ctrl+z")
        await here.until("Taken back: observation ended.")
        assert here.rows()[2] == " Waiting for you"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_a_card_shows_words_as_words(tmp_path: Path, name: str) -> None:
    places, clock = with_deadlines(tmp_path, [name + " " + "x" * 100])
    async with visit(places, clock, TODAY, size=(60, 18)) as here:
        await here.until("See what is still to be done for it.")
        assert "\x1b" not in here.text() and "\u202e" not in here.text()
        assert printable_line(name).split()[0] in here.text()
        await here.press("d")
        await here.until("Done:")


async def test_the_countdown_and_the_warning(tmp_path: Path) -> None:
    places, clock = with_deadlines(tmp_path, ["SLO 0", "SLO 1"], periods="1 8:00-8:34\n2 8:40-9:30")
    async with visit(places, clock, TODAY, size=(60, 18)) as here:
        await here.until("next bell 8:34 · in 4 min")
        room = here.app.screen
        assert "next bell 8:34 · in 4 min" in here.rows()[0]
        clock.advance(3 * 60_000 + 30_000)
        room.look_at_bell()  # type: ignore[attr-defined]
        await here.until("next bell 8:34 · in 30 s")
        assert "The bell rings" not in here.text()
        clock.advance(10_000)
        await here.until("The bell rings in 20 s. Everything is saved.")
        await here.press("d")
        await here.until(lambda: titles(here) == ["SLO 1"])
        await here.until("The bell rings in 20 s.")
        clock.advance(20_000)
        await here.until("next bell 8:40 · in 6 min")
        assert "The bell rings" not in here.text()


async def test_while_a_meeting_is_written_nothing_is_said_of_the_bell(tmp_path: Path) -> None:
    places, clock = with_deadlines(tmp_path, [], periods="1 8:00-8:34")
    async with visit(places, clock, TODAY) as here:
        await here.until("next bell 8:34")
        today = here.app.screen
        await here.press("o")
        await here.until("team not named yet")
        clock.advance(4 * 60_000 - 15_000)
        today.look_at_bell()  # type: ignore[attr-defined]
        await here.settled()
        assert "The bell rings" not in here.text()


async def test_without_bells_nothing_is_counted(tmp_path: Path) -> None:
    places, clock = with_deadlines(tmp_path, ["SLO"])
    async with visit(places, clock, TODAY) as here:
        await here.until("SLO")
        assert here.rows()[0].startswith(" Today  Tue Mar 10") and "bell" not in here.text()


async def test_what_a_card_is_about_is_opened(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, team="Grade 9", lead="Jo Ash") as here:
        await here.file("they compared #TM3")
        await here.press("f8")
        await here.until("Ended at")
    clock.advance(26 * 3_600_000)
    async with visit(places, clock, TODAY) as here:
        await here.until("Feedback for Jo Ash, not shared yet")
        assert "1 marked line from Grade 9, yesterday; 48 school hours are up tomorrow at 8:30." in here.text()
        await here.press("enter")
        await here.until("they compared")
        await here.press("escape")
        await here.until("Waiting for you")
    assert read(places, clock, lambda notebook: notebook.undo(SUBJECT)) is None
