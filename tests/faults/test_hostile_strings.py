"""Hostile strings in every place for words, in every room: shown, nothing of them acted on, and stored as they were."""

import sqlite3
from pathlib import Path

import pytest

from coachtui.model.clean import clean
from coachtui.store.present import TABLES
from coachtui.tui.commands import TODAY, TOGETHER
from coachtui.tui.doors import ROOM_CLASSES
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.words import editable, printable
from tests.support.bare_bytes import bare, bytes_for, live
from tests.support.homes import Desk
from tests.support.hostile import COUNT, strings
from tests.support.poisoned import (
    AS_IT_IS,
    WORDS,
    Says,
    a_whole_school,
    cleaned_line,
    is_fact,
    places_for_words,
    poison,
    refs,
)
from tests.support.rooms import Visitor, visit
from tests.support.tally import Tell

SIZES = ((80, 24), (60, 18), (120, 60))
Column = tuple[str, str, tuple[tuple[str, str], ...]]
STEP = 40
"""So many strings on, the next walk of the long run begins: each has hundreds of places, so that all strings stand in some."""


def look(here: Visitor, room: str) -> None:
    """Nothing on the screen is a command to the terminal, and nothing can be clicked but what is ours."""
    assert bare(bytes_for(here.app)) == [], room
    strips = here.app.screen._compositor.render_strips()
    assert live(segment for strip in strips for segment in strip) == [], room


async def walk(desk: Desk, size: tuple[int, int]) -> int:
    """Go into every room and look, page down and look; how often was looked."""
    looks = 0
    wanted = desk.do(refs)
    async with visit(desk.places, desk.clock, TODAY, size=size) as here:
        for room in [name for name in ROOM_CLASSES if name != TOGETHER] + [TOGETHER]:  # from which no way leads on
            here.app.go_to(GoTo(room, wanted.get(room)))
            await here.settled()
            look(here, room)
            await here.press("end")
            look(here, room)
            looks += 2
    return looks


async def walks(folder: Path, firsts: range, says: Says, sizes: tuple[tuple[int, int], ...]) -> tuple[int, int, int]:
    """A walk for each of these strings as the first one; how many strings were put, how often was looked, which rows."""
    put = looks = kept = 0
    for number, first in enumerate(firsts):
        own = folder / str(first)
        own.mkdir()
        desk = Desk(own)
        a_whole_school(desk)
        places = poison(desk, first, says)
        before = stored(desk)
        looks += await walk(desk, sizes[number % len(sizes)])
        assert changes(before, stored(desk)) == [], "looking changed what is stored"
        put += sum(map(len, places.values()))
        kept += len(before)
    return put, looks, kept


def changes(before: list[Column], after: list[Column]) -> list[tuple[str, str, set[object]]]:
    """What is not as it was."""
    pairs = zip(before, after, strict=True)
    return [(table, column, set(was) ^ set(now)) for (table, column, was), (_, _, now) in pairs if was != now]


def stored(desk: Desk) -> list[Column]:
    """All that stands in the places for words, as it is once cleaned: a draft that is opened cleans what came in past us.

    Half-typed text aside, which a room may take over.
    """
    with sqlite3.connect(desk.places.notebook) as connection:
        found = [
            (table, column, tuple((row, editable(text or "")) for row, text in rows_of(connection, table, column)))
            for table, column in places_for_words()
            if table != "drafts"
        ]
    connection.close()
    return found


def rows_of(connection: sqlite3.Connection, table: str, column: str) -> list[tuple[str, str | None]]:
    """The ids and the words of a column."""
    return list(connection.execute(f"SELECT id, {column} FROM {table} ORDER BY n"))


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_everywhere_are_words_in_every_room(quick_folder: Path, tell: Tell) -> None:
    put, looks, _ = await walks(quick_folder, range(1), AS_IT_IS, SIZES[1:2])
    tell(f"hostile strings: {put:,} put in their places, {looks} looks, 0 crashes, 0 control bytes, 0 live spans")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("first", range(0, COUNT, STEP))
async def test_hostile_words_everywhere_are_words_in_small_windows_too(
    quick_folder: Path, tell: Tell, first: int
) -> None:
    """What should never have come in, and the same cleaned as it would be, by turns; test_hostile_shown.py looks at the words."""
    says: Says = AS_IT_IS if first // STEP % 2 else cleaned_line
    put, looks, _ = await walks(quick_folder, range(first, first + 1), says, (SIZES[first // STEP % len(SIZES)],))
    tell(f"strings from {first}: {put:,} put in their places, {looks} looks, 0 crashes, 0 control bytes, 0 live spans")


def test_every_column_of_text_is_filled_by_the_walk_or_known_to_be_no_words(quick_folder: Path) -> None:
    desk = Desk(quick_folder)
    a_whole_school(desk)
    filled = set(poison(desk, 0))
    with sqlite3.connect(desk.places.notebook) as connection:
        texts = {
            (table, row[1])
            for table in (*TABLES, "drafts")
            for row in connection.execute(f"PRAGMA table_info({table})")
            if row[2] == "TEXT"
        }
    connection.close()
    unknown = {(table, column) for table, column in texts - filled if not is_fact(table, column)}
    assert unknown == set(), "put it among tests.support.poisoned.WORDS, or FACTS where nobody types it"
    assert filled == set(places_for_words()) and WORDS["lines"]


@pytest.mark.goal("S1", "S2", sabotage=True)
async def test_a_place_that_shows_words_as_they_came_is_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachtui.tui.words.printable_line", lambda text: text)
    monkeypatch.setattr("coachtui.tui.words.printable", lambda text: text)
    with pytest.raises(AssertionError):
        await walks(quick_folder, range(20, 24), AS_IT_IS, SIZES)


def test_the_strings_are_five_hundred_and_hostile() -> None:
    found = strings()
    assert len(set(found)) == COUNT
    assert sum(clean(each) != each for each in found) > 100
    assert sum(printable(each) == each for each in found) > 200
