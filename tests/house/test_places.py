"""Places: which home is used, and that it is its owner's alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from coachtui.places import HOME_VARIABLE, NoHome, Places, find_places, prepare


def test_a_home_that_is_named_comes_before_the_one_of_the_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "b"))
    assert find_places(str(tmp_path / "a")).home == tmp_path / "a"
    assert find_places(None).home == tmp_path / "b"
    assert find_places("").home == tmp_path / "b"


@pytest.mark.parametrize("told", [None, ""])
def test_without_a_word_it_is_the_folder_for_the_data_of_programs(
    told: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    if told is not None:
        monkeypatch.setenv(HOME_VARIABLE, told)
    assert find_places(None).home == user_data_path("coachtui", appauthor=False)


def test_a_home_may_be_named_from_the_persons_folder_or_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find_places("~/school").home == tmp_path / "school"
    assert find_places("school").home == tmp_path / "school"
    monkeypatch.setenv(HOME_VARIABLE, "~/school")
    assert find_places(None).home == tmp_path / "school"


def test_finding_makes_nothing(tmp_path: Path) -> None:
    find_places(str(tmp_path / "a"))
    assert list(tmp_path.iterdir()) == []


def test_everything_is_in_the_home_and_nothing_twice() -> None:
    home = Path("/a home")
    found = Places(home).all_of_them()
    assert {each.parent for each in found} == {home}
    assert len(set(found)) == len(found) > 15


def test_a_home_that_is_nobodys_is_refused_in_a_sentence() -> None:
    with pytest.raises(NoHome, match="The folder '~nobody-of-this-name/x' can't be found"):
        find_places("~nobody-of-this-name/x")
    told = subprocess.run(
        [sys.executable, "-m", "coachtui", "--home", "~nobody-of-this-name", "list", "observations"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.returncode == 1
    assert "~nobody-of-this-name" in told.stderr and len(told.stderr.splitlines()) == 1


def test_a_home_is_made_with_all_above_it_for_its_owner_alone(tmp_path: Path) -> None:
    places = Places(tmp_path / "a" / "b")
    prepare(places)
    assert places.home.stat().st_mode & 0o777 == 0o700
    prepare(places)
    assert list(places.home.iterdir()) == []


@pytest.mark.goal("C1")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_whatever_the_mask_was_what_the_program_makes_is_private(tmp_path: Path, mask: int) -> None:
    script = (
        "import sys, pathlib\nfrom coachtui.places import make_private\nmake_private()\n"
        "home = pathlib.Path(sys.argv[1]); home.mkdir(); (home / 'file').touch()\n"
    )
    home = tmp_path / "made"
    subprocess.run([sys.executable, "-c", script, str(home)], check=True, umask=mask, timeout=60)
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "file").stat().st_mode & 0o777 == 0o600


def test_a_file_in_the_place_of_the_home_or_above_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in (tmp_path / "file", tmp_path / "file" / "school"):
        with pytest.raises(NoHome) as refused:
            prepare(Places(home))
        assert str(home) in str(refused.value) and "--home" in str(refused.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_folder_where_nothing_may_be_made_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NoHome, match="can't be made"):
        prepare(Places(tmp_path / "school"))
