"""A theme of a person's own: tried on in the list, taken anew as it is saved, and told with its line where it is broken."""

import os
from pathlib import Path

import pytest
from textual.color import Color

from coachtui.places import Places
from coachtui.settings import DARK_THEME
from coachtui.tui.commands import TODAY
from coachtui.tui.first_look import read_first_look
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home
from tests.support.rooms import Visitor, visit

OWN = """\
name = "my own"
[colours]
background = "#102030"
surface = "#203040"
foreground = "#ffffff"
muted = "#cccccc"
accent = "#ffcc00"
"""


def save(places: Places, words: str) -> None:
    """Save the theme, as an editor does; a file system that counts in seconds is told another one each time."""
    places.themes.mkdir(exist_ok=True)
    path = places.themes / "own.toml"
    path.write_text(words)
    moment = 1_700_000_000 + len(words)
    os.utime(path, (moment, moment))


def ground(here: Visitor) -> str:
    """The colour behind the first cell of the room."""
    room = next(iter(here.app.screen_stack[0].walk_children()))
    return room.background_colors[1].hex.lower()


async def pick(here: Visitor) -> None:
    """Open the list of themes."""
    await here.app.run_action("change_theme")
    await here.until("Enter Take")


async def test_each_is_worn_as_the_cursor_comes_to_it_and_enter_keeps_it(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    save(places, OWN.replace("#cccccc", "#506070"))
    async with visit(places, clock, TODAY, size=(120, 40)) as here:
        await pick(here)
        await here.press("down")
        assert here.app.theme == "coachtui-dim" and "Waiting for you" in here.text()
        assert not places.settings.exists() or "dim" not in places.settings.read_text()
        await here.type("my own")
        await here.until(lambda: here.app.theme == "my own")
        await here.until("Hard to read: muted 2.1.")
        assert ground(here) == "#102030"
        await here.press("enter")
        await here.until(lambda: "Enter Take" not in here.text())
        assert here.app.theme == "my own"
    assert places.settings.read_text() == 'theme = "my own"\n'
    assert read_first_look(str(places.home)).background == "#102030"


async def test_whoever_leaves_the_list_wears_what_they_wore(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, TODAY, size=(60, 18)) as here:
        await pick(here)
        await here.press("end")
        assert here.app.theme != DARK_THEME
        await here.type("dim")
        await here.press("backspace", "backspace", "backspace", "escape")
        await here.until(lambda: "Enter Take" not in here.text())
        await here.settled()
        assert here.app.theme == DARK_THEME and not here.app.is_trying
    assert not places.settings.exists()


async def test_it_is_shown_anew_as_it_is_saved_and_a_broken_one_leaves_the_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachtui.tui.dressing.LOOK_EVERY", 0.05)
    places, clock = make_home(tmp_path), FakeClock()
    save(places, OWN)
    async with visit(places, clock, TODAY, theme="my own", size=(120, 30)) as here:
        assert ground(here) == "#102030"
        save(places, OWN.replace("#102030", "#000000") + "\n")
        await here.until(lambda: ground(here) == "#000000")
        save(places, OWN.replace("#102030", "black") + "\n\n")
        await here.until("'own.toml', line 3: background takes a colour")
        assert ground(here) == "#000000" and here.app.theme == "my own"
        save(places, OWN.replace("#102030", "#111111") + "\n\n\n")
        await here.until(lambda: ground(here) == "#111111")
        (places.themes / "own.toml").unlink()
        await here.pilot.pause(0.2)
        assert ground(here) == "#111111"
    assert Color.parse(read_first_look(str(places.home)).background).hex == "#111111"
