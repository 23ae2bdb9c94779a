"""1:1s and deadlines on the command line: lists, one 1:1, and what of it stays covered."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.commandline.sample_days import school_day
from coachtui.model.one_on_one import Wish
from coachtui.places import Places
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home, open_notebook
from tests.support.program import ask
from tests.support.state import faults_of

TUESDAY = date(2026, 3, 10)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with one 1:1 held in March 2026, which is past for every clock that runs these tests."""
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        lead = notebook.people.add_lead("Maria Okafor", "Senior Team Lead").id
        shelf = notebook.one_on_ones
        shelf.set_series(lead, Wish(1, 2, 555, 30), TUESDAY)
        coming = shelf.next_of(lead, TUESDAY)
        assert coming is not None
        one = shelf.begin(coming, TUESDAY)
        (theirs,) = shelf.take_in(lead, [("block-1", "Leon")])
        notebook.items.settle(theirs, "discussed", one.id)
        notebook.items.add(lead, "how she is", private=True)
        shelf.decide(one, "Maria", "asks for a block", date(2026, 3, 13))
        shelf.end(one)
        shelf.end_series(lead, TUESDAY)
        notebook.deadlines.mark_done(notebook.deadlines.add("SLO", TUESDAY, "Team Lead", 5).id, TUESDAY)
    return places


def test_the_lists(places: Places) -> None:
    (row,) = ask(places.home, "list", "one-on-ones", "--json").json()
    ref = row.pop("ref")
    assert row == {
        "lead": "Maria Okafor", "day": "2026-03-10", "time": "9:15", "minutes": 30, "state": "held", "decisions": 1,
    }  # fmt: skip
    assert ask(places.home, "list", "one-on-ones").said.split() == [
        ref, "Tue", "Mar", "10", "9:15", "held", "1", "decision", "Maria", "Okafor",
    ]  # fmt: skip
    assert ask(places.home, "list", "deadlines", "--json").json() == [
        {"label": "SLO", "day": "2026-03-10", "role": "Team Lead", "remind_days": 5, "done": "2026-03-10"}
    ]
    assert "done Tue Mar 10" in ask(places.home, "list", "deadlines").said


def test_one_is_shown_without_what_is_private(places: Places) -> None:
    ref = ask(places.home, "list", "one-on-ones", "--json").json()[0]["ref"]
    facts = ask(places.home, "show", ref, "--json").json()
    assert facts["items"] == [
        {"author": "lead", "words": "Leon", "state": "discussed", "carried_from": None, "private": False}
    ]
    assert facts["private_items"] == 1 and facts["no_decision"] is False and facts["skipped_because"] is None
    assert facts["decisions"] == [{"who": "Maria", "what": "asks for a block", "by_when": "2026-03-13"}]
    assert "how she is" not in ask(places.home, "show", ref).said
    assert "- how she is (private)" in ask(places.home, "show", ref, "--private").said
    assert len(ask(places.home, "show", ref, "--private", "--json").json()["items"]) == 2
    assert ask(places.home, "show", ref[:4].upper(), "--json").json() == facts
    assert "There is no 1:1 'mxxxxxx'" in ask(places.home, "show", "mxxxxxx").complaint


def test_an_empty_notebook_says_where_they_come_from(tmp_path: Path) -> None:
    home = make_home(tmp_path).home
    assert "All 1:1s" in ask(home, "list", "one-on-ones").said
    assert "Deadlines" in ask(home, "list", "deadlines").said


@pytest.mark.parametrize("days", [0, 3, 4, 5])
def test_the_sample_school_fills_on_every_day_of_the_week(tmp_path: Path, days: int) -> None:
    places = make_home(tmp_path)
    clock = FakeClock()
    clock.advance(days * 86_400_000)
    fill(places, clock)
    with open_notebook(places, clock) as notebook:
        assert faults_of(notebook) == []
        coming = notebook.one_on_ones.all_next(clock.today())
        assert len(coming) == 3 and all(one.day.isoweekday() <= 5 for one in coming)
        assert len([one for one in notebook.one_on_ones.all() if one.state == "held"]) == 4
        assert coming[0].day == school_day(clock.today(), 0)
        planned = [
            day for each in notebook.cycles.all() for day in (each.agreed_on, each.starts_on, each.ends_on) if day
        ]
        planned += [day for each in notebook.steps.all() for day in (each.by_when, each.agreed_on, each.seen_on) if day]
        assert planned and all(day.weekday() < 5 for day in planned)
        lead = notebook.people.lead_called("Maria Okafor")
        assert lead is not None
        assert notebook.blocks.kept(lead, date(2026, 2, 1), clock.today()).percent is not None
        assert len(notebook.items.parked(lead)) == 1
