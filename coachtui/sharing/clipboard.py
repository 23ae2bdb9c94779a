"""The system's clipboard: whatever program this computer has for it is given the words, never as an argument."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

_PATIENCE = 3.0
"""Seconds that a program has to take the words; one that waits for a screen that is not there takes for ever."""
_HANDED_ON = (
    "PATH", "HOME", "USER", "LANG", "LC_", "DISPLAY", "XAUTHORITY", "WAYLAND_", "XDG_RUNTIME_DIR", "WSL", "SYSTEMROOT",
    "__CF_USER",
)  # fmt: skip
"""How the variables begin that such a program needs, to find the screen and to read letters; it is told no others."""


class Taker(NamedTuple):
    """A program that puts what it reads from its standard input on the clipboard."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.command[0]


def copy_by_program(text: str) -> str | None:
    """Give the text to the first program that takes it; its name, or None where none does."""
    for taker in _takers():
        if shutil.which(taker.name) is not None and _took(taker, text):
            return taker.name
    return None


def _takers() -> Iterator[Taker]:
    """The programs that may be there, those that belong to the screen in use first."""
    if sys.platform == "darwin":
        yield Taker(("pbcopy",))
    if os.environ.get("WAYLAND_DISPLAY"):
        yield Taker(("wl-copy",))
    if os.environ.get("DISPLAY"):
        yield Taker(("xclip", "-selection", "clipboard", "-in"))
        yield Taker(("xsel", "--clipboard", "--input"))
    yield Taker(("clip.exe",), "utf-16")


def _took(taker: Taker, text: str) -> bool:
    """Whether the program ended well; those that stay behind to serve the clipboard have let go of us by then."""
    environment = {name: value for name, value in os.environ.items() if name.startswith(_HANDED_ON)}
    if taker.name == "pbcopy":
        environment["LC_CTYPE"] = "UTF-8"
    try:
        done = subprocess.run(
            taker.command, input=text.encode(taker.encoding), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
