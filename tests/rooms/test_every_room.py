"""What holds in every room: F1 says what each field is, letters lead everywhere, the keys at the bottom fit, undo is told."""

from pathlib import Path

from textual.widgets import OptionList, Static

from coachtui.tui import commands
from coachtui.tui.commands import commands_of
from coachtui.tui.dialogs.help import HelpPage
from coachtui.tui.dialogs.jump import JumpPage
from coachtui.tui.doors import ROOM_CLASSES
from coachtui.tui.fields import QUESTION, field_of
from coachtui.tui.footer import footer_commands
from coachtui.tui.jumping import spots_of, with_letters
from coachtui.tui.rooms.room import Room
from tests.support.all_rooms import every_room, fields_of
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, fill, make_home
from tests.support.rooms import Visitor, visit

LOOKED_AT = (commands.TODAY, commands.OBSERVE, commands.FEEDBACK)
"""The rooms in which help and letters are painted, too."""


async def test_in_every_room_one_finds_ones_way(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    been = set()
    async with visit(places, clock, commands.TODAY) as here:
        async for room in every_room(here):
            been.add(room.NAME)
            every_field_is_told(room)
            first = next(iter(HelpPage(room).parts()))
            assert isinstance(first, Static) and room.field is not None and str(first.content) == room.field.name
            lists = [each for each in room.query(OptionList) if each.highlighted is not None and each.display]
            assert with_letters(spots_of(room)) or not lists, room.NAME
            if room.NAME in LOOKED_AT:
                await help_says_where_one_is(here, room)
                await letters_lead_everywhere(here, room)
            await undo_is_told(here, room)
    assert been == set(ROOM_CLASSES) - {commands.TOGETHER}


def every_field_is_told(room: Room) -> None:
    for widget in fields_of(room):
        kind = getattr(widget, "FIELD", None)
        assert kind is not None, f"{room.NAME}: {widget} is no field that F1 knows"
        assert kind == QUESTION or field_of(room.NAME, kind) is not None, f"{room.NAME}: nothing is said of {kind}"
    assert room.field is not None, f"{room.NAME}: nothing is said of where one begins"


async def help_says_where_one_is(here: Visitor, room: Room) -> None:
    assert room.field is not None
    await here.press("f1")
    await here.until(lambda: isinstance(here.app.screen, HelpPage))
    await here.until(room.field.name)
    assert here.rows()[2].strip() == room.field.name
    await here.press("escape")
    await here.until(lambda: here.app.screen is room)


async def letters_lead_everywhere(here: Visitor, room: Room) -> None:
    """Each letter is drawn over what it leads to; Esc leaves all as it was."""
    before, focused = here.rows(), here.app.focused
    spots = with_letters(spots_of(room))
    await here.press("ctrl+l")
    await here.until(lambda: isinstance(here.app.screen, JumpPage))
    rows = here.rows()
    for letter, spot in spots.items():
        assert rows[spot.at.y][spot.at.x] == letter, (room.NAME, letter)
    await here.press("escape")
    await here.until(lambda: here.app.screen is room)
    assert here.app.focused is focused
    if room.NAME != commands.OBSERVE:  # its title tells the seconds
        assert here.rows() == before


async def undo_is_told(here: Visitor, room: Room) -> None:
    """Where there is nothing to take back, that is said; what is taken back is named, in other tests."""
    if any(command.id == f"{room.NAME}.undo" for command in commands_of(room.NAME)):
        await here.press("ctrl+z")
        await here.until(lambda: room.notice.display)
        words = " ".join(str(room.notice.visual).split())
        assert words.startswith(("There is nothing", "Taken back: ")), (room.NAME, words)


async def test_every_empty_room_says_what_to_do_next(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    async with visit(desk.places, desk.clock, commands.TODAY) as here:
        async for room in every_room(here):
            shown = " ".join(here.text().split())
            assert any(word in shown for word in _NEXT), (room.NAME, here.rows())


_NEXT = ("Press ", "press ", "Type ", "adds one", "begins one", "Name one", "enters", "asks ", "a notes")


async def test_a_click_does_what_the_key_does(tmp_path: Path) -> None:
    """On the keys at the bottom, on a row, in the list of commands."""
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, commands.TODAY) as here:
        await click(here, "l Leads")
        await here.until(lambda: screen_is(here, commands.LEADS))
        await click(here, "Daniel Reyes")
        await here.until(lambda: screen_is(here, commands.LEAD))
        await click(here, "Esc Back")
        await here.until(lambda: screen_is(here, commands.LEADS))
        await click(here, "a Add")
        await here.until("Name: ")
        await click(here, "Esc Leave it")
        await here.until(lambda: not getattr(here.app.screen, "is_asking", True))
        await here.press("ctrl+p")
        await here.until("Search for commands…")
        await here.type("all teams")
        await click(here, "All teams")
        await here.until(lambda: screen_is(here, commands.TEAMS))


def screen_is(here: Visitor, room: str) -> bool:
    return isinstance(here.app.screen, Room) and room == here.app.screen.NAME


async def click(here: Visitor, words: str) -> None:
    """Press the mouse on these words."""
    y, row = next((y, row) for y, row in enumerate(here.rows()) if words in row)
    await here.pilot.click(offset=(row.index(words) + 1, y))
    await here.settled()


async def test_the_pad_and_the_lines_are_reached_by_letters_and_by_the_mouse(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Dana Ruiz", "Tom Vance")))
    async with visit(desk.places, desk.clock, size=(110, 24), team="Math") as here:
        await here.file("three piles")
        await here.until("TM3 evidence")
        await here.press("ctrl+l", "d")
        await here.until("#TM3")
        await click(here, "TM5 ")
        await here.until("#TM5")
        await here.type("half")
        await here.press("ctrl+l", "é")
        assert here.rows()[-2].startswith("› halfé")
        await here.pilot.click(offset=(12, row_with(here, "three piles")), times=2)
        await here.until(lambda: "Esc Back" in here.rows()[-1] or "e Edit" in here.rows()[-1])
        await here.press("ctrl+l", letter_of(here, "entry"))
        await here.until(lambda: "Enter File" in here.rows()[-1])
        await here.type(" typed")
        assert here.rows()[-2].startswith("› halfé typed")


def row_with(here: Visitor, words: str) -> int:
    return next(y for y, row in enumerate(here.rows()) if words in row)


def letter_of(here: Visitor, identity: str) -> str:
    """The letter that leads to the widget of this id."""
    room = here.app.screen
    assert isinstance(room, Room)
    at = room.query_one(f"#{identity}").content_region.offset
    return next(letter for letter, spot in with_letters(spots_of(room)).items() if spot.at == at)


def test_the_keys_at_the_bottom_fit_whatever_the_scope() -> None:
    for scope in commands.ROOMS:
        for width in (60, 80, 120):
            shown = footer_commands(scope, width)
            assert sum(len(each.shown_key) + len(each.name) + 3 for each in shown) - 1 <= width, (scope, width)
            assert scope == commands.EVERYWHERE or len(shown) >= 3, (scope, width)
