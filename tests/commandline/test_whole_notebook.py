"""A whole notebook goes into one archive, and comes out of it in another home as it was; a changed archive is left alone."""

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from coachtui.commandline.usage import KINDS
from coachtui.places import Places
from coachtui.sharing.notebook_archive import HEADER
from coachtui.store.events import fingerprint
from tests.support.clocks import FakeClock
from tests.support.homes import fill, make_home, open_notebook
from tests.support.program import Answer, ask

Files = dict[str, bytes]


@pytest.fixture
def school(tmp_path: Path) -> Places:
    """The sample school."""
    places = make_home(tmp_path, "school")
    fill(places, FakeClock())
    return places


def archived(places: Places, folder: Path) -> Path:
    path = folder / "all.zip"
    answer = ask(places.home, "export", "--all", "-o", str(path))
    assert (answer.code, answer.said) == (0, "") and "not encrypted" in answer.complaint
    return path


def everything(home: Path) -> dict[str, Any]:
    """All that can be listed, and each of it that can be shown."""
    found: dict[str, Any] = {}
    for kind in KINDS:
        found[kind] = ask(home, "list", kind, "--json").json()
        for each in found[kind]:
            if "ref" in each:
                found[each["ref"]] = ask(home, "show", each["ref"], "--json", "--in-confidence", "--private").json()
    return found


def test_a_notebook_that_is_carried_to_another_home_says_the_same_of_everything(school: Places, tmp_path: Path) -> None:
    path = archived(school, tmp_path)
    home = tmp_path / "other"
    assert "Would take over" in ask(home, "import", str(path), "--dry-run").said
    assert ask(home, "import", str(path)).code == 0
    assert everything(home) == everything(school.home) != {}
    with open_notebook(school) as old, open_notebook(Places(home)) as new:
        events = "SELECT device, seq, at, subject, what, payload, sha256 FROM events ORDER BY n"
        assert new.file.rows(events) == old.file.rows(events)
        stack = "SELECT n, subject, standing FROM undoable ORDER BY n"
        assert new.file.rows(stack) == old.file.rows(stack), "what could be taken back still can"
    again = ask(home, "import", str(path))
    assert again.code == 1 and "not empty" in again.complaint


def repacked(path: Path, change: Callable[[Files], None]) -> None:
    """The same archive with something changed in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(content.getvalue())


def last_event(files: Files, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the last event, so that its own hash and that of the file are right again."""
    rows = [json.loads(line) for line in files["events.jsonl"].splitlines()]
    change(rows[-1])
    fields = ("device", "seq", "at", "subject", "what", "payload")
    rows[-1]["sha256"] = fingerprint(*(rows[-1][name] for name in fields))
    files["events.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    header = json.loads(files[HEADER])
    header["parts"]["events"]["sha256"] = sha256(files["events.jsonl"]).hexdigest()
    files[HEADER] = json.dumps(header).encode()


def a_line_less(files: Files) -> None:
    files["events.jsonl"] = files["events.jsonl"].rsplit(b"\n", 2)[0] + b"\n"


def another_word(files: Files) -> None:
    files["events.jsonl"] = files["events.jsonl"].replace(b"observation begun", b"observation began", 1)


def a_terminal_escape(files: Files) -> None:
    last_event(files, lambda row: row.update(what="\x1b]0;owned\x07"))


def an_unknown_table(files: Files) -> None:
    payload = json.dumps({"changes": [["sqlite_schema", None, {"id": "x"}]], "undoable": True})
    last_event(files, lambda row: row.update(payload=payload))


def no_payload(files: Files) -> None:
    last_event(files, lambda row: row.update(payload="[]"))


def no_json(files: Files) -> None:
    last_event(files, lambda row: row.update(payload="{nonsense"))


def no_change(files: Files) -> None:
    last_event(files, lambda row: row.update(payload='{"changes": [[1]], "undoable": true}'))


def too_deep(files: Files) -> None:
    last_event(files, lambda row: row.update(payload="[" * 200_000))


def a_part_missing(files: Files) -> None:
    del files["drafts.jsonl"]


def a_newer_one(files: Files) -> None:
    files[HEADER] = files[HEADER].replace(b'"version": 1', b'"version": 2')


def a_newer_shape(files: Files) -> None:
    header = json.loads(files[HEADER])
    files[HEADER] = json.dumps(header | {"shape": header["shape"] + 1}).encode()


def a_bomb(files: Files) -> None:
    files["events.jsonl"] = b" " * 40_000_000


CHANGES = (
    a_line_less, another_word, a_terminal_escape, an_unknown_table, no_payload, no_json, no_change, too_deep,
    a_part_missing, a_newer_one,
    a_newer_shape, a_bomb,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_an_archive_that_was_changed_is_left_alone_with_a_sentence(
    school: Places, tmp_path: Path, change: Callable[[Files], None]
) -> None:
    path = archived(school, tmp_path)
    repacked(path, change)
    home = tmp_path / "other"
    answer: Answer = ask(home, "import", str(path))
    assert answer.code == 1 and answer.said == ""
    assert "Nothing was added." in answer.complaint or "Nothing was changed." in answer.complaint
    assert "Traceback" not in answer.complaint
    assert ask(home, "list", "observations", "--json").json() == []


def test_a_zip_of_something_else_and_half_an_archive_are_left_alone(school: Places, tmp_path: Path) -> None:
    path = archived(school, tmp_path)
    whole = path.read_bytes()
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("../../evil", "x")
    for content in (whole[: len(whole) // 2], other.getvalue(), b"PK\x03\x04" + b"x" * 50):
        path.write_bytes(content)
        answer = ask(tmp_path / "other", "import", str(path))
        assert answer.code == 1 and "no archive of a notebook" in answer.complaint, content[:20]


def test_the_archive_stands_alone_on_the_command_line(school: Places, tmp_path: Path) -> None:
    assert ask(school.home, "export", "--all", "--to", "md").code == 2
    assert ask(school.home, "export").code == 2
