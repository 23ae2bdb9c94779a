"""A home that is locked, made once, and whether a word stands in any byte of a home."""

import shutil
from pathlib import Path

from coachtui.places import Places
from tests.support.homes import Desk

CANARY = "quetzalwort"
PASSPHRASE = "four plain words, näh"


def copy_of(desk: Desk, folder: Path) -> Desk:
    """A home like this one in another folder."""
    shutil.copytree(desk.places.home, folder / "home")
    copied = Desk(folder, Places(folder / "home"))
    copied.key = desk.key
    return copied


def files_with(word: str, home: Path) -> list[str]:
    """The files below a home that hold a word, in any letters that text is written in."""
    sought = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = [path for path in home.rglob("*") if path.is_file() and any(each in path.read_bytes() for each in sought)]
    return sorted(str(path.relative_to(home)) for path in found)
