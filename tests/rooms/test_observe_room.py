"""The Observe room: what is typed is seen, and is read by a notebook opened afterwards."""

from pathlib import Path

import pytest

from coachtui.model.line import Kind
from coachtui.store.errors import NotebookError, NotebookFull
from coachtui.store.lines import Lines
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import TODAY
from coachtui.tui.rooms.observe import ObserveRoom
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, open_notebook
from tests.support.rooms import Fault, read, texts, visit


async def test_the_first_key_begins_and_enter_files(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        assert "Type what you see and hear." in here.text()
        assert "team not named yet" in here.rows()[0]
        assert here.rows()[-2].startswith("›")
        await here.type("maria: said ")
        assert here.rows()[-3].strip() == "8:30 · maria · evidence"
        clock.advance(95_000)
        await here.file('"morning" #TM3 *')
        assert here.rows()[-2].strip() == "›"
        await here.until(lambda: here.rows()[-6] == ' *   8:30  maria       said "morning"  #TM3')
        await here.file("? Who speaks first?")
        assert "8:31" in here.rows()[-6] and " ?" in here.rows()[-6]
        await here.until("8:30 · 1 min · all saved")
    first, second = read(places, clock, lambda notebook: notebook.lines.of(notebook.observations.latest(1)[0].id))
    assert (first.text, first.speaker, first.codes, first.starred, first.at_ms) == (
        'said "morning"', "maria", ("TM3",), True, 0,
    )  # fmt: skip
    assert (second.kind, second.at_ms) == (Kind.WONDERING, 95_000)


async def test_what_is_half_typed_comes_back_and_the_gap_is_marked(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock, team="Grade 4") as here:
        await here.file("first")
        await here.type("tom: half a sen")
        assert "Grade 4" in here.rows()[0]
    assert texts(places, clock) == [["first"]]
    clock.advance(180_000)
    async with visit(places, clock) as here:
        await here.until("This observation stopped at 8:30, 3 min ago. Everything typed is here.")
        assert here.rows()[-2].startswith("› tom: half a sen")
        assert here.rows()[-3].strip() == "8:30 · tom · evidence"
        await here.type("t")
        await here.until("not running from 8:30 to 8:33 (3 min)")
        assert "This observation stopped" not in here.text()
        await here.press("enter")
        await here.until("half a sent")
    assert texts(places, clock) == [["first", "half a sent"]]
    assert len(read(places, clock, lambda notebook: notebook.observations.all())) == 1


async def test_an_end_that_is_taken_back_goes_on_with_the_same_observation(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.press("f8")
        await here.until("Nothing to end yet: the first key begins an observation.")
        await here.file("one")
        await here.type("and a last word")
        await here.press("f8")
        await here.until("Ended at 8:30, 2 lines, all saved. Type to begin the next one.")
        assert "8:30 · ended" in here.rows()[0] and here.rows()[-2].strip() == "›"
        await here.press("ctrl+z")
        await here.until("Taken back: observation ended")
        await here.file("it went on")
        await here.press("f8")
        await here.until("Ended at 8:30")
        await here.file("the next meeting")
        assert "it went on" not in here.text()
    assert texts(places, clock) == [["one", "and a last word", "it went on"], ["the next meeting"]]


async def test_undo_and_redo_are_seen_and_kept(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.press("ctrl+z")
        await here.until("There is nothing to take back here.")
        await here.file("one")
        await here.paste("two\nthree\r\nfour\n")
        await here.until("3 pasted lines filed. Ctrl+Z takes them all back.")
        await here.press("ctrl+z")
        await here.until("Taken back: lines pasted (3 lines).")
        assert "three" not in here.text() and "one" in here.text()
        await here.press("ctrl+z", "ctrl+z")
        await here.until("There is nothing more to take back.")
        assert "one" not in here.text()
        await here.press("ctrl+y", "ctrl+y")
        await here.until("Done again: lines pasted (3 lines).")
        await here.press("ctrl+y")
        await here.until("There is nothing to do again.")
        assert all(word in here.text() for word in ("one", "two", "three", "four"))
        await here.press("ctrl+z")
        await here.until("Taken back")
    assert texts(places, clock) == [["one"]]
    async with visit(places, clock) as here:
        await here.press("ctrl+y")
        await here.until("Done again")
        assert "three" in here.text()
    assert texts(places, clock) == [["one", "two", "three", "four"]]


async def test_undo_pressed_faster_than_the_disk_writes_counts_each_time(tmp_path: Path) -> None:
    """The last of them finds nothing more; what the others took back is off the screen all the same."""
    async with visit(make_home(tmp_path), FakeClock()) as here:
        await here.file("one")
        await here.file("two")
        room = here.app.screen
        assert isinstance(room, ObserveRoom)
        for _ in range(3):
            room.action_undo()
        await here.until("There is nothing more to take back.")
        await here.until(lambda: "one" not in here.text() and "two" not in here.text())


async def test_a_line_cleared_by_mistake_comes_back(tmp_path: Path) -> None:
    async with visit(make_home(tmp_path), FakeClock()) as here:
        await here.file("filed")
        await here.type("a long thought")
        await here.press("ctrl+u")
        assert here.rows()[-2].strip() == "›"
        await here.press("ctrl+z")
        assert here.rows()[-2].startswith("› a long thought")
        assert "filed" in here.text() and "Taken back: what was deleted in the entry." in here.text()


async def test_lines_are_scrolled_while_typing(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.paste("\n".join(f"line {number}" for number in range(60)))
        await here.until("line 59")
        await here.type("half")
        await here.press("pageup")
        await here.until(lambda: "line 59" not in here.text())
        assert here.rows()[-2].startswith("› half")
        await here.press("enter")
        await here.until("↓ 1 new")
        await here.press("pagedown", "pagedown")
        await here.until(lambda: here.rows()[-6].endswith("half"))
    assert texts(places, clock)[0][-1] == "half"


async def test_leaving_goes_to_today_and_back_with_nothing_ended(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("one")
        await here.press("escape")
        await here.until("Waiting for you")
        await here.press("e")
        await here.until("being written")
        await here.press("enter")
        await here.file("two")
        assert "one" in here.text() and "two" in here.text()
    assert texts(places, clock) == [["one", "two"]]


async def test_an_observation_without_a_word_leaves_no_trace(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.type("x")
        await here.press("backspace", "escape")
        await here.until("Welcome. Nothing is written here yet.")
    assert read(places, clock, lambda notebook: notebook.observations.all()) == []


async def test_a_slow_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    filed = Lines.file

    def slowly(*given: object, **named: object) -> object:
        clock.advance(340)
        return filed(*given, **named)  # type: ignore[arg-type]

    async with visit(places, clock) as here:
        await here.file("quick")
        assert "all saved" in here.rows()[0]
        monkeypatch.setattr(Lines, "file", slowly)
        await here.file("slow")
        await here.until("saving is slow: 340 ms")
    assert texts(places, clock) == [["quick", "slow"]]


async def test_a_disk_that_takes_nothing_is_told_until_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    full = "The disk is full. What you typed is kept here and is tried again."
    async with visit(places, clock) as here:
        fault = Fault(Lines.file, NotebookFull(full), times=10**9)
        monkeypatch.setattr(Lines, "file", fault)
        await here.type("one")
        await here.press("enter")
        await here.until(full)
        assert not any(row.endswith("one") for row in here.rows()[2:-5])
        await here.type("two")
        assert full in here.text()
        await here.press("enter")
        await here.until(lambda: "2 lines not saved yet" in here.rows()[0])
        fault.left = 0
        await here.until(lambda: full not in here.text() and here.rows()[-6].endswith("two"))
        assert here.rows()[-7].endswith("one")
    assert texts(places, clock) == [["one", "two"]]


async def test_what_the_notebook_refuses_is_said_and_the_room_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("one")
        monkeypatch.setattr(Notebook, "undo", Fault(Notebook.undo, NotebookError("Not now. Nothing was lost.")))
        await here.press("ctrl+z")
        await here.until("Not now. Nothing was lost.")
        await here.press("ctrl+z")
        await here.until("Taken back")
        await here.file("two")
    assert texts(places, clock) == [["two"]]


async def test_a_notebook_that_opens_but_does_not_read_holds_no_key_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    refused = NotebookError("This can't be read just now.")
    monkeypatch.setattr("coachtui.tui.rooms.taking_up.read_opening", Fault(lambda *_: None, refused).__get__(None))
    async with visit(places, clock) as here:
        await here.until("This can't be read just now.")
        await here.file("kept all the same")
        await here.until("kept all the same")
    assert texts(places, clock) == [["kept all the same"]]


async def test_while_another_window_has_the_notebook_lines_go_into_the_drop_box(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    with open_notebook(places, clock):
        async with visit(places, clock) as here:
            await here.until("drop box")
            await here.file("in the box")
            assert "drop box" in here.text() and "in the box" in here.text()
            await here.press("ctrl+z")
            await here.until("There is nothing to take back here.")
            await here.press("escape")
            await here.until("Press o to write into the drop box")
    async with visit(places, clock) as here:
        await here.until("in the box This observation stopped at 8:30")
    assert texts(places, clock) == [["in the box"]]


async def test_an_observation_of_yesterday_waits_on_today(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("yesterday")
    clock.advance(24 * 3_600_000)
    async with visit(places, clock) as here:
        await here.until("The observation of Tue Mar 10 was never ended. It waits on Today.")
        await here.file("this morning")
        assert "yesterday" not in here.text()
    assert texts(places, clock) == [["yesterday"], ["this morning"]]


async def test_the_observation_that_was_chosen_is_gone_on_with(tmp_path: Path) -> None:
    """Two were cut off; the older one is chosen, from a Today that has not been in Observe yet."""
    places, clock = make_home(tmp_path), FakeClock()
    for words in ("older", "newer"):
        async with visit(places, clock, team=words) as here:
            await here.file(words)
        clock.advance(60_000)
    async with visit(places, clock, TODAY) as here:
        await here.until("newer")
        await here.press("down", "enter")
        await here.until("This observation stopped at 8:30")
        assert "older" in here.rows()[0] and "older" in here.rows()[-8]
        await here.file("went on")
    assert texts(places, clock) == [["older", "went on"], ["newer"]]


async def test_what_was_ended_on_today_is_not_gone_on_with(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("cut off")
        await here.type("half")
    async with visit(places, clock) as here:
        await here.until("This observation stopped")
        await here.press("escape")
        await here.until("e ends it where it stopped")
        await here.press("e")
        await here.until("Ended at 8:30, 2 lines.")
        await here.press("o")
        await here.until("Type what you see and hear.")
        await here.file("a new one")
    assert texts(places, clock) == [["cut off", "half"], ["a new one"]]


async def test_the_names_of_the_team_are_known_when_a_half_typed_line_comes_back(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    read(places, clock, lambda notebook: notebook.people.add_team("Grade 4", "Jo Ash", ("Tom Adeyemi",)))
    for _ in range(2):
        async with visit(places, clock, team="Grade 4") as here:
            if here.rows()[-2].strip() == "›":
                await here.type("tom: so")
            assert here.rows()[-3].strip() == "8:30 · Tom · evidence"
