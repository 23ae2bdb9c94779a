"""Whose meeting it is, what is watched for, when it began: before, during, after, or never."""

from pathlib import Path

from tests.support.observing import Meeting, entry
from tests.support.rooms import Visitor


async def answer(here: Visitor, *answers: str | None) -> None:
    """Answer the questions of F5, one after the other; None leaves one as it is."""
    await here.press("f5")
    await here.until("Team:")
    for words in answers:
        if words is not None:
            await here.press("ctrl+u")
            await here.type(words)
        await here.press("enter")
    await here.settled()


async def test_four_questions_name_the_meeting_and_move_its_beginning(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.type("half")
        await answer(here, "Grade 4", None, "Adult talk", "8:20")
        await here.until("8:20 · 10 min")
        assert "Grade 4 · Jo Ash" in here.rows()[0] and "Alt+ Adult talk" in here.text() and "2 Tom" in here.text()
        assert entry(here) == "half" and any("8:30" in row and "one" in row for row in here.rows())
        await here.press("alt+2", "enter")
        await here.settled()
        await here.press("ctrl+z", "ctrl+z")
        await here.until("8:30 · 0 min")
        await here.press("ctrl+z")
        await here.until("team not named yet")
        assert "Alt+ Core team meeting" in here.text()
        await here.press("ctrl+y", "ctrl+y", "ctrl+y")
        await here.until("8:20 · 10 min")
    whole = meeting.wholes()[0]
    found = whole.observation
    assert (found.team, found.lead, found.framework) == ("Grade 4", "Jo Ash", "adult-talk")
    assert [(line.text, line.at_ms, line.speaker) for line in whole.lines] == [
        ("one", 600_000, None), ("half", 600_000, "Tom Adeyemi"),
    ]  # fmt: skip


async def test_tab_completes_and_the_team_that_usually_meets_now_is_offered(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.press("f5")
        await here.until("At this time it is usually Grade 6.")
        assert here.rows()[-3].startswith(" Team: Grade 6")
        await here.press("ctrl+u", *"gr", "tab")
        assert here.rows()[-3].startswith(" Team: Grade 4")
        await here.press("tab")
        assert here.rows()[-3].startswith(" Team: Grade 6")
        await here.press("enter")
        await here.until("Lead: Daniel Reyes")


async def test_esc_leaves_everything_as_it_was(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        for steps in range(4):
            await here.press("f5")
            await here.until("Team:")
            await here.press(*["enter"] * steps, "escape")
            await here.settled()
            assert "team not named yet" in here.rows()[0] and "Esc leaves it" not in here.text()
        await here.file("two")
    assert meeting.wholes()[0].observation.team is None and len(meeting.lines()) == 2


async def test_before_the_first_key_it_is_said_of_the_meeting_that_will_begin(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await answer(here, "Grade 4", None, "Adult talk")
        await here.until("Grade 4 · Jo Ash")
        await here.until("2 Tom")
        await here.type("said")
        await here.press("alt+2", "enter")
        await here.settled()
        assert "Alt+ Adult talk" in here.text()
    whole = meeting.wholes()[0]
    found = whole.observation
    assert (found.team, found.lead, found.framework) == ("Grade 4", "Jo Ash", "adult-talk")
    assert whole.lines[0].speaker == "Tom Adeyemi"
    async with meeting.held(team=None) as here:
        await here.until("Alt+ Adult talk")


async def test_after_the_end_and_where_it_is_read(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.press("f8")
        await here.until("Ended at")
        await answer(here, "Grade 4", None, None, None)
        await here.until("Grade 4 · Jo Ash")
        await here.press("escape")
        await here.until("Observations")
        await here.press("enter")
        await here.until("1 line")
        await answer(here, "Grade 6", "Someone New", None, "8:25")
        await here.until("Grade 6 · Someone New")
        assert "8:25–8:30" in here.rows()[0]
    found = meeting.wholes()[0].observation
    assert (found.team, found.lead) == ("Grade 6", "Someone New")


async def test_what_is_no_time_leaves_the_beginning(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await answer(here, "Grade 4", None, None, "noonish")
        await here.until("That is no time, so the beginning stays. 9:02 is one.")
    assert meeting.lines()[0].at_ms == 0


async def test_a_meeting_that_is_never_named_is_a_meeting(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.press("f8")
        await here.until("Ended at")
    assert meeting.wholes()[0].observation.team is None
