"""A cycle's room, a step's, and the calendar's: every row is written, every key does what it says, and nothing is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from coachtui.model.cycle import Cycle
from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store.cycles import Cycles
from coachtui.store.errors import NotebookFull
from coachtui.tui.commands import TODAY
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import FakeClock
from tests.support.homes import make_home, open_notebook
from tests.support.rooms import HOSTILE_NAMES, Fault, Visitor, read, visit

TUESDAY = date(2026, 3, 10)
"""The day of the fake clock."""


class Home:
    """A home with one lead in it."""

    def __init__(self, folder: Path, name: str = "Maria Okafor") -> None:
        self.places: Places = make_home(folder)
        self.clock = FakeClock()
        with open_notebook(self.places, self.clock) as notebook:
            self.lead = notebook.people.add_lead(name).id

    def cycle(self) -> Cycle:
        """The newest cycle, as a fresh notebook reads it."""
        found: Cycle = read(self.places, self.clock, lambda notebook: notebook.cycles.of(self.lead)[-1])
        return found

    @asynccontextmanager
    async def room(self, room: str, ref: str | None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Visitor]:
        """Someone in a room of the program on this home."""
        async with visit(self.places, self.clock, TODAY, size=size) as here:
            here.app.post_message(GoTo(room, ref))
            await here.until(lambda: here.rows()[0].lower().startswith(f" {room}"))
            await here.settled()
            yield here


async def answer(here: Visitor, *words: str) -> None:
    """Answer the questions that stand, one after the other; a question that offers something is emptied first."""
    for each in words:
        await here.press("ctrl+u")
        await (here.type(each) if len(each) < 20 else here.paste(each))
        await here.press("enter")
        await here.settled()


async def write(here: Visitor, label: str, words: str) -> None:
    """Go to the row with this label, and write it."""
    for _ in range(40):
        if any(row.startswith(f"› {label}") for row in here.rows()):
            break
        await here.press("down")
    else:
        raise AssertionError("\n".join([f"no row {label}", *here.rows()]))
    await here.press("enter")
    await here.settled()
    await answer(here, words)


def begun(home: Home) -> Cycle:
    """A cycle that is in practice, with an activity and a step."""
    with open_notebook(home.places, home.clock) as notebook:
        cycle = notebook.cycles.begin(home.lead)
        news: dict[str, str | date] = {"goal": "4 of 5 speak", "starts_on": TUESDAY, "ends_on": date(2026, 4, 6)}
        for field, value in news.items():
            notebook.cycles.keep(cycle.id, field, value)
        notebook.cycles.plan_activity(cycle.id, "modelling")
        notebook.steps.draft(home.lead, "Wait five seconds", cycle.id, by_when=date(2026, 3, 13))
        for state in ("intention set", "learning", "in practice"):
            notebook.cycles.go_on(cycle.id, state)
        found: Cycle = notebook.cycles.get(cycle.id)
        return found


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_an_empty_room_says_what_to_do_and_n_begins(tmp_path: Path, size: tuple[int, int]) -> None:
    home = Home(tmp_path)
    async with home.room("cycle", home.lead, size) as here:
        assert "No cycle goes on. n begins one" in here.text()
        await here.press("n")
        await here.until("draft. Fill in the rows below")
        assert "There is no goal yet" not in here.text() and any(row.startswith("› Goal") for row in here.rows())
        assert "Maria Okafor draft" in here.text() and "no days yet" in here.text()
        assert max(map(len, here.rows())) <= size[0]
        await here.press("ctrl+z")
        await here.until("Taken back: cycle begun.")
        await here.until("No cycle goes on")


async def test_an_intention_is_written_row_by_row(tmp_path: Path) -> None:
    home = Home(tmp_path)
    async with home.room("cycle", home.lead) as here:
        await here.press("n")
        await here.until("draft. Fill in the rows below")
        for words in (
            "All five speak about the work", "count of turns", "2 of 5", 'Ana asked, "who has them?"', "4 of 5", "yesterday",
            "3/10", "Apr 6",
        ):  # fmt: skip
            await here.press("enter")
            await here.settled()
            await (here.type(words) if len(words) < 20 else here.paste(words))  # over what is offered, row after row
            await here.press("enter")
            await here.settled()
        assert "day 1 of 28, 3 weeks and 6 days left, 19 school days" in here.text()
        await here.press("n")
        await here.until("Now: intention set.")
    cycle = home.cycle()
    assert cycle.state == "intention set" and cycle.agreed_on == date(2026, 3, 9) and cycle.moment.endswith('them?"')


async def test_days_that_can_not_be_are_asked_again_with_what_was_typed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    cycle = begun(home)
    async with home.room("cycle", cycle.ref) as here:
        await write(here, "To", "fri week 3")
        assert "To: 'fri week 3' is not a day that can be read." in here.text() and " To: fri week 3" in here.rows()
        await answer(here, "Mar 9")
        assert "To would be before From" in here.text() and " To: Mar 9" in here.rows()
        for typed, days in (("today", "1 day;"), ("Jun 7", "90 days;")):
            await answer(here, typed)
            assert f"From and To make a cycle of {days}" in here.text() and f" To: {typed}" in here.rows()
        await here.press("enter")
        await here.until("of 90")
        assert "Enter keeps it" not in here.text()
    assert home.cycle().ends_on == date(2026, 6, 7)


async def test_what_is_worth_a_thought_is_said_first_and_the_second_press_goes_on(tmp_path: Path) -> None:
    home = Home(tmp_path)
    cycle = begun(home)
    async with home.room("cycle", home.lead) as here:
        await here.press("n")
        await here.until("No observation of yours in this cycle. What was learned shows in a meeting, or it does not.")
        assert "n again goes on to 'reflecting' all the same." in here.text()
        await here.press("down", "n")
        await here.until("Now: reflecting.")
        await here.press("ctrl+z")
        await here.until("Taken back: reflection begun.")
    assert home.cycle() == cycle


async def test_activities_are_planned_done_and_taken_out(tmp_path: Path) -> None:
    home = Home(tmp_path)
    cycle = begun(home)
    async with home.room("cycle", home.lead) as here:
        await here.press("a")
        await answer(here, "juggling")
        assert "type the beginning of one, or press Tab: book or article study" in here.text()
        await answer(here, "peer", "next fri")
        await here.until("› on Fri Mar 20")
        await here.press("enter")
        await here.settled()
        await here.press("enter")
        await answer(here, "Grade 6, [SEND]")
        await here.until("peer visit: Grade 6, [SEND]")
        await here.press("d")
        await here.until("› done Mar 10")
        await here.press("delete")
        await here.until("Taken out. Ctrl+Z puts it back.")
        await here.press("up", "up", "up", "up", "up", "d")
        await here.until("Put the cursor on an activity first.")
    found = read(home.places, home.clock, lambda notebook: notebook.cycles.activities(cycle.id))
    assert [each.kind for each in found] == ["modelling"]


@pytest.mark.parametrize(("width", "apart"), [(60, True), (80, True), (120, False)])
async def test_reflections_are_hidden_until_both_are_in(tmp_path: Path, width: int, apart: bool) -> None:
    home = Home(tmp_path)
    cycle = begun(home)
    long = "We waited, and Tom spoke first. " * 6
    async with home.room("cycle", home.lead, (width, 60)) as here:
        await here.press("l")
        await answer(here, long)
        await here.until("in since Tue Mar 10; shown once both are in")
        assert "Tom spoke" not in here.text()
        await here.press("l")
        await here.until("in already, add")
        assert "Tom spoke" not in here.text()
        await answer(here, "And it was quiet.")
        await here.press("m")
        await answer(here, "I spoke too much.")
        await here.until("I spoke too much.")
        both = any("The lead's" in row and "Mine" in row for row in here.rows())
        assert both != apart and "Tom spoke first" in here.text()
    found = read(home.places, home.clock, lambda notebook: notebook.cycles.get(cycle.id))
    assert found.lead_reflection == f"{long.strip()}\nAnd it was quiet."


async def test_it_is_extended_once_closed_and_followed_by_the_next(tmp_path: Path) -> None:
    home = Home(tmp_path)
    begun(home)
    async with home.room("cycle", home.lead) as here:
        await here.press("x")
        await answer(here, "Apr 1")
        assert "Extended to would be no later than To." in here.text()
        await answer(here, "Apr 10", "")
        assert "an extension needs a reason" in here.text()
        await answer(here, "two snow days")
        await here.until("Extended.")
        await here.press("x")
        await here.until("It was extended already.")
        await here.press("v")
        await here.until("The lead's reflection is not in.")
        await answer(here, "well")
        assert "type met, partly, not yet or stopped" in here.text()
        await answer(here, "p", "9:14, 9:20 and 9:31", "Half of them ask")
        await here.until("Closed: partly. n begins the next cycle.")
        await here.press("s")
        await here.until("No cycle goes on here.")
        await here.press("n")
        await here.until("Half of them ask")
    cycles = read(home.places, home.clock, lambda notebook: notebook.cycles.of(home.lead))
    steps = read(home.places, home.clock, lambda notebook: notebook.steps.open_of(home.lead))
    assert [each.state for each in cycles] == ["closed", "draft"] and cycles[1].follows == cycles[0].id
    assert cycles[0].verdict_because == "9:14, 9:20 and 9:31" and cycles[0].extended_because == "two snow days"
    assert [each.cycle for each in steps] == [cycles[1].id]


async def test_a_step_from_a_starter_to_mastered_and_another_in_its_place(tmp_path: Path) -> None:
    home = Home(tmp_path)
    begun(home)
    async with home.room("cycle", home.lead) as here:
        await here.press("s")
        await here.until(lambda: "Step:" in here.rows()[-2])
        await here.type("par")
        await here.press("tab", "enter", "enter")
        await here.until("Drafted.")
        await here.until("› draft")
        await here.press("enter")
        await here.until("the first words after a question are the other's own")
        assert "More than one" not in here.text() and "Tue Mar 17" in here.text()
        for key, said in (
            ("a", "Agreed."),
            ("p", "Practised."),
            ("p", "Practised 2x."),
            ("t", "Tried."),
            ("w", "Seen."),
        ):
            await here.press(key)
            await here.until(f" {said} ")
        await here.press("a")
        await here.until("This step is seen already.")
        await here.press("m")
        await here.until("Mastered.")
        await here.press("ctrl+z", "r")
        await here.until("Another step:")
        await answer(here, "Ask who has not spoken")
        await here.until("This one is in its place now, as a draft.")
        await write(here, "Check back", "+2w")
        await here.press("escape")
        await here.until("Intention")
        await here.press("home")
        await here.until("More than one step is open for this goal.")
    steps = read(home.places, home.clock, lambda notebook: notebook.steps.of(home.lead))
    assert [each.state for each in steps] == ["draft", "replaced", "draft"] and steps[1].practised_times == 2
    assert steps[1].replaced_by == steps[2].id and steps[2].check_back == date(2026, 3, 24)


async def test_a_full_disk_loses_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path)
    begun(home)
    monkeypatch.setattr(Cycles, "keep", Fault(Cycles.keep, NotebookFull("The disk is full."), 1))
    async with home.room("cycle", home.lead) as here:
        await write(here, "Goal", "A long goal that took a while")
        await here.until("The disk is full.")
        await here.press("enter")
        await here.until("Goal: A long goal that took a while")
        await here.press("enter")
        await here.until(lambda: "Goal: A" not in here.text())
        await here.settled()
        assert (
            await here.app.workplace.scribe.do(lambda notebook: notebook.drafts.get(f"ask:goal:{home_id(here)}"))
            is None
        )
    assert home.cycle().goal == "A long goal that took a while"


def home_id(here: Visitor) -> str:
    """The id of the cycle that is shown."""
    return str(here.app.screen.page.cycle.id)  # type: ignore[attr-defined]


async def test_keys_typed_ahead_stand_behind_what_was_half_typed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    cycle = begun(home)
    half = Draft(f"ask:goal:{cycle.id}", "Half a go", 9, None)
    read(home.places, home.clock, lambda notebook: notebook.drafts.keep(half))
    async with home.room("cycle", home.lead) as here:
        await here.press("down", "enter", "a", "l")
        await here.until("Goal: Half a goal")
        await here.press("escape", "enter")
        await here.until("Goal: Half a goal")
        await here.press("enter")
        await here.settled()
    assert home.cycle().goal == "Half a goal"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_words_are_words(tmp_path: Path, name: str) -> None:
    home = Home(tmp_path, name)
    with open_notebook(home.places, home.clock) as notebook:
        cycle = notebook.cycles.begin(home.lead)
        notebook.cycles.keep(cycle.id, "goal", name)
        notebook.calendar.add(name, TUESDAY, TUESDAY)
        notebook.steps.draft(home.lead, name, cycle.id)
    async with home.room("cycle", home.lead, (60, 40)) as here:
        assert "x[/bold]" in here.text() or "[bold]" not in name
        assert "\x1b" not in here.text() and "\u202e" not in here.text()


async def test_the_calendar_notes_days_off_and_takes_them_out(tmp_path: Path) -> None:
    home = Home(tmp_path)
    async with home.room("calendar", None) as here:
        assert "No days off are noted yet" in here.text()
        await here.press("a")
        await answer(here, "Spring break", "mar 23", "mar 20")
        assert "Last day off: it would be before the first." in here.text()
        await answer(here, "mar 27")
        await here.until("Mar 23 to Mar 27 Spring break")
        await here.press("d")
        await here.until("No days off are noted yet")
        await here.press("ctrl+z")
        await here.until("Spring break")
    (off,) = read(home.places, home.clock, lambda notebook: notebook.calendar.days_off())
    assert (off.from_day, off.to_day) == (date(2026, 3, 23), date(2026, 3, 27))
