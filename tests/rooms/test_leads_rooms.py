"""The rooms of leads and teams: added, described, retired, brought back; a lead's page; my notes behind a key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.closing import Closing
from coachtui.model.people import Slot
from coachtui.store.notebook import Notebook
from coachtui.tui.commands import TODAY
from coachtui.tui.rooms.room import GoTo, Room
from coachtui.tui.widgets.sheet import Sheet
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.rooms import HOSTILE_NAMES, Visitor, read, visit


@asynccontextmanager
async def entered(
    desk: Desk, room: str, ref: str | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Visitor]:
    """The program, in this room."""
    async with visit(desk.places, desk.clock, TODAY, size=size) as here:
        await here.until(lambda: bool(here.app.workplace.frameworks))
        here.app.screen.post_message(GoTo(room, ref))
        await here.until(lambda: room == room_of(here))
        await here.settled()
        yield here


def room_of(here: Visitor) -> str:
    """The name of the room one is in."""
    assert isinstance(here.app.screen, Room)
    return here.app.screen.NAME


async def answer(here: Visitor, prompt: str, text: str | None = None) -> None:
    """Answer a question once it stands; None takes what stands there."""
    await here.until(f"{prompt}: ")
    if text is not None:
        await here.press("ctrl+u")
        await here.type(text)
    await here.press("enter")
    await here.settled()


def now(desk: Desk, verb: Any) -> Any:
    return read(desk.places, desk.clock, verb)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new home."""
    return Desk(tmp_path)


def school(desk: Desk) -> str:
    """A lead with a team who was seen last week; the id of the lead."""
    dana = desk.do(lambda notebook: notebook.leads.add("Dana Ruiz", "Senior Team Lead"))
    desk.do(lambda notebook: notebook.teams.add("Grade 7", dana.id, ("Ana Paz",)))
    desk.begin(team="Grade 7")
    desk.file("ana: eleven of them said so #TM3")
    desk.file("? were zebras meant")
    desk.file("! a walrus of a plan")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms))
    desk.do(lambda notebook: notebook.closings.keep("o1", Closing("waited long", "", "")))
    desk.clock.advance(9 * 86_400_000)
    return dana.id


async def test_an_empty_room_says_what_to_do_and_a_lead_is_added(desk: Desk) -> None:
    async with entered(desk, "leads", size=(60, 18)) as here:
        await here.until("Press a to add one")
        await here.press("a")
        await answer(here, "Name", "Dana Ruiz")
        await here.until("Role: Team Lead")
        await here.until("Enter Go on Tab Choose Esc Leave it")
        await here.press("tab")
        await here.until("Role: Team Specialist")
        await here.type("s")
        await here.until("Role: Team Specialists")
        await here.press("escape", "a")
        await answer(here, "Name", "Dana Ruiz")
        await here.until("Role: Team Lead")
        await here.type("Dean")
        await here.press("enter")
        await here.until("Enter Go on Ctrl+U Clear Esc Leave it F1")
        await answer(here, "Team they lead, if any", "Grade 7")
        await here.until("Dana Ruiz is added. In a meeting, dana: names who speaks.")
        assert "Dean \u00b7 Grade 7" in here.text() and "not seen yet" in here.text()
        await here.until("Enter Open a Add")
        await here.press("ctrl+z")
        await here.until("Taken back: team added.")
        await here.press("ctrl+z")
        await here.until("There are no leads here yet")
        await here.press("ctrl+z")
        await here.until("There is nothing more to take back.")
        await here.press("ctrl+y")
        await here.press("ctrl+y")
        await here.until("Dana Ruiz")
    assert [team.lead for team in now(desk, lambda notebook: notebook.people.teams())] == ["Dana Ruiz"]


async def test_a_second_of_one_name_is_asked_for_and_told_apart(desk: Desk) -> None:
    school(desk)
    async with entered(desk, "leads") as here:
        await here.press("a")
        await answer(here, "Name", "dana ruiz")
        await here.until("There is a lead called dana ruiz already (Senior Team Lead, typed as dana:).")
        await answer(here, "Add another of that name? yes or no")
        await here.until("Nothing was added.")
        await here.press("a")
        await answer(here, "Name", "Dana Ruiz")
        await answer(here, "Add another of that name? yes or no", "yes")
        await answer(here, "Role", "Coach")
        await answer(here, "Team they lead, if any", "")
        await here.until("typed danar:")
        assert "typed dana:" in here.text()


