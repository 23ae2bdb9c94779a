"""Hostile strings in what stands over a room or is asked in it: pages, lists to choose from, questions, what is said."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.clean import clean
from coachtui.tui.commands import LEADS, TODAY
from coachtui.tui.dialogs.theme_picker import ThemePicker
from coachtui.tui.theme_file import folder_of_ours
from coachtui.tui.words import printable_line
from tests.support.bare_bytes import bare, bytes_for, live
from tests.support.homes import Desk
from tests.support.hostile import COUNT, strings
from tests.support.placing import named, places_in, put
from tests.support.poisoned import AS_IT_IS, a_whole_school
from tests.support.posing import PAGES, QUESTIONS, Above, Asked, Pose, arrange
from tests.support.rooms import Visitor, visit
from tests.support.standing import CUT, WHOLE, painted, panes, squeezed, stand
from tests.support.tally import Tell

SIZE, SMALL = (100, 60), (100, 24)
"""The second for a question: a lower picture is drawn sooner."""
SOME = 12


async def cover(folder: Path, pose: Pose, texts: Sequence[str], *, once: bool = False) -> str:
    """Let each string stand in each place that is seen there, and look; the counts, in a sentence."""
    folder.mkdir(exist_ok=True)
    desk = Desk(folder)
    a_whole_school(desk)
    names = named(desk.do(places_in))
    desk.do(lambda notebook: put(notebook, names))
    subject = desk.do(lambda notebook: arrange(notebook, pose))
    async with visit(desk.places, desk.clock, TODAY, size=SMALL if pose in QUESTIONS else SIZE) as here:
        seat = (Asked if pose in QUESTIONS else Above)(here, pose, subject)
        await seat.enter()
        seat.find({place: name for place, name in names.items() if place.field in pose.fields})
        assert {place.field for place in seat.ways} == set(pose.fields), pose.name
        await (seat.look_once(texts) if once else seat.cover(pose.fields, texts))
    assert seat.lost == []
    return (
        f"{len(pose.fields)} fields, {seat.counts[WHOLE] + seat.counts[CUT]:,} times shown as they are "
        f"({seat.counts[CUT]:,} cut), {seat.counts['looks']:,} looks, 0 changed, 0 crashes, 0 control bytes, 0 live spans"
    )


@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("pose", [PAGES[3], QUESTIONS[0]], ids=lambda pose: pose.name)
async def test_hostile_words_are_shown_as_they_are_in_what_stands_over_a_room(
    quick_folder: Path, tell: Tell, pose: Pose
) -> None:
    tell(f"{pose.name}: {await cover(quick_folder, pose, strings()[:SOME], once=True)}")


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
@pytest.mark.parametrize("pose", [*PAGES, *QUESTIONS], ids=lambda pose: pose.name)
async def test_each_of_500_strings_is_shown_as_it_is_in_what_stands_over_a_room(
    quick_folder: Path, tell: Tell, pose: Pose
) -> None:
    tell(f"{pose.name}: {COUNT} strings x {await cover(quick_folder, pose, strings())}")


@pytest.mark.goal("S1", "S2", sabotage=True)
@pytest.mark.parametrize(
    "pose", [PAGES[3], pytest.param(QUESTIONS[0], marks=pytest.mark.deep)], ids=["list", "question"]
)
async def test_a_list_and_a_question_that_show_other_words_are_caught(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, pose: Pose
) -> None:
    monkeypatch.setattr("coachtui.tui.widgets.hits.printable_line", lambda text: text.replace("[", ""))
    monkeypatch.setattr("coachtui.tui.widgets.entry.clean_line", lambda text: text.replace("[", ""))
    with pytest.raises(AssertionError):
        await cover(quick_folder, pose, strings()[:SOME], once=True)


def look(here: Visitor, text: str) -> None:
    """The text is seen, where there is room for it, and nothing that steers a terminal or can be clicked."""
    strips = painted(here.app.screen)
    assert bare(bytes_for(here.app)) == [] and bare("\n".join(strip.text for strip in strips), "\n") == [], ascii(text)
    assert live(segment for strip in strips for segment in strip) == [], ascii(text)
    forms, shown = {squeezed(printable_line(each)) for each in (text, clean(text))}, panes(here.app.screen, strips)
    assert any(stand(each, shown) or len(each) > SIZE[0] for each in forms), ascii(text)


async def say_each(folder: Path, texts: Sequence[str]) -> None:
    """Let each be the words of a question, and be said, and look."""
    desk = Desk(folder)
    async with visit(desk.places, desk.clock, LEADS, size=SIZE) as here:
        room: Any = here.app.screen
        for text in map(AS_IT_IS, texts):
            room.ask(text, "", lambda _: None)
            room.say(text)
            await here.pilot.pause()
            look(here, text)
            room.withdraw_question()


@pytest.mark.goal("S1", "S2")
async def test_hostile_words_of_a_question_and_in_what_is_said_are_no_more_than_that(quick_folder: Path) -> None:
    await say_each(quick_folder, strings()[:20])


async def choose_among(folder: Path, names: Sequence[str]) -> None:
    """Let the list of themes have one of each of these names, and look."""
    desk = Desk(folder)
    desk.places.themes.mkdir()
    colours = folder_of_ours().joinpath("coachtui-dark.toml").read_text().partition("[colours]")[2]
    for number, name in enumerate(names):
        said = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
        (desk.places.themes / f"{number}.toml").write_text(f"name = {said}\n[colours]{colours}")
    async with visit(desk.places, desk.clock, TODAY, size=(SIZE[0], len(names) + 60)) as here:
        here.app.push_screen(ThemePicker())
        await here.until(lambda: any("type to find" in row for row in here.rows()))
        await here.settled()
        for name in names:
            look(here, name)


@pytest.mark.goal("S1", "S2")
async def test_names_of_themes_are_names_in_the_list_of_them(quick_folder: Path) -> None:
    await choose_among(quick_folder, [text for text in map(AS_IT_IS, strings()[:14]) if text.strip()])


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
async def test_each_of_500_strings_in_a_question_in_what_is_said_and_in_the_list_of_themes_is_no_more(
    quick_folder: Path, tell: Tell
) -> None:
    await say_each(quick_folder, strings())
    names = [text for text in map(AS_IT_IS, strings()) if text.strip()]
    for first in range(0, len(names), 100):
        own = quick_folder / str(first)
        own.mkdir()
        await choose_among(own, names[first : first + 100])
    tell(
        f"questions, and what is said: {COUNT} strings; list of themes: {len(names)} names; 0 changed, 0 control bytes"
    )
