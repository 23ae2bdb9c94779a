"""What is reachable from every room: the help page, the command palette, the themes."""

import itertools
from pathlib import Path

import pytest

from coachtui.settings import DARK_THEME, LIGHT_THEME
from coachtui.tui.commands import OBSERVE, READING, TODAY, Command, all_commands, commands_of
from coachtui.tui.first_look import read_first_look
from coachtui.tui.key_names import key_name
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.entry_text import EDITS
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home
from tests.support.rooms import Visitor, texts, visit


async def go_to(here: Visitor, room: str) -> None:
    """Go to a room from Today, with the sample school in the notebook."""
    if room == OBSERVE:
        await here.press("o")
        await here.until("This observation stopped")
    elif room == READING:
        await here.read_newest()
        await here.until("Where we left off")


@pytest.mark.parametrize("room", [TODAY, OBSERVE, READING])
async def test_help_tells_every_key_of_the_room(tmp_path: Path, room: str) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY, size=(80, 120)) as here:
        await go_to(here, room)
        await here.press("f1")
        await here.until("Esc closes")
        for command in commands_of(room):
            assert not command.key or (f"{command.shown_key} " in here.text() and command.meaning in here.text())
        for edit in EDITS:
            assert (room == OBSERVE) == (f"{key_name(edit.keys[0])} " in here.text() and edit.meaning in here.text())
        await here.press("escape")
        await here.until(lambda: "Esc closes" not in here.text())


async def test_help_is_read_to_its_end_in_a_small_terminal_and_what_is_typed_stays(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, size=(60, 18)) as here:
        await here.type("half a line")
        await here.press("f1")
        await here.until("Each line is on the disk before it is shown.")
        await here.press("down", "down", *["pagedown"] * 12)
        await here.until("Back to where you were.")
        assert "Esc closes" in here.rows()[0] and "before it is shown" not in here.text()
        await here.press("f1")
        await here.until(lambda: here.rows()[-2].startswith("› half a line"))
        await here.file(" and its end")
    assert texts(places, clock) == [["half a line and its end"]]


@pytest.mark.parametrize("room", [TODAY, OBSERVE, READING])
async def test_the_palette_offers_every_command_of_the_room(tmp_path: Path, room: str) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY, size=(160, 110)) as here:
        await go_to(here, room)
        await here.press("ctrl+p")
        await here.until("Search for commands…")
        await here.until(commands_of(room)[-1].meaning)
        rows = [" ".join(row.strip(" ›▁▂▃▄▅▆▇█").split()) for row in here.rows()]
        shown = set(itertools.pairwise(rows))
        offered = {told for told in map(_told, all_commands()) if told in shown}
        assert offered == {_told(command) for command in commands_of(room) if not command.each}


def _told(command: Command) -> tuple[str, str]:
    """A command's name, and below it what it means and its key."""
    return command.name, f"{command.meaning} {command.shown_key}" if command.key else command.meaning


async def test_commands_are_run_from_the_palette(tmp_path: Path) -> None:
    """File, End and Undo by name, as someone does who does not remember keys."""
    places, clock = make_home(tmp_path), FakeClock()

    async def run(here: Visitor, name: str) -> None:
        await here.press("ctrl+p")
        await here.until("Search for commands…")
        await here.pilot.press(*name, "enter")
        await here.until(lambda: "Search for commands…" not in here.text() and isinstance(here.app.screen, Room))
        await here.settled()

    async with visit(places, clock) as here:
        await here.type("filed by name")
        await run(here, "File")
        await here.until(lambda: here.rows()[-6].endswith("filed by name"))
        await run(here, "End")
        await here.until("Ended at 8:30, 1 line")
        await run(here, "Undo")
        await here.until("Taken back: observation ended")
    assert texts(places, clock) == [["filed by name"]]


async def test_light_and_dark_are_one_key_apart_and_kept(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.type("half")
        await here.press("ctrl+t")
        assert here.app.theme == LIGHT_THEME
        assert here.rows()[-2].startswith("› half")
        await here.press("ctrl+t", "ctrl+t")
    assert places.settings.read_text() == f'theme = "{LIGHT_THEME}"\n'
    assert read_first_look(str(places.home)).background == "#fbfaf7"


async def test_a_theme_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with visit(make_home(tmp_path), FakeClock(), theme="no such", size=(120, 24)) as here:
        await here.until("There is no theme 'no such'. The dark one is shown.")
        assert here.app.theme == DARK_THEME


@pytest.mark.parametrize("room", [TODAY, OBSERVE, READING])
@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_footer_shows_whole_keys_only(tmp_path: Path, room: str, width: int) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, TODAY, size=(width, 24)) as here:
        await go_to(here, room)
        footer = here.rows()[-1]
        shown = [part for part in commands_of(room) if f"{part.shown_key} {part.name}" in footer]
        assert "…" not in footer and len(footer) <= width
        assert sorted("".join(f"{part.shown_key}{part.name}" for part in shown).replace(" ", "")) == sorted(
            footer.replace(" ", "")
        )
        assert any(part.id == "app.help" for part in shown)
