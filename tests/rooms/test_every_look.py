"""Every room as it is painted: each word stands out in each of our themes, nothing is said by colour alone, ASCII is enough."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coachtui.settings import DARK_THEME, Settings
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import TODAY
from tests.support.looks import strips_of, too_faint, without_colour
from tools.pictures import open_school, wait
from tools.sheets import SIZES, THEMES, open_empty
from tools.views import walk

SOME = ("observe", "feedback", "lead", "cycle", "gate", "together", "palette", "hits", "chosen lines", "pad", "themes")
"""The views with the most kinds of words, for the quick form."""
STILL = {"observe", "search", "feedback-list", "calendar", "seen", "rehearse", "together", "themes", "question"}
"""The views without a cursor that the arrow keys move, or with nothing to move it to."""


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (80, 24), *, is_full: bool = True,
                 settings: Settings | None = None) -> AsyncIterator[Pilot[Any]]:  # fmt: skip
    """The program on the sample school, or on nothing."""
    app = open_school(folder, TODAY) if is_full else open_empty(folder, DARK_THEME)
    if settings is not None:
        app.see_to(settings)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            yield pilot
    finally:
        app.flush()


async def faint_in(pilot: Pilot[Any]) -> list[str]:
    """What is hard to see in any view, in any of our themes."""
    app, found = pilot.app, []
    assert isinstance(app, CoachApp)
    async for view in walk(pilot):
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            found += [f"{view.name} in {theme}: {each}" for each in too_faint(app)]
    return found


def not_ascii(app: CoachApp) -> list[str]:
    """The rows that are not in ASCII, or not as wide as the screen."""
    rows = ["".join(segment.text for segment in strip) for strip in strips_of(app)]
    return [row for row in rows if not row.isascii() or len(row) != app.size.width]


async def test_every_word_stands_out_as_it_is_painted_and_ascii_is_enough(tmp_path: Path) -> None:
    """The quick form of what follows: the views with the most kinds of words, each in one of the themes."""
    themes = itertools.cycle(THEMES)
    async with opened(tmp_path, settings=Settings(ascii=True)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        async for view in walk(pilot, SOME):
            app.theme = next(themes)
            await pilot.pause()
            assert too_faint(app) == set(), f"{view.name} in {app.theme}"
            assert not_ascii(app) == [], view.name


async def test_a_theme_that_is_too_faint_is_seen_to_be(tmp_path: Path) -> None:
    """The measure can fail: the same theme with fainter words beside, and with what is chosen on a brighter ground."""
    async with opened(tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp) and too_faint(app) == set()
        themes = app.workplace.places.themes
        themes.mkdir()
        words = (Path(__file__).parents[2] / "themes" / "coachtui-dark.toml").read_text()
        (themes / "faint.toml").write_text(words.replace("coachtui-dark", "faint").replace("#9aa4ae", "#6a747e"))
        app.take_saved_themes()
        app.theme = "faint"
        await wait(pilot)
        assert any("all saved" in each for each in too_faint(app))


@pytest.mark.deep
@pytest.mark.parametrize("is_full", [True, False], ids=["full", "empty"])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_word_stands_out_in_every_room_at_every_size(
    tmp_path: Path, size: tuple[int, int], is_full: bool
) -> None:
    async with opened(tmp_path, size, is_full=is_full) as pilot:
        assert await faint_in(pilot) == []


@pytest.mark.deep
async def test_where_the_cursor_is_can_be_seen_without_colours(tmp_path: Path) -> None:
    """It moves, and something else moves on the screen than a colour: a sign, or the weight of words."""
    same = set()
    async with opened(tmp_path) as pilot:
        assert isinstance(pilot.app, CoachApp)
        async for view in walk(pilot):
            before = without_colour(pilot.app)
            await pilot.press("up" if view.name in ("line in hand", "chosen lines") else "down")
            await wait(pilot)
            if without_colour(pilot.app) == before:
                same.add(view.name)
    assert same <= STILL


@pytest.mark.deep
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_ascii_is_enough_for_every_room(tmp_path: Path, size: tuple[int, int]) -> None:
    """Cell for cell: each row is as wide as it is otherwise."""
    async with opened(tmp_path, size, settings=Settings(ascii=True)) as pilot:
        assert isinstance(pilot.app, CoachApp)
        async for view in walk(pilot):
            assert not_ascii(pilot.app) == [], view.name
