"""The doctor: finds what is not sound around the notebook and in it, and what it says to do helps."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coachtui.model.draft import Draft
from coachtui.places import Places
from coachtui.store import checks_place
from coachtui.store.backups import back_up
from coachtui.store.checks import Check
from coachtui.store.doctor import examine
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk, make_home, open_notebook, seconds_on
from tests.support.program import ask
from tests.support.state import faults_of, whole_state

SPOILT = {
    "a line's text": ("UPDATE lines SET text = 'never said' WHERE place = 2", {"tables"}),
    "a line's visibility": ("UPDATE lines SET visibility = 'shareable' WHERE place = 3", {"tables"}),
    "a line that is gone": ("DELETE FROM lines WHERE place = 2", {"tables"}),
    "a line nobody wrote": (
        "INSERT INTO lines SELECT 99, 'more', observation, 99, at_ms, about, provenance, kind, speaker, text, codes, "
        "starred, visibility, minutes FROM lines WHERE place = 1",
        {"tables"},
    ),
    "a word out of the index": (
        "INSERT INTO lines_index (lines_index, rowid, text, speaker) VALUES ('delete', 1, 'agreed', 'ana')",
        {"search index"},
    ),
    "a lead's name": ("UPDATE leads SET name = 'Someone Else'", {"tables"}),
    "an observation's team": ("PRAGMA foreign_keys = OFF; UPDATE observations SET team = 'nobody'", {"tables", "links"}),
    "a gap": ("UPDATE gaps SET to_ms = to_ms + 1", {"tables"}),
    "what can be undone": ("DELETE FROM undoable", {"tables"}),
    "an event's words": (
        "DROP TRIGGER events_stay; UPDATE events SET payload = replace(payload, 'agreed', 'refused')",
        {"shape", "events", "tables"},
    ),
    "an event that is gone": ("PRAGMA foreign_keys = OFF; DELETE FROM events WHERE n = 3", {"events", "tables"}),
    "a trigger that is gone": ("DROP TRIGGER lines_index_gone", {"shape"}),
}  # fmt: skip
"""What is changed behind the notebook's back, and which checks must see it."""


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A notebook with something of everything."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Ana", "Bo")))
    desk.begin(team="Math")
    for typed in ("ana: agreed on this", "bo: agreed on that #TM3", "? who speaks", "= Data review 15"):
        desk.file(typed)
    desk.do(lambda notebook: notebook.undo("o1"))
    desk.do(lambda notebook: notebook.observations.resume("o1", seconds_on(90)))
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", "half a li", 9, seconds_on(95))))
    return desk


def found(desk: Desk) -> dict[str, Check]:
    """What the doctor finds, by the name of the check."""
    return {check.name: check for check in examine(desk.places, desk.clock) if not check.ok}


def test_where_all_is_well_every_check_says_what_it_looked_at(written: Desk) -> None:
    checks = list(examine(written.places, written.clock))
    assert [check.name for check in checks if not check.ok] == []
    assert all(check.detail.endswith((".", "on this computer alone.")) and check.remedy == "" for check in checks)
    assert {"place", "permissions", "free space", "drop box", "pages", "shape", "links", "search index", "events",
            "tables", "half-typed text", "backup"} <= {check.name for check in checks}  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_what_was_changed_behind_its_back_is_found(written: Desk, what: str) -> None:
    statements, wanted = SPOILT[what]
    with open_notebook(written.places) as notebook:
        for statement in statements.split("; "):
            notebook.file.connection.execute(statement)
    checks = found(written)
    assert set(checks) >= wanted
    assert all(check.detail.endswith(".") and check.remedy for check in checks.values())


@pytest.mark.parametrize("what", [what for what, (_, seen_by) in SPOILT.items() if not seen_by & {"events", "shape"}])
def test_rebuilding_mends_every_table(written: Desk, what: str) -> None:
    whole = written.do(whole_state)
    statements, _ = SPOILT[what]
    with open_notebook(written.places) as notebook:
        for statement in statements.split("; "):
            notebook.file.connection.execute(statement)
    assert all("--rebuild" in check.remedy for check in found(written).values())
    mended = ask(written.places.home, "doctor", "--rebuild")
    assert "were made anew from 9 events." in mended.complaint
    assert found(written) == {}
    assert written.do(faults_of) == []
    assert written.do(whole_state) == whole
    assert [path.name.endswith("-before-rebuild.db") for path in written.places.backups.iterdir()] == [True]


def test_damaged_events_are_not_rebuilt_from(written: Desk) -> None:
    before = written.do(whole_state)
    with open_notebook(written.places) as notebook:
        for statement in SPOILT["an event's words"][0].split("; "):
            notebook.file.connection.execute(statement)
    answer = ask(written.places.home, "doctor", "--rebuild")
    assert answer.code == 1
    assert answer.is_foreseen()
    after = written.do(whole_state)
    assert {table: rows for table, rows in after.items() if table != "events"} == {
        table: rows for table, rows in before.items() if table != "events"
    }


