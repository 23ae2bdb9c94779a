"""What a person may choose, read from settings.toml and checked; a file in disorder is told in sentences."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coachtui.disk import put_whole, read_small
from coachtui.language import AUTO, LANGUAGES
from coachtui.model.retention import KINDS, read_span
from coachtui.reasons import reason_of
from coachtui.toml_text import BadToml, parse_toml
from coachtui.wording import _

DARK_THEME = "coachtui-dark"
LIGHT_THEME = "coachtui-light"

_THEME_ROW = re.compile(
    r"""^(?P<key>\ufeff?[ \t]*(?:theme|"theme"|'theme')[ \t]*=[ \t]*)"""
    r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#\[{]+)(?=[ \t]*(?:#.*)?\r?$)""",
    re.MULTILINE,
)
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
    record_folder: str = ""
    """The folder that the leads' records are delivered into; empty for `record` beside the notebook."""
    keep: dict[str, str] = field(default_factory=dict[str, str])
    """How long each kind is kept, as people say it; a kind that is not named is kept for good."""
    purge_backups_after_days: int = 30
    """Days after a purge at which the backups from before it go."""
    language: str = AUTO
    """The language of the program: "en", "es", or "auto" for the one that the computer speaks."""
    lock_minutes: int = 30
    """Minutes without a key after which a notebook that has a passphrase locks itself; 0 for never."""
    ascii: bool = False
    """Whether nothing but ASCII is shown; where the terminal or the locale can show no more, it is so without this."""
    reduced_motion: bool = False
    """Whether nothing glides or fades."""
    keys: str = "default"
    """Which keys are in use: the usual ones, or those that need no function keys. keys.toml may change single ones."""


_TAKES = {
    str: _("words in quotation marks"),
    bool: _("true or false"),
    int: _("a number from 0 to 600"),
    dict: _("a table of words"),
}


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings that the file holds, and a sentence for each thing in it that can't be used."""
    try:
        words = read_small(path)
    except FileNotFoundError:
        return Settings(), []
    except OSError as fault:
        return Settings(), [
            _("The settings in '{path}' can't be read ({strerror}). The usual ones are in use.").format(
                path=path, strerror=reason_of(fault)
            )
        ]
    try:
        found = parse_toml(words)
    except BadToml as fault:
        return Settings(), [
            _("'{path}' can't be read: {fault}. The usual settings are in use; the file is as it was.").format(
                path=path, fault=fault
            )
        ]
    return _checked(path.name, found)


def _checked(file: str, found: dict[str, Any]) -> tuple[Settings, list[str]]:
    """What of a settings file can be used, and a sentence for each thing that can't."""
    usual = Settings()
    chosen: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in found.items():
        if name not in Settings.__slots__:
            complaints.append(_("'{file}': '{name}' is not a setting. It is passed over.").format(file=file, name=name))
        elif not _is_usable(value, getattr(usual, name)):
            takes = _TAKES[type(getattr(usual, name))]
            complaints.append(
                _("'{file}': {name} takes {takes}. The usual one is in use.").format(file=file, name=name, takes=takes)
            )
        elif name == "language" and value not in (AUTO, *LANGUAGES):
            complaints.append(
                _("'{file}': language takes {languages}. The usual one is in use.").format(
                    file=file, languages=", ".join((*LANGUAGES, AUTO))
                )
            )
        elif name == "keep":
            chosen[name] = {kind: words for kind, words in value.items() if kind in KINDS and read_span(words)}
            complaints += [_not_kept(file, kind, value[kind]) for kind in value if kind not in chosen[name]]
        else:
            chosen[name] = value
    return replace(usual, **chosen), complaints


def _not_kept(file: str, kind: str, words: str) -> str:
    """Why a row of `keep` can't be used; it is passed over, and nothing is due by it."""
    if kind not in KINDS:
        return _("'{file}': keep can't name '{kind}'. It takes {kinds}.").format(
            file=file, kind=kind, kinds=", ".join(KINDS)
        )
    return _("'{file}': keep says '{words}' for {kind}. It takes a time such as \"3 years\" or \"18 months\".").format(
        file=file, words=words, kind=kind
    )


def _is_usable(value: object, usual: object) -> bool:
    """Whether a value is of the kind that a setting has."""
    if isinstance(usual, dict):
        return isinstance(value, dict) and all(isinstance(words, str) for words in value.values())
    if type(value) is not type(usual):
        return False
    return not isinstance(value, int) or isinstance(value, bool) or 0 <= value <= 600


def write_theme(path: Path, theme: str) -> None:
    """Keep the choice of a theme; what else stands in the file stays. A file in disorder, or not ours to write, is left alone."""
    try:
        words = read_small(path) if path.exists() else b""
        found = parse_toml(words)
    except (OSError, BadToml):
        return
    if found.get("theme", DARK_THEME) == theme:
        return
    for changed in _with_theme(words.decode("utf-8"), theme):
        with contextlib.suppress(OSError, BadToml):
            if parse_toml(changed.encode()) == found | {"theme": theme}:
                put_whole(path.resolve(), changed.encode())
                return


def _with_theme(words: str, theme: str) -> Iterator[str]:
    """The file with this theme: in the row that has one, above the first table, or at the top; none may be sound."""
    value = '"' + theme.replace("\\", "\\\\").replace('"', '\\"') + '"'
    end = "\r\n" if "\r\n" in words else "\n"
    for row in _THEME_ROW.finditer(words):
        yield words[: row.start()] + row["key"] + value + words[row.end() :]
    table = _TABLE.search(words)
    top, rest = (words, "") if table is None else (words[: table.start()], words[table.start() :])
    yield (top if not top or top.endswith("\n") else top + end) + f"theme = {value}{end}" + rest
    yield f"theme = {value}{end}{words}"
