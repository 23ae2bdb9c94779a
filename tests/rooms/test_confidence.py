"""In confidence: gone from the screen at once; again, without trace; or no more than that there was a talk."""

from pathlib import Path

from coachtui.model.line import Kind, Visibility
from coachtui.store.discarding import TALK
from coachtui.tui.commands import READING, TODAY
from coachtui.tui.rooms.room import GoTo
from tests.support.drafting import drafted
from tests.support.homes import open_notebook
from tests.support.observing import Meeting, entry
from tests.support.rooms import visit
from tests.support.sharing import a_school

SECRET = "her surgery on Monday"


def bytes_of(meeting: Meeting) -> bytes:
    """All that the home holds, but its backups: on a slow day one was made before the line was discarded."""
    found = [path for path in meeting.places.home.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in found if meeting.places.backups not in path.parents)


async def test_what_is_typed_is_gone_from_the_screen_and_filed_in_confidence(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.type(f"tom: {SECRET}")
        await here.press("f3")
        assert "surgery" not in here.text() and entry(here) == ""
        await here.until("Taken in confidence. F3 again discards it without trace; Ctrl+Z brings it back.")
        await here.type("next")
        assert "surgery" not in here.text() and entry(here) == "next"
    kept = meeting.lines()[1]
    assert (kept.kind, kept.text, kept.visibility) == (Kind.IN_CONFIDENCE, f"tom: {SECRET}", Visibility.MINE)


async def test_the_last_line_is_gone_and_comes_back(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file(f"tom: {SECRET} #TM1 *")
        await here.press("f3")
        assert "surgery" not in here.text()
        await here.until("in confidence")
        assert "#TM1" not in here.text() and "Tom" not in here.text().split("Alt+ who speaks")[0]
        await here.press("ctrl+z")
        await here.until("surgery")
    assert (meeting.lines()[0].kind, meeting.lines()[0].speaker) == (Kind.EVIDENCE, "Tom Adeyemi")


async def test_again_leaves_no_trace(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.type(SECRET)
        await here.press("f3")
        meeting.clock.advance(1000)
        await here.press("f3")
        await here.until("Discarded. Nothing of it is left in this notebook")
        assert "in confidence" not in here.text()
        await here.press("ctrl+z")
        await here.settled()
        assert "surgery" not in here.text()
    assert b"surgery" not in bytes_of(meeting)


async def test_a_key_that_is_held_down_or_pressed_on_and_on_discards_no_other_line(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.file("two")
        await here.file(SECRET)
        for _ in range(12):
            await here.press("f3")
            meeting.clock.advance(40)
            await here.settled()
        assert "in confidence" in here.text() and "Discarded." not in here.text()
        for _ in range(5):
            meeting.clock.advance(1500)
            await here.press("f3")
            await here.settled()
        await here.until("That line was discarded.")
        assert "one" in here.text() and "two" in here.text()
        await here.file("three")
        await here.press("f3")
        await here.until("Taken in confidence.")
    assert [(line.text, line.kind) for line in meeting.lines()] == [
        ("one", Kind.EVIDENCE), ("two", Kind.EVIDENCE), ("three", Kind.IN_CONFIDENCE),
    ]  # fmt: skip


async def test_a_hold_keeps_it_and_says_so_without_a_name(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    with open_notebook(meeting.places) as notebook:
        notebook.holds.put([], "", "an inquiry")
    async with meeting.held() as here:
        await here.type(SECRET)
        await here.press("f3")
        meeting.clock.advance(1000)
        await here.press("f3")
        await here.until("There is a hold on what is written here")
        assert "surgery" not in here.text() and "inquiry" not in here.text()
    assert meeting.lines()[0].kind is Kind.IN_CONFIDENCE


async def test_only_that_a_talk_happened(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file(SECRET)
        await here.press("f2", "o")
        await here.until("This is for a line in confidence: F3 makes it one.")
        await here.press("f3")
        await here.until("Taken in confidence.")
        await here.press("o")
        await here.settled()
    (kept,) = meeting.lines()
    assert (kept.kind, kept.text) == (Kind.IN_CONFIDENCE, TALK)
    assert b"surgery" not in bytes_of(meeting)


async def test_a_line_in_confidence_is_not_shown_by_any_key_of_the_lines(tmp_path: Path) -> None:
    async with Meeting(tmp_path).held() as here:
        await here.file("one")
        await here.file(f"tom: {SECRET}")
        await here.press("f3")
        await here.until("Taken in confidence.")
        for key in ("e", "h", "k", "s", "w", "c", "t", "a"):
            await here.press("f2", key)
            await here.settled()
            assert "surgery" not in here.text(), key
            if key in "wcta":  # these ask something first
                await here.press("escape")
            await here.press("escape")
            await here.until("F8 End")


async def test_the_second_key_on_a_line_in_hand_discards_it(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        await here.file(SECRET)
        await here.press("f2", "f3")
        await here.until("Taken in confidence.")
        meeting.clock.advance(1000)
        await here.press("f3")
        await here.until("Discarded.")
        await here.press("up", "s")
        await here.settled()
    assert b"surgery" not in bytes_of(meeting) and meeting.lines()[0].starred


async def test_the_feedback_that_stands_on_a_line_is_named_when_the_line_goes(tmp_path: Path) -> None:
    school = a_school(tmp_path)
    named = f"Still named in feedback {drafted(school).ref} for Dana Ruiz (8:30)."
    async with visit(school.places, school.clock, TODAY) as here:
        here.app.post_message(GoTo(READING, "o1"))
        await here.until("Where do we see that?")
        await here.press("f2", "home", "down", "x")
        await here.until(f"1 taken out. Ctrl+Z brings back. {named}")
        await here.press("escape", "ctrl+z")
        await here.until("Where do we see that?")
        await here.press("f2", "home", "down", "f3")
        await here.until("Taken in confidence.")
        await here.until(lambda: named in " ".join(here.text().split()))
        school.clock.advance(1000)
        await here.press("f3")
        await here.until("Discarded.")
        await here.until(lambda: named in " ".join(here.text().split()))
