"""What --json prints is a contract for scripts: every field, its type, and null for what is not known."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from coachtui.commandline.usage import KINDS, USAGES
from tests.support.homes import Desk
from tests.support.program import run
from tests.support.state import faults_of

Form = Callable[[Any], bool]


def iso(value: Any) -> bool:
    """ISO 8601 with an offset."""
    return isinstance(value, str) and datetime.fromisoformat(value).utcoffset() is not None


def text(value: Any) -> bool:
    return isinstance(value, str)


def number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def truth(value: Any) -> bool:
    return isinstance(value, bool)


def maybe(form: Form) -> Form:
    return lambda value: value is None or form(value)


def one_of(*words: str) -> Form:
    return lambda value: value in words


def listing(form: Form) -> Form:
    return lambda value: isinstance(value, list) and all(map(form, value))


def fields(**forms: Form) -> Form:
    """Exactly these fields, in this order."""
    return lambda value: (
        isinstance(value, dict) and list(value) == list(forms) and all(forms[name](value[name]) for name in forms)
    )


REF: Form = lambda value: isinstance(value, str) and re.fullmatch("o[a-z2-9]{6,}", value) is not None  # noqa: E731
KIND = one_of("evidence", "wondering", "judgment", "in confidence", "segment")
STATE = one_of("ended", "live", "interrupted")
LINE = fields(
    at_ms=maybe(number), provenance=one_of("live", "added", "memory", "imported"), kind=KIND, speaker=maybe(text),
    text=text, codes=listing(text), starred=truth, visibility=one_of("mine", "shareable", "shared"),
)  # fmt: skip
CONTRACT: dict[str, Form] = {
    "list observations": listing(
        fields(ref=REF, team=maybe(text), lead=maybe(text), started=iso, ended=maybe(iso), state=STATE, lines=number)
    ),
    "list leads": listing(fields(name=text, role=text, handle=text, teams=listing(text))),
    "list teams": listing(
        fields(name=text, lead=maybe(text), members=listing(fields(name=text, handle=text)))
    ),
    "list cycles": lambda value: value == [],
    "list feedback": lambda value: value == [],
    "list conversations": lambda value: value == [],
    "list steps": lambda value: value == [],
    "show last": fields(
        ref=REF, team=maybe(text), lead=maybe(text), started=iso, ended=maybe(iso), state=STATE,
        lines=listing(LINE), draft=maybe(text),
    ),
    "search the": listing(fields(ref=REF, kind=KIND, at_ms=maybe(number), text=text)),
    "doctor": fields(ok=truth, checks=listing(fields(name=text, ok=truth, detail=text, remedy=text))),
    "where": fields(home=text, notebook=text, settings=text, themes=text, record=text, backups=text, log=text),
    "keys": listing(fields(id=text, key=text, name=text, meaning=text, room=text)),
}  # fmt: skip


def test_every_reading_command_is_in_the_contract() -> None:
    assert {words.split()[0] for words in CONTRACT} == {usage.name for usage in USAGES if usage.reads}
    assert {words.split()[1] for words in CONTRACT if words.startswith("list ")} == set(KINDS)


@pytest.mark.parametrize("words", CONTRACT)
def test_what_is_printed_has_the_form_of_the_contract(words: str, school: Path, desk: Desk) -> None:
    for home in (school, desk.places.home):
        told = run(home, *words.split(), "--json")
        assert told.complaint == "" and told.code == (0 if words != "doctor" or told.json()["ok"] else 1)
        assert CONTRACT[words](told.json()), told.said


@pytest.mark.parametrize(
    "words", [words for words in CONTRACT if words not in ("show last", "keys", "doctor", "where")]
)
def test_in_an_empty_notebook_there_is_an_empty_list(words: str, home: Path) -> None:
    told = run(home, "--json", *words.split())
    assert (told.code, told.json(), told.complaint) == (0, [], "")


def test_every_value_of_one_observation(desk: Desk) -> None:
    ref = desk.do(lambda notebook: notebook.observations.get("o1").ref)
    head = {
        "ref": ref,
        "team": "Grade 4 Math",
        "lead": "Maria Okafor",
        "started": "2026-03-10T04:30:00.000-04:00",
        "ended": None,
        "state": "interrupted",
    }
    plain = {
        "at_ms": 0, "provenance": "live", "kind": "evidence", "speaker": None, "text": "", "codes": [], "starred": False,
        "visibility": "mine",
    }  # fmt: skip
    lines = [
        {
            **plain,
            "speaker": "maria",
            "text": "good morning",
            "codes": ["TM3", "norms"],
            "starred": True,
            "visibility": "shareable",
        },
        {**plain, "at_ms": 1000, "kind": "wondering", "text": "who is quiet"},
        {**plain, "at_ms": 2000, "kind": "judgment", "text": "too fast"},
        {**plain, "at_ms": 3000, "kind": "segment", "text": "Data review"},
        {**plain, "at_ms": None, "provenance": "added", "text": "nobody knows when", "visibility": "shareable"},
    ]
    home = desk.places.home
    assert run(home, "list", "observations", "--json").json() == [{**head, "lines": 5}]
    assert run(home, "show", ref, "--json").json() == {**head, "lines": lines, "draft": "half-ty"}
    assert run(home, "search", "good", "--json").json() == [
        {"ref": ref, "kind": "evidence", "at_ms": 0, "text": "good morning"}
    ]
    assert run(home, "search", "nobody knows", "--json").json()[0]["at_ms"] is None
    desk.do(lambda notebook: notebook.observations.end("o1", notebook.observations.get("o1").anchor.utc_ms + 2_400_000))
    ended = run(home, "show", ref, "--json").json()
    assert (ended["ended"], ended["state"], ended["draft"]) == ("2026-03-10T05:10:00.000-04:00", "ended", None)
    assert ended["lines"][-1]["text"] == "half-ty"


def test_an_observation_without_team_or_lead_says_null(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.begin()
    (row,) = run(desk.places.home, "list", "observations", "--json").json()
    assert (row["team"], row["lead"], row["ended"], row["lines"]) == (None, None, None, 0)
    assert run(desk.places.home, "show", "last", "--json").json()["draft"] is None


def test_the_newest_observation_is_listed_first_and_the_best_hit_too(school: Path) -> None:
    started = [datetime.fromisoformat(row["started"]) for row in run(school, "list", "observations", "--json").json()]
    assert started == sorted(started, reverse=True)
    hits = run(school, "search", "exit", "tickets", "--json").json()
    assert hits and all("exit tickets" in hit["text"].lower() for hit in hits)
    assert len(run(school, "search", "the", "--limit", "2", "--json").json()) == 2


def test_reading_changes_nothing(desk: Desk) -> None:
    before = desk.do(lambda notebook: list(notebook.events.all()))
    for words in CONTRACT:
        run(desk.places.home, *words.split())
    assert desk.do(lambda notebook: list(notebook.events.all())) == before
    assert desk.do(faults_of) == []


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_json_is_json_in_every_encoding(desk: Desk, encoding: str) -> None:
    desk.file("שלום 👩‍🏫 é ⟨RLO⟩")
    told = run(desk.places.home, "show", "last", "--json", within=("env", f"PYTHONIOENCODING={encoding}"))
    assert told.json()["lines"][-1]["text"] == "שלום 👩‍🏫 é ⟨RLO⟩"