def test_looser_permissions_are_mended_and_said(written: Desk) -> None:
    home = written.places.home
    back = written.do(lambda notebook: back_up(notebook.file.connection, written.places.backups, A_MORNING, "asked"))
    written.places.log.write_text("")
    loose = (home, written.places.notebook, written.places.backups, back, written.places.log)
    for path in loose:
        path.chmod(0o755 if path.is_dir() else 0o644)
    (home / "mine.txt").touch(0o644)
    (home / "notebook-link").symlink_to(home / "mine.txt")
    checks = {check.name: check for check in examine(written.places, written.clock)}
    assert "Others could have read" in checks["permissions"].detail
    assert [path.stat().st_mode & 0o077 for path in loose] == [0] * len(loose)
    assert (home / "mine.txt").stat().st_mode & 0o777 == 0o644, "what is not ours is left alone"
    again = {check.name: check for check in examine(written.places, written.clock)}
    assert again["permissions"].detail.startswith("Only you can read")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"), ("Dropbox (Lincoln School)/notes", "Dropbox"), ("OneDrive - Lincoln School", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"), ("Google Drive/My Drive", "Google Drive"),
        ("Library/CloudStorage/Box-Box", "a cloud service"), ("Nextcloud", "Nextcloud"),
    ],
)  # fmt: skip
def test_a_folder_that_a_program_syncs_is_found_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    home = tmp_path / folder / "coachtui"
    home.mkdir(parents=True)
    (place,) = [check for check in ask(home, "doctor", "--json").json()["checks"] if check["name"] == "place"]
    assert not place["ok"]
    assert f"that {service} copies" in place["detail"]
    assert "COACHTUI_HOME" in place["remedy"]


@pytest.mark.parametrize("folder", ["Drop box ideas", "boxes", "my-onedriver", "cloud"])
def test_a_folder_that_only_sounds_like_it_is_not(tmp_path: Path, folder: str) -> None:
    home = tmp_path / folder
    home.mkdir()
    assert [check["name"] for check in ask(home, "doctor", "--json").json()["checks"] if not check["ok"]] == []


def test_a_folder_marked_as_synced_is_found(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    (tmp_path / ".stfolder").mkdir()
    assert checks_place._place(places.home).detail.count("Syncthing") == 1


def test_little_room_is_found(written: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full for real is tried in tests/faults."""
    usage = shutil.disk_usage(written.places.home)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=150 * 1024 * 1024))
    checks = found(written)
    assert set(checks) == {"free space"}
    assert checks["free space"].detail == "Only 150 MB are free on the disk of the notebook."


def test_what_could_not_be_read_of_the_drop_box_is_told(written: Desk) -> None:
    written.places.dropbox.mkdir(mode=0o700)
    (written.places.dropbox / "window.jsonl").write_text('{"no": "record"}\n')
    checks = found(written)
    assert checks == {}, "it is only taken in now"
    checks = found(written)
    assert set(checks) == {"drop box"}
    assert "window.unread" in checks["drop box"].detail
    assert str(written.places.dropbox) in checks["drop box"].remedy


def test_a_damaged_backup_and_none_at_all_are_told(written: Desk) -> None:
    assert "backup" not in found(written)
    written.clock.advance(2 * 24 * 60 * 60 * 1000)
    assert found(written)["backup"].detail == "There is no backup."
    assert ask(written.places.home, "backup").code == 0
    assert "backup" not in found(written)
    (backup,) = written.places.backups.iterdir()
    words = bytearray(backup.read_bytes())
    words[words.index(b'"text":"agreed on this"') + 9] ^= 1
    backup.write_bytes(words)
    assert "is damaged" in found(written)["backup"].detail


@pytest.fixture
def loose_umask() -> Iterator[None]:
    """As most computers have it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_what_the_doctor_prints_for_scripts_and_for_people_is_the_same(
    written: Desk, loose_umask: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(written.places.home)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)  # what is free changes while others work
    written.do(lambda notebook: notebook.file.connection.execute("DELETE FROM gaps"))
    told = ask(written.places.home, "doctor", "--json")
    facts: dict[str, Any] = told.json()
    plain = ask(written.places.home, "doctor")
    assert told.code == plain.code == 1
    assert facts["ok"] is False
    for check in facts["checks"]:
        assert set(check) == {"name", "ok", "detail", "remedy"}
        detail = check["detail"].partition(" MB")[0].rstrip("0123456789,")
        assert f"{'fine' if check['ok'] else 'LOOK'}  {check['name']}: {detail}" in plain.said, (
            "what is free may change"
        )
        assert check["remedy"] in plain.said


def test_asking_the_doctor_makes_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "nowhere")
    answer = ask(places.home, "doctor")
    assert answer.code == 0
    assert "There is no notebook yet" in answer.said
    assert not places.home.exists()
