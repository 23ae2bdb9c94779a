"""`coachtui install-launcher`: an icon that opens this coachtui, on each kind of computer, and nothing else's place."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coachtui.launchers import (
    Launcher,
    NoLauncher,
    command_file,
    desktop_entry,
    launcher_here,
    program_here,
    put,
    remove,
)
from tests.support.program import ask

AWKWARD = [
    "/opt/a b/co\"ach", "--home", "/home/ana/it's $HOME `x` 100% \\ done; rm -rf ~ & | <>", "%f", "ñ 教 é", "a\\nb", "",
]  # fmt: skip
HOW = "apt install libglib2.0-bin desktop-file-utils"


@pytest.fixture(autouse=True)
def _a_desk_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


def a_program_that_tells(folder: Path, *, name: str) -> Path:
    """A program that writes the words it is called with, as JSON, into `told` beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    told = folder / "told"
    path.write_text(f"#!{sys.executable}\nimport json, sys\nopen({str(told)!r}, 'w').write(json.dumps(sys.argv[1:]))\n")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(not shutil.which("gio"), reason=HOW)
def test_a_desktop_opens_it_in_a_terminal_with_every_word_as_it_was(tmp_path: Path) -> None:
    """The desktop's own library reads the file and calls a terminal, here one that tells what it was asked."""
    bin_, told = tmp_path / "bin", tmp_path / "bin" / "told"
    for terminal in ("xdg-terminal-exec", "gnome-terminal"):
        a_program_that_tells(bin_, name=terminal)
    program = a_program_that_tells(tmp_path / "a b $x", name='co"ach`tui')
    words = [str(program), *AWKWARD[1:]]
    put(launcher_here("linux"), words)
    asked = ["gio", "launch", str(launcher_here("linux").path)]
    subprocess.run(asked, env=os.environ | {"PATH": f"{bin_}:{os.environ['PATH']}"}, check=True, timeout=30)
    for _ in range(100):
        if told.is_file() and told.read_text():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    called = json.loads(told.read_text())
    assert called[-len(words) :] == words


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason=HOW)
def test_the_entry_is_by_its_specification(tmp_path: Path) -> None:
    path = tmp_path / "coachtui.desktop"
    path.write_text(desktop_entry(AWKWARD, tmp_path / "an icon.svg"), "utf-8")
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_mac_opens_it_with_every_word_as_it_was(tmp_path: Path) -> None:
    program = a_program_that_tells(tmp_path / "a b $x", name="it's")
    launcher = launcher_here("darwin")
    put(launcher, [str(program), *AWKWARD[1:]])
    assert launcher.path == tmp_path / "Desktop" / "coachtui.command" and launcher.path.stat().st_mode & 0o777 == 0o700
    subprocess.run([str(launcher.path)], check=True, capture_output=True, env=os.environ | {"TERM": "xterm"})
    assert json.loads((program.parent / "told").read_text()) == AWKWARD[1:]


def test_windows_is_asked_by_its_own_shell_and_no_word_is_part_of_what_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PowerShell is not here: a program of its name tells what came to it."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    shell = bin_ / "powershell"
    told = tmp_path / "told"
    shell.write_text(f'#!/bin/sh\nprintf \'%s\\n\' "$*" "$COACHTUI_LINK" "$COACHTUI_PROGRAM" > \'{told}\'\n')
    shell.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_}:{os.environ['PATH']}")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    launcher = launcher_here("win32")
    put(launcher, ["C:\\it's\\coachtui.exe", "--home", "D:\\a b"])
    script, link, program = told.read_text().splitlines()
    assert link.endswith("coachtui.lnk") and program == "C:\\it's\\coachtui.exe" and "it's" not in script
    shell.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(NoLauncher, match="opens from a terminal as before"):
        put(launcher, ["coachtui.exe"])


def test_one_call_puts_it_there_and_another_takes_it_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    answer = ask(home, "install-launcher")
    entry = launcher_here().path
    assert answer.code == 0 and str(entry) in answer.said and "--remove" in answer.said
    assert str(home) in entry.read_text() and program_here()[0] in entry.read_text() and not home.exists()
    assert ask(home, "install-launcher").code == 0
    assert ask(home, "install-launcher", "--remove").said == "The launcher is gone; the notebook is as it was.\n"
    assert [path for path in (tmp_path / "share").rglob("*") if path.is_file()] == []
    assert ask(home, "install-launcher", "--remove").said == "There was no launcher of ours.\n"


def test_what_somebody_else_put_there_is_left_alone(tmp_path: Path) -> None:
    path = launcher_here().path
    path.parent.mkdir(parents=True)
    path.write_text("[Desktop Entry]\nName=mine\n")
    for words in ((), ("--remove",)):
        answer = ask(tmp_path / "home", "install-launcher", *words)
        assert answer.code == 1 and answer.is_foreseen() and "left alone" in answer.complaint
    assert path.read_text() == "[Desktop Entry]\nName=mine\n"


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    answer = ask(tmp_path / "home", "install-launcher")
    assert answer.code == 1 and answer.is_foreseen() and "as before" in answer.complaint


def test_where_no_command_stands_beside_python_the_module_is_called(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert program_here() == [str(tmp_path / "python"), "-m", "coachtui"]
    assert "exec" in command_file(program_here()) and Launcher(tmp_path / "no", "").is_ours is False
    assert remove(Launcher(tmp_path / "no.desktop", "")) is False
