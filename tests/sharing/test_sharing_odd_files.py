"""Odd files that come in: each is refused in a sentence a person can act on, and nothing of it is added."""

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.observation import ref_for
from coachtui.sharing.archive import SEVERAL, as_archive
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import LARGEST_FILE, read_incoming_bytes
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.program import ask
from tests.support.state import digest
from tests.support.wholes import take_out

SECRET = "Tom cried"
"""What stands in the file; no sentence may repeat it."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A sound archive, as it was exported."""
    desk = Desk(tmp_path_factory.mktemp("sound"))
    desk.begin(team="Grade 4 Math")
    desk.file(SECRET)
    desk.file("and went on", seconds_on(60))
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(120)))
    value: dict[str, Any] = json.loads(desk.do(lambda notebook: as_archive(take_out(notebook, "o1"))))
    value["draft"] = {"text": "half", "cursor": 2, "began": dict(value["anchor"])}
    return value


def changed(archive: dict[str, Any], path: str, value: Any) -> bytes:
    """The archive with another value in this place, whose steps are parted by dots; ... leaves the field out."""
    whole = copy.deepcopy(archive)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = whole
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(whole).encode()


def refusal(content: bytes) -> str:
    """The sentence with which these bytes are refused."""
    with pytest.raises(SharingError) as refused:
        read_incoming_bytes(content, "'notes.json'", "UTC", 0)
    return str(refused.value)


def is_sound(sentence: str) -> bool:
    """Whether a person is told which file, in plain words, and that nothing was added."""
    tells = sentence.startswith("'notes.json' ") and sentence.endswith("Nothing was added.") and "\n" not in sentence
    jargon = ("_MomentIn", "_GapIn", "input", "dictionary", "^", "Error", "instance")
    return tells and len(sentence) < 300 and not any(word in sentence for word in (*jargon, SECRET))


CHANGES: list[tuple[str, Any, str]] = [
    ("version", 2, "it was written by a newer coachtui. Update coachtui, then import it again"),
    ("version", 10**30, "it was written by a newer coachtui"),
    ("version", 0, "'version' should be 1"),
    ("version", "1", "'version' should be a whole number"),
    ("version", True, "'version' should be a whole number"),
    ("version", 1.0, "'version' should be a whole number"),
    ("version", ..., "'version' should be a whole number"),
    ("lines", "x", "'lines' should be a list"),
    ("lines", None, "'lines' should be a list"),
    ("lines.0", "x", "'lines' 1 should be a set of fields"),
    ("lines.1.text", 3, "in 'lines' 2, 'text' should be text"),
    ("lines.0.text", None, "in 'lines' 1, 'text' should be text"),
    ("lines.0.text", ..., "in 'lines' 1, 'text' is missing"),
    ("lines.0.text", "\ud800", "'text' should be text"),
    ("lines.0.kind", "opinion", "'kind' should be 'evidence', 'wondering', 'judgment', 'in confidence' or 'segment'"),
    ("lines.0.provenance", "Live", "'provenance' should be 'live', 'added', 'memory' or 'imported'"),
    ("lines.0.visibility", "public", "'visibility' should be 'mine', 'shareable' or 'shared'"),
    ("lines.0.starred", "yes", "'starred' should be true or false"),
    ("lines.0.starred", 1, "'starred' should be true or false"),
    ("lines.0.about", None, "'about' should be true or false"),
    ("lines.0.at_ms", 1.5, "'at_ms' should be a whole number"),
    ("lines.0.at_ms", 10**40, "'at_ms' is too large"),
    ("lines.0.at_ms", "60000", "'at_ms' should be a whole number"),
    ("lines.0.place", 0, "'place' is too small"),
    ("lines.0.speaker", " ", "'speaker' is blank"),
    ("lines.0.codes", "TM3", "'codes' should be a list"),
    ("lines.0.codes", [3], "in 'lines' 1, 'codes' 1 should be text"),
    ("lines.0.minutes", -1, "'minutes' is too small"),
    ("lines.0.surprise", SECRET, "in 'lines' 1, 'surprise' is no field of an export"),
    ("surprise", SECRET, "'surprise' is no field of an export"),
    ("lines.1.place", 1, "the observation has two lines with the same 'place'"),
    ("id", "o2", "the observation has a 'ref' that does not belong to its 'id'"),
    ("ref", "obbbbbb", "the observation has a 'ref' that does not belong to its 'id'"),
    ("id", "x'; DROP TABLE lines; --", "'id' is not written as it should be"),
    ("id", "", "'id' is not written as it should be"),
    ("team", [SECRET], "'team' should be text"),
    ("lead", "\n", "'lead' is blank"),
    ("anchor", None, "'anchor' should be a set of fields"),
    ("anchor.utc", "2026-02-30T00:00:00.000Z", "in 'anchor', 'utc' is not a time that exists"),
    ("anchor.utc", "2026-02-03T00:00:00+01:00", "in 'anchor', 'utc' is not written as it should be"),
    ("anchor.boot_ms", "1", "in 'anchor', 'boot_ms' should be a whole number"),
    ("ended", 3, "'ended' should be text"),
    ("zone", "../../etc/passwd", "'zone' is not written as it should be"),
    ("gaps", [[1, 2]], "'gaps' 1 should be a set of fields"),
    ("gaps.0.to_ms", -5, "'gaps' 1 ends before it begins"),
    ("draft.text", 1, "in 'draft', 'text' should be text"),
    ("draft.cursor", -1, "in 'draft', 'cursor' is too small"),
    ("draft.began", 7, "in 'draft', 'began' should be a set of fields"),
    ("format", "coachtui notebook", "it is JSON, but neither an export from coachtui nor the transcript of a meeting"),
    ("format", ["coachtui observation"], "it is JSON, but neither an export"),
    ("format", ..., "it is JSON, but neither an export"),
]


