"""What a person may choose, read from settings.toml and checked; a file in disorder is told in sentences."""

import contextlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from coachtui.disk import put_whole

DARK_THEME = "coachtui-dark"
LIGHT_THEME = "coachtui-light"

_THEME_ROW = re.compile(
    r"""^[ \t]*theme[ \t]*=[ \t]*(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^#\r\n"']*?)(?P<comment>[ \t]*(?:\#[^\r\n]*)?)(?=\r?$)""",
    re.MULTILINE,
)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices; each has a value that works without a file."""

    theme: str = DARK_THEME
    """The name of the theme: one of ours, of Textual's, or of a file in the themes folder."""


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
        found = tomllib.loads(words.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        where = "it is not UTF-8 text" if isinstance(fault, UnicodeDecodeError) else str(fault)
        return Settings(), [f"'{path}' can't be read: {where}. The usual settings are in use; the file is as it was."]
    complaints = [f"'{path.name}': '{name}' is not a setting. It is passed over." for name in found if name != "theme"]
    theme = found.get("theme", DARK_THEME)
    if not isinstance(theme, str):
        complaints.append(f"'{path.name}': theme takes a name in quotation marks. The dark one is shown.")
        theme = DARK_THEME
    return Settings(theme), complaints


def write_theme(path: Path, theme: str) -> None:
    """Keep the choice of a theme; what else stands in the file stays.

    A file that can't be read, can't be written, or would not say the same about all else is left alone.
    """
    import tomllib

    with contextlib.suppress(OSError, ValueError):
        words = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        found = tomllib.loads(words)
        if found.get("theme", DARK_THEME) == theme:
            return
        changed = _with_row(words, f"theme = {json.dumps(theme, ensure_ascii=False)}")
        if tomllib.loads(changed) == {**found, "theme": theme}:
            put_whole(path, changed.encode())


def _with_row(words: str, row: str) -> str:
    """The file with this row for the theme, in the place of the one before, above any table."""
    table = _TABLE.search(words)
    top, rest = (words, "") if table is None else (words[: table.start()], words[table.start() :])
    if _THEME_ROW.search(top):
        return _THEME_ROW.sub(lambda found: row + found["comment"], top, count=1) + rest
    return (top if not top or top.endswith("\n") else top + "\n") + row + "\n" + rest
