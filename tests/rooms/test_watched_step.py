"""The lead's step in Observe: at the top of the pad, and one key says that it was seen, whenever the lead is named."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.model.step import Step
from coachtui.store.notebook import Notebook
from tests.support.observing import Meeting, room_of
from tests.support.rooms import Visitor, read

WORDS = "Wait five seconds after each question, then call on someone who has not spoken yet, and wait again"


def agree(meeting: Meeting, lead: str = "Jo Ash", words: str = WORDS) -> None:
    """A step that the lead agreed to."""

    def work(notebook: Notebook) -> None:
        identity = notebook.people.lead_called(lead)
        assert identity is not None
        step = notebook.steps.draft(identity, words, by_when=date(2026, 3, 13))
        notebook.steps.mark(step.id, "agreed")

    read(meeting.places, meeting.clock, work)


def steps(meeting: Meeting) -> list[tuple[str, date | None]]:
    found: list[Step] = read(meeting.places, meeting.clock, lambda notebook: notebook.steps.all())
    return [(each.state, each.seen_on) for each in found]


def pad(here: Visitor) -> list[str]:
    return [row.rstrip()[66:] for row in here.rows()[2:8]]


async def test_it_stands_at_the_top_of_the_pad_and_one_key_says_that_it_was_seen(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    agree(meeting)
    async with meeting.held() as here:
        await here.until("Alt+ Jo's step")
        assert [row.strip() for row in pad(here)[:3]] == [
            "Alt+ Jo's step", "s Wait five seconds", "after each question, …",
        ]  # fmt: skip
        await here.press("alt+s")
        await here.until("Seen: “Wait five seconds")
        assert any("s Wait" not in row and "seen" in row for row in pad(here))
        await here.press("alt+s")
        await here.until("was seen already")
        await here.file("they waited")
        await here.press("ctrl+z", "ctrl+z")
        await here.until("Taken back: step seen.")
        await here.until("s Wait five seconds")
        await here.press("alt+s")
        await here.until("Seen: “Wait five seconds")
    assert steps(meeting) == [("seen", meeting.clock.today())]


async def test_the_lead_may_be_named_later(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    agree(meeting)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.press("alt+s")
        await here.until("No step is known that this lead agreed to.")
        await here.press("f5", "ctrl+u")
        await here.paste("Grade 4")
        await here.press("enter", "enter", "enter", "enter")
        await here.until("Alt+ Jo's step")
        await here.press("alt+s")
        await here.until("Seen: “")
        await here.press("f7")
        await here.until(lambda: room_of(here).steps == ())
        assert "Jo's step" not in here.text()
    assert steps(meeting)[0][0] == "seen"


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_where_the_pad_is_not_shown_it_is_said_once(tmp_path: Path, size: tuple[int, int]) -> None:
    meeting = Meeting(tmp_path)
    agree(meeting, words="Wait five seconds")
    async with meeting.held(size=size) as here:
        await here.until("Jo's step: “Wait five seconds” Alt+S says that you see it.")
        await here.file("one")
        assert "Jo's step" not in here.text()
        await here.press("f4")
        await here.until("Alt+ Jo's step")
        await here.press("alt+s")
        await here.until("Seen: “Wait five seconds” Ctrl+Z takes it back.")
