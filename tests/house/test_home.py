"""Whether a home is fit for a notebook: refused in a sentence where it is not, used where the person insists."""

import json
import os
from pathlib import Path

import pytest

from coachtui.home import insist, insisted_on, settle, what_is_wrong
from coachtui.places import NoHome, Places
from coachtui.surroundings import network_of, service_of
from tests.support.homes import make_home, open_notebook
from tests.support.program import ask, run
from tests.support.terminal import Terminal, coachtui, restored


def lived_in(folder: Path, name: str = "home") -> Places:
    """A home with a notebook in it."""
    folder.mkdir(parents=True, exist_ok=True)
    places = make_home(folder, name)
    open_notebook(places).close()
    return places


def test_a_synced_home_is_refused_and_nothing_in_it_is_touched(tmp_path: Path) -> None:
    places = lived_in(tmp_path / "OneDrive - Lincoln School")
    before = {path: path.stat().st_mtime_ns for path in places.home.rglob("*")}
    for words in (("list", "observations"), ("backup",), ("restore",), ("import", str(places.notebook))):
        answer = ask(places.home, *words)
        assert (answer.code, answer.said) == (1, "") and answer.is_foreseen(), answer
        for part in (
            "OneDrive copies what is in it",
            "Nothing was changed",
            "move FOLDER",
            "--anyway",
            str(places.home),
        ):
            assert part in answer.complaint
    assert {path: path.stat().st_mtime_ns for path in places.home.rglob("*")} == before


def test_where_nothing_was_written_yet_another_folder_is_asked_for_and_none_is_left(tmp_path: Path) -> None:
    answer = ask(tmp_path / "Dropbox" / "notes", "list", "observations")
    assert answer.code == 1 and "Choose another one" in answer.complaint
    assert not (tmp_path / "Dropbox").exists()


def test_who_insists_is_heard_once_for_this_folder_and_what_was_wrong_then(tmp_path: Path) -> None:
    places = lived_in(tmp_path / "Dropbox")
    assert ask(places.home, "list", "observations", "--anyway").code == 0
    assert "on purpose" in places.kept_here.read_text() and places.kept_here.stat().st_mode & 0o777 == 0o600
    assert ask(places.home, "list", "observations").code == 0
    places.home.chmod(0o755)
    assert "Others on this computer can look into" in ask(places.home, "list", "observations").complaint
    moved = tmp_path / "Dropbox" / "copy"
    places.home.chmod(0o700)
    places.home.rename(moved)
    assert insisted_on(Places(moved)) == set()
    assert ask(moved, "list", "observations").code == 1


def test_what_was_accepted_in_one_language_is_in_every_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = lived_in(tmp_path / "CloudStorage")
    monkeypatch.setenv("COACHTUI_LANGUAGE", "es")
    assert "un servicio en la nube copia lo que hay en ella" in run(places.home, "list", "leads").complaint
    assert run(places.home, "list", "leads", "--anyway").code == 0
    monkeypatch.setenv("COACHTUI_LANGUAGE", "en")
    assert run(places.home, "list", "leads").code == 0


def test_insisting_where_nothing_is_wrong_leaves_no_word(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    insist(places)
    assert not places.kept_here.exists()


@pytest.mark.goal("C1")
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o704, 0o777])
def test_a_home_that_others_can_look_into_is_refused_until_it_is_made_private(tmp_path: Path, mode: int) -> None:
    places = lived_in(tmp_path)
    places.home.chmod(mode)
    refused = ask(places.home, "list", "observations")
    assert refused.code == 1 and "doctor --repair" in refused.complaint and "--anyway" in refused.complaint
    assert ask(places.home, "doctor", "--repair").is_foreseen()
    assert places.home.stat().st_mode & 0o777 == 0o700
    assert ask(places.home, "list", "observations").code == 0


def test_a_new_folder_made_by_hand_is_made_private_and_used(tmp_path: Path) -> None:
    places = Places(tmp_path / "made by hand")
    places.home.mkdir()
    places.home.chmod(0o755)
    places.settings.write_text("tally = true\n")
    settle(places)
    assert places.home.stat().st_mode & 0o777 == 0o700 and what_is_wrong(places) == []


def test_a_folder_with_other_things_in_it_is_not_taken_from_others(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "lunch.txt").touch()
    with pytest.raises(NoHome, match="Choose another one"):
        settle(Places(shared))
    assert shared.stat().st_mode & 0o777 == 0o755


def test_the_screens_are_not_opened_either_and_the_terminal_is_given_back(tmp_path: Path) -> None:
    places = lived_in(tmp_path / "Nextcloud")
    with Terminal(coachtui(places.home)) as terminal:
        assert terminal.wait_exit() == 1
        assert b"Nextcloud copies what is in it" in terminal.raw
        assert restored(terminal.raw)
    assert run(places.home, "--anyway", "list", "observations").code == 0
    with Terminal(coachtui(places.home)) as terminal:
        terminal.wait_for("Today")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def test_the_programs_settings_and_the_mounts_tell_what_no_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "ana"
    monkeypatch.setenv("HOME", str(own))
    places = [own / name for name in ("work", "team", "plain", "Documents", "cloud", "far")]
    for folder in places:
        folder.mkdir(parents=True)
    (own / ".dropbox").mkdir()
    (own / ".dropbox" / "info.json").write_text(json.dumps({"business": {"path": str(own / "work")}}))
    (own / ".config" / "Nextcloud").mkdir(parents=True)
    (own / ".config" / "Nextcloud" / "nextcloud.cfg").write_text(f"0\\Folders\\1\\localPath={own / 'team'}/\n")
    (own / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Documents").mkdir(parents=True)
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/a / ext4 rw 0 0\nonedriver {own}/cloud fuse.onedriver rw 0 0\nx:/y {own}/far nfs4 rw 0 0\n"
    )
    assert [service_of(folder / "notes", mounts) for folder in places] == [
        "Dropbox", "Nextcloud", "", "iCloud", "OneDrive", "",
    ]  # fmt: skip
    assert [network_of(folder, mounts) for folder in places[-2:]] == ["", "a network (nfs4)"]
    (own / ".dropbox" / "info.json").write_text("[not what it should be")
    assert service_of(own / "work", mounts) == ""
