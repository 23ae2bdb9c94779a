"""The Feedback room: from lines to a draft that stands on them; nothing typed is lost, everything can be taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.closing import Closing
from coachtui.model.grammar import read_line
from coachtui.tui.commands import FEEDBACK, FEEDBACK_LIST, TODAY
from coachtui.tui.rooms.feedback import FeedbackRoom
from coachtui.tui.rooms.room import GoTo
from tests.support.homes import Desk, seconds_on
from tests.support.rooms import HOSTILE_NAMES, Visitor, visit

SMALL, USUAL = (60, 18), (80, 24)
LINES = (
    ("= Data 20", 0),
    ('dana: "Where do we see that?" #TM3 *', 60),
    ("Four of nine name the variable #evidence", 120),
    ("? Would they have said it without the wait?", 180),
    ("! far too fast", 240),
    ("= Next steps 10", 600),
    ("sofia: Friday noon, I write it up *", 660),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A meeting of Dana's team that is over, with two starred lines and words in mind right after it."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4", lead="Dana Ruiz")
    for number, (typed, seconds) in enumerate(LINES, 1):
        desk.file(typed, seconds_on(seconds), f"line-{number}")
    desk.do(lambda notebook: notebook.closings.keep("o1", Closing("She waits", "", "What would Monday need?")))
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(900).utc_ms))
    desk.clock.advance(5_400_000)
    return desk


@asynccontextmanager
async def drafting(desk: Desk, wish: str = "observation:o1", size: tuple[int, int] = USUAL) -> AsyncIterator[Visitor]:
    """Someone at a draft."""
    async with visit(desk.places, desk.clock, TODAY, size=size) as visitor:
        visitor.app.go_to(GoTo(FEEDBACK, wish))
        await visitor.until("Feedback Dana Ruiz")
        await visitor.settled()
        yield visitor


def room_of(visitor: Visitor) -> FeedbackRoom:
    room = visitor.app.screen
    assert isinstance(room, FeedbackRoom)
    return room


def only(desk: Desk) -> Any:
    """The one feedback there is, as a notebook opened anew reads it."""
    (found,) = desk.do(lambda notebook: notebook.feedback.all())
    return found


def words_of(visitor: Visitor) -> str:
    """The words of the draft, whatever stands beside them on the screen."""
    return " ".join(room_of(visitor).area.text.split())


async def writes(visitor: Visitor, words: str) -> None:
    """Wait until these words are in the draft."""
    await visitor.until(lambda: words in words_of(visitor))


async def look(visitor: Visitor) -> None:
    """Let what stands around the draft catch up with it."""
    room_of(visitor).look_again()
    await visitor.settled()


async def test_from_reading_to_a_draft_that_stands_on_a_line(desk: Desk) -> None:
    async with visit(desk.places, desk.clock, TODAY) as visitor:
        await visitor.read_newest()
        await visitor.press("f")
        await visitor.until("Feedback Dana Ruiz")
        await visitor.until("1 of 48 school hours")
        assert "She waits" in visitor.text() and "What would Monday need?" in visitor.text()
        assert "2 of 5: starred" in visitor.text() and "Four of nine" not in visitor.text()
        await visitor.press("f6", "enter")
        await visitor.until("8:31 stands in the draft")
        await visitor.press("down", "q")
        await writes(visitor, "Friday noon, I write it up (8:41)")
        assert visitor.text().count("cited") == 2
        await visitor.press("tab")
        await visitor.paste(", and it worked")
        await visitor.press("escape")
        await visitor.until("F2 Lines")
    assert only(desk).text.startswith(
        "What worked\nShe waits (8:31) Friday noon, I write it up (8:41), and it worked\n"
    )


async def test_a_draft_is_reopened_exactly_as_it_was_left(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.paste("\n".join(f"row {number}" for number in range(60)))
        await visitor.press("up", "up", "left")
        place = room_of(visitor).area.place
        assert place.scroll > 0
        words = room_of(visitor).area.text
        await visitor.press("escape")
        await visitor.settled()
    async with drafting(desk) as visitor:
        await visitor.until(lambda: room_of(visitor).area.place == place)
        assert room_of(visitor).area.text == words
        await visitor.type("x")
        draft = await visitor.app.workplace.scribe.do(
            lambda notebook: notebook.drafts.get(f"feedback:{notebook.feedback.all()[0].id}")
        )
        assert draft.text == room_of(visitor).area.text and draft.cursor == place.cursor + 1


async def test_a_letter_that_ends_the_blank_page_stands_in_the_draft(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.type("She wait")
        await writes(visitor, "She wait")
        await visitor.press("f9")
        await visitor.until("Notes ")
        await visitor.type("s for them")
        await writes(visitor, "She waits for them")


async def test_what_was_cut_off_is_there_and_can_be_taken_back(desk: Desk) -> None:
    """The program is killed before the pause that makes an event of what was typed."""
    async with drafting(desk) as visitor:
        await visitor.paste(" and counts")
        await visitor.app.workplace.scribe.do(lambda _: None)
        room_of(visitor).at = None  # nothing more is asked of the notebook: as after a kill
    assert "and counts" not in only(desk).text
    async with drafting(desk) as visitor:
        assert "She waits and counts" in words_of(visitor)
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: words of the feedback.")
        assert "She waits and counts" not in words_of(visitor)
        await visitor.press("ctrl+y")
        await writes(visitor, "She waits and counts")


async def test_a_thought_of_ones_own_is_not_carried_over(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("f6", "a", "down", "down")
        await visitor.until("my wondering")
        await visitor.press("enter")
        await visitor.until("Feedback stands on evidence alone")
    assert "(" not in only(desk).text


async def test_which_lines_are_looked_at(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("f6", "s")
        await visitor.until(" 5 lines")
        await visitor.press("c")
        await visitor.until("1 of 5: #TM3")
        await visitor.press("c", "c", "w", "w")
        await visitor.until("1 of 5: said by sofia")
        await visitor.press("a", "g")
        await visitor.until("4 of 5: in Data")
        await visitor.press("8")
        await visitor.type(":40")
        await visitor.press("enter")
        await visitor.until(lambda: room_of(visitor).evidence.pointed == "line-7")
        await visitor.until(" 5 lines")


async def test_a_corrected_line_is_flagged_and_taken_as_it_is(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("f6", "enter")
        await visitor.until("8:31 stands in the draft")
    desk.do(lambda notebook: notebook.lines.rewrite("line-2", read_line(f"dana: {HOSTILE_NAMES[0]} Where? *")))
    async with drafting(desk) as visitor:
        await visitor.until("8:31 was corrected since.")
        await visitor.press("f4")
        await visitor.until("It says now: [/ Where?")
        await visitor.press("ctrl+n")
        await visitor.until("8:31 stands for the line as it is now.")
        assert "was corrected since" not in visitor.text()
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: correction seen.")
        await visitor.until("8:31 was corrected since.")
        await visitor.press("f3", "f2")
        await visitor.until("Grade 4 · Dana Ruiz")
        await visitor.press("escape")
        await visitor.until("Feedback Dana Ruiz")
    desk.do(lambda notebook: notebook.lines.take_out(["line-2"]))
    async with drafting(desk) as visitor:
        await visitor.until("The line of 8:31 was taken out since.")


async def test_words_and_what_is_done_beside_them_are_taken_back_in_their_order(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        area = room_of(visitor).area
        begun = area.text
        await visitor.paste(" one")
        await visitor.press("f5")
        await visitor.until("It is ready.")
        await visitor.paste(" two")
        await visitor.press("ctrl+z")
        assert area.text.count("one") == begun.count("one") + 1 and " two" not in area.text
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: feedback ready.")
        assert " one" in area.text
        await visitor.press("ctrl+z")
        assert area.text == begun
        await visitor.press("ctrl+z")
        await visitor.until("There is nothing more to take back.")
        for _ in range(3):
            await visitor.press("ctrl+y")
            await visitor.settled()
        assert " one two" in area.text and only_state(room_of(visitor)) == "ready"


def only_state(room: FeedbackRoom) -> str:
    assert room.at is not None
    return room.at.feedback.state


async def test_in_another_shape_what_is_written_moves_along(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("alt+s")
        await visitor.until("Now: Short note.")
        await visitor.type("probe")
        await visitor.press("tab", "enter")
        await writes(visitor, "A. The lead looks")
        assert "She waits" in words_of(visitor)
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: shape of the feedback.")
        assert "What it made possible" in words_of(visitor)
    assert only(desk).shape == "short-note"


async def test_tab_begins_an_empty_part_and_begins_it_otherwise(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        area = room_of(visitor).area
        area.go_to(area.text.index("What it made possible") + 3)
        await look(visitor)
        await visitor.until("Tab begins it. What could people say or do")
        await visitor.press("tab")
        await writes(visitor, "After that, ___")
        await visitor.press("tab")
        await writes(visitor, "Because of it, the group could ___")
        assert "After that" not in area.text


async def test_shared_replied_to_and_talked_through(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        area = room_of(visitor).area
        area.go_to(area.text.index("One thing to try") + len("One thing to try\n"))
        await visitor.paste("Wait five seconds after each question.")
        await visitor.press("f8")
        await visitor.until("Share with Dana Ruiz")
        await visitor.until("Wait five seconds")
        await visitor.press("enter")
        await visitor.until("Shared with Dana Ruiz")
        await visitor.press("escape")
        await visitor.until("shared · after 1 school hour")
        assert "changed since" not in visitor.text()
        await visitor.paste(" Then count.")
        await look(visitor)
        await visitor.until("shared · after 1 school hour · changed since")
        await visitor.press("alt+c")
        await visitor.until("Changed since it was shared")
        await visitor.press("escape", "ctrl+g")
        await visitor.until("The lead wrote nothing")
        await visitor.press("p")
        await visitor.until("The lead answered:")
        await visitor.type("It was six")
        await visitor.press("enter")
        await visitor.until("put down by you")
        await visitor.press("f5")
        await visitor.until("Agreed as Dana Ruiz's step: “Wait five seconds")
    found = only(desk)
    assert found.state == "talked through" and found.step is not None


async def test_two_drafts_at_once(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("alt+d")
        await visitor.until("Drafts")
        await visitor.press("n")
        await visitor.until("Feedback Dana Ruiz")
        await visitor.settled()
        await visitor.paste(" second")
        await visitor.press("escape")
        await visitor.until("2 in all")
        visitor.app.go_to(GoTo(FEEDBACK_LIST, "observation:o1"))
        await visitor.until("2 in all")
    texts = desk.do(lambda notebook: [each.text for each in notebook.feedback.all()])
    assert len(texts) == 2 and " second" in texts[1] and " second" not in texts[0]


async def test_one_side_at_a_time_where_it_is_narrow(desk: Desk) -> None:
    async with drafting(desk, size=SMALL) as visitor:
        assert "What worked" in visitor.text() and "starred" not in visitor.text()
        await visitor.press("f6")
        await visitor.until("2 of 5: starred")
        assert "What worked" not in visitor.text()


async def test_the_opening_is_rehearsed_and_logged(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.press("ctrl+r")
        await visitor.until("Say it aloud")
        desk.clock.advance(42_000)
        await visitor.press("enter")
        await visitor.until("What did you notice:")
        await visitor.type("slower")
        await visitor.press("enter")
        await visitor.until("Rehearsed: 42 s, once so far.")
    found = only(desk)
    (run,) = desk.do(lambda notebook: notebook.feedback.rehearsals_of(found.id))
    assert (run.seconds, run.note) == (42, "slower")


async def test_without_a_lead_it_says_what_to_do(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin()
    desk.file("somebody said something")
    desk.do(lambda notebook: notebook.observations.end("o1", seconds_on(60).utc_ms))
    async with visit(desk.places, desk.clock, TODAY) as visitor:
        await visitor.read_newest()
        await visitor.press("f")
        await visitor.until("F5 says whose meeting it was")


async def test_words_are_spelt_by_a_digit_and_kept_by_a_plus(desk: Desk) -> None:
    async with drafting(desk) as visitor:
        await visitor.paste(" and recieve teh flurbs,")
        await visitor.press("home", "f7")
        await visitor.until("1 receive")
        await visitor.press("1")
        await visitor.until("“teh”")
        await visitor.press("1")
        await visitor.until("“flurbs”")
        await visitor.press("+")
        await visitor.until("Every word is known.")
        await visitor.press("end")
        await visitor.type(" teh")
        await visitor.press("f7")
        await visitor.until("“teh”")
        await visitor.type("n")
        await writes(visitor, "She waits and receive the flurbs, tehn")
    assert desk.do(lambda notebook: notebook.own_words.all()) == ["flurbs"]
