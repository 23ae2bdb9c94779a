"""The bell times: pasted once, corrected one by one, and Today counts down by them."""

from pathlib import Path

import pytest

from coachtui.tui.commands import BELLS, TODAY
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.rooms import HOSTILE_NAMES, visit

TIMES = "1 8:00-8:50\n2 8:55-9:45\nno times\nLunch 11:30–12:05\n6 1:10-2:00"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_times_are_pasted_and_today_counts_down(tmp_path: Path, size: tuple[int, int]) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, TODAY, size=size) as here:
        await here.until("Press b to enter the bell times")
        await here.press("b")
        await here.until("No bell times are entered yet. Press n")
        await here.press("n")
        await here.until("Name of the schedule: Regular")
        await here.press("enter")
        await here.until("Periods, one or many")
        await here.paste(TIMES)
        await here.until("4 periods entered. Ctrl+Z takes it back. No times could be read in “no times”")
        assert (
            "Regular Mon-Fri" in here.text() and "Lunch 11:30–12:05" in here.text() and "6 13:10–14:00" in here.text()
        )
        await here.press("escape")
        await here.until("next bell 8:50 · in 20 min")


async def test_a_period_is_changed_taken_out_and_brought_back(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, BELLS) as here:
        await here.press("n")
        await here.until("Name of the schedule")
        await here.press("enter")
        await here.until("Periods, one or many")
        await here.type("1 8:00-8:50, 2 8:55-9:45; Lunch 11:30-12:05")
        await here.press("enter")
        await here.until("3 periods entered.")
        await here.press("down", "enter")
        await here.until("Period: 1 8:00-8:50")
        await here.press("ctrl+u")
        await here.type("First 8:05-8:50")
        await here.press("enter")
        await here.until("First 8:05–8:50")
        await here.press("enter")
        await here.until("Period: First")
        await here.press("ctrl+u")
        await here.type("nonsense")
        await here.press("enter")
        await here.until("No times could be read in “nonsense”.")
        await here.press("escape")
        assert "First 8:05–8:50" in " ".join(here.text().split())
        await here.press("x")
        await here.until("Taken out. Ctrl+Z brings it back.")
        assert "First" not in here.text()
        await here.press("ctrl+z")
        await here.until("Taken back: period taken out.")
        assert "First" in here.text()


async def test_weekdays_turns_and_single_days(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()

    async def answer(seen: str, words: str, then: str) -> None:
        await here.until(seen)
        await here.press("ctrl+u")
        await here.type(words)
        await here.press("enter")
        await here.until(then)

    async with visit(places, clock, BELLS) as here:
        for name in ("A day", "B day"):
            await here.press("n")
            await answer("Name of the schedule", name, "Periods, one or many")
            await answer("Periods", "1 8:00-8:50", "1 period entered.")
        await here.press("w")
        await answer("Weekdays of A day: Mon-Fri", "mon wed xx", "are not weekdays")
        await answer("Weekdays of A day:", "mon wed-fri", "A day Mon Wed Thu Fri")
        await here.press("t")
        await answer("They take turns", "A day, C day", "There is no schedule “C day”.")
        await answer("They take turns", "a, b", "The day on which A day rings: today")
        await answer(
            "The day on which", "yesterday", "A day, B day, school day by school day from yesterday. Today: B day."
        )
        await here.press("s")
        await answer("Which day", "someday", "is not a day that can be read")
        await answer("Which day", "today", "today: a schedule, no school, or as usual")
        await answer("today: a schedule", "sunny", "There is no schedule “sunny”.")
        await answer("today: a schedule", "holiday", "Today: no school.")
        await here.press("ctrl+z")
        await here.until("Today: B day.")


async def test_what_is_half_typed_into_a_question_is_offered_again(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, BELLS) as here:
        await here.press("n")
        await here.until("Name of the schedule")
        await here.press("ctrl+u")
        await here.type("Early rel")
        await here.press("escape", "escape")
        await here.until("Press o when a meeting begins.")
        await here.press("b", "n")
        await here.until("Name of the schedule: Early rel")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_names_of_schedules_and_periods_are_words(tmp_path: Path, name: str) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, BELLS, size=(60, 18)) as here:
        await here.press("n")
        await here.until("Name of the schedule")
        await here.press("ctrl+u")
        await here.paste(" ".join(name.split()))
        await here.press("enter")
        await here.until("Periods, one or many")
        await here.paste(f"{name} 8:00-8:50\nother 9:00-9:30")
        await here.until("entered.")
        assert "9:00–9:30" in here.text() and "\x1b" not in here.text() and "\u202e" not in here.text()
        await here.press("w", "escape", "t", "escape", "enter", "escape")
