"""A text lent to an editor: which editor, where, and what comes back."""

import stat
from pathlib import Path

import pytest

from coachtui.sharing.editing import LARGEST, folders_for, given_back, lend, take_away
from coachtui.sharing.errors import SharingError
from coachtui.tui.handing_off import editor_command


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a place in memory for this person alone."""
    memory = tmp_path / "memory"
    memory.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_where_it_is_lent(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lent = lend(home, "words")
    assert lent.is_relative_to(tmp_path / "memory") and lent.read_text() == "words"
    assert stat.S_IMODE(lent.stat().st_mode) == 0o600 and stat.S_IMODE(lent.parent.stat().st_mode) == 0o700
    assert folders_for(home)[0] != folders_for(tmp_path / "other")[0]
    (tmp_path / "memory").chmod(0o755)
    assert folders_for(home) == [home / "editing"]
    monkeypatch.setenv("XDG_RUNTIME_DIR", "relative")
    assert lend(home, "words").parent == home / "editing"


def test_what_comes_back(home: Path) -> None:
    lent = lend(home, "one\ntwo")
    for saved, back in (
        (b"one\ntwo", None), (b"one\ntwo\n", None), (b"\xef\xbb\xbfone\r\ntwo\r\n", None), (b"", ""), (b"two\n\n", "two\n"),
        ("e\u0301 \u202e\x07".encode(), "é ⟨RLO⟩"), (b"caf\xe9", "caf\ufffd"),
    ):  # fmt: skip
        lent.write_bytes(saved)
        assert given_back(lent, "one\ntwo") == back, saved
    for saved in (b"a\0b", b"x" * (LARGEST + 1)):
        lent.write_bytes(saved)
        with pytest.raises(SharingError, match="no text that could be typed"):
            given_back(lent, "one")
    lent.unlink()
    with pytest.raises(SharingError, match="took its file away"):
        given_back(lent, "one")


def test_all_that_lies_there_is_taken_away_but_nothing_behind_a_link(home: Path, tmp_path: Path) -> None:
    lent = lend(home, "words")
    (lent.parent / "feedback.txt~").write_text("backup")
    precious = tmp_path / "precious"
    precious.mkdir()
    (home / "editing").symlink_to(precious)
    take_away(home)
    assert not lent.parent.exists() and precious.is_dir()


def test_a_place_that_takes_nothing_is_a_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    (home / "editing").write_text("a file")
    with pytest.raises(SharingError, match=r"could not be lent to an editor \(File exists\)"):
        lend(home, "words")


def test_which_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("ed with blanks", "nano", "mine"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    for named, command in (
        ("mine -w '$(x) ;'", ["mine", "-w", "$(x) ;"]),
        ("'ed with blanks'", ["ed with blanks"]),
        ("", ["nano"]),
    ):
        monkeypatch.setenv("EDITOR", named)
        assert editor_command() == command
    monkeypatch.setenv("VISUAL", "mine")
    assert editor_command() == ["mine"]
    for named in ("nowhere-to-be-found", "'open", "; rm"):
        monkeypatch.setenv("VISUAL", named)
        with pytest.raises(Exception, match="There is no editor"):
            editor_command()
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", "")
    (tmp_path / "nano").unlink()
    with pytest.raises(Exception, match="No editor is named"):
        editor_command()
