"""A roster is laid beside what is known, taken in as one happening, and taken back as one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.listed import Listed, Unsound
from coachtui.store.errors import NotebookError
from coachtui.store.notebook import Notebook
from coachtui.store.roster_plan import Plan
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.state import faults_of, present_state


def at(row: int, name: str, team: str = "Math", *, leads: bool = False, lead: str | None = None, role: str | None = None,
       handle: str | None = None) -> Listed:  # fmt: skip
    return Listed(row, name, leads, role, (team,) if team else (), lead, handle)


def take(desk: Desk, *listed: Listed) -> Plan:
    return desk.do(lambda notebook: notebook.rosters.take_in(listed))


def seen(notebook: Notebook) -> list[tuple[str, str | None, list[str]]]:
    return [(team.name, team.lead, [member.name for member in team.members]) for team in notebook.teams.all()]


SCHOOL = (
    at(2, "Dana Ruiz", leads=True, role="Team Lead"), at(3, "Ana Paz", role="Teacher"),
    at(4, "Dana Osei", role="Teacher"), at(5, "Sam Ito", leads=True, role="Team Specialist"),
    at(6, "Bo", "Art", lead="Sam Ito"),
)  # fmt: skip


def test_it_is_one_happening_and_twice_adds_nothing(desk: Desk) -> None:
    plan = take(desk, *SCHOOL)
    assert (len(plan.leads), len(plan.teams), len(plan.members), plan.known) == (2, 2, 4, 0)
    assert desk.do(seen) == [("Art", "Sam Ito", ["Bo"]), ("Math", "Dana Ruiz", ["Ana Paz", "Dana Osei", "Sam Ito"])]
    handles = [member.handle for member in desk.do(lambda notebook: notebook.teams.called("Math"))[0].members]
    assert handles == ["ana", "danao", "sam"], "the lead has the handle dana"
    events = "SELECT count(*) FROM events"
    before = desk.do(lambda notebook: notebook.file.row(events))
    again = take(desk, *SCHOOL)
    assert again.is_nothing and again.known == 8
    assert desk.do(lambda notebook: notebook.file.row(events)) == before
    assert desk.do(faults_of) == []
    assert desk.do(lambda notebook: notebook.imports.take_back()) is not None
    assert desk.do(seen) == [] and desk.do(lambda notebook: notebook.leads.all()) == []
    with pytest.raises(NotebookError, match="no import to take back"):
        desk.do(lambda notebook: notebook.imports.take_back())


def test_who_stands_twice_in_a_team_with_two_handles_has_the_last_one_however_often_it_is_read(desk: Desk) -> None:
    twice = (at(2, "Dana Osei", "Art", handle="x"), at(3, "Dana Osei", "Art", handle="y"))
    take(desk, *twice)
    assert take(desk, *twice).is_nothing
    (team,) = desk.do(lambda notebook: notebook.teams.all())
    assert [member.handle for member in team.members] == ["y"]


def test_who_is_known_is_changed_and_changed_back(desk: Desk) -> None:
    dana = desk.do(lambda notebook: notebook.leads.add("Dana Ruiz", "Team Lead"))
    maria = desk.do(lambda notebook: notebook.leads.add("Maria Okafor"))
    desk.do(lambda notebook: notebook.teams.add("Math", maria.id, ("Ana Paz", "Kept")))
    plan = take(
        desk, at(2, "dana ruiz", leads=True, role="Coach", handle="dr"), at(3, "Ana Paz", lead="Dana Ruiz", handle="ap")
    )
    assert [was is not None for was, _ in [*plan.leads, *plan.teams, *plan.members]] == [True, True, True]
    assert desk.do(lambda notebook: notebook.leads.get(dana.id)) == dana._replace(role="Coach", handle="dr")
    assert desk.do(seen) == [("Math", "Dana Ruiz", ["Ana Paz", "Kept"])]
    desk.do(lambda notebook: notebook.imports.take_back())
    assert desk.do(lambda notebook: notebook.leads.get(dana.id)) == dana
    assert desk.do(seen) == [("Math", "Maria Okafor", ["Ana Paz", "Kept"])]


def test_two_of_one_name_are_told_apart_by_their_handles_only(desk: Desk) -> None:
    two = (at(2, "Dana Ruiz", "A", leads=True, role="Team Lead", handle="dr1"),
           at(3, "Dana Ruiz", "B", leads=True, role="Coach", handle="dr2"))  # fmt: skip
    with pytest.raises(Unsound, match="row 3: Dana Ruiz is Coach here and Team Lead in row 2"):
        take(desk, *(each._replace(handle=None) for each in two))
    plan = desk.do(lambda notebook: notebook.rosters.plan([each._replace(teams=()) for each in two]))
    assert len(plan.leads) == 2
    take(desk, *(each._replace(teams=()) for each in two))
    assert take(desk, *(each._replace(teams=()) for each in reversed(two))).is_nothing
    with pytest.raises(Unsound, match="row 9: there are 2 leads called Dana Ruiz"):
        take(desk, at(9, "Dana Ruiz", "", leads=True))


def test_who_retired_stays_retired(desk: Desk) -> None:
    take(desk, *SCHOOL)
    dana = desk.do(lambda notebook: notebook.people.add_lead("Dana Ruiz"))
    desk.do(lambda notebook: notebook.leads.retire(dana.id, date(2026, 3, 1)))
    plan = take(desk, *SCHOOL)
    assert plan.retired == ["Dana Ruiz"]
    assert [lead.name for lead in desk.do(lambda notebook: notebook.leads.all())] == ["Sam Ito"]


@pytest.mark.parametrize(
    ("listed", "complaint"),
    [
        ([at(2, "Ana", lead="Dana"), at(3, "Bo", lead="Sam")], "row 3: Math is led by Dana in row 2, here by Sam"),
        ([at(2, "Ana", handle="x"), at(3, "Bo", handle="X")], "row 3: somebody else in Math has the handle 'X'"),
        (
            [at(2, "Ana", "", leads=True, handle="x"), at(3, "Bo", "", leads=True, handle="x")],
            "would be Ana's and Bo's",
        ),
    ],
)
def test_what_does_not_fit_adds_nothing(desk: Desk, listed: list[Listed], complaint: str) -> None:
    with pytest.raises(Unsound) as unsound:
        take(desk, *listed)
    assert any(complaint in each for each in unsound.value.complaints)
    assert desk.do(lambda notebook: notebook.file.row("SELECT count(*) FROM events")) == (0,)


def test_it_is_not_taken_back_from_under_what_needs_it(desk: Desk) -> None:
    take(desk, *SCHOOL)
    desk.begin(team="Math")
    with pytest.raises(NotebookError, match="Something else in the notebook needs this"):
        desk.do(lambda notebook: notebook.imports.take_back())
    assert len(desk.do(seen)) == 2 and desk.do(faults_of) == []


NAMES = st.sampled_from(["Dana Ruiz", "dana ruiz", "Dana Osei", "Sam Ito", "Ana", "\u2014x"])
ROWS = st.lists(
    st.builds(at, st.just(2), NAMES, st.sampled_from(["", "Math", "Art"]), leads=st.booleans(),
              lead=st.none() | NAMES, role=st.sampled_from([None, "Team Lead", "Coach"]),
              handle=st.sampled_from([None, None, "x", "y"])),
    max_size=6,
)  # fmt: skip


def test_any_roster_twice_is_once_and_is_taken_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    @settings(max_examples=30, deadline=None)
    @given(ROWS, ROWS)
    def check(first: list[Listed], second: list[Listed]) -> None:
        places = make_home(tmp_path_factory.mktemp("home"))
        with open_notebook(places) as notebook:
            for rows in (first, second):
                before = {table: sorted(row[1:] for row in found) for table, found in state(notebook).items()}
                try:
                    plan = notebook.rosters.take_in(rows)
                except Unsound as unsound:
                    assert all(words for words in unsound.complaints)
                    continue
                assert notebook.rosters.take_in(rows).is_nothing
                for team in notebook.teams.all():
                    spoken = [each.handle for each in notebook.people.speakers_of(team.name) if each.handle]
                    assert len({each.casefold() for each in spoken}) == len(spoken)
                if not plan.is_nothing:
                    notebook.imports.take_back()
                    after = {table: sorted(row[1:] for row in found) for table, found in state(notebook).items()}
                    assert after == before
                    notebook.redo("roster")
            assert faults_of(notebook) == []

    check()


def state(notebook: Notebook) -> dict[str, list[tuple[str, ...]]]:
    found = present_state(notebook)
    return {table: [tuple(map(str, row)) for row in found[table]] for table in ("leads", "teams", "members")}