async def test_a_lead_is_described_anew(desk: Desk) -> None:
    lead_id = school(desk)
    async with entered(desk, "leads") as here:
        await here.press("e")
        await answer(here, "Name", "Dana Ruiz-Lee")
        await answer(here, "Role", "Coach")
        await answer(here, "Short name", "ana")
        await here.until("Someone else goes by 'ana' already.")
        await here.press("e")
        await answer(here, "Name", "Dana Ruiz-Lee")
        await answer(here, "Role", "Coach")
        await answer(here, "Short name", "dr")
        await here.until("Dana Ruiz-Lee, Coach, typed as dr:")
    found = now(desk, lambda notebook: notebook.leads.get(lead_id))
    assert (found.name, found.role, found.handle) == ("Dana Ruiz-Lee", "Coach", "dr")


async def test_who_retires_is_folded_away_and_brought_back(desk: Desk) -> None:
    lead_id = school(desk)
    async with entered(desk, "leads") as here:
        await here.press("x")
        await answer(here, "Retire Dana? yes or no", "no")
        await here.until("Nothing was changed.")
        await here.press("x")
        await answer(here, "Retire Dana? yes or no")
        await here.until("1 has retired: r shows them.")
        assert "Senior" not in here.text()
        await here.press("r")
        await here.until("since Thu Mar 19")
        await here.press("x")
        await here.until("Dana Ruiz is back.")
    assert not now(desk, lambda notebook: notebook.leads.get(lead_id)).is_retired


async def test_who_leaves_in_a_cycle_is_asked_what_becomes_of_it(desk: Desk) -> None:
    lead_id = school(desk)
    desk.do(lambda notebook: notebook.cycles.begin(lead_id))
    desk.do(lambda notebook: notebook.steps.draft(lead_id, "Waits three seconds"))
    async with entered(desk, "lead", lead_id) as here:
        await here.press("x")
        await here.until("With Dana Ruiz a cycle goes on (draft) and 1 step is open. What becomes of that?")
        await answer(here, "stop it, keep it as it is, or no")
        await answer(here, "Why it stops", "moved away")
        await here.until("retired on Thu Mar 19")
        stopped = await here.app.workplace.scribe.do(lambda notebook: notebook.cycles.of(lead_id)[0])
        assert (stopped.verdict, stopped.verdict_because) == ("stopped", "moved away")
        await here.press("ctrl+z")
        await here.until("Taken back: lead retired.")
        await here.press("ctrl+z")
        await here.until("Taken back: cycle stopped.")
    assert now(desk, lambda notebook: notebook.cycles.current(lead_id)) is not None
    assert len(now(desk, lambda notebook: notebook.steps.open_of(lead_id))) == 1


async def test_a_page_shows_evidence_and_my_notes_only_behind_their_key(desk: Desk) -> None:
    lead_id = school(desk)
    async with entered(desk, "lead", lead_id, size=(80, 50)) as here:
        await here.until("eleven of them said so")
        text = here.text()
        for wanted in ("Senior Team Lead \u00b7 leads Grade 7 \u00b7 typed as dana:", "No cycle goes on.", "9 days ago",
                       "No 1:1 is planned", "TM3 evidence", "Nothing noted TM1", "what Dana can see"):  # fmt: skip
            assert wanted in text, wanted
        for private in ("zebras", "walrus", "waited long"):
            assert private not in text
        await here.press("p")
        await here.until("My private notes on Dana Ruiz")
        assert 'coachtui purge "Dana Ruiz"' in " ".join(here.text().split())
        for private in ("zebras", "walrus", "waited long", "A records request may still reach it"):
            assert private in here.text()
        await here.press("f9")
        await here.until(lambda: "Dana" not in here.text())
        here.app.pop_screen()
        assert not any("zebras" in str(option.prompt) for option in here.app.screen.query_one(Sheet).options)
        await here.until("eleven of them said so")
        assert "zebras" not in here.text()
        assert room_of(here) == "lead"


async def test_from_a_page_into_a_meeting_of_that_team_and_back(desk: Desk) -> None:
    lead_id = school(desk)
    async with entered(desk, "lead", lead_id) as here:
        await here.press("o")
        await here.until("Grade 7 \u00b7 Dana Ruiz")
        await here.file("ana: here we are")
        await here.press("escape")
        await here.until("Waiting for you")
        here.app.screen.post_message(GoTo("lead", lead_id))
        await here.until("2 observations")
        await here.press("o")
        await here.until("Another observation is being written.")
    found = now(desk, lambda notebook: notebook.observations.latest(1)[0])
    assert (found.team, found.lead) == ("Grade 7", "Dana Ruiz")


