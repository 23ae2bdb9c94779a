"""Together: two look at one screen. Whatever is pressed, nothing that is not for both comes onto it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest

from coachtui.store.notebook import Notebook
from coachtui.tui.commands import CONVERSATIONS, EVERYWHERE, REHEARSE, TODAY, TOGETHER, all_commands, commands_of
from coachtui.tui.doors import ROOM_CLASSES
from coachtui.tui.rooms import together as together_module
from coachtui.tui.rooms.room import GoBack, GoTo, Room
from coachtui.tui.widgets.plan_area import PlanArea
from tests.support.homes import Desk
from tests.support.private_words import LEAD, OPEN_WORDS, Marks, full_of_private_words
from tests.support.program import ask
from tests.support.rooms import Visitor, read, visit

KEYS = sorted({key for command in all_commands() for key in command.key.split(",") if len(key) > 1})
TYPED = "abcdefghijklmnopqrstuvwxyz ?!=/#*-12"
SIZES = [(80, 24), (60, 18), (120, 40), (40, 10), (81, 25)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home of its own."""
    return Desk(tmp_path)


@asynccontextmanager
async def together(desk: Desk, plan: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Visitor]:
    """The program, with two before it."""
    async with visit(desk.places, desk.clock, TODAY, size=size) as here:
        await here.settled()
        here.app.screen.post_message(GoTo(TOGETHER, plan))
        await here.until("1 of ")
        await here.settled()
        yield here


def rows_of(desk: Desk, plan: str) -> list[tuple[str, str, str]]:
    def wanted(notebook: Notebook) -> list[tuple[str, str, str]]:
        notebook.together.take_up(plan)
        seen = notebook.together.seen(plan).rows
        return [(row.part, row.whose, row.words) for row in seen if row.part != "opening"]

    found: list[tuple[str, str, str]] = read(desk.places, desk.clock, wanted)
    return found


async def test_two_write_side_by_side_and_whose_words_are_whose_is_kept(desk: Desk) -> None:
    plan = full_of_private_words(desk, Marks(1))
    async with together(desk, plan) as here:
        assert OPEN_WORDS in here.text() and LEAD in here.text()
        await here.paste(" truly\nand more")
        await here.press("tab")
        await here.paste("what I add")
        await here.press("pagedown")
        await here.until("2 of ")
        await here.paste("for them")
    assert sorted(rows_of(desk, plan)) == [
        ("want_them", "principal", "for them"),
        ("why", "lead", "and more"),
        ("why", "lead", f"{OPEN_WORDS} truly"),
        ("why", "principal", "what I add"),
    ]


async def test_a_side_that_was_emptied_is_empty_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together_module, "PAUSE", 600.0)
    plan = full_of_private_words(desk, Marks(1))
    async with together(desk, plan) as here:
        area = here.app.focused
        assert isinstance(area, PlanArea) and OPEN_WORDS in area.text
        area.clear()
        await here.settled()
    assert [row for row in rows_of(desk, plan) if row[0] == "why"] == []


async def test_leaving_is_asked_and_what_was_held_back_is_said_then(desk: Desk) -> None:
    plan = full_of_private_words(desk, Marks(2))
    async with together(desk, plan) as here:
        here.app.notify("said in passing")
        await here.press("escape")
        await here.until("Type leave and press Enter")
        await here.paste("no")
        await here.press("enter")
        await here.until("That is not it")
        assert "said in passing" not in here.text()
        await here.press("escape", "escape")
        await here.paste("Leave")
        await here.press("enter")
        await here.until("said in passing")
        assert isinstance(here.app.screen, Room) and here.app.screen.NAME == TODAY
    assert read(desk.places, desk.clock, lambda notebook: notebook.together.on()) is None


async def test_a_passphrase_keeps_the_screen_for_two(desk: Desk) -> None:
    plan = full_of_private_words(desk, Marks(3))
    desk.do(lambda notebook: notebook.together.set_passphrase("green door"))
    async with together(desk, plan) as here:
        await here.press("escape")
        await here.paste("leave")
        assert "leave" not in here.text().replace("Esc Leave", "")
        await here.press("enter")
        await here.until("That is not it")
        await here.paste("green door")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, Room) and here.app.screen.NAME == TODAY)


