"""An archive that is not as it should be is refused whole, in a sentence that says where, and adds nothing."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import LARGEST_FILE, read_incoming_bytes
from tests.support.homes import make_home, open_notebook
from tests.support.program import Answer, ask
from tests.support.state import digest, faults_of
from tests.support.wholes import a_full_whole

SECRET = "why not item 5"
"""What a person wrote in the archive: no sentence may repeat it."""


def fields() -> dict[str, Any]:
    """A sound archive, to be spoilt."""
    found: dict[str, Any] = json.loads(as_archive(a_full_whole()))
    return found


def refuse(tmp_path: Path, content: bytes) -> Answer:
    """Try to import this into a notebook that holds something; what is said when all of it is refused."""
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        notebook.observations.take_in_all([a_full_whole("there")])
        before = digest(notebook)
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    answer = ask(places.home, "import", str(path))
    assert answer.code == 1 and answer.said == "", answer
    assert answer.is_foreseen() and answer.complaint.count("\n") == 1, answer
    assert "othing was added" in answer.complaint, answer
    assert SECRET not in answer.complaint, answer
    with open_notebook(places) as notebook:
        assert digest(notebook) == before and faults_of(notebook) == []
    return answer


def put(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Spoil a field, named by the way to it."""

    def spoil(archive: dict[str, Any]) -> None:
        where: Any = archive
        *way, last = name.split(".")
        for part in way:
            where = where[int(part)] if part.isdigit() else where[part]
        where[int(last) if last.isdigit() else last] = value

    return spoil


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("version", 2, "newer coachtui"),
        ("version", 10**30, "newer coachtui"),
        ("version", 0, "version"),
        ("version", "1", "version"),
        ("version", None, "version"),
        ("version", [], "version"),
        ("id", "../../notebook.db", "id"),
        ("id", "", "id"),
        ("id", "forged", "does not belong"),
        ("ref", "obbbbbb", "does not belong"),
        ("team", 5, "team"),
        ("team", " ", "team"),
        ("anchor", None, "anchor"),
        ("anchor.utc", "2026-02-30T00:00:00.000Z", "time that exists"),
        ("anchor.utc", "now", "utc"),
        ("anchor.boot_ms", 1e300, "boot_ms"),
        ("zone", "../etc/passwd\n", "zone"),
        ("ended", 5, "ended"),
        ("lines", {}, "lines"),
        ("lines", None, "lines"),
        ("lines.0", [], "lines"),
        ("lines.2.place", 1, "place"),
        ("lines.2.place", 0, "place"),
        ("lines.2.place", True, "place"),
        ("lines.2.id", "full-1", "id"),
        ("lines.2.at_ms", "5", "at_ms"),
        ("lines.2.at_ms", 2**63, "at_ms"),
        ("lines.2.kind", "praise", "kind"),
        ("lines.2.visibility", "public", "visibility"),
        ("lines.2.provenance", "guessed", "provenance"),
        ("lines.2.codes", "TM3", "codes"),
        ("lines.2.codes", [None], "codes"),
        ("lines.2.text", None, "text"),
        ("lines.2.more", 1, "more"),
        ("gaps.0.to_ms", 0, "before it begins"),
        ("gaps.0.reason", "asleep", "reason"),
        ("spans.0.code", "", "code"),
        ("agenda.0.minutes", -5, "minutes"),
        ("accounts.0.line", "elsewhere", "account of a line that is not in it"),
        ("accounts.0.at", "yesterday", "at"),
        ("closing", {}, "closing"),
        ("draft.cursor", -1, "cursor"),
        ("draft", "half", "draft"),
        ("more", 1, "more"),
        ("format", "coachtui observatory", "neither an export"),
        ("format", ["coachtui observation"], "neither an export"),
    ],
)
def test_a_field_that_is_not_what_it_should_be(tmp_path: Path, name: str, value: Any, words: str) -> None:
    archive = fields()
    put(name, value)(archive)
    assert words in refuse(tmp_path, json.dumps(archive).encode()).complaint


