"""Keys pressed before the notebook has answered are meant for what it will show: a question, a page, the line as it is then."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from coachtui.ids import new_id
from coachtui.model.closing import Closing
from coachtui.settings import DARK_THEME
from coachtui.tui import app
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import OBSERVE, TODAY
from coachtui.tui.dialogs.summary import SummaryPage
from coachtui.tui.doors import ROOM_CLASSES
from coachtui.tui.rooms.reading import ReadingRoom
from coachtui.tui.rooms.room import GoTo, Room
from tests.support.clocks import FakeClock
from tests.support.homes import Desk, fill, make_home
from tests.support.observing import Meeting, entry, room_of
from tests.support.rooms import Visitor, read, texts, visit

OF_A_LEAD = ("lead", "cycle", "one-on-one", "blocks", "seen")


@asynccontextmanager
async def busy(here: Visitor) -> AsyncIterator[None]:
    """The notebook is at other work, as a backup, while these keys are pressed."""
    go_on = threading.Event()
    here.app.workplace.scribe.ask(lambda _: go_on.wait(10))
    yield
    go_on.set()
    await here.until(lambda: not here.app.is_behind())
    await here.settled()


async def test_the_answers_typed_right_behind_f5_are_answers(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.type("half")
        async with busy(here):
            await here.press("f5", "ctrl+u", *"Grade 4", "enter", "enter", "enter", "ctrl+u", *"8:20", "enter")
        await here.until("Grade 4 · Jo Ash")
        await here.until("8:20 · 10 min")
        assert entry(here) == "half"


async def test_where_the_question_can_not_come_what_is_typed_is_a_line(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        room_of(here).trouble("The disk is full.")
        async with busy(here):
            await here.press("f5", *"two")
            assert entry(here) == "two"


async def test_the_lines_are_in_hand_though_the_first_is_not_on_the_screen_yet(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        async with busy(here):
            await here.type("one")
            await here.press("enter", "f2", "s", "e", *" and two", "enter", "e", "!", "enter", "s", "escape", *"half")
        assert entry(here) == "half"
    assert [(line.text, line.starred) for line in meeting.lines()] == [("one and two!", False)]


async def test_what_is_typed_behind_an_undone_end_goes_on_in_the_same_meeting(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one")
        async with busy(here):
            await here.press("f8", "ctrl+z", *"two", "enter")
        await here.until("two")
    assert texts(meeting.places, meeting.clock) == [["one", "two"]]


async def test_a_key_behind_the_last_closing_word_is_for_the_room_it_leads_to(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held() as here:
        await here.file("one #TM1")
        async with busy(here):
            await here.press("f8", "f8", "a", "enter", "b", "enter", "c", "enter", "s")
        await here.until(lambda: isinstance(here.app.screen, SummaryPage))
        await here.press("escape")
    assert [(whole.closing, len(whole.lines)) for whole in meeting.wholes()] == [(Closing("a", "b", "c"), 1)]


async def test_a_key_behind_one_that_shows_a_page_is_for_the_page(tmp_path: Path) -> None:
    """Enter opens, `s` sums up, Esc closes the summary, and F2 takes the last line in hand."""
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4")
    desk.file("one")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until("Grade 4")
        async with busy(here):
            await here.press("enter", "s", "escape", "f2", "s")
        assert isinstance(here.app.screen, ReadingRoom)
        await here.until(lambda: here.rows()[2].startswith("›*"))


async def test_what_was_ended_a_moment_ago_is_read_and_not_taken_up(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4")
    desk.file("one")
    desk.clock.advance(5 * 3_600_000)
    async with visit(desk.places, desk.clock, TODAY) as here:
        await here.until("Waiting for you")
        async with busy(here):
            await here.press("e", "enter")
        assert isinstance(here.app.screen, ReadingRoom)


async def test_what_is_typed_behind_opening_one_that_was_cut_off_is_in_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin(team="Grade 4")
    desk.file("one")
    desk.clock.advance(5 * 3_600_000)
    async with visit(desk.places, desk.clock) as here:
        await here.press("escape")
        await here.until("Waiting for you")
        async with busy(here):
            await here.press("enter", *"two", "enter")
        await here.until("two")
    assert texts(desk.places, desk.clock) == [["one", "two"]]


async def test_a_command_of_the_palette_leads_on_as_its_key_does(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    async with meeting.held(team=None) as here:
        await here.file("one")
        await here.press("ctrl+p")
        await here.type("about")
        await here.until("Say whose meeting it is")
        async with busy(here):
            await here.press("enter", "ctrl+u", *"Grade 4", "enter", "enter", "enter", "enter")
        await here.until("Grade 4 · Jo Ash")
        assert entry(here) == ""


@pytest.mark.parametrize("cut_off", [False, True])
async def test_the_first_that_is_durable_has_the_keys_that_were_pressed_meanwhile(
    tmp_path: Path, cut_off: bool
) -> None:
    """The first key begins an observation, or takes one up: that and what is half-typed by then is one transaction."""
    desk, said = Desk(tmp_path), list[str]()
    if cut_off:
        desk.begin()
        desk.file("one")
    async with visit(desk.places, desk.clock) as here:
        desk.clock.advance(1)
        await here.app.workplace.scribe.do(lambda notebook: notebook.file.connection.set_trace_callback(said.append))
        async with busy(here):
            await here.type("abc")
    first = said[: said.index("COMMIT")]
    assert any("INTO events" in words for words in first)
    assert any("INTO drafts" in words and "'abc'" in words for words in first)


async def test_a_meeting_left_before_the_notebook_was_open_is_shown_as_being_written(tmp_path: Path) -> None:
    """What was typed waits for the notebook; whoever goes to Today meanwhile sees there that the meeting goes on."""
    places, clock, go_on = make_home(tmp_path), FakeClock(), threading.Event()

    class Slow(CoachApp):
        CSS_PATH = str(Path(app.__file__).with_name("styles") / "room.tcss")

        def open_notebook(self, passphrase: str | None = None) -> Any:
            go_on.wait(10)
            return super().open_notebook(passphrase)

    slow = Slow(places, clock, new_id, room=OBSERVE)
    slow.dress_in(DARK_THEME, [])
    try:
        async with slow.run_test() as pilot:
            here = Visitor(slow, pilot)
            await here.type("one")
            await here.press("enter", *"half", "escape")
            await here.until("Today")
            go_on.set()
            await here.until("being written")
            await here.press("o")
            await here.until(lambda: entry(here) == "half")
    finally:
        slow.flush()
    assert texts(places, clock) == [["one"]]


@pytest.mark.parametrize("room", [name for name in ROOM_CLASSES if name not in (OBSERVE, TODAY)])
async def test_no_room_waits_for_what_was_given_up(tmp_path: Path, room: str) -> None:
    """A reading that a newer one took the place of never ends by itself; the next key is not kept for it."""
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    lead, team, step = read(
        places,
        clock,
        lambda notebook: (notebook.leads.all()[0].id, notebook.teams.all()[0].id, notebook.steps.all_open()[0].id),
    )
    last = read(places, clock, lambda notebook: notebook.observations.latest(1)[0].id)
    plan = read(places, clock, lambda notebook: notebook.conversations.all()[0].id)
    refs = {"team": team, "step": step, "reading": last, "gate": f"observation:{last}",
            "feedback": f"observation:{last}", "feedback-list": f"lead:{lead}",
            **dict.fromkeys(("conversation", "rehearse", "together"), plan)}  # fmt: skip
    async with visit(places, clock, TODAY) as here:
        here.app.go_to(GoTo(room, refs.get(room, lead if room in OF_A_LEAD else None)))
        await here.settled()
        assert isinstance(here.app.screen, Room) and here.app.screen.wants_keys
        here.app.screen.notebook_opened()
        here.app.screen.notebook_opened()
        await here.settled()
        assert here.app.screen.wants_keys
