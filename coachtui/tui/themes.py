"""Themes: a small TOML file each, ours from the package and the person's own from their themes folder."""

import contextlib
import re
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import Theme

from coachtui.places import Places
from coachtui.tui.first_paint import Colours
from coachtui.tui.theme_file import BadTheme, Faint, ThemeFile, faint_words, folders_of_themes, read_theme_file

RULE_STRENGTH = 0.25
"""How much of the foreground a thin rule has; the style sheets say the same."""

_AUTO = re.compile(r"auto (\d+)%")


def load_themes(places: Places) -> tuple[list[Theme], list[str]]:
    """Our themes and the person's own, and a sentence for each thing in them that can't be used.

    A theme of the person's own takes the place of one of ours with the same name.
    """
    themes: dict[str, Theme] = {}
    complaints: list[str] = []
    for folder in folders_of_themes(places):
        for path in sorted(folder.glob("*.toml")):
            try:
                theme = as_theme(read_theme_file(path))
            except BadTheme as fault:
                complaints.append(str(fault))
            else:
                themes[theme.name] = theme
    return list(themes.values()), complaints


def faint_in(places: Places) -> dict[str, list[Faint]]:
    """Each theme of ours and of the person's own, with what is hard to see in it."""
    found: dict[str, list[Faint]] = {}
    for folder in folders_of_themes(places):
        for path in sorted(folder.glob("*.toml")):
            with contextlib.suppress(BadTheme):
                theme = read_theme_file(path)
                found[theme.name] = faint_words(theme)
    return found


def state_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Each theme's file in a folder with when it was written and how long it is: another one was saved since."""
    try:
        found = [(path.name, path.stat()) for path in folder.glob("*.toml")]
    except OSError:
        return {}
    return {name: (stat.st_mtime_ns, stat.st_size) for name, stat in found}


def as_theme(file: ThemeFile) -> Theme:
    """A theme as Textual takes it."""
    colours = file.colours
    accent, surface = colours["accent"], colours["surface"]
    return Theme(
        name=file.name,
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
        dark=file.is_dark,
        variables={**_words(file), **_parts(file)},
    )


def _words(file: ThemeFile) -> dict[str, str]:
    """The colours of words; those beside others are `muted` and never fainter."""
    colours = file.colours
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


def _parts(file: ThemeFile) -> dict[str, str]:
    """The colours of what is no word: the cursor in a list, edges, scrollbars as faint as a rule."""
    colours = file.colours
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
