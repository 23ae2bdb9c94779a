"""The sample school: three teams with their leads and usual times, two meetings that are over and one that goes on."""

from pathlib import Path

import pytest

from coachtui.commandline.sample_school import fill
from coachtui.library import load_frameworks
from coachtui.model.cycle import ACTIVITY_KINDS
from coachtui.model.cycle_checks import Facts, advice_before
from coachtui.model.moment import Moment
from coachtui.model.step_checks import check_step
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import make_home, open_notebook
from tests.support.state import faults_of

DAY = 86_400_000


@pytest.mark.parametrize("days", range(7))
def test_it_is_a_school_on_every_day_of_the_week(tmp_path: Path, days: int) -> None:
    now = Moment(A_MORNING.utc_ms + days * DAY, 900_000_000, "boot-1")
    places, clock = make_home(tmp_path), FakeClock(now, zone="Europe/Madrid")
    fill(places, clock)
    with open_notebook(places, clock) as notebook:
        teams = notebook.people.teams()
        assert [(team.name, team.lead) for team in teams] == [
            ("Grade 4 Math", "Maria Okafor"), ("Grade 6 Literacy", "Daniel Reyes"), ("Science 7-8", "Hannah Lindqvist"),
        ]  # fmt: skip
        assert all(len(team.members) >= 3 for team in teams) and len(notebook.people.leads()) == 3
        wholes = [notebook.whole(each) for each in notebook.observations.all()]
        assert len([whole for whole in wholes if whole.observation.state == "ended"]) == 2
        for whole in wholes:
            found = whole.observation
            assert notebook.people.team_meeting_at(found.anchor.utc_ms, found.zone) == found.team
        assert faults_of(notebook) == []


def test_each_lead_has_a_cycle_that_goes_on_and_one_that_is_closed(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    today = clock.today()
    with open_notebook(places, clock) as notebook:
        for lead in notebook.people.leads():
            closed, current = notebook.cycles.of(lead.id)
            assert closed.verdict and closed.both_reflected and current.follows == closed.id and current.is_open
            assert closed.last_day is not None and current.starts_on is not None and closed.last_day < current.starts_on
            assert closed.closed_on == closed.last_day and current.starts_on <= today
            for cycle in (closed, current):
                its_days = (cycle.agreed_on, cycle.starts_on, cycle.ends_on, cycle.closed_on)
                assert all(day.weekday() < 5 for day in its_days if day is not None), cycle.goal
                facts = Facts(today, notebook.cycles.activities(cycle.id), days_off=notebook.calendar.days_off())
                assert advice_before("intention set", cycle, facts) == [], cycle.goal
                assert {each.kind for each in facts.activities} <= set(ACTIVITY_KINDS)
            assert not current.both_reflected
        steps = [each for lead in notebook.people.leads() for each in notebook.steps.of(lead.id)]
        assert {each.state for each in steps} == {"practised", "tried", "seen", "mastered"}
        assert sum(each.is_overdue(today) for each in steps) == 1 and all(each.looks_like for each in steps)
        for step in steps:
            days = [each for each in (step.agreed_on, step.practised_on, step.tried_on, step.seen_on) if each]
            assert all(day.weekday() < 5 for day in (*days, step.by_when) if day is not None)
            assert days == sorted(days) and days[-1] <= today
            assert [each.why for each in check_step(step._replace(state="draft", by_when=None), None, today)] == [
                "What is soon is tried; what is later is put off."
            ]


def test_the_meeting_that_goes_on_has_an_agenda_codes_stars_and_half_a_line(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    with open_notebook(places, clock) as notebook:
        found = notebook.observations.unfinished()
        assert found is not None and found.team == "Grade 6 Literacy"
        whole = notebook.whole(found)
    minutes = (A_MORNING.utc_ms - found.anchor.utc_ms) // 60_000
    assert 5 <= minutes <= 40 and all(line.at_ms is not None and line.at_ms < minutes * 60_000 for line in whole.lines)
    assert [item.title for item in whole.agenda][:2] == [line.text for line in whole.lines if line.kind == "segment"]
    assert sum(line.starred for line in whole.lines) >= 3 and whole.draft is not None
    assert {line.speaker for line in whole.lines if line.speaker} <= {
        "Daniel Reyes", "Ana Castillo", "Ben Whitfield", "Grace Moyo", "Leon Hart",
    }  # fmt: skip


def test_every_code_is_one_of_the_core_framework_and_what_is_over_has_closing_words(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    fill(places, clock)
    core = load_frameworks(places)[0]["core-team-meeting"]
    with open_notebook(places, clock) as notebook:
        for found in notebook.observations.all():
            whole = notebook.whole(found)
            codes = [code for line in whole.lines for code in line.codes]
            assert len(codes) >= 4 and all(core.called(code) for code in codes)
            assert whole.observation.framework == core.id and whole.agenda
            assert (whole.closing is not None and all(whole.closing)) == (found.state == "ended")
            assert {line.provenance for line in whole.lines} <= {"live", "added"}
