"""Meetings from elsewhere come in whole, as evidence and segments, in their order, and only once."""

import json
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.line import Kind, Provenance, Visibility
from coachtui.model.timing import local_time
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import read_incoming, read_incoming_bytes
from coachtui.sharing.whole import Whole
from tests.support.meetings import FOLDER, meeting
from tests.support.program import ask

NAMES = ("EN2006a", "ES2002a", "ES2002b", "IS1009b")
STARTS = {"EN2006a": "2005-05-05T00:00", "ES2002a": "2004-12-13T00:00", "IS1009b": "2004-12-13T12:05"}


def told(name: str) -> dict[str, Any]:
    """The meeting as its file has it; skips the test where the meetings are not there."""
    meeting(name)
    value: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return value


@pytest.mark.parametrize("name", NAMES)
def test_every_utterance_of_a_real_meeting_comes_in_once_and_in_order(name: str) -> None:
    value = told(name)
    (whole,) = read_incoming(FOLDER / f"{name}.json", "Europe/London", 0)
    evidence = [line for line in whole.lines if line.kind is Kind.EVIDENCE]
    roles = {letter: speaker.get("role") or letter for letter, speaker in value["speakers"].items()}
    assert [(line.at_ms, line.speaker, line.text) for line in evidence] == [
        (round(each["t"] * 1000), roles[each["speaker"]], each["text"]) for each in value["utterances"]
    ]
    assert {line.provenance for line in whole.lines} == {Provenance.IMPORTED}
    assert {line.visibility for line in evidence} == {Visibility.SHAREABLE}
    assert [line.place for line in whole.lines] == list(range(1, len(whole.lines) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_the_topics_are_segments_each_before_what_was_said_in_it(name: str) -> None:
    topics = [topic for topic in told(name)["topics"] if topic["depth"] == 0]
    (whole,) = read_incoming(FOLDER / f"{name}.json", "Europe/London", 0)
    segments = [line for line in whole.lines if line.kind is Kind.SEGMENT]
    assert [(line.at_ms, line.text) for line in segments] == [
        (round(each["t"] * 1000), each["title"]) for each in topics
    ]
    for segment in segments:
        said_before = [line.at_ms or 0 for line in whole.lines[: segment.place - 1] if line.kind is Kind.EVIDENCE]
        assert all(at_ms < (segment.at_ms or 0) or at_ms == max(said_before) for at_ms in said_before[-1:])


@pytest.mark.parametrize("name", STARTS)
def test_the_day_and_the_hour_are_the_files_own(name: str) -> None:
    value = told(name)
    (whole,) = read_incoming(FOLDER / f"{name}.json", "Europe/London", 0)
    started = local_time(whole.observation.anchor.utc_ms, whole.observation.zone)
    assert started.strftime("%Y-%m-%dT%H:%M") == STARTS[name]
    length = (whole.observation.ended_utc_ms or 0) - whole.observation.anchor.utc_ms
    assert length == round(value["duration_s"] * 1000)
    assert whole.observation.source == f"{value['source']}, {name}, {value['licence']}"


def test_all_of_them_come_in_by_the_command_line_and_go_out_as_text(tmp_path: Path) -> None:
    files = [FOLDER / f"{name}.json" for name in NAMES]
    counts = [len(meeting(name)) for name in NAMES]
    home = tmp_path / "home"
    for file in files:
        assert ask(home, "import", str(file)).said.startswith("Added o")
        assert ask(home, "import", str(file)).said.startswith("Nothing was added")
    listed = ask(home, "list", "observations", "--json").json()
    assert len(listed) == 4 and {row["state"] for row in listed} == {"ended"}
    assert sum(row["lines"] for row in listed) >= sum(counts)
    for row in listed:
        assert ask(home, "export", row["ref"], "--to", "txt").said.count("(imported)") == row["lines"]


def small(**fields: Any) -> dict[str, Any]:
    return {"id": "m1", "utterances": [{"t": 1, "speaker": "A", "text": "good\nmorning\x1b[31m"}], **fields}


def taken(value: dict[str, Any]) -> Whole:
    (whole,) = read_incoming_bytes(json.dumps(value).encode(), "'m.json'", "UTC", 86_400_000)
    return whole


def test_what_comes_from_elsewhere_is_cleaned_as_all_that_enters() -> None:
    assert taken(small()).lines[0].text == "good morning[31m"


def test_a_meeting_without_a_day_is_of_the_day_it_came_in() -> None:
    assert taken(small()).observation.anchor.utc_ms == 86_400_000
    assert taken(small(date="31-02-2004", start="25h99")).observation.anchor.utc_ms == 86_400_000


def test_the_same_words_are_the_same_observation_and_others_are_not() -> None:
    assert taken(small()).observation.id == taken(small(licence="other")).observation.id
    assert taken(small()).observation.id != taken(small(id="m2")).observation.id


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (small(utterances=[]), "'utterances' is empty"),
        (small(utterances=[{"t": "x", "text": "x"}]), "in 'utterances' 1, 't' should be a number"),
        (small(utterances=[{"t": -1, "text": "x"}]), "in 'utterances' 1, 't' is too small"),
        (small(utterances=[{"t": 1}]), "in 'utterances' 1, 'text' is missing"),
        (small(utterances=[{"t": 1, "text": "x"}, 3]), "'utterances' 2 should be a set of fields"),
        (small(speakers=[]), "'speakers' should be a set of fields"),
        (small(id=""), "'id' is empty"),
    ],
)
def test_a_meeting_that_is_none_is_refused_in_a_sentence(value: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SharingError) as refused:
        taken(value)
    assert str(refused.value) == f"'m.json' can't be taken in: {sentence}. Nothing was added."
