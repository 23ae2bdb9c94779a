"""The end of a meeting: the closing words, triage, the summary; and the next meeting, with nothing of the last."""

from pathlib import Path

import pytest

from coachtui.model.closing import Closing
from tests.support.observing import Meeting, entry, room_of


async def test_three_questions_and_each_answer_is_kept(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one #TM1")
        await here.press("f8", "f8")
        await here.until("One strength:")
        assert "Enter goes on, also with nothing; Esc leaves the rest for later." in here.text()
        await here.type("waits")
        await here.press("enter")
        await here.until("One idea for a step:")
        await here.press("enter")
        await here.until("One question:")
        await here.type("who decides?")
        await here.press("enter")
        await here.until("Kept. s shows the summary.")
        assert "Grade 4 · Jo Ash" in here.rows()[0]
    assert meeting.wholes()[0].closing == Closing("waits", "", "who decides?")
    assert len(meeting.wholes()) == 1


async def test_what_was_answered_before_esc_is_kept_and_asked_again_with_it(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.press("f8", "f8")
        await here.type("waits")
        await here.press("enter", "escape")
        await here.until(lambda: "One idea" not in here.text())
        await here.press("f8")
        await here.until("One strength: waits")
        await here.press("escape")
    assert meeting.wholes()[0].closing == Closing("waits", "", "")


async def test_the_words_can_be_given_later_where_the_observation_is_read(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one #TM1")
        await here.press("f8", "escape")
        await here.until("Observations")
        await here.press("enter")
        await here.until("#TM1")
        await here.press("f8")
        await here.type("waits")
        await here.press("enter", "enter", "enter")
        await here.until("Kept.")
        await here.press("s")
        await here.until("Strength: waits")
    assert meeting.wholes()[0].closing == Closing("waits", "", "")


async def test_triage_goes_through_what_wants_another_look_one_key_each(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(80, 24)) as here:
        for words in ("bare", "coded #TM1", "starred #TM1 *", "? wondered", "last"):
            await here.file(words)
        await here.press("f8", "f8", "enter", "enter", "enter")
        await here.until("Kept. 3 lines want another look: t goes through them. s shows the summary.")
        await here.press("t")
        await here.until("1 of 3.")
        assert "d TM3 evidence" in here.text()
        await here.press("alt+d")
        await here.until("2 of 3.")
        await here.press("s")
        await here.until("3 of 3.")
        await here.press("alt+c")
        await here.until("That was the last of them. s shows the summary.")
        assert "TM3 evidence" not in here.text()
        await here.press("t")
        await here.until("Every line has a code and none is starred: nothing is left to look at.")
        await here.press("s")
        await here.until("#TM3 evidence")
        assert "#TM2 ready" in here.text() and "Starred" not in here.text()
    assert [(line.codes, line.starred) for line in meeting.lines()] == [
        (("TM3",), False), (("TM1",), False), (("TM1",), False), ((), False), (("TM2",), False),
    ]  # fmt: skip


async def test_the_summary_tells_minutes_codes_talk_and_lines_by_look_for(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(80, 60)) as here:
        await here.file("= Norms 5")
        meeting.clock.advance(7 * 60_000)
        await here.file("= Data 20")
        await here.file("tom: Six of nine #TM3 *")
        await here.file("tom: her health")
        await here.press("f3")
        await here.settled()
        meeting.clock.advance(10 * 60_000)
        await here.press("f8", "f8", "enter", "enter", "enter")
        await here.until("Kept.")
        await here.press("s")
        await here.until("Minutes by segment")
        for words in ("7 of 5 min Norms", "10 of 20 min Data", "1 #TM3 evidence", "8:37 Tom Adeyemi: Six of nine",
                      "Talk, as it was written down; no share is an aim"):  # fmt: skip
            assert words in here.text()
        assert "health" not in here.text()
        await here.press("escape")
        await here.until(lambda: "Minutes by segment" not in here.text())


async def test_the_next_meeting_begins_with_nothing_of_the_last_on_the_screen(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(size=(120, 40)) as here:
        await here.paste("Norms 5\nData 20")
        await here.press("f6")
        await here.file("tom: said of Zoë #zz")
        await here.press("ctrl+g")
        await here.type("half a line")
        meeting.clock.advance(60_000)
        await here.press("f7")
        await here.until("Ready for the next meeting. The first key begins it.")
        await here.settled()
        for words in ("said of", "Zoë", "half a", "Norms", "Tom", "Grade 4", "Jo Ash", "Paused", "#zz"):
            assert words not in here.text(), words
        assert "team not named yet" in here.rows()[0] and entry(here) == ""
        await here.press("f6")
        await here.until('Type "= Data 20" to begin a segment')
        await here.press("f8")
        await here.until("Nothing to end yet")
        await here.file("the next one")
        await here.press("ctrl+z", "ctrl+z")
        await here.until("There is nothing more to take back.")
        assert "Zoë" not in here.text()
        await here.press("ctrl+y")
        await here.until("the next one")
    first, second = meeting.wholes()
    assert [line.text for line in first.lines] == ["Norms", "said of Zoë", "half a line"]
    assert first.observation.ended_utc_ms is not None and second.observation.team is None
    assert [line.text for line in second.lines] == ["the next one"]


async def test_f7_and_f8_let_go_of_lines_and_questions(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.press("f2", "e", "f7")
        await here.until("Ready for the next meeting.")
        assert "Edit:" not in here.text() and "F8 End" in here.rows()[-1]
        meeting.clock.advance(1000)
        await here.file("two")
        await here.press("f2", "f8")
        await here.until("Ended at")
        assert "F8 End" in here.rows()[-1] and room_of(here).timeline.pointed is None
        meeting.clock.advance(1000)
        await here.file("three")
    assert [[line.text for line in whole.lines] for whole in meeting.wholes()] == [["one"], ["two"], ["three"]]


async def test_what_was_half_typed_at_the_end_is_seen_as_a_line(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("one")
        await here.type("half a line")
        await here.press("f8")
        await here.until(lambda: any(row.endswith("half a line") and "8:30" in row for row in here.rows()))
        assert "Ended at 8:30, 2 lines" in here.text()


@pytest.mark.parametrize("keys", [("f8",), ("f7",), ("f2",), ("f3",), ("ctrl+r",), ("f6",), ("ctrl+g",), ("ctrl+z",)])
async def test_a_key_that_has_nothing_to_do_yet_begins_nothing(tmp_path: Path, keys: tuple[str, ...]) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.press(*keys)
        await here.settled()
    assert meeting.wholes() == []
