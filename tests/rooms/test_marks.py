"""The single keys of a meeting: look-fors, stretches, speakers, stars, segments, pauses; the typed text is not disturbed."""

from pathlib import Path

import pytest

from coachtui.model.agenda import Planned
from coachtui.model.line import Kind
from coachtui.settings import Settings
from coachtui.tui.commands import OBSERVE, READING, TODAY, commands_of
from coachtui.tui.rooms.observe import ObserveRoom
from coachtui.tui.rooms.reading import ReadingRoom
from coachtui.tui.rooms.today import TodayRoom
from tests.support.observing import Meeting, entry

TALK = Settings(framework="adult-talk")


@pytest.mark.parametrize(("name", "room"), [(TODAY, TodayRoom), (OBSERVE, ObserveRoom), (READING, ReadingRoom)])
def test_every_command_of_a_room_is_done_by_us(name: str, room: type) -> None:
    """A screen has actions of its own by such names; one of them in our place would do nothing, and say nothing."""
    for command in (each for each in commands_of(name) if each.room == name):
        owners = [each for each in room.__mro__ if f"action_{command.action}" in vars(each)]
        assert not owners or owners[0].__module__.startswith("coachtui"), command.id


async def test_a_look_for_marks_the_last_line_while_something_is_typed(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.type("half a")
        await here.press("alt+d")
        await here.settled()
        assert entry(here) == "half a" and "one #TM3" in here.text()
        assert "d TM3 evidence" in here.text() and any(row.endswith("TM3 evidence         1") for row in here.rows())
        await here.press("alt+d")
        await here.settled()
        assert "#TM3" not in here.text()
        await here.press("alt+d")
        await here.file(" line")
    assert [(line.text, line.codes) for line in meeting.lines()] == [("one", ("TM3",)), ("half a line", ())]


async def test_with_an_empty_entry_it_is_noted_that_it_was_seen_now(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        meeting.clock.advance(65_000)
        await here.press("alt+a")
        await here.type("and on")
        await here.until("#TM1")
        await here.press("enter")
        await here.settled()
    one, seen, on = meeting.lines()
    assert (seen.text, seen.codes, seen.at_ms, on.text, one.codes) == ("", ("TM1",), 65_000, "and on", ())


async def test_a_mark_begins_an_observation(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.press("alt+a")
        await here.until("#TM1")
    assert meeting.lines()[0].codes == ("TM1",)


async def test_a_key_without_a_look_for_says_so(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held(settings=TALK) as here:
        await here.press("alt+n")
        await here.until("There is no look-for on Alt+N. F4 shows the pad.")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_lasts_is_started_stopped_always_seen_and_closed_at_the_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(settings=TALK, size=size) as here:
        await here.file("one")
        await here.press("alt+a")
        await here.until("lead talking goes on")
        meeting.clock.advance(60_000)
        await here.press("alt+a")
        await here.until(lambda: "lead talking goes on" not in here.text())
        await here.press("alt+h")
        await here.until("side talk goes on")
        await here.type("typing")
        assert "goes on" in here.text()
        meeting.clock.advance(30_000)
        await here.press("f8")
        await here.until("Ended at")
        assert "goes on" not in here.rows()[-4]
    spans = meeting.wholes()[0].spans
    assert [(span.code, span.from_ms, span.to_ms) for span in spans] == [("AT1", 0, 60_000), ("AT6", 60_000, 90_000)]


async def test_undo_starts_again_what_was_stopped(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held(settings=TALK) as here:
        await here.press("alt+a", "alt+a")
        await here.settled()
        await here.press("ctrl+z")
        await here.until("lead talking goes on")


async def test_one_key_says_who_spoke_last_or_who_speaks_now(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file('"Who has the data?"')
        await here.press("alt+2")
        await here.until("Tom ")
        await here.type('"I do."')
        await here.press("alt+3")
        assert entry(here) == 'priya: "I do."'
        await here.press("alt+1")
        assert entry(here) == 'jo: "I do."'
        await here.press("enter")
        await here.settled()
        await here.press("alt+9")
        await here.until("Nobody is on Alt+9. F5 names the team; its members get the keys.")
    assert [line.speaker for line in meeting.lines()] == ["Tom Adeyemi", "Jo Ash"]


async def test_tab_completes_a_handle_and_offers_those_that_fit(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.type("p")
        await here.press("tab")
        assert entry(here) == "priya:"
        await here.press("ctrl+u")
        await here.type("to")
        await here.press("tab")
        await here.until("tom: tomas:")
        assert entry(here) == "to"
        await here.type("m")
        await here.press("tab")
        assert entry(here) == "tom:"


async def test_the_pad_names_speakers_and_look_fors_at_eighty_columns(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held(size=(80, 24)) as here:
        await here.file("one")
        assert "Alt+ Core team meeting" not in here.text()
        await here.press("f4")
        await here.until("Alt+ Core team meeting")
        for words in ("a TM1 purpose", "n TM12 close", "1 Jo", "2 Tom", "3 Priya", "4 Tomas"):
            assert words in here.text()
        await here.press("f4")
        await here.until(lambda: "TM1 purpose" not in here.text())


async def test_a_star_is_put_on_and_taken_away(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.press("ctrl+r")
        await here.file("one")
        await here.type("half")
        await here.press("ctrl+r")
        await here.until(lambda: any(row.startswith(" *") and "one" in row for row in here.rows()))
        assert entry(here) == "half"
        await here.press("ctrl+r")
        await here.until(lambda: not any(row.startswith(" *") for row in here.rows()))
        await here.press("ctrl+r")
        await here.settled()
    assert meeting.lines()[0].starred


async def test_a_pasted_agenda_is_no_line_and_f6_begins_one_item_after_the_other(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(80, 24)) as here:
        await here.press("f6")
        await here.until('Type "= Data 20" to begin a segment; paste an agenda')
        await here.paste("Norms 5\n- Data #now 20 min\nPlan 10")
        await here.until("Agenda of 3 items, 35 min. F6 begins the first, then the next.")
        await here.press("f6")
        await here.until("Norms 0 of 5 min")
        await here.type("half")
        meeting.clock.advance(7 * 60_000)
        await here.press("f6")
        await here.until("Data #now 0 of 20 min")
        assert entry(here) == "half"
        await here.file(" done")
        meeting.clock.advance(26 * 60_000)
        await here.until("Data #now 26 of 20 min, 6 over")
    whole = meeting.wholes()[0]
    assert whole.agenda == (Planned("Norms", 5), Planned("Data #now", 20), Planned("Plan", 10))
    assert [(line.kind, line.text, line.minutes, line.at_ms) for line in whole.lines] == [
        (Kind.SEGMENT, "Norms", 5, 0),
        (Kind.SEGMENT, "Data #now", 20, 420_000),
        (Kind.EVIDENCE, "half done", None, 0),
    ]


async def test_what_is_half_typed_outlives_a_segment_that_begins_meanwhile(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.paste("Norms 5\nData 20")
        await here.type("half")
        meeting.clock.advance(1000)
        await here.press("f6")
        await here.until("Norms 0 of 5")
    draft = meeting.wholes()[0].draft
    assert draft is not None and draft.text == "half"


async def test_a_pause_is_marked_and_what_is_typed_is_filed_all_the_same(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.press("ctrl+g")
        assert "Paused" not in here.text()
        await here.file("before")
        await here.press("ctrl+g")
        await here.until("Paused. Ctrl+G goes on. What you type is filed all the same.")
        assert "8:30 · paused" in here.rows()[0]
        meeting.clock.advance(300_000)
        await here.file("in between")
        assert "Paused." in here.text()
        await here.press("ctrl+g")
        await here.until("paused from 8:30 to 8:35 (5 min)")
        assert "Ctrl+G goes on" not in here.text()
    whole = meeting.wholes()[0]
    assert [(gap.from_ms, gap.to_ms, gap.reason) for gap in whole.gaps if gap.reason == "paused"] == [
        (0, 300_000, "paused")
    ]
    assert [line.text for line in whole.lines] == ["before", "in between"]


async def test_a_pause_is_known_when_the_program_is_opened_again(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("before")
        await here.press("ctrl+g")
        await here.settled()
    async with meeting.held() as here:
        await here.until("8:30 · paused")
        await here.file("after")
        meeting.clock.advance(60_000)
        await here.press("ctrl+g")
        await here.until("paused from 8:30 to 8:31")


async def test_talk_is_not_counted_unless_asked_for(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held(size=(120, 40)) as here:
        await here.file("tom: one two three")
        await here.file("priya: one")
        assert "Talk" not in here.text()
        room = here.app.screen
        assert isinstance(room, ObserveRoom)
        room.action_tally()
        await here.until("Talk, as written: no aim")
        assert "Tom Adeyemi 1x 75%" in here.text() and "Priya Nair 1x 25%" in here.text()
        room.action_tally()
        await here.until(lambda: "Talk" not in here.text())


async def test_a_silent_tick_says_when_to_look_around(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(settings=Settings(scan_minutes=5)) as here:
        await here.file("one")
        room = here.app.screen
        assert isinstance(room, ObserveRoom)
        for seconds, stands in ((299, False), (1, True), (9, True), (1, False), (290, True)):
            meeting.clock.advance(seconds * 1000)
            room.show_strip()
            await here.settled()
            assert ("scan now" in here.text()) == stands


async def test_the_strip_shows_the_meeting_as_it_was_written(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(80, 24)) as here:
        await here.file("= Norms 5")
        for minutes in range(1, 10):
            meeting.clock.advance(60_000)
            await here.file("said *" if minutes == 5 else f"{minutes} said")
        await here.until(lambda: here.rows()[-4].startswith(" Norms 9 of 5 min, 4 over"))
        assert "│" in here.rows()[-4] and "*" in here.rows()[-4]
