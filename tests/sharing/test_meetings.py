"""Transcripts of meetings come in: every utterance once, in order, at its time."""

import json
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.line import Kind, Provenance
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import read_file, read_incoming_bytes
from tests.support.clocks import A_MORNING
from tests.support.meetings import FOLDER
from tests.support.program import ask

ALL = ("ES2002a", "ES2002b", "IS1009b", "EN2006a")


def path_of(name: str) -> Path:
    """A real meeting; skips the test where the meetings are not there."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        pytest.skip(f"needs the real meetings: put {name}.json into a folder shared/meetings beside the project")
    return path


@pytest.mark.parametrize("name", ALL)
def test_every_utterance_of_a_real_meeting_is_a_line(name: str) -> None:
    told = json.loads(path_of(name).read_text("utf-8"))
    (whole,) = read_incoming_bytes(read_file(path_of(name)), name, "Europe/London", A_MORNING.utc_ms)
    spoken = [line for line in whole.lines if line.kind is Kind.EVIDENCE]
    assert [(line.at_ms, line.text.split()) for line in spoken] == [
        (round(each["t"] * 1000), each["text"].split()) for each in told["utterances"]
    ]
    segments = [line.text for line in whole.lines if line.kind is Kind.SEGMENT]
    assert sorted(segments) == sorted(topic["title"].strip() for topic in told["topics"] if topic["depth"] == 0)
    assert [line.place for line in whole.lines] == list(range(1, len(whole.lines) + 1))
    assert {line.provenance for line in whole.lines} == {Provenance.IMPORTED}
    assert told["id"] in (whole.observation.source or "")


def test_all_real_meetings_go_into_one_notebook_and_out_again(tmp_path: Path) -> None:
    home, out, again = tmp_path / "home", tmp_path / "all.json", tmp_path / "again.json"
    for name in ALL:
        assert ask(home, "import", str(path_of(name))).said.startswith("Added o")
        assert ask(home, "import", str(path_of(name))).said.startswith("Nothing was added")
    assert len(ask(home, "list", "observations", "--json").json()) == len(ALL)
    assert ask(home, "export", "all", "-o", str(out)).code == 0
    assert ask(tmp_path / "copy", "import", str(out)).code == 0
    assert ask(tmp_path / "copy", "export", "all", "-o", str(again)).code == 0
    assert out.read_bytes() == again.read_bytes()


def meeting(**other: Any) -> dict[str, Any]:
    """A small meeting, with some fields as the test wants them."""
    plain = {
        "id": "M1",
        "source": "a corpus",
        "date": "13-12-2004",
        "start": "12h05",
        "speakers": {"A": {"role": "Chair"}, "B": {}},
        "topics": [{"t": 5, "title": "second", "depth": 0}, {"t": 0, "title": "first"}, {"t": 2, "depth": 1}],
        "utterances": [
            {"t": 0.5, "end": 2, "speaker": "A", "text": "good\nmorning"},
            {"t": 5.0, "speaker": "B", "text": "\x1b[31mhello"},
            {"t": 6.25, "text": "who spoke?"},
            {"t": 7, "text": " "},
        ],
    }
    return {name: value for name, value in (plain | other).items() if value is not None}


def read(value: dict[str, Any]) -> Whole:
    """A meeting as it comes in."""
    (whole,) = read_incoming_bytes(json.dumps(value).encode(), "'it'", "UTC", A_MORNING.utc_ms)
    return whole


def test_a_small_meeting_line_by_line() -> None:
    whole = read(meeting())
    assert [(line.at_ms, line.kind.value, line.speaker, line.text) for line in whole.lines] == [
        (0, "segment", None, "first"),
        (500, "evidence", "Chair", "good morning"),
        (5000, "segment", None, "second"),
        (5000, "evidence", "B", "[31mhello"),
        (6250, "evidence", None, "who spoke?"),
    ]
    assert whole.observation.source == "a corpus, M1"
    assert whole.observation.anchor.utc_ms == 1_102_939_500_000  # 13 December 2004, 12:05 UTC


@pytest.mark.parametrize("date", [None, "soon", "99-99-2004", ""])
def test_a_meeting_without_a_day_is_of_the_day_it_came_in(date: str | None) -> None:
    assert read(meeting(date=date, start=None)).observation.anchor.utc_ms == A_MORNING.utc_ms - 510 * 60_000


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"utterances": []}, "'utterances'"),
        ({"utterances": ["words"]}, "'utterances' 1"),
        ({"utterances": [{"t": 0, "text": "a"}, {"t": "5", "text": "b"}]}, "'utterances' 2, 't'"),
        ({"utterances": [{"t": -1, "text": "a"}]}, "'utterances' 1, 't'"),
        ({"utterances": [{"t": 1e15, "text": "a"}]}, "'utterances' 1, 't'"),
        ({"utterances": [{"t": 1, "text": None}]}, "'utterances' 1, 'text'"),
        ({"id": ""}, "'id'"),
        ({"id": 5}, "'id'"),
        ({"speakers": []}, "'speakers'"),
        ({"topics": [{"title": "no time"}]}, "'topics' 1, 't'"),
    ],
)
def test_an_odd_meeting_is_refused_in_a_sentence_that_says_where(other: dict[str, Any], words: str) -> None:
    with pytest.raises(SharingError) as fault:
        read(meeting(**other))
    assert words in str(fault.value) and str(fault.value).endswith("Nothing was added.")


def test_the_same_words_are_the_same_meeting() -> None:
    assert read(meeting()).observation.id == read(meeting(date=None)).observation.id
    assert read(meeting()).observation.id != read(meeting(id="M2")).observation.id
