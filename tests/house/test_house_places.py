"""Where the notebook is: the home that was named, then the one in the environment, then the computer's usual place."""

import os
import stat
from pathlib import Path

import pytest

from coachtui.places import HOME_VARIABLE, NoHome, Places, find_places, make_private, prepare
from coachtui.settings import write_theme
from tests.support.homes import open_notebook


def test_the_home_that_is_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "set"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    assert find_places(str(tmp_path / "named")).home == tmp_path / "named"
    assert find_places(None).home == tmp_path / "set"
    assert find_places("").home == tmp_path / "set"
    for nothing in (None, ""):
        if nothing is None:
            monkeypatch.delenv(HOME_VARIABLE)
        else:
            monkeypatch.setenv(HOME_VARIABLE, nothing)
        assert find_places(None).home.name == "coachtui"
        assert find_places(None).home.is_absolute()


def test_a_home_may_be_named_from_where_one_is_and_from_ones_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert find_places("here").home == tmp_path / "here"
    assert find_places("~/notes").home == tmp_path / "me" / "notes"


def test_a_home_of_nobody_is_refused_in_a_sentence() -> None:
    with pytest.raises(NoHome) as refused:
        find_places("~nobody-of-that-name/notes")
    assert str(refused.value) == "The folder '~nobody-of-that-name/notes' can't be found. Name it in full with --home."


def test_everything_is_in_the_one_folder_and_asking_makes_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "home")
    names = [name for name, value in vars(Places).items() if isinstance(value, property)]
    assert len(names) >= 9
    found = [getattr(places, name) for name in names]
    assert all(path.parent == places.home for path in found) and len(set(found)) == len(found)
    assert not places.home.exists()


def test_a_home_is_made_for_its_owner_alone_and_so_is_all_in_it(tmp_path: Path) -> None:
    places = Places(tmp_path / "deep" / "home")
    before = os.umask(0)
    try:
        make_private()
        prepare(places)
        with open_notebook(places):
            pass
        write_theme(places.settings, "nord")
    finally:
        os.umask(before)
    for path in (places.home, *places.home.rglob("*")):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
    assert {"notebook.db", "notebook.lock", "settings.toml"} <= {path.name for path in places.home.iterdir()}


def test_preparing_twice_changes_nothing(tmp_path: Path) -> None:
    prepare(Places(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NoHome) as refused:
        prepare(Places(tmp_path / "file"))
    assert str(refused.value) == f"'{tmp_path}/file' is a file, not a folder. Choose a folder with --home."
    with pytest.raises(NoHome) as refused:
        prepare(Places(tmp_path / "file" / "home"))
    assert str(refused.value) == (
        f"The folder '{tmp_path}/file/home' can't be made (Not a directory). Choose another with --home."
    )
    assert (tmp_path / "file").read_text() == "mine"