@pytest.mark.parametrize("name", sorted(fields()))
def test_a_field_that_is_missing(tmp_path: Path, name: str) -> None:
    archive = fields()
    del archive[name]
    said = refuse(tmp_path, json.dumps(archive).encode()).complaint
    assert name in said or name == "format"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xff\xfe{\x00}\x00", "UTF-16"),
        (b"{\x00}", "not a text file"),
        (b'{"a": "caf\xe9"}', "not saved as UTF-8"),
        (b"{", "line 1"),
        (b'{"a": 1}\n}', "line 2"),
        (b"[" * 5_000_000, "nested too deeply"),
        (b'{"a":' * 1_000_000, "nested too deeply"),
        (b"[" * 40 + b"]" * 40, "nested too deeply"),
        (b'{"a": 1, "a": 2}', "given twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "too long"),
        (b"[]", "neither an export"),
        (b'"words"', "none of the forms"),
        (b"just some words", "none of the forms"),
        (b"PK\x03\x04", "no archive of a notebook"),
        (b"%PDF-1.7", "none of the forms"),
    ],
)
def test_a_file_that_is_no_archive(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in refuse(tmp_path, content).complaint


def test_ids_that_two_observations_share(tmp_path: Path) -> None:
    one, two = a_full_whole("one"), a_full_whole("two")
    assert "same 'id'" in refuse(tmp_path, as_archive_of_several([one, one])).complaint
    stolen = two.lines[0]._replace(id=one.lines[0].id)
    two.lines[0] = stolen
    two.accounts.clear()
    (tmp_path / "second").mkdir()
    assert "same 'id'" in refuse(tmp_path / "second", as_archive_of_several([one, two])).complaint


def test_a_line_that_belongs_to_another_observation_of_the_notebook_stays_there(tmp_path: Path) -> None:
    archive = fields()
    archive["lines"][0]["id"] = "there-1"
    assert "1 line of another observation" in refuse(tmp_path, json.dumps(archive).encode()).complaint


def test_one_bad_observation_among_good_ones_keeps_all_of_them_out(tmp_path: Path) -> None:
    archive = json.loads(as_archive_of_several([a_full_whole("one"), a_full_whole("two")]))
    archive["observations"][1]["lines"][4]["kind"] = "praise"
    said = refuse(tmp_path, json.dumps(archive).encode()).complaint
    assert "'observations' 2, 'lines' 5, 'kind'" in said


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        os.truncate(file.fileno(), LARGEST_FILE + 1)
    answer = ask(tmp_path / "home", "import", str(path))
    assert answer.code == 1 and "larger than" in answer.complaint


def test_files_that_are_none(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path, words in [
        (tmp_path / "nowhere.json", "no file"),
        (tmp_path, "is a folder"),
        (fifo, "not a plain file"),
        (Path("/dev/zero"), "not a plain file"),
        (Path("nul\0byte"), "could not be read"),
        (tmp_path / ("x" * 5000), "could not be read"),
    ]:
        answer = ask(tmp_path / "home", "import", str(path))
        assert answer.code == 1 and words in answer.complaint, (path, answer)
        assert "othing was added" in answer.complaint and answer.is_foreseen()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_archive_spoilt_anywhere_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    """Any value in the place of any other: never a fault of ours."""
    archive = fields()
    where: Any = archive
    while True:
        keys = list(where) if isinstance(where, dict) else list(range(len(where)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(where[key], dict | list) or not where[key] or data.draw(st.booleans()):
            break
        where = where[key]
    odd = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
    where[key] = data.draw(odd | st.lists(odd, max_size=2) | st.dictionaries(st.text(max_size=4), odd, max_size=2))
    try:
        read_incoming_bytes(json.dumps(archive).encode(), "'it'", "UTC", 0)
    except SharingError as fault:
        assert str(fault).endswith("Nothing was added.")
