"""Leads and teams are added, described, retired and brought back; each verb is undone, and a fresh notebook agrees."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from coachtui.model.people import Lead, Slot, Team, handle_for
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.leads import NameKnown
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, make_home, open_notebook
from tests.support.state import faults_of, present_state

DAY = date(2026, 3, 10)


def lead(desk: Desk, name: str = "Dana Ruiz", role: str = "Team Lead", *, another: bool = False) -> Lead:
    return desk.do(lambda notebook: notebook.leads.add(name, role, another=another))


def team(desk: Desk, name: str = "Math", lead_id: str | None = None, members: tuple[str, ...] = ()) -> Team:
    return desk.do(lambda notebook: notebook.teams.add(name, lead_id, members))


def test_a_second_lead_of_one_name_is_added_only_when_told_so(desk: Desk) -> None:
    first = lead(desk, "Dana Ruiz", "Senior Team Lead")
    with pytest.raises(NameKnown) as refusal:
        lead(desk, "dana ruiz")
    assert refusal.value.known == [first]
    second = lead(desk, "Dana Ruiz", another=True)
    assert {first.handle, second.handle} == {"dana", "danar"}
    assert desk.do(lambda notebook: notebook.people.add_lead("Dana Ruiz")) == first
    third = lead(desk, "Dana Ruiz", another=True)
    assert third.handle == "danaruiz" and lead(desk, "Dana Ruiz", another=True).handle == "dana2"


def test_whose_meeting_it_is_stays_with_the_second_of_one_name(desk: Desk) -> None:
    lead(desk)
    second = lead(desk, another=True)
    team(desk, "Science", second.id)
    desk.begin(team="Science", lead="Dana Ruiz")
    of_it = "SELECT lead FROM observations"
    assert desk.do(lambda notebook: notebook.file.row(of_it)) == (second.id,)
    desk.do(lambda notebook: notebook.observations.describe("o1", team="Science", lead="Dana Ruiz"))
    assert desk.do(lambda notebook: notebook.file.row(of_it)) == (second.id,)


def test_a_lead_is_described_and_it_is_taken_back(desk: Desk) -> None:
    was = lead(desk)
    now = desk.do(lambda notebook: notebook.leads.describe(was.id, name=" Dana Ruiz-Lee ", role="Coach", handle="dr"))
    assert now == Lead(was.id, "Dana Ruiz-Lee", "Coach", "dr")
    assert desk.do(lambda notebook: notebook.leads.describe(was.id, role="")).role == "Team Lead"
    for _ in range(2):
        desk.do(lambda notebook: notebook.undo(was.id))
    assert desk.do(lambda notebook: notebook.leads.get(was.id)) == was
    desk.do(lambda notebook: notebook.redo(was.id))
    assert desk.do(lambda notebook: notebook.leads.get(was.id)) == now
    assert desk.do(faults_of) == []


@pytest.mark.parametrize("handle", ["ana", "TOM", "sam", "two words", "9lives", "=x", "a" * 31])
def test_a_handle_that_is_taken_or_can_not_be_typed_is_refused(desk: Desk, handle: str) -> None:
    dana = lead(desk)
    lead(desk, "Sam Ito")
    team(desk, "Math", dana.id, ("Ana Paz", "Tom"))
    with pytest.raises(NotebookError, match="Nothing was changed"):
        desk.do(lambda notebook: notebook.leads.describe(dana.id, handle=handle))
    assert desk.do(lambda notebook: notebook.leads.get(dana.id)) == dana


def test_nobody_is_called_nothing(desk: Desk) -> None:
    found, group = lead(desk), team(desk)
    for verb in (
        lambda notebook: notebook.leads.add("  "),
        lambda notebook: notebook.leads.describe(found.id, name=""),
        lambda notebook: notebook.teams.add(" "),
        lambda notebook: notebook.teams.rename(group.id, ""),
        lambda notebook: notebook.teams.add_members(group.id, [" "]),
    ):
        with pytest.raises(NotebookError, match="needs a letter"):
            desk.do(verb)


def test_who_retires_leaves_the_lists_and_keeps_what_was_written(desk: Desk) -> None:
    dana = lead(desk)
    math = team(desk, "Math", dana.id, ("Ana",))
    desk.begin(team="Math")
    gone = desk.do(lambda notebook: notebook.leads.retire(dana.id, DAY))
    assert gone.retired_on == DAY and gone.is_retired
    assert desk.do(lambda notebook: notebook.leads.retire(dana.id, date(2027, 1, 1))) == gone
    assert desk.do(lambda notebook: notebook.people.leads()) == []
    assert desk.do(lambda notebook: notebook.leads.retired()) == [gone]
    (found,) = desk.do(lambda notebook: notebook.people.teams())
    assert (found.id, found.lead, found.lead_id) == (math.id, None, None)
    assert [each.name for each in desk.do(lambda notebook: notebook.people.speakers_of("Math"))] == ["Ana"]
    assert desk.do(lambda notebook: notebook.observations.get("o1")).lead == "Dana Ruiz"
    assert desk.do(lambda notebook: notebook.people.add_lead("Dana Ruiz")) == gone, (
        "the name means the one that is known"
    )
    desk.do(lambda notebook: notebook.leads.bring_back(dana.id))
    assert desk.do(lambda notebook: notebook.people.teams())[0].lead == "Dana Ruiz"
    assert desk.do(faults_of) == []


def test_who_comes_back_takes_no_handle_from_anyone(desk: Desk) -> None:
    dana = lead(desk)
    desk.do(lambda notebook: notebook.leads.retire(dana.id, DAY))
    assert lead(desk, "Dana Osei").handle == "dana"
    assert desk.do(lambda notebook: notebook.leads.bring_back(dana.id)).handle == "danar"


def test_a_team_that_retires_meets_no_more(desk: Desk) -> None:
    math = team(desk)
    slot = Slot(2, 510, 45)
    desk.do(lambda notebook: notebook.teams.add_slot(math.id, slot))
    utc_ms = desk.clock.now().utc_ms
    assert desk.do(lambda notebook: notebook.people.team_meeting_at(utc_ms, "UTC")) == "Math"
    desk.do(lambda notebook: notebook.teams.retire(math.id, DAY))
    assert desk.do(lambda notebook: notebook.people.team_meeting_at(utc_ms, "UTC")) is None
    assert desk.do(lambda notebook: notebook.people.teams()) == []
    assert [each.retired_on for each in desk.do(lambda notebook: notebook.teams.retired())] == [DAY]
    other = team(desk, "math")
    desk.do(lambda notebook: notebook.teams.add_members(other.id, ["Bo"]))
    assert [each.name for each in desk.do(lambda notebook: notebook.people.speakers_of("Math"))] == ["Bo"]
    with pytest.raises(NotebookError, match="already"):
        desk.do(lambda notebook: notebook.teams.bring_back(math.id))


def test_a_team_is_given_members_times_and_a_lead(desk: Desk) -> None:
    dana, math = lead(desk), team(desk)
    desk.do(lambda notebook: notebook.teams.give_lead(math.id, dana.id))
    (ana,) = desk.do(lambda notebook: notebook.teams.add_members(math.id, ["Dana Lee"]))
    assert ana.handle == "danal", "the lead has the handle dana"
    with pytest.raises(NotebookError, match="in this team already"):
        desk.do(lambda notebook: notebook.teams.add_members(math.id, ["dana lee"]))
    with pytest.raises(NotebookError, match="goes by"):
        desk.do(lambda notebook: notebook.teams.describe_member(ana.id, "Dana Lee", "dana"))
    desk.do(lambda notebook: notebook.teams.describe_member(ana.id, "Dana Lee-Ho", "lee"))
    for slot in (Slot(4, 500, 45), Slot(2, 640, 30), Slot(2, 640, 30)):
        desk.do(lambda notebook, slot=slot: notebook.teams.add_slot(math.id, slot))  # type: ignore[misc]
    found = desk.do(lambda notebook: notebook.teams.get(math.id))
    assert (found.lead, found.lead_id) == ("Dana Ruiz", dana.id)
    assert [(each.handle, each.name) for each in found.members] == [("lee", "Dana Lee-Ho")]
    assert found.slots == (Slot(2, 640, 30), Slot(4, 500, 45))
    desk.do(lambda notebook: notebook.teams.take_out_slot(math.id, Slot(2, 640, 30)))
    desk.do(lambda notebook: notebook.teams.take_out_member(ana.id))
    desk.do(lambda notebook: notebook.teams.give_lead(math.id, None))
    found = desk.do(lambda notebook: notebook.teams.get(math.id))
    assert (found.lead, found.members, found.slots) == (None, (), (Slot(4, 500, 45),))
    while desk.do(lambda notebook: notebook.undo(math.id)):
        pass
    assert desk.do(lambda notebook: notebook.teams.all()) == []


def test_what_others_need_is_not_taken_back(desk: Desk) -> None:
    dana = lead(desk)
    team(desk, "Math", dana.id)
    with pytest.raises(NotebookError, match="Something else in the notebook needs this"):
        desk.do(lambda notebook: notebook.undo(dana.id))
    assert desk.do(lambda notebook: notebook.leads.all()) == [dana] and desk.do(faults_of) == []


def test_what_is_not_there_is_told(desk: Desk) -> None:
    for verb in (
        lambda notebook: notebook.leads.retire("nobody", DAY),
        lambda notebook: notebook.leads.describe("nobody", name="x"),
        lambda notebook: notebook.teams.rename("none", "x"),
        lambda notebook: notebook.teams.add_slot("none", Slot(1, 1, 1)),
        lambda notebook: notebook.teams.take_out_member("none"),
    ):
        with pytest.raises(NotFound, match="Nothing was changed"):
            desk.do(verb)


NAMES = st.sampled_from(["Dana Ruiz", "Dana Osei", "Sam Ito", "\u05e9\u05dc\u05d5\u05dd", "[/b]", "dana ruiz", "'; --"])
PICK = st.integers(0, 5)


class AnyChanges(RuleBasedStateMachine):
    """Any verbs on leads and teams: no two who may be typed share a handle, and all of it goes back and forth."""

    notebook: Notebook

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.subjects: dict[str, None] = {}

    @initialize()
    def begin(self) -> None:
        self.notebook = open_notebook(make_home(self.folder, f"home-{len(list(self.folder.iterdir()))}"))

    def teardown(self) -> None:
        if hasattr(self, "notebook"):
            try:
                self.goes_back_and_forth()
                assert faults_of(self.notebook) == []
            finally:
                self.notebook.close()

    def attempt(self, verb: Any) -> None:
        """Do a verb; one that is refused changed nothing."""
        before = present_state(self.notebook)
        try:
            found = verb()
        except NotebookError as fault:
            assert "Nothing was" in str(fault)
            assert present_state(self.notebook) == before
        else:
            if isinstance(found, Lead | Team):
                self.subjects[found.id] = None

    def some_lead(self, pick: int) -> str:
        known = [*self.notebook.leads.all(), *self.notebook.leads.retired()]
        return known[pick % len(known)].id if known else "none"

    def some_team(self, pick: int) -> str:
        known = [*self.notebook.teams.all(), *self.notebook.teams.retired()]
        return known[pick % len(known)].id if known else "none"

    @rule(name=NAMES, another=st.booleans())
    def add_lead(self, name: str, another: bool) -> None:
        self.attempt(lambda: self.notebook.leads.add(name, another=another))

    @rule(pick=PICK, name=NAMES, handle=st.sampled_from([None, "dana", "sam", "x"]))
    def describe_lead(self, pick: int, name: str, handle: str | None) -> None:
        self.attempt(lambda: self.notebook.leads.describe(self.some_lead(pick), name=name, handle=handle))

    @rule(pick=PICK, back=st.booleans())
    def retire_lead(self, pick: int, back: bool) -> None:
        leads = self.notebook.leads
        self.attempt(
            lambda: leads.bring_back(self.some_lead(pick)) if back else leads.retire(self.some_lead(pick), DAY)
        )

    @rule(name=NAMES, pick=PICK, led=st.booleans(), members=st.lists(NAMES, max_size=3))
    def add_team(self, name: str, pick: int, led: bool, members: list[str]) -> None:
        lead_id = self.some_lead(pick) if led else None
        self.attempt(lambda: self.notebook.teams.add(name, None if lead_id == "none" else lead_id, tuple(members)))

    @rule(pick=PICK, name=NAMES, choice=st.integers(0, 6))
    def change_team(self, pick: int, name: str, choice: int) -> None:
        teams, team_id = self.notebook.teams, self.some_team(pick)
        verbs = (
            lambda: teams.rename(team_id, name),
            lambda: teams.retire(team_id, DAY),
            lambda: teams.bring_back(team_id),
            lambda: teams.add_members(team_id, [name]),
            lambda: teams.add_slot(team_id, Slot(1 + pick % 5, 60 * pick, 45)),
            lambda: teams.take_out_slot(team_id, Slot(1 + pick % 5, 60 * pick, 45)),
            lambda: teams.take_out_member(teams.get(team_id).members[0].id if teams.get(team_id).members else "none"),
        )
        self.attempt(verbs[choice])

    @rule(pick=PICK, forth=st.booleans())
    def turn(self, pick: int, forth: bool) -> None:
        if self.subjects:
            subject = list(self.subjects)[pick % len(self.subjects)]
            self.attempt(lambda: (self.notebook.redo if forth else self.notebook.undo)(subject))

    @invariant()
    def lists_hold_only_who_is_there(self) -> None:
        if hasattr(self, "notebook"):
            leads, teams = self.notebook.leads, self.notebook.teams
            assert not any(each.is_retired for each in leads.all()) and all(each.is_retired for each in leads.retired())
            assert not any(each.is_retired for each in teams.all()) and all(each.is_retired for each in teams.retired())

    def goes_back_and_forth(self) -> None:
        """Teams are taken back before the leads they need; done again the other way round, all is as it was."""
        end = content(self.notebook)
        teams = {each.id for each in [*self.notebook.teams.all(), *self.notebook.teams.retired()]}
        subjects = sorted(self.subjects, key=lambda subject: subject not in teams)
        counts = {}
        for subject in subjects:
            counts[subject] = 0
            while self.notebook.undo(subject):
                counts[subject] += 1
        assert self.notebook.leads.all() == [] and self.notebook.teams.all() == []
        for subject in reversed(subjects):
            for _ in range(counts[subject]):
                self.notebook.redo(subject)
        assert content(self.notebook) == end


def content(notebook: Notebook) -> dict[str, list[Any]]:
    state = present_state(notebook)
    return {table: sorted((row[1:] for row in rows), key=repr) for table, rows in state.items() if table != "undoable"}


def test_any_changes_go_back_and_forth(tmp_path: Path) -> None:
    class Here(AnyChanges):
        """Any changes, in homes of this folder."""

        def __init__(self) -> None:
            super().__init__(tmp_path)

    few = settings(max_examples=40, stateful_step_count=15, deadline=None,
                   suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])  # fmt: skip
    run_state_machine_as_test(Here, settings=few)


def test_the_first_name_is_the_handle() -> None:
    assert handle_for("\u00c9lodie Martin") == "elodie" and handle_for("") == ""
