"""What --json prints, field by field, is a contract with scripts."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Provenance, Visibility
from coachtui.model.people import Slot
from coachtui.places import Places
from tests.support.drafting import DRAFT, drafted, shared, talk
from tests.support.homes import Desk, open_notebook
from tests.support.program import run
from tests.support.sharing import a_school
from tests.support.terminal import Terminal, coachtui

HEADING = ["ref", "team", "lead", "started", "ended", "state"]
LINE = ["at_ms", "provenance", "kind", "speaker", "text", "codes", "starred", "visibility"]


def facts(home: Path, *words: str) -> Any:
    """The facts that a command prints for scripts."""
    answer = run(home, *words, "--json")
    assert (answer.code, answer.complaint) == (0, "")
    return answer.json()


def has_offset(text: str) -> bool:
    """Whether this is a moment in ISO 8601 with its offset from UTC."""
    return datetime.fromisoformat(text).utcoffset() is not None and "T" in text


def test_list_observations(home: Path) -> None:
    (row,) = facts(home, "list", "observations")
    assert list(row) == [*HEADING, "lines"]
    assert row == {
        "ref": "ownyj35",
        "team": "Grade 5",
        "lead": "Ana Ruiz",
        "started": "2026-03-10T04:30:00.000-04:00",
        "ended": "2026-03-10T05:10:00.000-04:00",
        "state": "ended",
        "lines": 9,
    }


def test_list_leads_and_teams(home: Path) -> None:
    with open_notebook(Places(home)) as notebook:
        notebook.people.add_slot("Grade 5", Slot(2, 485, 45))
    assert facts(home, "list", "leads") == [
        {"name": "Ana Ruiz", "role": "Team Lead", "handle": "ana", "teams": ["Grade 5"], "retired": None}
    ]
    assert facts(home, "list", "teams") == [
        {
            "name": "Grade 5",
            "lead": "Ana Ruiz",
            "members": [{"name": "Maria Lopez", "handle": "maria"}, {"name": "Tom", "handle": "tom"}],
            "slots": [{"weekday": 2, "starts": "08:05", "minutes": 45}],
            "retired": None,
        }
    ]


@pytest.mark.parametrize("kind", ["cycles", "feedback", "conversations", "steps"])
def test_a_kind_of_which_there_is_none_is_an_empty_list(home: Path, kind: str) -> None:
    assert facts(home, "list", kind) == []


def test_list_and_show_feedback(tmp_path: Path) -> None:
    school = a_school(tmp_path)
    feedback = drafted(school)
    shared(school, feedback)
    step = talk(school, feedback).step
    school.do(lambda notebook: notebook.feedback.reply(feedback.id, "I will try it."))
    school.do(lambda notebook: notebook.drafts.keep(Draft(f"feedback:{feedback.id}", "newer", 5, None)))
    (found,) = facts(school.places.home, "list", "feedback")
    assert list(found) == [
        "ref", "lead", "team", "observation", "state", "shape", "begun", "shared", "talked_on", "followed_on", "hours",
        "within_hours", "step",
    ]  # fmt: skip
    assert (found["state"], found["lead"], found["within_hours"]) == ("talked through", "Dana Ruiz", 48)
    assert found["step"] == school.do(lambda notebook: notebook.steps.get(step or "").ref)
    shown = facts(school.places.home, "show", feedback.ref)
    assert shown == {**found, **{key: shown[key] for key in ("text", "draft", "citations", "replies")}}
    assert (shown["text"], shown["draft"]) == (DRAFT, "newer")
    assert shown["citations"] == [{"mark": "8:30", "state": "as it was", "at_ms": 0, "text": '"Where do we see that?"'}]
    assert [list(each) for each in shown["replies"]] == [["words", "at", "way"]]
    school.do(lambda notebook: notebook.lines.hide(notebook.lines.of("o1")[1].id))
    (cited,) = facts(school.places.home, "show", feedback.ref)["citations"]
    assert cited == {"mark": "8:30", "state": "in confidence", "at_ms": None, "text": None}


def test_show_a_lead(home: Path) -> None:
    with open_notebook(Places(home)) as notebook:
        ana = notebook.leads.called("Ana Ruiz")[0]
        cycle = notebook.cycles.begin(ana.id)
        step = notebook.steps.draft(ana.id, "Waits three seconds")
    shown = facts(home, "show", "Ana Ruiz")
    assert list(shown) == [
        "name", "role", "handle", "teams", "retired", "cycle", "steps", "observations", "observation_count",
        "one_on_ones", "codes", "support", "record",
    ]  # fmt: skip
    assert shown["cycle"] == {"ref": cycle.ref, "state": "draft", "goal": "", "day": None, "starts": None, "ends": None}
    assert shown["steps"] == [{"ref": step.ref, "state": "draft", "words": "Waits three seconds", "by_when": None}]
    assert shown["observations"] == ["ownyj35"] and shown["observation_count"] == 1
    assert shown["one_on_ones"] == {"last": None, "next": None} and shown["record"] == {"entries": 0, "shares": 0}
    assert all(list(each) == ["code", "lines", "observations", "oldest", "newest"] for each in shown["codes"])


def test_show(home: Path) -> None:
    shown = facts(home, "show", "ownyj35")
    assert list(shown) == [*HEADING, "lines", "draft"]
    assert shown["draft"] == "half of a li"
    assert all(list(line) == LINE for line in shown["lines"])
    assert shown["lines"][1] == {
        "at_ms": 60_000,
        "provenance": "live",
        "kind": "evidence",
        "speaker": "Maria",
        "text": '"we look at item 4"',
        "codes": ["TM3", "norms"],
        "starred": False,
        "visibility": "shareable",
    }
    assert shown["lines"][6]["at_ms"] is None
    assert {line["kind"] for line in shown["lines"]} == {kind.value for kind in Kind}
    assert {line["provenance"] for line in shown["lines"]} == {each.value for each in Provenance}
    assert {line["visibility"] for line in shown["lines"]} <= {each.value for each in Visibility}


def test_what_is_not_known_is_null(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin()
    shown = facts(desk.places.home, "show", "last")
    assert (shown["team"], shown["lead"], shown["ended"], shown["draft"]) == (None, None, None, None)
    assert shown["state"] == "interrupted" and shown["lines"] == []
    assert has_offset(shown["started"])


def test_search(home: Path) -> None:
    (hit,) = facts(home, "search", "ITEM", "4")
    assert hit == {"ref": "ownyj35", "kind": "evidence", "at_ms": 60_000, "text": '"we look at item 4"'}
    assert facts(home, "search", "nowhere") == []
    assert len(facts(home, "search", "item", "--limit", "1")) == 1


def test_doctor(home: Path) -> None:
    assert run(home, "backup").code == 0
    found = facts(home, "doctor")
    assert list(found) == ["ok", "checks"] and found["ok"] is True
    for check in found["checks"]:
        assert list(check) == ["name", "ok", "detail", "remedy"]
        assert isinstance(check["name"], str) and isinstance(check["detail"], str) and check["ok"] is True
        assert check["remedy"] is None or isinstance(check["remedy"], str)


def test_doctor_of_a_notebook_that_is_not_well(home: Path) -> None:
    with open_notebook(Places(home)) as notebook:
        notebook.file.connection.execute("UPDATE lines SET text = 'changed behind our back' WHERE place = 2")
    answer = run(home, "doctor", "--json")
    assert answer.code == 1 and answer.complaint == ""
    found = answer.json()
    assert found["ok"] is False
    bad = [check for check in found["checks"] if not check["ok"]]
    assert bad and all(check["remedy"] for check in bad)


def test_where(home: Path) -> None:
    found = facts(home, "where")
    assert list(found) == [
        "home", "notebook", "settings", "themes", "frameworks", "feedback_shapes", "scenarios", "structures", "record",
        "backups", "log", "locked",
    ]  # fmt: skip
    assert found["home"] == str(home) and found["notebook"] == str(home / "notebook.db")


def test_keys(home: Path) -> None:
    found = facts(home, "keys")
    assert len(found) > 10
    for command in found:
        assert list(command) == ["id", "key", "name", "meaning", "room"]
        assert all(isinstance(value, str) for value in command.values())
    assert len({command["id"] for command in found}) == len(found)


def test_an_offset_is_the_one_of_that_day_and_place(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin(zone="Europe/Berlin")
    (row,) = facts(desk.places.home, "list", "observations")
    assert datetime.fromisoformat(row["started"]).utcoffset() == timedelta(hours=1)


def test_facts_go_to_a_terminal_without_control_bytes(home: Path) -> None:
    with Terminal(coachtui(home, "show", "last", "--json")) as terminal:
        assert terminal.wait_exit() == 0
        assert b'"draft": "half of a li"' in terminal.raw and b"\x1b" not in terminal.raw
