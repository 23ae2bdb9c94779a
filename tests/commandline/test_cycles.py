"""Cycles and steps on the command line: the facts for scripts are a contract, the plain text is for people."""

from datetime import timedelta
from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.places import Places
from tests.support.homes import make_home, open_notebook
from tests.support.program import ask


class School:
    """A home with one lead's cycle and two steps, one of them overdue."""

    def __init__(self, folder: Path) -> None:
        self.home = make_home(folder).home
        self.today = Clock().today()
        with open_notebook(Places(self.home)) as notebook:
            lead = notebook.people.add_lead("Maria Okafor").id
            cycle = notebook.cycles.begin(lead)
            notebook.cycles.keep(cycle.id, "goal", "All speak\x1b[2J")
            notebook.cycles.keep(cycle.id, "starts_on", self.today)
            notebook.cycles.keep(cycle.id, "ends_on", self.today + timedelta(days=27))
            activity = notebook.cycles.plan_activity(cycle.id, "modelling", self.today, "the opening")
            notebook.cycles.do_activity(activity.id, self.today)
            notebook.cycles.reflect(cycle.id, "lead", "Leon spoke", self.today)
            late = notebook.steps.draft(lead, "Wait", cycle.id, by_when=self.today - timedelta(days=1))
            notebook.steps.mark(late.id, "practised", self.today)
            notebook.steps.draft(lead, "Ask")
            self.cycle, self.step = cycle.ref, late.ref


def test_the_facts_of_cycles(tmp_path: Path) -> None:
    school = School(tmp_path)
    today, last = school.today.isoformat(), (school.today + timedelta(days=27)).isoformat()
    (row,) = ask(school.home, "list", "cycles", "--json").json()
    assert row == {
        "ref": school.cycle, "lead": "Maria Okafor", "state": "draft", "verdict": None, "goal": "All speak\x1b[2J",
        "starts": today, "ends": last, "extended_to": None, "closed": None,
    }  # fmt: skip
    shown = ask(school.home, "show", school.cycle, "--json").json()
    assert list(shown) == [
        *row, "measure", "baseline", "moment", "target", "chosen_together", "extended_because", "activities", "steps",
        "lead_reflection", "lead_reflected", "my_reflection", "my_reflected", "evidence", "next_goal",
    ]  # fmt: skip
    assert shown["activities"] == [{"kind": "modelling", "planned": today, "done": today, "note": "the opening"}]
    assert shown["steps"] == [school.step]
    assert (shown["lead_reflection"], shown["lead_reflected"], shown["my_reflected"]) == (None, today, None)


def test_the_facts_of_steps(tmp_path: Path) -> None:
    school = School(tmp_path)
    late, other = ask(school.home, "list", "steps", "--json").json()
    assert late == {
        "ref": school.step, "lead": "Maria Okafor", "cycle": school.cycle, "state": "practised", "words": "Wait",
        "looks_like": "", "practice": "",
        "by_when": (school.today - timedelta(days=1)).isoformat(), "check_back": None, "agreed": None,
        "practised": school.today.isoformat(), "practised_times": 1, "tried": None, "seen": None, "closed": None,
    }  # fmt: skip
    assert other["cycle"] is None and ask(school.home, "show", school.step, "--json").json() == late


def test_plain_text_is_for_people_and_harmless(tmp_path: Path) -> None:
    school = School(tmp_path)
    listed = ask(school.home, "list", "cycles").said
    assert school.cycle in listed and "Maria Okafor" in listed and "\x1b" not in listed
    assert "overdue" in ask(school.home, "list", "steps").said
    shown = ask(school.home, "show", school.cycle[:4].upper()).said
    assert "Activity: modelling, the opening (done" in shown and "shown once both are in" in shown
    assert "Leon spoke" not in shown
    assert "Practised: " in ask(school.home, "show", school.step).said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("c", "There is no cycle 'c' in this notebook. 'coachtui list cycles'"),
        ("S234567", "There is no step 'S234567'"),
        ("m234", "There is no 1:1 'm234' in this notebook. 'coachtui list one-on-ones'"),
        ("e234", "There is no entry of a record 'e234'"),
        ("Carla", "There is no observation 'Carla'"),
    ],
)
def test_what_is_nobodys_is_said_to_be(tmp_path: Path, words: str, said: str) -> None:
    home = make_home(tmp_path).home
    refused = ask(home, "show", words)
    assert refused.code == 1 and said in refused.complaint
    assert "There are no cycles in this notebook yet." in ask(home, "list", "cycles").said


def test_what_may_mean_two_is_asked_for_more(tmp_path: Path) -> None:
    school = School(tmp_path)
    refused = ask(school.home, "show", "s")
    assert refused.code == 1 and "Type a little more of it." in refused.complaint
