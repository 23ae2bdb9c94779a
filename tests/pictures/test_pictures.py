"""How the program looks, in a few pictures; a changed one is looked at before it is taken over with --snapshot-update."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coachtui.store.notebook import Notebook
from coachtui.tui.commands import OBSERVE, TODAY
from tests.support.clocks import FakeClock
from tools.pictures import PICTURES, SCENES, StillClock, draw, hold_meeting, open_school, pressing, wait

Compare = Callable[..., bool]
DARK, LIGHT = "coachtui-dark", "coachtui-light"


@pytest.mark.parametrize(("size", "theme"), [((80, 24), DARK), ((80, 24), LIGHT), ((60, 18), DARK), ((120, 40), DARK)])
def test_observe_in_a_meeting(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    app = open_school(tmp_path, OBSERVE, theme)
    assert snap_compare(app, terminal_size=size, run_before=hold_meeting)
    app.flush()


def test_today(snap_compare: Compare, tmp_path: Path) -> None:
    app = open_school(tmp_path, TODAY)
    assert snap_compare(app, run_before=wait)
    app.flush()


def test_the_help_page(snap_compare: Compare, tmp_path: Path) -> None:
    app = open_school(tmp_path, OBSERVE)
    assert snap_compare(app, run_before=pressing("f1"))
    app.flush()


def test_the_palette(snap_compare: Compare, tmp_path: Path) -> None:
    async def ask(pilot: Pilot[Any]) -> None:
        await wait(pilot)
        await pilot.press("ctrl+p")
        await wait(pilot)

    app = open_school(tmp_path, TODAY)
    assert snap_compare(app, run_before=ask)
    app.flush()


def test_what_is_said_after_a_crash(snap_compare: Compare, tmp_path: Path) -> None:
    """The meeting was cut off with a line half-typed; two minutes later the program is opened again."""
    before = open_school(tmp_path, OBSERVE)
    asyncio.run(_run(before, hold_meeting))
    clock = before.workplace.clock
    assert isinstance(clock, StillClock)
    clock.at(1130)
    app = type(before)(before.workplace.places, clock, before.workplace.new_id, room=OBSERVE)
    app.dress_in(DARK, [])
    assert snap_compare(app, run_before=wait)
    app.flush()


@pytest.mark.parametrize("name", SCENES)
def test_the_pictures_of_the_docs_show_the_program_as_it_is(name: str) -> None:
    """If this fails, draw them anew with `make pictures`, and look at them."""
    drawn = asyncio.run(draw(SCENES[name]))
    assert (PICTURES / f"{name}.svg").read_text("utf-8") == drawn
    assert "@font-face" not in drawn
    assert drawn.count("http") == drawn.count('"http://www.w3.org/2000/svg"') == 1


def test_the_meeting_of_the_pictures_is_in_the_notebook(tmp_path: Path) -> None:
    """What the picture shows was filed, not painted."""
    app = open_school(tmp_path, OBSERVE)
    asyncio.run(_run(app, hold_meeting))
    with Notebook.open(app.workplace.places, FakeClock()) as notebook:
        newest = notebook.observations.latest(1)[0]
        draft = notebook.drafts.get(newest.id)
        assert newest.lines > 10 and draft is not None and draft.text.startswith("tom: ")


async def _run(app: Any, play: Callable[[Pilot[Any]], Awaitable[None]]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await play(pilot)
    app.flush()