async def test_a_row_of_the_page_opens_what_it_tells_of(desk: Desk) -> None:
    lead_id = school(desk)
    async with entered(desk, "lead", lead_id) as here:
        await here.press("down", "down", "enter")
        await here.until("eleven of them said so")
        assert room_of(here) == "reading"
        await here.press("escape")
        await here.until("Last seen")
        await here.press("c")
        await here.until(lambda: room_of(here) == "cycle")


async def test_a_team_gets_members_a_time_and_a_lead(desk: Desk) -> None:
    async with entered(desk, "teams") as here:
        await here.until("There are no teams here yet")
        await here.press("a")
        await answer(here, "Name of the team", "Grade 7")
        await answer(here, "Lead, if any", "Dana Ruiz")
        await here.until("Grade 7, led by Dana Ruiz, who is a new lead")
        await here.press("enter")
        await here.until("No members yet")
        await here.press("a")
        await answer(here, "Members", "Dana Paz, Bo Lee")
        await here.until("Added: Dana Paz (danap:), Bo Lee (bo:).")
        await here.press("s")
        await answer(here, "Usually meets", "soon")
        await here.until("'soon' is no time that can be read.")
        await answer(here, "Usually meets", "tue 10:40-11:25")
        await here.until("Tue 10:40, 45 min")
        await here.press("down", "x")
        await here.until("Dana Paz is taken out")
        await here.press("ctrl+z")
        await here.until("Taken back: member taken out.")
        await here.press("escape", "x")
        await answer(here, "Retire the team? yes or no")
        await here.until("1 has retired")
    (team,) = now(desk, lambda notebook: notebook.teams.retired())
    assert team.slots == (Slot(2, 640, 45),) and {each.handle for each in team.members} == {"danap", "bo"}


async def test_who_has_retired_is_not_offered_in_a_meeting(desk: Desk) -> None:
    lead_id = school(desk)

    def away(notebook: Notebook) -> None:
        notebook.leads.retire(lead_id, date(2026, 3, 19))
        notebook.teams.retire(notebook.teams.all()[0].id, date(2026, 3, 19))
        notebook.leads.add("Dora Lund")

    desk.do(away)
    async with visit(desk.places, desk.clock) as here:
        await here.press("f5")
        await here.until("Team: ")
        await here.type("g")
        await here.press("tab", "enter")
        await here.until("Lead: ")
        await here.type("d")
        await here.press("tab")
        await here.until("Lead: Dora Lund")
        await here.press("enter", "escape")


async def test_odd_names_are_words_in_every_room(desk: Desk) -> None:
    def odd(notebook: Notebook) -> str:
        for name in HOSTILE_NAMES:
            team = notebook.people.add_team(name, name, (name, f"{name} Second"))
            notebook.steps.draft(team.lead_id or "", name)
        return team.lead_id or ""

    lead_id = desk.do(odd)
    desk.begin(team=HOSTILE_NAMES[-1])
    desk.file(f"said {HOSTILE_NAMES[0]} #x[/")
    async with entered(desk, "leads") as here:
        for room, ref in (("teams", None), ("lead", lead_id)):
            here.app.screen.post_message(GoTo(room, ref))
            await here.until(lambda room=room: room == room_of(here))  # type: ignore[misc]
            await here.settled()
            assert all(each.isprintable() for row in here.rows() for each in row)


@pytest.mark.parametrize("size", [(60, 18), (120, 40)])
async def test_it_fits_small_and_large_screens(desk: Desk, size: tuple[int, int]) -> None:
    lead_id = school(desk)
    desk.do(lambda notebook: notebook.leads.describe(lead_id, name="Anna-Dorothea von Hohenzollern-Sigmaringen"))
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    async with entered(desk, "lead", lead_id, size) as here:
        for key in ("end", "home", "pagedown", "p"):
            await here.press(key)
            await here.settled()
            assert max(map(len, here.rows())) <= size[0]
        await here.press("escape")
        here.app.screen.post_message(GoTo("leads"))
        await here.until("Anna-Dorothea")
        assert max(map(len, here.rows())) <= size[0]