async def test_the_passphrase_is_set_unseen_and_typed_twice(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_lead(LEAD))
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.screen.post_message(GoTo(CONVERSATIONS))
        await here.until("Conversations")
        await here.settled()
        for typed, again, said in (
            ("green door", "green dor", "not the same"),
            ("green door", "green door", "asks for it now"),
        ):
            await here.press("k")
            await here.until("Passphrase for leaving Together")
            await here.paste(typed)
            await here.until("•" * len(typed))
            assert "green" not in here.text()
            await here.press("enter")
            await here.until("The same once more")
            await here.paste(again)
            assert "green" not in here.text()
            await here.press("enter")
            await here.until(said)
        await here.settled()
    assert desk.do(lambda notebook: notebook.together.is_passphrase("green door"))
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.screen.post_message(GoTo(CONVERSATIONS))
        await here.until("Conversations")
        await here.settled()
        await here.press("k", "enter")
        await here.until("asks for the word leave")
        await here.press("h")
        await here.paste("seen again")
        await here.until("seen again")


async def test_a_forgotten_passphrase_is_no_dead_end(desk: Desk) -> None:
    plan = full_of_private_words(desk, Marks(6))
    desk.do(lambda notebook: notebook.together.set_passphrase("green door"))
    desk.do(lambda notebook: notebook.together.begin(plan))
    assert ask(desk.places.home, "leave-together").code == 0
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until("Waiting for you")
    assert not desk.do(lambda notebook: notebook.together.has_passphrase())


async def test_the_parts_are_asked_as_the_scenario_does_and_a_plan_that_is_gone_leaves_one_alone(desk: Desk) -> None:
    plan = full_of_private_words(desk, Marks(9))
    desk.do(lambda notebook: notebook.conversations.keep(plan, "scenario", "promised-work"))
    async with together(desk, plan) as here:
        await here.press(*["pagedown"] * 4)
        await here.until("Which piece was due on which day")
    gone = "UPDATE about SET value = 'a plan that is gone' WHERE name = 'together'"
    desk.do(lambda notebook: notebook.file.connection.execute(gone))
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until("Waiting for you")


async def test_closed_while_two_were_looking_it_comes_back_for_two(desk: Desk) -> None:
    marks = Marks(4)
    plan = full_of_private_words(desk, marks)
    async with together(desk, plan) as here:
        await here.paste(" and what was typed last")
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until("and what was typed last")
        assert marks.found_in(here.rows()) == []
        await here.press("escape")
        await here.paste("leave")
        await here.press("enter")
        await here.until("Today")


async def test_no_room_and_no_command_leads_away_from_two(desk: Desk) -> None:
    marks = Marks(5)
    plan = full_of_private_words(desk, marks)
    lead = desk.do(lambda notebook: notebook.leads.all()[0].id)
    async with together(desk, plan) as here:
        room = here.app.screen
        for name in [name for name in ROOM_CLASSES if name != REHEARSE]:
            here.app.screen.post_message(GoTo(name, lead))
            await here.settled()
            assert here.app.screen is room, name
        here.app.screen.post_message(GoBack())
        for command in commands_of(TOGETHER):
            for key in command.key.split(",") if command.room == EVERYWHERE and command.id != "app.quit" else ():
                await here.press(key, "z", "escape")
                await here.settled()
                assert marks.found_in(here.rows()) == [], (command.id, here.rows())
        assert here.app.screen is room
        await here.press("f8")
        await here.until("Your opening")
        assert OPEN_WORDS in here.text() and marks.found_in(here.rows()) == []
        await here.press("escape")
        await here.until("1 of ")
        assert here.app.screen is room


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.deep)])
async def test_no_private_word_is_ever_on_the_screen_whatever_is_pressed(desk: Desk, seed: int) -> None:
    """250 keys a seed: those of every room, letters, pastes, other sizes; `make faults` presses many more."""
    await press_at_random(desk, seed, 250)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 120))
async def test_no_private_word_is_ever_on_the_screen_in_the_long_run(desk: Desk, seed: int) -> None:
    await press_at_random(desk, seed, 500)


async def press_at_random(desk: Desk, seed: int, count: int) -> None:
    """Press keys, and look at the screen after each."""
    marks, random = Marks(seed), Random(seed)
    plan = full_of_private_words(desk, marks)
    desk.do(lambda notebook: notebook.together.set_passphrase("nobody types this"))
    keys = [key for key in KEYS if key != "ctrl+q"]
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.copy_to_clipboard(marks.new())
        here.app.notify(marks.new())
        await here.settled()
        assert marks.found_in(here.rows()) != [], "there is something to be seen where one is alone"
        here.app.screen.post_message(GoTo(TOGETHER, plan))
        await here.until("1 of ")
        for _ in range(count):
            roll = random.random()
            if roll < 0.04:
                await here.pilot.resize_terminal(*random.choice(SIZES))
            elif roll < 0.5:
                await here.press(random.choice(keys))
            else:
                await here.press(random.choice(TYPED))
            if roll > 0.97:
                here.app.notify(marks.new())
            assert marks.found_in(here.rows()) == [], here.rows()
