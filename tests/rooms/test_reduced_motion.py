"""Reduced motion: nothing slides, nothing fades, no cursor blinks, in any room; without it, what is asked to glide does."""

from pathlib import Path

import pytest
from textual.widget import Widget

from coachtui.settings import Settings, read_settings
from coachtui.tui import commands
from coachtui.tui.rooms.room import GoTo
from tests.support.all_rooms import every_room
from tests.support.clocks import FakeClock
from tests.support.homes import fill, fill_with_ended, make_home
from tests.support.rooms import Visitor, visit


def blinking(here: Visitor) -> list[Widget]:
    """Whatever has a cursor that blinks."""
    return [each for each in here.app.screen.query("*") if getattr(each, "cursor_blink", False)]


async def glides(here: Visitor, widget: Widget) -> bool:
    """Ask a widget to glide to its end within half a minute; whether it is still on its way."""
    widget.scroll_to(y=widget.max_scroll_y, animate=True, duration=30)
    await here.pilot.pause(0.05)
    assert widget.scroll_target_y > 0, "it can be scrolled"
    return widget.scroll_y != widget.scroll_target_y


@pytest.mark.parametrize("is_reduced", [True, False])
async def test_a_page_glides_only_where_motion_is_not_reduced(tmp_path: Path, is_reduced: bool) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    places.settings.write_text(f"reduced_motion = {str(is_reduced).lower()}\n")
    settings, complaints = read_settings(places.settings)
    assert complaints == []
    async with visit(places, clock, commands.TODAY, size=(60, 18)) as here:
        here.app.see_to(settings)
        lead = await here.app.workplace.scribe.do(lambda notebook: notebook.leads.all()[0].id)
        here.app.go_to(GoTo(commands.LEAD, lead))
        await here.settled()
        assert here.app.animation_level == ("none" if is_reduced else "full")
        assert await glides(here, here.app.screen.query_one("#choices")) != is_reduced


@pytest.mark.deep
async def test_no_cursor_blinks_in_any_room(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    async with visit(places, clock, commands.TODAY) as here:
        here.app.see_to(Settings(reduced_motion=True))
        async for room in every_room(here):
            assert blinking(here) == [], room.NAME
            await here.press("ctrl+p")
            assert blinking(here) == [], room.NAME
            await here.press("escape")
