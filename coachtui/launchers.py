"""A launcher for those who never open a terminal: an icon that opens one with the program in it."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from coachtui.disk import put_whole, read_small
from coachtui.reasons import reason_of

_OURS = "made by coachtui install-launcher"
_SHORTCUT = (
    "$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:COACHTUI_LINK); "
    "$link.TargetPath = $env:COACHTUI_PROGRAM; $link.Arguments = $env:COACHTUI_ARGUMENTS; "
    f"$link.Description = 'coachtui, {_OURS}'; $link.Save()"
)
"""What PowerShell is told; the values come to it in the environment, where nothing in them can be a command."""


class NoLauncher(Exception):
    """It can't be put there; `str()` of it is the sentence that says why and what to do."""


class Launcher(NamedTuple):
    """The launcher of one kind of computer: its file, and how a person finds it."""

    path: Path
    found: str

    @property
    def is_there(self) -> bool:
        """Whether something has its name already."""
        return self.path.is_symlink() or self.path.exists()

    @property
    def is_ours(self) -> bool:
        """Whether what is there was made by us; of a shortcut of Windows its name alone says so."""
        if self.path.suffix == ".lnk":
            return True
        try:
            return _OURS in read_small(self.path).decode("utf-8", "replace")[:4096]
        except OSError:
            return False


def launcher_here(platform: str = sys.platform) -> Launcher:
    """The launcher that this kind of computer understands."""
    if platform == "win32":
        folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        menu = folder / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        return Launcher(menu / "coachtui.lnk", "It is in the Start menu, under C: coachtui.")
    if platform == "darwin":
        return Launcher(Path.home() / "Desktop" / "coachtui.command", "It is on the desktop: open it with two clicks.")
    return Launcher(_shared() / "applications" / "coachtui.desktop", "It is among the programs in the menu: coachtui.")


def program_here() -> list[str]:
    """What opens this very coachtui, in words for the system."""
    beside = Path(sys.executable).with_name("coachtui.exe" if os.name == "nt" else "coachtui")
    return [str(beside)] if beside.is_file() else [sys.executable, "-m", "coachtui"]


def put(launcher: Launcher, program: Sequence[str]) -> None:
    """Write the launcher, in the place of an older one of ours. Raises NoLauncher; then nothing was changed."""
    if launcher.is_there and not launcher.is_ours:
        raise NoLauncher(f"'{launcher.path}' is there already and is not ours; it was left alone. Move it away first.")
    try:
        launcher.path.parent.mkdir(parents=True, exist_ok=True)
        match launcher.path.suffix:
            case ".lnk":
                _put_shortcut(launcher.path, program)
            case ".command":
                put_whole(launcher.path, command_file(program).encode())
                launcher.path.chmod(0o700)
            case _:
                icon = _put_icon()
                put_whole(launcher.path, desktop_entry(program, icon).encode())
    except (OSError, subprocess.SubprocessError) as fault:
        raise NoLauncher(
            f"The launcher can't be written to '{launcher.path}' ({_reason(fault)}). Nothing else was changed; "
            "coachtui opens from a terminal as before."
        ) from fault


def remove(launcher: Launcher) -> bool:
    """Take our launcher away; whether there was one. Raises NoLauncher where it stays."""
    if not launcher.is_there:
        return False
    if not launcher.is_ours:
        raise NoLauncher(f"'{launcher.path}' is not ours; it was left alone.")
    try:
        launcher.path.unlink()
        if launcher.path.suffix == ".desktop":
            _icon().unlink(missing_ok=True)
    except OSError as fault:
        raise NoLauncher(f"'{launcher.path}' can't be taken away ({_reason(fault)}).") from fault
    return True


def desktop_entry(program: Sequence[str], icon: Path) -> str:
    """The file of a launcher on Linux, by the Desktop Entry Specification of freedesktop.org."""
    return (
        "[Desktop Entry]\n"
        f"# {_OURS}\n"
        "Type=Application\n"
        "Name=coachtui\n"
        "Comment=Notes on the meetings of people you coach\n"
        "Comment[es]=Notas de las reuniones de las personas a las que acompaña\n"
        f"Exec={' '.join(map(_quoted, program))}\n"
        f"Icon={_escaped(str(icon))}\n"
        "Terminal=true\n"
        "Categories=Education;\n"
    )


def command_file(program: Sequence[str]) -> str:
    """The file of a launcher on a Mac: a script that its Terminal opens."""
    return f"#!/bin/sh\n# {_OURS}\nclear\nexec {shlex.join(program)}\n"


def _quoted(word: str) -> str:
    """A word of Exec, quoted as its specification asks: first for the command, then for the file."""
    for mark in '\\"`$':
        word = word.replace(mark, "\\" + mark)
    return _escaped(f'"{word}"').replace("%", "%%")


def _escaped(text: str) -> str:
    """A value of the file: no row ends in it, and a backslash is one."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _put_shortcut(path: Path, program: Sequence[str]) -> None:
    told = {
        "COACHTUI_LINK": str(path),
        "COACHTUI_PROGRAM": program[0],
        "COACHTUI_ARGUMENTS": subprocess.list2cmdline(program[1:]),
    }
    asked = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _SHORTCUT]
    subprocess.run(asked, env=os.environ | told, check=True, capture_output=True, timeout=60)


def _put_icon() -> Path:
    icon = _icon()
    icon.parent.mkdir(parents=True, exist_ok=True)
    put_whole(icon, (files("coachtui") / "content" / "coachtui.svg").read_bytes())
    return icon


def _icon() -> Path:
    return _shared() / "icons" / "hicolor" / "scalable" / "apps" / "coachtui.svg"


def _shared() -> Path:
    """The folder in which a person's own programs are told to a desktop on Linux."""
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"


def _reason(fault: Exception) -> str:
    return reason_of(fault)
