"""Themes: a small TOML file each, ours from the package and the person's own from their themes folder."""

import re
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from coachtui.disk import read_small
from coachtui.places import Places
from coachtui.toml_text import BadToml, parse_toml
from coachtui.tui.first_paint import Colours

NEEDED = ("background", "surface", "foreground", "muted", "accent")
OPTIONAL = ("warning", "error", "success")
RULE_STRENGTH = 0.25
"""How much of the foreground a thin rule has; the style sheets say the same."""

_AUTO = re.compile(r"auto (\d+)%")


class BadTheme(Exception):
    """A theme that can't be used; `str()` of it is the sentence that says why."""


def folder_of_ours() -> Path:
    """Where our own themes are: inside the package where it was installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def load_themes(places: Places) -> tuple[list[Theme], list[str]]:
    """Our themes and the person's own, and a sentence for each file that can't be used.

    A theme of the person's own takes the place of one of ours with the same name.
    """
    themes: dict[str, Theme] = {}
    complaints: list[str] = []
    for folder in (folder_of_ours(), places.themes):
        for path in sorted(folder.glob("*.toml")):
            try:
                theme = read_theme(path)
            except BadTheme as fault:
                complaints.append(str(fault))
            else:
                themes[theme.name] = theme
    return list(themes.values()), complaints


def read_theme(path: Path) -> Theme:
    """The theme that this file describes. Raises BadTheme."""
    try:
        found = parse_toml(read_small(path))
    except OSError as fault:
        raise BadTheme(f"The theme '{path.name}' can't be read ({fault.strerror}).") from fault
    except BadToml as fault:
        raise BadTheme(f"The theme '{path.name}' can't be read: {fault}.") from fault
    name = found.get("name", path.stem)
    if not isinstance(name, str) or not name.strip():
        raise BadTheme(f"The theme '{path.name}': name takes a word in quotation marks.")
    return _theme(name, found.get("dark", True) is not False, _colours(path.name, found.get("colours", {})))


def _colours(file: str, found: Any) -> dict[str, str]:
    """The colours of a theme, each checked. Raises BadTheme."""
    if not isinstance(found, dict):
        raise BadTheme(f"The theme '{file}': [colours] holds the colours, a line each.")
    named: dict[str, Any] = found
    missing = [name for name in NEEDED if name not in named]
    if missing:
        raise BadTheme(f"The theme '{file}': {missing[0]} is missing from [colours].")
    for name, colour in named.items():
        if name not in NEEDED + OPTIONAL:
            raise BadTheme(f"The theme '{file}': '{name}' is not one of its colours: {', '.join(NEEDED + OPTIONAL)}.")
        if not _is_colour(colour):
            raise BadTheme(f"The theme '{file}': {name} takes a colour such as \"#1d2126\", not {colour!r:.40}.")
    return {name: str(colour).lower() for name, colour in named.items()}


def _is_colour(colour: object) -> bool:
    return (
        isinstance(colour, str) and len(colour) == 7 and colour[0] == "#"
        and all(digit in "0123456789abcdef" for digit in colour[1:].lower())
    )  # fmt: skip


def _theme(name: str, dark: bool, colours: dict[str, str]) -> Theme:
    """These colours as Textual's theme."""
    accent, surface = colours["accent"], colours["surface"]
    return Theme(
        name=name,
        primary=accent,
        secondary=accent,
        accent=accent,
        foreground=colours["foreground"],
        background=colours["background"],
        surface=surface,
        panel=surface,
        warning=colours.get("warning", accent),
        error=colours.get("error", accent),
        success=colours.get("success", accent),
        dark=dark,
        variables={**_words(colours), **_parts(colours)},
    )


def _words(colours: dict[str, str]) -> dict[str, str]:
    """The colours of words; those beside others are `muted` and never fainter."""
    accent, muted = colours["accent"], colours["muted"]
    return {
        "text": colours["foreground"],
        "text-muted": muted,
        "text-accent": accent,
        "text-primary": accent,
        "text-warning": colours.get("warning", accent),
        "text-error": colours.get("error", accent),
        "text-success": colours.get("success", accent),
        "foreground-muted": muted,
        "text-disabled": muted,
    }


def _parts(colours: dict[str, str]) -> dict[str, str]:
    """The colours of what is no word: the cursor in a list, edges, scrollbars as faint as a rule."""
    accent, surface = colours["accent"], colours["surface"]
    bar = Color.parse(colours["background"]).blend(Color.parse(colours["foreground"]), RULE_STRENGTH).hex6.lower()
    return {
        "block-cursor-background": surface,
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-text-style": "bold",
        "border": accent,
        "scrollbar": bar,
        "scrollbar-hover": accent,
        "scrollbar-active": accent,
        "scrollbar-background": surface,
        "scrollbar-corner-color": surface,
    }


def first_look_of(variables: dict[str, str]) -> Colours | None:
    """The colours of the first picture in a theme with these variables; None where the terminal's own are used."""
    try:
        background, foreground, accent = (
            Color.parse(variables[name]) for name in ("background", "foreground", "primary")
        )
        muted = _seen(variables["text-muted"], background)
    except (KeyError, ColorParseError):
        return None
    if background.ansi is not None or foreground.ansi is not None:
        return None
    rule = background.blend(foreground, RULE_STRENGTH)
    return Colours(*(colour.hex6.lower() for colour in (background, foreground, muted, accent, rule)))


def _seen(words: str, background: Color) -> Color:
    """A colour as it is seen on the background; "auto 60%" is the contrast colour at that strength."""
    found = _AUTO.fullmatch(words)
    if found is not None:
        return background.blend(background.get_contrast_text(1.0), int(found[1]) / 100)
    colour = Color.parse(words)
    return background.blend(colour, colour.a)
