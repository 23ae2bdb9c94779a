"""The mouse: words of a room are selected and copied, each row of a list and each name among the keys can be clicked."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from coachtui.tui import commands
from coachtui.tui.commands import OBSERVE, Command
from coachtui.tui.footer import footer_commands
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.keys_line import KeysLine
from tests.support.all_rooms import every_room
from tests.support.clocks import FakeClock
from tests.support.homes import fill_with_ended, make_home
from tests.support.rooms import Visitor, visit
from tests.support.sharing import a_school

HEARD = ("six of nine brought the exit ticket", "日本語 she waits for the answer", "then they went on")
LISTS = (
    commands.LEADS,
    commands.TEAMS,
    commands.ONE_ON_ONES,
    commands.CONVERSATIONS,
    commands.DEADLINES,
    commands.LEAD,
)


def at(here: Visitor, words: str) -> tuple[int, int]:
    """The cell at which these words begin."""
    y, row = next((y, row) for y, row in enumerate(here.rows()) if words in row)
    return cell_len(row[: row.index(words)]), y


async def drag(here: Visitor, start: tuple[int, int], end: tuple[int, int]) -> str:
    """Drag the mouse from one cell to another, copy by Ctrl+C; what is on the clipboard then."""
    here.app.copy_to_clipboard("")
    await here.pilot.mouse_down(offset=start)
    await here.pilot.hover(offset=end)
    await here.pilot.mouse_up(offset=end)
    await here.pilot.pause()
    await here.pilot.press("ctrl+c")
    await here.pilot.pause()
    return here.app.clipboard


@pytest.mark.parametrize("room", [OBSERVE, commands.READING])
async def test_words_are_selected_and_copied_without_the_marks_of_the_screen(tmp_path: Path, room: str) -> None:
    desk = a_school(tmp_path, *HEARD)
    async with visit(desk.places, desk.clock, OBSERVE if room == OBSERVE else commands.TODAY) as here:
        if room == OBSERVE:
            await here.paste("\n".join(HEARD))
            await here.type("half")
        else:
            await here.read_newest()
        await here.until(HEARD[2])
        (x, y), (_, last) = at(here, HEARD[0]), at(here, HEARD[1])
        assert await drag(here, (x + 4, y), (x + 11, y)) == HEARD[0][4:12]
        x, y = at(here, HEARD[1])
        assert await drag(here, (x, y), (x + 9, y)) == "日本語 she"
        copied = await drag(here, (x, y - 1), (x + 9, last))
        assert copied.startswith(f"{HEARD[0]}\n") and copied.endswith("日本語 she")
        assert here.app.screen.get_selected_text() == copied
        if room == OBSERVE:
            await here.type(" of it")
            assert any("half of it" in row for row in here.rows()), "the cursor is where it was"


async def test_each_row_of_a_list_is_clicked(tmp_path: Path) -> None:
    """A click puts the cursor on the row, or does what Enter does there."""
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, commands.TODAY) as here:
        lead = await here.app.workplace.scribe.do(lambda notebook: notebook.leads.all()[0].id)
        for name in LISTS:
            await _each_row_is_clicked(here, name, lead if name == commands.LEAD else None)


async def _each_row_is_clicked(here: Visitor, name: str, ref: str | None) -> None:
    here.app.go_to(GoTo(name, ref))
    await here.settled()
    room = here.app.screen
    assert isinstance(room, SheetRoom) and name == room.NAME
    chosen: list[str] = []
    vars(room)["chosen"] = lambda row: chosen.append(row.key)
    sheet = room.sheet
    region = sheet.content_region
    told: dict[str, int] = {}
    for y in range(region.y, region.bottom):
        await here.pilot.click(offset=(region.x + 5, y))
        await here.settled()
        if chosen:
            told.setdefault(chosen.pop(), y)
            assert here.app.screen == room and sheet.under_cursor is not None
    in_all = sum(not option.disabled for option in sheet.options)
    assert len(told) == in_all if sheet.max_scroll_y == 0 else len(told) >= 3, (name, told)


@pytest.mark.deep
async def test_each_name_among_the_keys_is_clicked(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    done: list[str] = []

    async def note(command: Command) -> None:
        done.append(command.id)

    async with visit(places, clock, commands.TODAY) as here:
        async for room in every_room(here):
            vars(room)["do"] = note
            await _each_name_is_clicked(here, room, done)


async def _each_name_is_clicked(here: Visitor, room: Room, done: list[str]) -> None:
    row = here.rows()[-1]
    for command in footer_commands(room.scope, 80):
        words = f"{command.shown_key} {command.name}"
        if f" {words} " in f"{row} ":  # else it means nothing here now
            done.clear()
            await here.pilot.click(KeysLine, offset=(row.index(f" {words}") + len(words), 0))
            assert done == [command.id], (room.NAME, words)
