"""What a person may choose, read from settings.toml and checked; a file in disorder is told in sentences."""

import contextlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coachtui.disk import put_whole

DARK_THEME = "coachtui-dark"
LIGHT_THEME = "coachtui-light"

_THEME_ROW = re.compile(r"^[ \t]*theme[ \t]*=.*$", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices; each has a value that works without a file."""

    theme: str = DARK_THEME
    """The name of the theme: one of ours, of Textual's, or of a file in the themes folder."""
    framework: str = "core-team-meeting"
    """The look-fors a new observation is watched with: one of ours, or a file in the frameworks folder."""
    tally: bool = False
    """Whether the pad counts who speaks."""
    scan_minutes: int = 0
    """Minutes between two silent ticks for scan sampling; 0 for none."""
    blank_minutes: int = 10
    """Minutes without a key after which the screen goes blank; 0 for never."""
    abbreviations: dict[str, str] = field(default_factory=dict[str, str])
    """Your own abbreviations, written out as a line is filed."""


_TAKES = {
    str: "words in quotation marks",
    bool: "true or false",
    int: "a number from 0 to 600",
    dict: "a table of words",
}


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings that the file holds, and a sentence for each thing in it that can't be used."""
    try:
        words = path.read_bytes()
    except FileNotFoundError:
        return Settings(), []
    except OSError as fault:
        return Settings(), [f"The settings in '{path}' can't be read ({fault.strerror}). The usual ones are in use."]
    import tomllib  # late: most homes have no settings file

    try:
        found = tomllib.loads(words.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        where = "it is not UTF-8 text" if isinstance(fault, UnicodeDecodeError) else str(fault)
        return Settings(), [f"'{path}' can't be read: {where}. The usual settings are in use; the file is as it was."]
    return _checked(path.name, found)


def _checked(file: str, found: dict[str, Any]) -> tuple[Settings, list[str]]:
    """What of a settings file can be used, and a sentence for each thing that can't."""
    usual = Settings()
    chosen: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in found.items():
        if name not in Settings.__slots__:
            complaints.append(f"'{file}': '{name}' is not a setting. It is passed over.")
        elif not _is_usable(value, getattr(usual, name)):
            takes = _TAKES[type(getattr(usual, name))]
            complaints.append(f"'{file}': {name} takes {takes}. The usual one is in use.")
        else:
            chosen[name] = value
    return replace(usual, **chosen), complaints


def _is_usable(value: object, usual: object) -> bool:
    """Whether a value is of the kind that a setting has."""
    if isinstance(usual, dict):
        return isinstance(value, dict) and all(isinstance(words, str) for words in value.values())
    if type(value) is not type(usual):
        return False
    return not isinstance(value, int) or isinstance(value, bool) or 0 <= value <= 600


def write_theme(path: Path, theme: str) -> None:
    """Keep the choice of a theme; what else stands in the file stays. A file that can't be read or written is left alone."""
    settings, complaints = read_settings(path)
    if settings.theme == theme and not complaints:
        return
    row = f'theme = "{theme}"'
    try:
        words = path.read_text("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        return
    words = _with_row(words, row)
    with contextlib.suppress(OSError):
        put_whole(path, words.encode())


def _with_row(words: str, row: str) -> str:
    """The file with this row for the theme, in the place of the one before, above any table."""
    table = _TABLE.search(words)
    top, rest = (words, "") if table is None else (words[: table.start()], words[table.start() :])
    if _THEME_ROW.search(top):
        return _THEME_ROW.sub(lambda _: row, top, count=1) + rest
    return (top if not top or top.endswith("\n") else top + "\n") + row + "\n" + rest
