"""The 1:1 room: prepared, held and ended; private items covered; what is half-typed survives."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from coachtui.model.cycle import Cycle
from coachtui.model.one_on_one import Wish
from coachtui.model.ref import reference
from coachtui.model.step import Step
from coachtui.places import Places
from coachtui.store.notebook import Notebook
from coachtui.store.present import Change
from coachtui.store.rows import to_fields
from coachtui.tui.commands import BLOCKS, DEADLINES, ONE_ON_ONE, ONE_ON_ONES, TODAY
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.rooms import HOSTILE_NAMES, Visitor, read, visit

TUESDAY = date(2026, 3, 10)
SMALL, USUAL = (60, 18), (80, 24)


class Home:
    """A home with one lead, met every Tuesday."""

    def __init__(self, folder: Path, *, series: bool = True) -> None:
        self.places, self.clock = make_home(folder), FakeClock()
        self.lead = read(self.places, self.clock, lambda notebook: notebook.people.add_lead("Maria Okafor").id)
        if series:
            wish = Wish(1, 2, 555, 30)
            read(self.places, self.clock, lambda notebook: notebook.one_on_ones.set_series(self.lead, wish, TUESDAY))

    def items(self) -> list[tuple[str, str, bool]]:
        """The items, as a notebook opened anew reads them."""
        found = read(self.places, self.clock, lambda notebook: notebook.items.of(self.lead))
        return [(item.words, item.state, item.private) for item in found]

    def put(self, table: str, noun: Cycle | Step) -> None:
        """Put a row into the present."""

        def work(notebook: Notebook) -> None:
            change = Change(table, None, to_fields(noun))
            notebook.file.write(lambda _: notebook.events.record(self.lead, "put", [change]))

        read(self.places, self.clock, work)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@asynccontextmanager
async def at(home: Home, room: str = ONE_ON_ONE, size: tuple[int, int] = USUAL) -> AsyncIterator[Visitor]:
    """Someone in a room around the 1:1s of the lead."""
    async with visit(home.places, home.clock, TODAY, size=size) as visitor:
        visitor.app.go_to(GoTo(room, home.lead))
        await visitor.settled()
        await visitor.settled()
        yield visitor


async def answer(visitor: Visitor, key: str, prompt: str, words: str) -> None:
    """Press a key, wait for its question, answer it."""
    await visitor.press(key)
    await visitor.until(prompt)
    await visitor.type(words)
    await visitor.press("enter")
    await visitor.settled()


async def test_it_begins_with_when_the_two_meet(tmp_path: Path) -> None:
    home = Home(tmp_path, series=False)
    async with at(home, size=SMALL) as visitor:
        await visitor.until("No 1:1 is planned")
        await answer(visitor, "enter", "You meet:", "weekly")
        await visitor.until("A weekday and a time are needed")
        assert "You meet: weekly" in visitor.text(), "what was typed stands there to be mended"
        await visitor.type(" tue 9:15")
        await visitor.press("enter")
        await visitor.until("You meet weekly, Tue 9:15, 30 min")
        await visitor.until("today 9:15")


async def test_a_1_1_from_its_items_to_its_decision(home: Home) -> None:
    async with at(home) as visitor:
        await answer(visitor, "i", "I bring:", HOSTILE_NAMES[0])
        await visitor.type("data wall")
        await visitor.press("enter", "enter")
        await visitor.paste("Leon is late again\nFridays\n\n")
        await visitor.until("2 items added")
        assert f"me {HOSTILE_NAMES[0]}" in visitor.text()
        rows = [row.strip("› ") for row in visitor.rows()]
        assert [row.split(maxsplit=1)[0] for row in rows if row.startswith(("Maria  ", "me  "))] == [
            "Maria", "Maria", "me", "me",
        ], "the lead's own stand first"  # fmt: skip
        await visitor.press("enter")
        await visitor.until("Begun.")
        await visitor.press("up", "k")
        await visitor.until("parked")
        await visitor.press("f8")
        await visitor.until("Decided (who: what, by when):")
        await visitor.press("enter")
        await visitor.until("Was nothing decided?")
        await visitor.type("Maria: reads first, by Fri")
        await visitor.press("enter")
        await visitor.until("Kept.")
        await visitor.press("enter")
        await visitor.until("The 1:1 was held: 1 decision. 2 items go on to Tue Mar 17 9:15.")
        assert "carried from Tue Mar 10" in visitor.text()
        await visitor.press("g")  # the one just held, though the next one is shown
        await visitor.until("## 1:1, Tuesday, March 10, 2026")
    (one,) = read(home.places, home.clock, lambda notebook: notebook.one_on_ones.held(home.lead))
    (decision,) = read(home.places, home.clock, lambda notebook: notebook.one_on_ones.decisions_of(one.id))
    assert decision.words == "Maria: reads first, by Fri Mar 13"
    assert sorted(state for _, state, _ in home.items()) == [
        "carried", "carried", "discussed", "open", "open", "parked",
    ]  # fmt: skip


async def test_nothing_decided_has_to_be_said(home: Home) -> None:
    async with at(home) as visitor:
        await visitor.press("f8")
        await visitor.until("It has not begun. F6 begins it.")
        await visitor.press("f6")
        await visitor.until("0 of 3 min · now")
        await visitor.press("f8")
        await visitor.until("Decided")
        await visitor.press("enter", "enter")
        await visitor.until("It goes on. F8 ends it")
        await answer(visitor, "d", "Decided (", "none")
        await visitor.until("The 1:1 was held: no decision.")
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: 1:1 ended.")
        await visitor.until("goes on,")


async def test_the_minutes_of_a_segment_are_counted_quietly(home: Home) -> None:
    async with at(home) as visitor:
        await visitor.press("f6")
        await visitor.until("0 of 3 min · now")
        home.clock.advance(4 * 60_000)
        await visitor.press("f6")
        await visitor.until("4 of 3 min, 1 over")
        await visitor.until("What we bring 0 of 6 min · now")
        assert "What did you bring?" in next(row for row in visitor.rows() if row.startswith("›"))
        for _ in range(6):
            await visitor.press("f6")
            await visitor.settled()
        await visitor.until("That was the last segment.")


async def test_private_items_are_covered_until_they_are_asked_for(home: Home) -> None:
    async with at(home, size=SMALL) as visitor:
        await answer(visitor, "I", "For me alone:", "SECRET how she is")
        await visitor.press("escape")
        await answer(visitor, "i", "I bring:", "SECRET second")
        await visitor.press("enter")
        await visitor.press("p")
        await visitor.until("2 private items · v shows")
        assert "SECRET" not in visitor.text()
        await visitor.press("v")
        await visitor.until("SECRET how she is")
        await visitor.press("b")
        await visitor.until("No release time is planned")
        await visitor.press("escape")
        await visitor.until("2 private items · v shows")
        assert "SECRET" not in visitor.text()
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: item made private.")
        await visitor.until("SECRET second")
    assert home.items() == [("SECRET how she is", "open", True), ("SECRET second", "open", False)]


async def test_pasting_into_what_is_for_me_alone_stays_so(home: Home) -> None:
    async with at(home) as visitor:
        await visitor.press("I")
        await visitor.until("For me alone:")
        await visitor.paste("one\ntwo")
        await visitor.until("2 private items")
    assert home.items() == [("one", "open", True), ("two", "open", True)]


async def test_a_decision_can_be_said_otherwise_while_it_goes_on(home: Home) -> None:
    async with at(home) as visitor:
        await visitor.press("f6")
        await visitor.until("0 of 3 min")
        await answer(visitor, "f8", "Decided (", "we read first")
        await visitor.paste("two\nlines")
        await visitor.until("when): two lines")
        await visitor.press("ctrl+u", "escape", "end")
        await answer(visitor, "e", "Decided (who: what, by when): we read first", ", by Fri")
        await visitor.until("we read first, by Fri Mar 13")
        await visitor.press("x")
        await visitor.until("Taken out.")
        assert "we read first" not in visitor.text()


async def test_what_is_half_typed_waits(home: Home) -> None:
    async with at(home) as visitor:
        await visitor.press("i")
        await visitor.until("I bring:")
        await visitor.type("half a thou")
        await visitor.settled()
    async with at(home) as visitor:
        await visitor.press("i")
        await visitor.until("I bring: half a thou")
        await visitor.type("ght")
        await visitor.press("enter", "enter")
        await visitor.until("half a thought")
        await visitor.press("i")
        await visitor.until("I bring:")
        assert "I bring: half" not in visitor.text()
        await visitor.type("more")
        await visitor.press("enter")
        await visitor.until("me more")
        await visitor.press("escape", "i")
        await visitor.settled()
        assert "I bring: more" not in visitor.text(), "what was answered is not half-typed any more"


async def test_the_agenda_shows_the_goal_and_the_step(home: Home) -> None:
    home.put("cycles", Cycle("c1", "c1", home.lead, "learning", goal="Talk is shared", starts_on=TUESDAY,
                             ends_on=TUESDAY + timedelta(days=27)))  # fmt: skip
    home.put("steps", Step("s1", reference("s", "s1"), home.lead, state="agreed", words="Wait three seconds"))
    async with at(home) as visitor:
        await visitor.until("Goal day 1 of 28 · Talk is shared")
        await visitor.until("Step Wait three seconds")
        await visitor.until("Step: Wait three seconds. Tried? What was seen?")
        await visitor.until("Cycle day 1 of 28: Talk is shared")
        await visitor.press("enter")
        await visitor.until("discussed")
    assert home.items() == [("Step: Wait three seconds. Tried? What was seen?", "discussed", False)]


async def test_one_of_another_day_is_asked_about(home: Home) -> None:
    home.clock.advance(24 * 3_600_000)
    async with at(home) as visitor:
        await answer(visitor, "f6", "Hold it now:", "")
        await visitor.until("It has not begun.")
        await answer(visitor, "f6", "Hold it now:", "yes")
        await visitor.until("goes on,")
    (one,) = read(home.places, home.clock, lambda notebook: notebook.one_on_ones.of(home.lead))
    assert (one.slot, one.day) == (date(2026, 3, 17), date(2026, 3, 11))


async def test_moved_left_out_and_one_more(home: Home) -> None:
    async with at(home) as visitor:
        await answer(visitor, "w", "Tue Mar 10 9:15 moves to:", "thu 10:30")
        await visitor.until("The 1:1 is Thu Mar 12 10:30.")
        await answer(visitor, "n", "is not held because:", "state testing")
        await visitor.until("Left out.")
        await visitor.until("Tue Mar 17 9:15")
        await visitor.until("not held: state testing")
        await answer(visitor, "o", "One more on:", "last week")
        await visitor.until("That day is past.")
        await visitor.press("ctrl+u")
        await visitor.type("Mar 13 at 1:30")
        await visitor.press("enter")
        await visitor.until("The 1:1 is Fri Mar 13 13:30.")


async def test_an_earlier_one_is_read_and_stays_as_it_was(home: Home) -> None:
    async with at(home) as visitor:
        await answer(visitor, "i", "I bring:", "the bus duty")
        await visitor.press("enter", "enter")
        await visitor.until("discussed")
        await answer(visitor, "f8", "Decided (", "none")
        await visitor.until("Earlier 1:1s")
        await visitor.press("end", "enter")
        await visitor.until("· held · m")
        await visitor.until("No decision.")
        await visitor.press("home", "k")
        await visitor.until("This 1:1 is over, so it stays as it is.")
        await visitor.press("escape")
        await visitor.until("Tue Mar 17 9:15")


async def test_a_plan_of_ones_own_and_one_that_can_not_be_used(home: Home) -> None:
    home.places.one_on_one.write_text('[[segment]]\ntitle = "Just talk"\nminutes = 20\n', "utf-8")
    async with at(home) as visitor:
        await visitor.until("Just talk 20 min")
    home.places.one_on_one.write_text('[[segment]]\ntitle = "Just talk"\n', "utf-8")
    async with at(home) as visitor:
        await visitor.until("can't be used: the minutes of segment 1")
        await visitor.until("How are you 3 min")


async def test_everyone_with_the_next_one(home: Home, tmp_path: Path) -> None:
    read(home.places, home.clock, lambda notebook: notebook.people.add_lead("Daniel Reyes"))
    async with at(home, ONE_ON_ONES) as visitor:
        await visitor.until("Maria Okafor today 9:15")
        await visitor.until("None planned")
        await visitor.press("enter")
        await visitor.until("1:1 Maria Okafor")
        await visitor.press("escape")
        await visitor.until("Daniel Reyes")
    empty = Places(make_home(tmp_path, "empty").home)
    async with visit(empty, FakeClock(), TODAY) as visitor:
        visitor.app.go_to(GoTo(ONE_ON_ONES))
        await visitor.until("There are no leads yet")


async def test_release_time(home: Home) -> None:
    async with at(home, BLOCKS, SMALL) as visitor:
        await answer(visitor, "i", "Day, time, minutes, what for:", "observe")
        await visitor.until("There is no day, or nothing planned")
        await visitor.press("ctrl+u")
        await visitor.type("mar 9 P3 45 observe Priya")
        await visitor.press("enter")
        await visitor.until("What came of these?")
        await answer(visitor, "l", "Lost because:", "15 covered a class")
        await visitor.until("lost: covered a class")
        await visitor.until("three weeks: 33 % kept")
        await visitor.until("Talk with Maria")
        await answer(visitor, "l", "Lost because:", "")
        await visitor.press("enter")
        await visitor.until("Open again.")
        await visitor.press("enter")
        await visitor.until("three weeks: 100 % kept")
        await answer(visitor, "a", "Used for:", "")
        await visitor.press("r")
        await visitor.until("Planned: Mon Mar 16 P3.")
        await visitor.press("x")
        await visitor.until("Taken out.")
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: release time taken out.")


async def test_deadlines(home: Home) -> None:
    async with at(home, DEADLINES, SMALL) as visitor:
        await visitor.until("No deadlines yet")
        await answer(visitor, "i", "What is due, and when:", "SLO baseline")
        await visitor.until("There is no day in that.")
        await visitor.type(" mar 30")
        await visitor.press("enter")
        await visitor.until("For which role (nothing: all):")
        await visitor.type("team")
        await visitor.press("tab", "enter")
        await visitor.until("On Today how many days before: 10")
        await visitor.press("enter")
        await visitor.until("SLO baseline · Team Lead")
        await visitor.until("in 20 days")
        await visitor.press("enter")
        await visitor.until("done Tue Mar 10")
        await visitor.press("ctrl+z")
        await visitor.until("Taken back: deadline done.")
    (found,) = read(home.places, home.clock, lambda notebook: notebook.deadlines.within(TUESDAY, 21, "Team Lead"))
    assert (found.label, found.role, found.remind_days) == ("SLO baseline", "Team Lead", 10)
