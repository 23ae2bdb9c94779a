"""What helps without being in the way: hints, abbreviations, the blank page, covered judgments."""

from pathlib import Path

import pytest
from textual import events

from coachtui.model.moment import Moment
from coachtui.settings import Settings
from coachtui.tui.commands import LEADS
from coachtui.tui.idling import GoesBlank
from coachtui.tui.rooms.room import GoTo, Room
from tests.support.clocks import FakeClock
from tests.support.observing import Meeting, entry
from tests.support.rooms import Visitor

SHORT = Settings(abbreviations={"ss": "students", "wb": "whiteboard"})


async def test_a_hint_comes_once_for_a_word_never_in_quotes_and_stops_nothing(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.type("most of them")
        await here.until("“most” is no count: how many, of how many?")
        await here.press("enter")
        await here.settled()
        await here.type("most again, ")
        assert "no count" not in here.text()
        await here.type("lazy")
        await here.until("“lazy” reads engagement: what did you see?")
        await here.press("ctrl+u")
        await here.type('tom: "many are lazy"')
        assert "no count" not in here.text() and "reads engagement" not in here.text()
        await here.press("ctrl+u")
        for mark in ("? ", "! "):
            await here.type(f"{mark}many")
            assert "no count" not in here.text()
            await here.press("ctrl+u")
        await here.type("many")
        await here.until("“many” is no count")
        await here.press("enter")
        await here.settled()
    assert [line.text for line in meeting.lines()] == ["most of them", "many"]


async def test_a_hint_is_seen_in_a_narrow_window_too(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held(size=(60, 18)) as here:
        await here.type("most of them")
        await here.until("“most” is no count: how many")


async def test_the_next_meeting_hears_its_own_hints(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("most of them")
        await here.press("f7")
        await here.type("most of them")
        await here.until("“most” is no count")


async def test_abbreviations_are_shown_by_tab_written_out_and_taken_back(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(settings=SHORT) as here:
        await here.type("six ss at the wb")
        await here.press("tab")
        assert entry(here) == "six students at the whiteboard"
        await here.press("ctrl+u")
        await here.file("ss at wb")
        await here.until("students at whiteboard")
        await here.press("ctrl+z")
        await here.until(lambda: any(row.endswith("ss at wb") for row in here.rows()))
        await here.press("ctrl+y")
        await here.until("students at whiteboard")
    assert [line.text for line in meeting.lines()] == ["students at whiteboard"]


async def test_one_key_blanks_and_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.paste("\n".join(f"line {number}" for number in range(60)))
        await here.type("half")
        await here.press("pageup")
        await here.settled()
        before = here.rows()
        await here.press("f9")
        await here.until("Notes Tue Mar 10")
        assert "line" not in here.text() and "half" not in here.text() and "Observe" not in here.text()
        await here.press("f9")
        await here.until("half")
        assert here.rows() == before
        await here.press("f9", "left")
        await here.until("half")
        await here.press("f9", *" a line", "enter")
        await here.settled()
    assert meeting.lines()[-1].text == "half a line"


async def test_a_paste_on_the_blank_page_is_not_lost(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.type("said: ")
        await here.press("f9")
        await here.until("Notes Tue")
        here.app.post_message(events.Paste("pasted words"))
        await here.until("said: pasted words")


async def test_with_lines_in_hand_or_a_question_it_comes_back_to_them(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("one")
        await here.press("f2", "f9", "down")
        await here.until("e Edit")
        await here.press("e", "f9", "x")
        await here.until("Edit: onex")


async def nobody_types(here: Visitor, clock: FakeClock, seconds: int, *, by_the_wall: bool = False) -> None:
    """Let time go by, with a look at the clocks every few seconds; by the wall alone where the other stands still."""
    assert isinstance(here.app, GoesBlank)
    for _ in range(seconds // 5):
        now = clock.now()
        clock.set(Moment(now.utc_ms + 5000, now.boot_ms + (0 if by_the_wall else 5000), now.boot_id))
        here.app.look_if_idle()
    await here.settled()


@pytest.mark.goal("C4")
@pytest.mark.parametrize("by_the_wall", [False, True])
async def test_after_minutes_without_a_key_by_either_clock_the_screen_goes_blank(
    tmp_path: Path, by_the_wall: bool
) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await nobody_types(here, meeting.clock, 595, by_the_wall=by_the_wall)
        assert "one" in here.text()
        await nobody_types(here, meeting.clock, 10, by_the_wall=by_the_wall)
        await here.until("Notes Tue Mar 10")
        assert "one" not in here.text()
        await here.press("a")
        await here.until("one")
        assert entry(here) == "a"


@pytest.mark.goal("C4")
async def test_the_look_at_the_clocks_comes_within_a_second_and_tells_sleep_from_a_slow_moment(tmp_path: Path) -> None:
    assert GoesBlank.look_every < 1
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        assert isinstance(here.app, GoesBlank)
        here.app.look_if_idle()
        for passed, is_seen in ((9_000, True), (11_000, False)):
            meeting.clock.advance(passed)
            here.app.look_if_idle()
            await here.settled()
            assert ("one" in here.text()) == is_seen


@pytest.mark.goal("C4")
async def test_where_one_would_be_led_waits_until_somebody_is_there(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("one")
        here.app.notify("said before")
        await here.press("f9")
        here.app.screen.post_message(GoTo(LEADS))
        here.app.notify("said in between")
        await here.settled()
        assert "".join(here.rows()).replace("─", "").split() == ["Notes", "Tue", "Mar", "10"]
        await here.press("left")
        await here.until("said in between")
        assert isinstance(here.app.screen, Room) and here.app.screen.NAME == LEADS


async def test_zero_minutes_is_never(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(settings=Settings(blank_minutes=0)) as here:
        await nobody_types(here, meeting.clock, 1200)
        meeting.clock.advance(600 * 60_000)
        assert isinstance(here.app, GoesBlank)
        here.app.look_if_idle()
        await here.settled()
        assert "Observe" in here.text()


async def test_a_judgment_is_covered_where_one_observes_and_open_where_one_reads(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("! Too quick")
        assert "Too quick" not in here.text() and "a thought of mine" in here.text()
        await here.press("ctrl+r")
        await here.until(lambda: any(row.startswith(" *") for row in here.rows()))
        await here.press("ctrl+z", "ctrl+y")
        await here.settled()
        assert "Too quick" not in here.text()
        await here.press("f8", "escape")
        await here.until("Observations")
        await here.press("enter")
        await here.until("Too quick")
