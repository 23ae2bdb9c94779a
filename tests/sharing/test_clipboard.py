"""The clipboard of the system is given the words by standard input; a program that fails or hangs is passed over."""

from pathlib import Path

import pytest

from coachtui.sharing import clipboard
from coachtui.sharing.clipboard import copy_by_program

WORDS = "Dana’s step:\n- nine seconds ✓\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are, and a screen of both kinds."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    return folder


def put(folder: Path, name: str, script: str) -> Path:
    """A program of this name, and the file that it writes what it was given into."""
    path, got = folder / name, folder / f"{name}.got"
    path.write_text(f"#!/bin/sh\nexport PATH=/usr/bin:/bin\n{script.format(got=got)}\n")
    path.chmod(0o755)
    return got


TAKES = "echo \"$@\" > '{got}.arguments'; cat > '{got}'"


@pytest.mark.goal("C2")
@pytest.mark.parametrize("name", ["wl-copy", "xclip", "xsel"])
def test_the_words_go_in_by_standard_input_and_never_as_an_argument(programs: Path, name: str) -> None:
    got = put(programs, name, TAKES)
    assert copy_by_program(WORDS) == name
    assert got.read_text("utf-8") == WORDS
    assert "nine" not in Path(f"{got}.arguments").read_text()


@pytest.mark.goal("C2")
def test_it_is_told_where_the_screen_is_and_nothing_else_of_the_surroundings(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_TOKEN_OF_SOMETHING_ELSE", "hidden")
    monkeypatch.setenv("COACHTUI_HOME", "/somewhere")
    got = put(programs, "wl-copy", "env > '{got}'; cat > /dev/null")
    assert copy_by_program(WORDS) == "wl-copy"
    told = got.read_text("utf-8")
    assert "WAYLAND_DISPLAY=wayland-0" in told and "TOKEN" not in told and "COACHTUI" not in told


def test_one_of_windows_gets_what_it_reads(programs: Path) -> None:
    got = put(programs, "clip.exe", TAKES)
    assert copy_by_program(WORDS) == "clip.exe" and got.read_bytes().decode("utf-16") == WORDS


def test_one_that_fails_or_hangs_is_passed_over(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.3)
    put(programs, "wl-copy", "exec sleep 20")
    put(programs, "xclip", "exit 1")
    assert copy_by_program(WORDS) is None
    put(programs, "xsel", TAKES)
    assert copy_by_program(WORDS) == "xsel"


def test_without_a_screen_nothing_is_asked(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got = put(programs, "xclip", TAKES)
    monkeypatch.delenv("DISPLAY")
    assert copy_by_program(WORDS) is None and not got.exists()


def test_one_that_stays_behind_to_serve_the_clipboard_is_not_waited_for(programs: Path) -> None:
    put(programs, "wl-copy", TAKES + "; (sleep 5) &")
    assert copy_by_program(WORDS) == "wl-copy"
