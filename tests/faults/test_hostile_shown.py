"""Hostile strings in each place for words, in each room that shows it: what is seen there is the string, and nothing else of it.

Which places a room shows is found out first, with words that stand nowhere else; then each string has to stand there.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.clean import clean
from coachtui.tui.commands import SEARCH, TODAY, TOGETHER
from coachtui.tui.doors import ROOM_CLASSES
from tests.support.covering import Seat
from tests.support.homes import Desk
from tests.support.hostile import COUNT, strings
from tests.support.placing import ANSWERED, ARCHIVED, Field, named, places_in, put, subjects
from tests.support.poisoned import a_whole_school, places_for_words
from tests.support.posing import POSES, Pose, Posing, arrange
from tests.support.rooms import Visitor, visit
from tests.support.standing import CUT, WHOLE, stand
from tests.support.tally import Tell

SIZE = (120, 120)
ROOMS = [*(name for name in ROOM_CLASSES if name not in (SEARCH, TOGETHER)), TOGETHER]  # from which no way leads on
SOME = 24
"""Strings of the quick form: some of each kind."""


class Told(Counter[str]):
    """What was counted, and which fields were seen."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: set[Field] = set()

    def add_up(self, seat: Seat) -> None:
        """Count what was looked at from one seat."""
        self.update(seat.counts)
        self.fields |= {place.field for place in seat.ways}
        assert seat.lost == [], seat.room

    def join(self, other: "Told") -> None:
        """Count what another one counted too."""
        self.update(other)
        self.fields |= other.fields

    def __str__(self) -> str:
        """The counts, in a sentence."""
        shown = self[WHOLE] + self[CUT]
        return (
            f"{len(self.fields)} fields, {shown:,} times shown as they are ({self[CUT]:,} cut with …), {self['looks']:,} looks, "
            "0 changed, 0 crashes, 0 control bytes, 0 live spans"
        )


async def cover(folder: Path, rooms: Sequence[str], texts: Sequence[str], *, once: bool = False) -> Told:
    """In each of these rooms, put each string into each place that is seen there, and look; or look once, at some of them."""
    desk, told = Desk(folder), Told()
    a_whole_school(desk)
    names = named(desk.do(places_in))
    desk.do(lambda notebook: put(notebook, names))
    wishes = desk.do(subjects)
    async with visit(desk.places, desk.clock, TODAY, size=SIZE) as here:
        for room in rooms:
            seen: set[Field] = set()
            for subject in wishes[room][:1] if once else wishes[room]:
                seat = Seat(here, room, subject)
                await seat.enter()
                if not once:
                    await seat.fit()
                seat.find(names)
                fields = {place.field for place in seat.ways} - seen
                if once:
                    await seat.look_once(texts)
                elif fields and texts:
                    await seat.cover(fields, texts)
                seen |= fields
                await _as_before(here, names, seat)
                told.add_up(seat)
    return told


async def cover_pose(folder: Path, pose: Pose, texts: Sequence[str], *, once: bool = False) -> Told:
    """The same for what is seen in a room once the school is in another state; or look once."""
    folder.mkdir(exist_ok=True)
    desk, told = Desk(folder), Told()
    a_whole_school(desk)
    names = named(desk.do(places_in))
    desk.do(lambda notebook: put(notebook, names))
    subject = desk.do(lambda notebook: arrange(notebook, pose))
    async with visit(desk.places, desk.clock, TODAY, size=SIZE) as here:
        seat = Posing(here, pose, subject)
        await seat.enter()
        if not once:
            await seat.fit()
        seat.find({place: name for place, name in names.items() if place.field in pose.fields})
        assert {place.field for place in seat.ways} == set(pose.fields), pose.name
        if once:
            await seat.look_once(texts)
        else:
            await seat.cover(pose.fields, texts)
        told.add_up(seat)
    return told


async def _as_before(here: Visitor, names: dict[Any, str], seat: Seat) -> None:
    """Let the names stand again where strings were put, and leave."""
    were = {place: names[place] for place in seat.ways}
    await here.app.workplace.scribe.do(lambda notebook: put(notebook, were))
    await here.pilot.resize_terminal(*SIZE)
    await seat.leave()


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_are_shown_as_they_are_in_every_room(quick_folder: Path, tell: Tell) -> None:
    told = await cover(quick_folder, ROOMS, strings()[:SOME], once=True)
    assert len(told.fields) > 30 and told[WHOLE] > 200
    tell(f"hostile strings in {len(ROOMS)} rooms: {told}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("room", ROOMS)
async def test_each_of_500_strings_is_shown_as_it_is_in_each_place_of_each_room(
    quick_folder: Path, tell: Tell, room: str
) -> None:
    told = await cover(quick_folder, [room], strings())
    assert told.fields
    tell(f"room {room}: {COUNT} strings x {told}")


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_are_shown_as_they_are_in_rooms_of_another_state(quick_folder: Path, tell: Tell) -> None:
    told = Told()
    for number, pose in enumerate(POSES[:: len(POSES) // 3]):
        told.join(await cover_pose(quick_folder / str(number), pose, strings()[number * SOME :], once=True))
    tell(f"hostile strings in rooms of another state: {told}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("pose", POSES, ids=lambda pose: pose.name)
async def test_each_of_500_strings_is_shown_as_it_is_in_rooms_of_another_state(
    quick_folder: Path, tell: Tell, pose: Pose
) -> None:
    told = await cover_pose(quick_folder, pose, strings())
    tell(f"{pose.name}: {COUNT} strings x {told}")


@pytest.mark.deep
async def test_every_place_for_words_is_seen_in_some_room_or_read_back_elsewhere(quick_folder: Path) -> None:
    told = await cover(quick_folder, ROOMS, ())
    posed = {field for pose in POSES for field in pose.fields}
    assert set(places_for_words()) - told.fields - posed == ANSWERED | ARCHIVED


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize("way", ["lost", "as it came"])
async def test_a_room_that_shows_other_words_is_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way == "lost":
        monkeypatch.setattr("coachtui.tui.widgets.sheet.printable", lambda text: clean(text).replace("[", ""))
    else:
        monkeypatch.setattr("coachtui.tui.widgets.sheet.printable", lambda text: text)
        monkeypatch.setattr("coachtui.tui.words.printable", lambda text: text)
    with pytest.raises(AssertionError):
        await cover(quick_folder, ["deadlines"], strings()[:SOME], once=True)


def test_words_are_found_however_they_are_broken_and_no_others() -> None:
    rows = ["Goaleveryone", "speaksinfull", "withsubstanceatright", "andmore", "Measure10of…"]
    assert stand("everyonespeaksinfull", [rows]) == stand("withsubstanceandmore", [rows]) == WHOLE
    assert stand("10oftwelve", [rows]) == CUT
    assert stand("withsubstanceandmore", [rows[:3]]) == CUT  # the rest lies below what is seen
    assert (
        stand("moreandmore" * 9, [["moreandmore" * 3, "moreandmore", "atright"]]) == CUT
    )  # as does the beginning, above it
    for others in ("everyonespeaksinful!", "10ot", "speakat", "withsubstanceandless", "e!", "e?"):
        assert stand(others, [rows]) == "", others