@pytest.mark.parametrize(("path", "value", "told"), CHANGES, ids=lambda part: repr(part)[:30])
def test_an_archive_changed_by_hand_is_refused(archive: dict[str, Any], path: str, value: Any, told: str) -> None:
    sentence = refusal(changed(archive, path, value))
    assert told in sentence
    assert is_sound(sentence)
    assert path in ("format", "version") or "export it again" in sentence


def test_the_archive_that_is_changed_here_is_a_sound_one(archive: dict[str, Any]) -> None:
    (whole,) = read_incoming_bytes(json.dumps(archive).encode(), "'notes.json'", "UTC", 0)
    assert [line.text for line in whole.lines] == [SECRET, "and went on"]
    assert read_incoming_bytes(b"\xef\xbb\xbf" + json.dumps(archive).encode(), "'notes.json'", "UTC", 0) == [whole]


def several(*wholes: dict[str, Any]) -> bytes:
    bare = [{key: value for key, value in whole.items() if key not in ("format", "version")} for whole in wholes]
    return json.dumps({"format": SEVERAL, "version": 1, "observations": bare}).encode()


def test_two_of_the_same_in_one_file_are_refused(archive: dict[str, Any]) -> None:
    other = {**archive, "id": "o2", "ref": ref_for("o2")}
    assert "two of its observations have the same 'id'" in refusal(several(archive, archive))
    assert "two of its lines have the same 'id'" in refusal(several(archive, other))
    assert "in 'observations' 2, 'team' should be text" in refusal(several(archive, {**other, "team": 3}))
    assert "'observations' is empty" in refusal(several())
    twice = copy.deepcopy(archive)
    twice["lines"][1]["id"] = twice["lines"][0]["id"]
    assert "two lines with the same 'id'" in refusal(json.dumps(twice).encode())


ODD_BYTES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t ", "is empty"),
    "binary": (b"{\x00}", "is not a text file"),
    "latin-1": ("{caf\xe9}".encode("latin-1"), "is not saved as UTF-8 (byte 5 can't be read). Save it as UTF-8"),
    "utf-16": ("{}".encode("utf-16"), "is saved as UTF-16. Save it as UTF-8"),
    "words": (b"hello there", "it is none of the forms known here"),
    "number": (b"3", "it is none of the forms known here"),
    "list": (b"[]", "it is JSON, but neither an export"),
    "nothing": (b"{}", "it is JSON, but neither an export"),
    "cut off": (b'{"format": "coachtui obs', "is not JSON: line 1, column"),
    "trailing": (b"{} {}", "is not JSON: line 1, column 4 can't be read"),
    "a bomb of lists": (b"[" * 100_000 + b"]" * 100_000, "is nested too deeply to be a file of notes"),
    "an open bomb": (b"[" * 100_000, "is nested too deeply to be a file of notes"),
    "a bomb of fields": (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "is nested too deeply to be a file of notes"),
    "forty deep": (b"[" * 40 + b"]" * 40, "is nested too deeply to be a file of notes"),
    "not a number": (b'{"utterances": [{"t": NaN, "text": "x"}]}', "it holds 'NaN' where a number should be"),
    "beyond numbers": (b'{"utterances": [{"t": 1e999, "text": "x"}]}', "it holds a number that is too large"),
    "endless digits": (b'{"a": ' + b"9" * 5000 + b"}", "it holds a number that is too long"),
    "a field twice": (b'{"format": "coachtui observation", "format": "x"}', "one of its fields is given twice"),
}


