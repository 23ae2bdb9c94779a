"""What the palette finds: by how words begin, names first, whatever the accents; and what it leaves out."""

from datetime import date
from pathlib import Path

from coachtui.model.found_words import folded
from coachtui.model.landmark import Landmark, fitting, parts_asked
from coachtui.store.by_name import ByName
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home, open_notebook
from tests.support.rooms import visit


def test_words_are_found_by_their_beginnings() -> None:
    plan = Landmark(
        "conversation", "conversations", "1", "2", "María Okafor", ("T.A.", "Takes over"), date(2026, 3, 10)
    )
    words = plan.words("Tue Mar 10")
    for asked in ("maria", "MAR oka", "conv mar", "takes", "mar 10", ""):
        assert fitting(parts_asked(asked), words), asked
    for asked in ("aria", "maria x", "kafor"):
        assert not fitting(parts_asked(asked), words), asked
    assert folded("María") == "maria"


def test_everything_with_a_name_is_read_bounded(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    with open_notebook(places, clock) as notebook:
        found = notebook.by_name.all()
        nouns = {each.noun for each in found}
        assert nouns == {"lead", "team", "observation", "cycle", "feedback", "conversation"}
        assert {each.noun for each in found if each.is_private} == {"feedback", "conversation"}
        assert len(notebook.by_name.all(1)) == len(nouns)
        plan = " ".join(each.words() for each in found if each.noun == "conversation")
        for told in (
            row.words for each in notebook.conversations.all() for row in notebook.conversations.rows_of(each.id)
        ):
            assert folded(told) not in plan
        assert isinstance(notebook.by_name, ByName)


async def test_over_a_meeting_no_plan_and_no_feedback_is_named(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    async with visit(places, clock, "today") as here:
        await here.press("ctrl+p")
        await here.type("conversation maria")
        await here.until("conversation ·")
        await here.press("escape", "o")
        await here.until("This observation stopped")
        await here.press("ctrl+p")
        await here.type("maria")
        await here.until("Maria Okafor")
        assert "conversation ·" not in here.text() and "feedback ·" not in here.text()
        await here.press("ctrl+u")
        await here.pilot.press(*"grade 6 literacy", "enter")
        await here.until(lambda: "Search for commands" not in here.text())
