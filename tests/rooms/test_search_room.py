"""› from any room, as one types; a hit opens at its place, and what was half-typed waits."""

from pathlib import Path
from typing import Any

import pytest

from coachtui.places import Places
from coachtui.tui.commands import OBSERVE, SEARCH, TODAY
from tests.support.bare_bytes import bare, bytes_for
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, fill_with_ended, make_home
from tests.support.rooms import HOSTILE_NAMES, Visitor, visit


@pytest.fixture
def school(tmp_path: Path) -> tuple[Places, FakeClock]:
    places, clock = make_home(tmp_path), FakeClock()
    fill_with_ended(places, clock)
    return places, clock


def marked(here: Visitor) -> list[str]:
    """The words that are shown bold and underlined."""
    strips = here.app.screen._compositor.render_strips()
    return [
        s.text for strip in strips for s in strip if s.style and s.style.underline and s.style.bold and s.text.strip()
    ]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_words_are_found_as_they_are_typed(school: tuple[Places, FakeClock], size: tuple[int, int]) -> None:
    async with visit(*school, TODAY, size=size) as here:
        await here.press("/")
        await here.until("Type a word, or its beginning.")
        await here.type("TICK")
        await here.until("evidence · Mon Mar 9")
        assert "ticks" in marked(here) and "ticket" in marked(here)
        assert max(map(len, here.rows())) <= size[0]
        await here.type(" nowhere")
        await here.until("Nothing in the notebook holds all of these words.")
        assert marked(here) == []
        await here.press("ctrl+u")
        await here.until("Type a word, or its beginning.")


async def test_a_paste_of_several_rows_is_looked_for_as_one(school: tuple[Places, FakeClock]) -> None:
    async with visit(*school, SEARCH) as here:
        room: Any = here.app.screen
        for between in ("\n", "\r\n", "\x85", "\u2028", "\n\n  \n", "\x00\n\x1b"):
            await here.press("ctrl+u")
            await here.paste(f"{between}exit{between}tick{between}")
            assert (room.entry.text, room.found_for) == ("exit tick", "exit tick"), ascii(between)
            assert {"exit", "ticket"} & set(marked(here)), ascii(between)
            assert bare(bytes_for(here.app)) == [] and "› exit tick" in [row.strip() for row in here.rows()]


async def test_a_hit_opens_at_its_line_and_the_search_is_there_again(school: tuple[Places, FakeClock]) -> None:
    async with visit(*school, TODAY, size=(80, 18)) as here:
        await here.press("ctrl+f")
        await here.type("no one else")
        await here.until("Nothing in the notebook")
        await here.press("ctrl+u")
        await here.type("spaces")
        await here.until(lambda: "spaces" in marked(here))
        await here.press("down")
        row = next(row for row in here.rows()[4:] if row.startswith("› "))
        assert "Mon Mar 9 10:" in row
        time = row.split("Mon Mar 9 ")[1].split()[0]
        await here.press("enter")
        await here.until("Esc Back")
        await here.until(lambda: any(time in each and "›" in each[:3] for each in here.rows()) or time in here.text())
        await here.press("escape")
        await here.until("› spaces")
        assert next(each for each in here.rows()[4:] if each.startswith("› ")) == row
        await here.press("escape")
        await here.until("Waiting for you")
        await here.press("/")
        await here.until("› spaces")


async def test_the_line_that_was_found_is_in_view(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin(team="Math")
    desk.paste(*(f"line {number}" for number in range(200)), "the quokka", *(f"more {number}" for number in range(200)))
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    async with visit(desk.places, desk.clock, SEARCH) as here:
        await here.type("quok")
        await here.until(lambda: marked(here) == ["quokka"])
        await here.press("enter")
        await here.until("line 199")
        assert "the quokka" in here.text() and "line 1 " not in here.text()


async def test_a_line_that_was_found_can_be_taken_out_though_none_was_in_hand_before(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin(team="Math")
    desk.paste("before it", "the quokka", "behind it")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    async with visit(desk.places, desk.clock, SEARCH) as here:
        await here.type("quok")
        await here.until(lambda: marked(here) == ["quokka"])
        await here.press("enter")
        await here.until(lambda: any(row.startswith("›") and "the quokka" in row for row in here.rows()))
        await here.press("tab", "delete")
        await here.until("taken out")
    assert desk.texts() == ["before it", "behind it"]


async def test_from_observe_the_half_typed_line_is_not_disturbed(school: tuple[Places, FakeClock]) -> None:
    async with visit(*school, OBSERVE) as here:
        await here.file("the jacaranda line")
        await here.type("half a li")
        await here.press("left", "left", "ctrl+f")
        await here.until("Type a word, or its beginning.")
        await here.type("jaca")
        await here.until(lambda: "jacaranda" in marked(here))
        await here.press("enter")
        await here.until("half a li")
        await here.press("x")
        await here.until("half a xli")
        await here.press("ctrl+f")
        await here.until("› jaca")
        await here.press("escape")
        await here.until("half a xli")
        assert here.rows()[0].startswith(" Observe") or "the jacaranda line" in here.text()


async def test_what_is_taken_in_confidence_is_no_longer_found(school: tuple[Places, FakeClock]) -> None:
    async with visit(*school, OBSERVE) as here:
        await here.file("zanzibar")
        await here.press("ctrl+f")
        await here.type("zanz")
        await here.until(lambda: marked(here) == ["zanzibar"])
        await here.press("escape", "f3")
        await here.until(lambda: "zanzibar" not in here.text())
        await here.press("ctrl+f")
        await here.until("Nothing in the notebook holds all of these words.")


@pytest.mark.parametrize("name", HOSTILE_NAMES[:3])
async def test_hits_are_words_and_nothing_more(tmp_path: Path, name: str) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, team=name) as here:
        await here.file(f"findme {name}")
        await here.press("ctrl+f")
        await here.type("findme")
        await here.until(lambda: marked(here) == ["findme"])
        assert "\x1b" not in here.text() and "\u202e" not in here.text()
        await here.paste(name)
        await here.settled()
        await here.press("enter", "escape")


async def test_a_notebook_that_is_shut_says_so(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    places.notebook.write_bytes(b"no notebook at all, whatever it is called" * 200)
    async with visit(places, clock, SEARCH) as here:
        await here.type("abc")
        await here.until("The notebook is not open, so there is nothing to look through.")


async def test_out_of_a_meeting_a_judgment_stays_covered(school: tuple[Places, FakeClock]) -> None:
    async with visit(*school, OBSERVE) as here:
        await here.file("! a jacaranda of a plan")
        await here.press("ctrl+f")
        await here.type("jaca")
        await here.until("judgment ·")
        assert "a thought of mine" in here.text() and marked(here) == []
        await here.press("escape", "escape")
        await here.until("Observations")
        await here.press("ctrl+f")
        await here.until(lambda: marked(here) == ["jacaranda"])