@pytest.mark.parametrize("name", ODD_BYTES)
def test_bytes_that_are_no_archive_are_refused(name: str) -> None:
    content, told = ODD_BYTES[name]
    sentence = refusal(content)
    assert told in sentence and is_sound(sentence)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_a_fault(content: bytes) -> None:
    try:
        read_incoming_bytes(content, "'notes.json'", "UTC", 0)
    except SharingError as refused:
        assert str(refused).endswith("Nothing was added.")


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_an_archive_with_any_one_value_replaced_is_read_or_refused(
    archive: dict[str, Any], data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from([path for path, _, _ in CHANGES if "surprise" not in path]))
    odd = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=5,
    )
    content = changed(archive, path, data.draw(odd))
    try:
        read_incoming_bytes(content, "'notes.json'", "UTC", 0)
    except SharingError as refused:
        assert str(refused).endswith("Nothing was added.")


# Through the command line: the notebook is as it was


def a_home(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.begin("kept", A_MORNING)
    desk.file("what was there before", line_id="kept-1", observation="kept")
    return desk


def state_of(desk: Desk) -> str:
    with open_notebook(desk.places) as notebook:
        return digest(notebook)


@pytest.mark.parametrize("name", ["words", "latin-1", "a bomb of lists", "cut off"])
@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_a_refused_file_leaves_the_notebook_as_it_was(tmp_path: Path, name: str, more: list[str]) -> None:
    desk = a_home(tmp_path)
    before = state_of(desk)
    file = tmp_path / "notes.json"
    file.write_bytes(ODD_BYTES[name][0])
    told = ask(desk.places.home, "import", str(file), *more)
    assert told.code == 1 and told.said == ""
    assert told.complaint.count("\n") == 1 and told.complaint.endswith("Nothing was added.\n")
    assert state_of(desk) == before
    assert not desk.places.backups.exists()


def test_of_several_of_which_one_is_wrong_none_is_added(tmp_path: Path, archive: dict[str, Any]) -> None:
    desk = a_home(tmp_path)
    before = state_of(desk)
    wrong = {**archive, "id": "o2", "ref": ref_for("o2"), "lines": 3}
    (tmp_path / "several.json").write_bytes(several(archive, wrong))
    assert ask(desk.places.home, "import", str(tmp_path / "several.json")).code == 1
    assert state_of(desk) == before


def test_lines_that_belong_to_another_observation_here_are_not_carried_off(
    tmp_path: Path, archive: dict[str, Any]
) -> None:
    desk = Desk(tmp_path)
    desk.begin("kept", A_MORNING)
    taken = archive["lines"][0]["id"]
    desk.file("what was there before", line_id=taken, observation="kept")
    before = state_of(desk)
    (tmp_path / "forged.json").write_bytes(json.dumps(archive).encode())
    told = ask(desk.places.home, "import", str(tmp_path / "forged.json"))
    assert told.code == 1
    assert told.complaint.startswith("1 line in this file belongs to another observation of this notebook.")
    assert told.complaint.endswith("Nothing was added.\n")
    assert state_of(desk) == before
    assert desk.texts("kept") == ["what was there before"]


def as_nothing(_: Path) -> None:
    """There is no such file."""


def as_too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)


PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (as_nothing, "There is no file '{}'. Check the name; nothing was added."),
    "folder": (Path.mkdir, "'{}' is a folder. Name one file in it. Nothing was added."),
    "pipe": (os.mkfifo, "'{}' is not a plain file. Nothing was added."),
    "huge": (as_too_large, "'{}' is larger than 50 MB, too large for a file of notes. Nothing was added."),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file_of_notes_is_refused_by_name(tmp_path: Path, name: str) -> None:
    make, sentence = PLACES[name]
    make(tmp_path / "notes")
    told = ask(tmp_path / "home", "import", str(tmp_path / "notes"))
    assert (told.code, told.said, told.complaint) == (1, "", sentence.format(tmp_path / "notes") + "\n")


def test_dry_run_tells_and_adds_nothing(tmp_path: Path, archive: dict[str, Any]) -> None:
    desk = a_home(tmp_path)
    before = state_of(desk)
    (tmp_path / "sound.json").write_bytes(json.dumps(archive).encode())
    told = ask(desk.places.home, "import", "--dry-run", str(tmp_path / "sound.json"))
    assert (told.code, told.complaint) == (0, "")
    assert told.said == f"Would add {archive['ref']} with 2 lines (Grade 4 Math).\n"
    assert state_of(desk) == before
