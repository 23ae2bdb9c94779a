"""Words that would be markup, keys or control codes stay words, on every screen."""

import re
import unicodedata
from pathlib import Path

import pytest
from textual.content import Content

from coachtui.tui.commands import TODAY
from coachtui.tui.words import plain
from tests.support.homes import Desk
from tests.support.rooms import HOSTILE_NAMES, Visitor, read, visit


def check(here: Visitor) -> None:
    """Nothing on the screen that a terminal would act on."""
    for row in here.rows():
        assert not any(unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") for each in row)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", row)


def first_words(name: str) -> str:
    """The beginning of a name as it is to be seen."""
    return " ".join(plain(name).plain.split())[:12].strip()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_names_and_words_are_shown_as_they_are(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path)
    places, clock, seen = desk.places, desk.clock, first_words(name)
    desk.do(lambda notebook: notebook.people.add_team(name, name, (name, f"{name} Second")))
    desk.begin(team=name)
    desk.file(f"= {name}")
    desk.file(f"{name.split(maxsplit=1)[0]}: said {name} #{name.split(maxsplit=1)[0]} *")
    async with visit(places, clock, TODAY) as here:
        await here.until("Waiting for you")
        assert seen in here.text()
        check(here)
        await here.press("enter")
        await here.until("This observation stopped")
        assert here.text().count(seen) >= 2
        check(here)
        await here.paste(f"{name} typed")
        for keys, wanted in (("f1", "Esc closes"), ("ctrl+p", "Search for commands…")):
            await here.press(keys)
            await here.until(wanted)
            check(here)
            await here.press("escape")
            await here.until(lambda gone=wanted: gone not in here.text())  # type: ignore[misc]
        here.app.notify(name, markup=False)
        await here.pilot.pause()
        check(here)
        await here.press("f8")
        await here.until("Ended at")
        await here.press("escape")
        await here.until("Observations")
        assert seen in here.text()
        check(here)
        await here.press("enter")
        await here.until(lambda: "Observations" not in here.text())
        await here.until(seen)
        check(here)
    assert len(read(places, clock, lambda notebook: notebook.observations.all())) == 1


async def test_a_team_from_the_command_line_is_words_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    async with visit(desk.places, desk.clock, team="[@click=app.quit]4b[/]", lead="[red]Jo") as here:
        assert "[@click=app.quit]4b[/] · [red]Jo" in here.rows()[0]
        await here.file("x")
        assert "[@click=app.quit]4b[/] · [red]Jo" in here.rows()[0]


def test_the_names_are_hostile() -> None:
    """Taken for markup, or left uncleaned, each of them would lose words or carry a control character."""
    for name in HOSTILE_NAMES:
        try:
            is_lost = Content.from_markup(name).plain != name
        except Exception:
            is_lost = True
        assert is_lost or not name.isprintable()
