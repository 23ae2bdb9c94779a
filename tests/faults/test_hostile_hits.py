"""Hostile strings in what a search finds: each hit shows the string, and whose it is, and nothing else of it."""

from pathlib import Path

import pytest

from coachtui.tui.commands import TODAY
from tests.support.homes import Desk
from tests.support.hostile import COUNT, strings
from tests.support.placing import named, places_in, put
from tests.support.poisoned import a_whole_school
from tests.support.rooms import visit
from tests.support.searching import Searching
from tests.support.tally import Tell

SIZE = (120, 90)
SOME = 24


async def look_for(folder: Path, count: int, *, once: bool = False) -> Searching:
    """Let so many strings be found in each place, or once some of them; what was seen."""
    desk = Desk(folder)
    a_whole_school(desk)
    names = named(desk.do(places_in))
    desk.do(lambda notebook: put(notebook, names))
    async with visit(desk.places, desk.clock, TODAY, size=SIZE) as here:
        searching = Searching(here, names)
        await searching.begin()
        await searching.cover(strings()[:count], once=once)
        await searching.cover_owners(strings()[: 3 if once else count])
    assert searching.lost == []
    return searching


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_are_shown_as_they_are_where_they_are_found(quick_folder: Path, tell: Tell) -> None:
    tell(f"hits of a search: {await look_for(quick_folder, SOME, once=True)}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
async def test_each_of_500_strings_is_shown_as_it_is_where_it_is_found(quick_folder: Path, tell: Tell) -> None:
    tell(f"hits of a search: {COUNT} strings x {await look_for(quick_folder, COUNT)}")


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize("way", ["as it came", pytest.param("a letter is lost", marks=pytest.mark.deep)])
async def test_hits_that_show_other_words_are_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    shows = (lambda text: text.replace("[", "")) if way.startswith("a l") else str
    for name in ("printable", "printable_line"):
        monkeypatch.setattr(f"coachtui.tui.widgets.hits.{name}", shows)
    with pytest.raises(AssertionError):
        await look_for(quick_folder, SOME, once=True)
