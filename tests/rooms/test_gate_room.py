"""The gate as a room: names settled by a key, private words stopped, the bytes seen, and what a fresh notebook reads."""

from pathlib import Path

import pytest

from coachtui.places import Places
from coachtui.settings import Settings
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import GATE, READING, TODAY
from coachtui.tui.rooms.room import GoTo
from tests.support.clocks import FakeClock
from tests.support.rooms import Visitor, read, visit
from tests.support.sharing import LEAD, a_school, the_file

LINES = (
    "= Norms 5",
    'dana: "Where do we see that?" #TM3',
    "Tom reads it aloud, then Jaxon is named",
    "Six of nine have the variable, said again",
    "! six of nine have the variable and no idea why",
    "? Is it the drawing",
)


async def come_to_the_gate(here: Visitor) -> None:
    """From the observation to the gate."""
    here.app.post_message(GoTo(READING, "o1"))
    await here.until("have the variable, said again")
    await here.press("g")
    await here.until("Share with Dana Ruiz")


def shares(places: Places, clock: FakeClock) -> list[str]:
    """What is in the ledger."""

    def verb(notebook: Notebook) -> list[str]:
        lead = notebook.people.lead_called(LEAD)
        return [each.words for each in notebook.ledger.of(lead or "")]

    found: list[str] = read(places, clock, verb)
    return found


async def test_nothing_passes_before_all_is_settled_then_it_is_shared_and_delivered(tmp_path: Path) -> None:
    desk = a_school(tmp_path, *LINES)
    async with visit(desk.places, desk.clock, TODAY) as here:
        await come_to_the_gate(here)
        assert "2 names to settle" in here.rows()[0] and "Tom Adeyemi" in here.text()
        assert "no idea why" not in here.text() and "the drawing" not in here.text()
        await here.press("enter")
        await here.until("Some of it are words of a private line")
        await here.press("space")
        await here.until("Space takes it in")
        await here.press("enter")
        await here.until("2 names wait to be settled")
        await here.press("i")
        await here.until("becomes T. A.")
        await here.press("r")
        await here.until("Enter shares it")
        await here.press("end")
        await here.until("Left out: 2 mine, 0 in confidence.")
        await here.press("enter")
        await here.until("Shared with Dana Ruiz.")
        await here.until(lambda: list(desk.places.record.glob("*.md")) != [])
        await here.press("v")
        await here.until("What the lead can see")
        await here.until("T. A. reads it aloud, then someone is named")
        assert "coachtui record" in here.text()
        await here.press("escape", "enter")
        await here.until("These very words are shared already, as version 1.")
    (words,) = shares(desk.places, desk.clock)
    assert "T. A. reads it aloud, then someone is named" in words and "variable" not in words
    assert words in the_file(desk.places).read_text("utf-8")


async def test_what_was_decided_waits_until_one_comes_again(tmp_path: Path) -> None:
    desk = a_school(tmp_path, *LINES)
    async with visit(desk.places, desk.clock, TODAY) as here:
        await come_to_the_gate(here)
        await here.press("i")
        await here.until("becomes T. A.")
        await here.settled()
    async with visit(desk.places, desk.clock, TODAY) as here:
        await come_to_the_gate(here)
        await here.until("becomes T. A.")
        assert "1 name to settle" in here.rows()[0]
    assert shares(desk.places, desk.clock) == []


async def test_other_words_for_this_sharing_only(tmp_path: Path) -> None:
    desk = a_school(tmp_path, "Four of nine name the variable")
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.post_message(GoTo(GATE, "observation:o1"))
        await here.until("Enter shares it")
        await here.press("down", "e")
        await here.until("Words: Four of nine")
        await here.type(", twice")
        await here.press("enter")
        await here.until("name the variable, twice")
        await here.press("enter")
        await here.until("Shared with")
        here.app.post_message(GoTo(GATE, "observation:o1"))
        await here.until("Changed since you shared version 1")
    assert "name the variable, twice" in shares(desk.places, desk.clock)[0]
    assert desk.texts() == ["Four of nine name the variable"]


async def test_without_a_lead_it_is_said_what_to_do(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    desk.begin("o2")
    desk.file("some line", observation="o2")
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.post_message(GoTo(READING, "o2"))
        await here.until("some line")
        await here.press("g")
        await here.until("F5 says whose meeting it was")
        here.app.post_message(GoTo(GATE, "observation:o2"))
        await here.until("Name the lead first")
        await here.press("enter", "space", "e", "k", "K", "v", "escape")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_it_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = a_school(tmp_path, *LINES)
    async with visit(desk.places, desk.clock, TODAY, size=size) as here:
        await come_to_the_gate(here)
        assert here.rows()[-1].strip().startswith("Enter Share") and "k keep" in here.text()


async def test_a_folder_that_is_away_is_told_once_and_what_waits_goes_later(tmp_path: Path) -> None:
    desk = a_school(tmp_path, "Four of nine name the variable")
    drive = tmp_path / "drive"
    async with visit(desk.places, desk.clock, TODAY) as here:
        here.app.workplace.settings = Settings(record_folder=str(drive))
        here.app.post_message(GoTo(GATE, "observation:o1"))
        await here.until("Enter shares it")
        await here.press("enter")
        await here.until("is not there now")
        drive.mkdir()
        here.app.let_courier_go()
        await here.until(lambda: list(drive.glob("*.md")) != [])


async def test_a_step_an_intention_and_a_one_on_one_pass_the_same_gate(tmp_path: Path) -> None:
    """Private items and reflections that are not both in never come to it."""
    desk = a_school(tmp_path)

    def work(notebook: Notebook) -> tuple[str, str, str, str]:
        lead = notebook.leads.called(LEAD)[0].id
        cycle = notebook.cycles.begin(lead)
        notebook.cycles.keep(cycle.id, "goal", "Everyone speaks with substance")
        notebook.cycles.reflect(cycle.id, "my", "mine alone until the other is in too", on=desk.clock.today())
        step = notebook.steps.draft(lead, "Asks where we see that", cycle.id)
        planned = notebook.one_on_ones.plan(lead, desk.clock.today())
        begun = notebook.one_on_ones.begin(planned, desk.clock.today())
        for words, private in (("Who has not spoken yet", False), ("how tired she looks these days", True)):
            item = notebook.items.add(lead, words, private=private)
            notebook.items.settle(item, "discussed", begun.id)
        notebook.one_on_ones.decide(begun, "Dana", "reads first", None)
        notebook.one_on_ones.end(begun)
        return lead, cycle.id, step.id, begun.id

    lead, cycle, step, held = desk.do(work)
    async with visit(desk.places, desk.clock, TODAY) as here:
        for room, ref, words in (
            ("cycle", lead, "Everyone speaks with substance"),
            ("step", step, "Asks where we see that"),
            ("one-on-one", held, "Who has not spoken yet"),
        ):
            here.app.post_message(GoTo(room, ref))
            await here.until(words)
            await here.press("g")
            await here.until("Enter shares it")
            await here.press("enter")
            await here.until("Shared with Dana Ruiz.")
    shared = "\n".join(shares(desk.places, desk.clock))
    assert "Everyone speaks with substance" in shared and "Asks where we see that" in shared
    assert "Who has not spoken yet" in shared and "Dana: reads first" in shared
    assert "tired" not in shared and "mine alone" not in shared
    assert cycle in {entry.cycle for entry in desk.do(lambda notebook: notebook.record.of(lead))}
