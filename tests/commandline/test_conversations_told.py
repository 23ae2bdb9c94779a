"""Conversations on the command line: the list, one plan, and what of it stays covered."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.places import Places
from tests.support.homes import make_home, open_notebook
from tests.support.program import ask

TUESDAY = date(2026, 3, 10)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home with one plan, held in March 2026."""
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        lead = notebook.people.add_lead("Maria Okafor", "Senior Team Lead").id
        plans = notebook.conversations
        plan = plans.plan(lead, scenario="takes-over", with_whom="T2")
        plans.add_row(plan.id, "facts", "nine of fourteen were his", "lead", is_private=False, day=TUESDAY)
        plans.add_row(plan.id, "my_part", "I let it pass", "principal", is_private=True)
        plans.rehearse(plan.id, 185, "too fast", "Maria speaks")
        plans.mark(plan.id, "held", TUESDAY)
        plans.commit(plan.id, "Ask Sofia first", date(2026, 3, 13))
        asked = notebook.supports.ask(lead, "It is about a friend", 2, TUESDAY)
        notebook.supports.agree(asked.id, 1, "both", date(2026, 4, 1))
        notebook.supports.plan_for(asked.id, plan.id)
    return places


def test_the_list(places: Places) -> None:
    (row,) = ask(places.home, "list", "conversations", "--json").json()
    ref = row.pop("ref")
    assert row == {
        "lead": "Maria Okafor", "held_by": "lead", "with_whom": "T2", "scenario": "takes-over", "state": "held", "day": None,
        "time": None, "held": "2026-03-10", "follow_up": None, "followed_up": None,
    }  # fmt: skip
    said = ask(places.home, "list", "conversations").said
    assert " ".join(said.split()) == f"{ref} Maria Okafor held Tue Mar 10 the lead holds it with T2"


def test_one_is_shown_without_what_is_private(places: Places) -> None:
    ref = ask(places.home, "list", "conversations", "--json").json()[0]["ref"]
    facts = ask(places.home, "show", ref, "--json").json()
    step = ask(places.home, "list", "steps", "--json").json()[0]["ref"]
    assert facts["rows"] == [
        {"part": "facts", "place": 1, "whose": "lead", "private": False, "words": "nine of fourteen were his",
         "day": "2026-03-10", "step": None},
        {"part": "commitments", "place": 1, "whose": "lead", "private": False, "words": "Ask Sofia first",
         "day": "2026-03-13", "step": step},
    ]  # fmt: skip
    assert facts["private_rows"] == 1 and facts["rehearsals"][0]["note"] is None
    assert facts["support"]["asked"] == 2 and facts["support"]["agreed"] == 1
    said = ask(places.home, "show", ref[:4]).said
    assert "Facts: Tue Mar 10: nine of fourteen were his" in said and "1 private row left out" in said
    assert f"Agreed to do: Ask Sofia first (by Fri Mar 13, step {step})" in said
    assert "Rehearsed, 3:05, Maria speaks\n" in said and "let it pass" not in said and "too fast" not in said
    page = ask(places.home, "show", "Maria Okafor").said
    assert "Support: plan it together, was to step down Wed Apr 1" in page and "friend" not in page


def test_what_is_private_is_shown_where_it_is_asked_for_and_marked(places: Places) -> None:
    ref = ask(places.home, "list", "conversations", "--json").json()[0]["ref"]
    said = ask(places.home, "show", ref, "--private").said
    assert "My part: I let it pass (private)" in said and "Maria speaks: too fast" in said and "left out" not in said
    rows = ask(places.home, "show", ref, "--private", "--json").json()["rows"]
    assert [row["words"] for row in rows if row["private"]] == ["I let it pass"]


def test_a_plan_that_is_not_there_is_told(places: Places) -> None:
    answer = ask(places.home, "show", "pzzzzzz")
    assert answer.code == 1 and "pzzzzzz" in answer.complaint
    with open_notebook(places) as notebook:
        notebook.conversations.plan(notebook.leads.all()[0].id)
    answer = ask(places.home, "show", "p")
    assert answer.code == 1 and "'p' may mean p" in answer.complaint
