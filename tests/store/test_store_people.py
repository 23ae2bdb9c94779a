"""Leads, teams and members are put on the shelf and read back by a fresh notebook."""

import pytest

from coachtui.model.people import Lead, Member, handle_for
from tests.support.homes import Desk
from tests.support.state import faults_of


def test_a_lead_is_there_by_name_and_once(desk: Desk) -> None:
    added = desk.do(lambda notebook: notebook.people.add_lead("Dana Ruiz", "Senior Team Lead"))
    again = desk.do(lambda notebook: notebook.people.add_lead("dana ruiz"))
    assert added == again == Lead(added.id, "Dana Ruiz", "Senior Team Lead", "dana")
    assert desk.do(lambda notebook: notebook.people.leads()) == [added]


def test_leads_and_teams_come_by_name(desk: Desk) -> None:
    for name in ("Zoe", "Amir", "Mei"):
        desk.do(lambda notebook: notebook.people.add_lead(name))
        desk.do(lambda notebook: notebook.people.add_team(f"Team {name}", name))
    assert [lead.name for lead in desk.do(lambda notebook: notebook.people.leads())] == ["Amir", "Mei", "Zoe"]
    teams = desk.do(lambda notebook: notebook.people.teams())
    assert [(team.name, team.lead) for team in teams] == [
        ("Team Amir", "Amir"), ("Team Mei", "Mei"), ("Team Zoe", "Zoe"),
    ]  # fmt: skip


def test_a_team_has_its_lead_and_its_members_in_the_order_given(desk: Desk) -> None:
    members = ("Tom\u00e1s Vega", "Ana-Lucia Paz", "J. O'Neil")
    added = desk.do(lambda notebook: notebook.people.add_team("Grade 7 Math", "Dana Ruiz", members))
    (team,) = desk.do(lambda notebook: notebook.people.teams())
    assert team == added
    assert team.lead == "Dana Ruiz"
    assert team.members == (
        Member("tomas", "Tom\u00e1s Vega"), Member("ana-lucia", "Ana-Lucia Paz"), Member("j.", "J. O'Neil"),
    )  # fmt: skip
    assert desk.do(faults_of) == []


def test_the_roster_names_members_and_lead_by_handle_and_first_name(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Tom\u00e1s Vega", "Tomas Lee")))
    names = desk.do(lambda notebook: notebook.people.roster_of("math"))
    assert names["tomas"] == names["tom\u00e1s"] == "Tom\u00e1s Vega"
    assert names["dana"] == "Dana Ruiz"
    assert desk.do(lambda notebook: notebook.people.roster_of(None)) == {}


@pytest.mark.parametrize("name", ["", "   ", "\u2014", "'; DROP TABLE leads; --", "\u05e9\u05dc\u05d5\u05dd"])
def test_an_odd_name_is_no_fault(desk: Desk, name: str) -> None:
    handle_for(name)
    team = desk.do(lambda notebook: notebook.people.add_team(name, name, (name,)))
    assert desk.do(lambda notebook: notebook.people.teams()) == [team]
    desk.do(lambda notebook: notebook.people.roster_of(name))
    assert desk.do(faults_of) == []
