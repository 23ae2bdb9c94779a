"""A theme as it stands in a file: what may be in it, what is wrong with it and in which line, how well its words are seen.

Nothing of Textual is needed: `coachtui themes` and the page of docs are made from this too.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coachtui.disk import read_small
from coachtui.model.listed_words import listed_and
from coachtui.places import Places
from coachtui.reasons import reason_of
from coachtui.toml_text import BadToml, line_of, parse_toml
from coachtui.wording import _, _n

ENOUGH = 4.5
"""The contrast that words need to be read by nearly everyone, by WCAG 2."""


class Entry(NamedTuple):
    """One thing that a theme's file may say."""

    name: str
    is_needed: bool
    meaning: str


TOP = (
    Entry("name", False, _("what the theme is called; without it, the file's name")),
    Entry("dark", False, _("`true` where the background is dark, `false` where it is light; without it, dark")),
    Entry("colours", True, _("the table of colours")),
)
COLOURS = (
    Entry("background", True, _("behind everything")),
    Entry("surface", True, _("behind what is chosen, and behind what lies above: help, notices, the list of commands")),
    Entry("foreground", True, _("what is written")),
    Entry("muted", True, _("what is said beside it: times, names, hints")),
    Entry("accent", True, _("where you are and what needs you")),
    Entry("warning", False, _("something to look at; without it, the accent")),
    Entry("error", False, _("something went wrong; without it, the accent")),
    Entry("success", False, _("something went well; without it, the accent")),
)
"""The colours of a theme, in the order in which they are told."""
GROUNDS = ("background", "surface")
"""The colours that words stand on; every other is one of words."""
_NEEDED = tuple(each.name for each in COLOURS if each.is_needed)


class BadTheme(Exception):
    """A theme that can't be used; `str()` of it is a sentence for each thing that is wrong, in rows."""


class ThemeFile(NamedTuple):
    """A theme that can be used: its name, whether it is dark, its colours as "#rrggbb"."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]


def folder_of_ours() -> Path:
    """Where our own themes are: inside the package where it was installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def folders_of_themes(places: Places) -> tuple[Path, Path]:
    """Where themes are: ours, then the person's own."""
    return folder_of_ours(), places.themes


def read_theme_file(path: Path) -> ThemeFile:
    """The theme that this file describes. Raises BadTheme with all that is wrong, each with its line."""
    try:
        words = read_small(path)
        found = parse_toml(words)
    except OSError as fault:
        raise BadTheme(
            _("The theme '{name}' can't be read ({strerror}).").format(name=path.name, strerror=reason_of(fault))
        ) from fault
    except BadToml as fault:
        raise BadTheme(_("The theme '{name}' can't be read: {fault}.").format(name=path.name, fault=fault)) from fault
    wrong = [
        _("The theme '{name}'{each}").format(name=path.name, each=each)
        for each in _wrong(found, words.decode("utf-8-sig"))
    ]
    if wrong:
        raise BadTheme("\n".join(wrong))
    colours = {name: str(colour).lower() for name, colour in found["colours"].items()}
    return ThemeFile(found.get("name", path.stem), found.get("dark", True), colours)


def _wrong(found: Mapping[str, Any], words: str) -> Iterator[str]:
    """What is wrong with a theme, in the order of what may be in it; each as the rest of a sentence that names the file."""
    yield from _unknown(found, TOP, words)
    name = found.get("name")
    if "name" in found and not (isinstance(name, str) and name.strip()):
        yield _("{at}: name takes a word in quotation marks.").format(at=_at(words, "name"))
    if not isinstance(found.get("dark", True), bool):
        yield _("{at}: dark takes true or false.").format(at=_at(words, "dark"))
    colours = found.get("colours", {})
    if not isinstance(colours, dict):
        yield _("{at}: [colours] holds the colours, a line each.").format(at=_at(words, "colours"))
        return
    yield from _unknown(colours, COLOURS, words, "colours")
    for colour, value in colours.items():
        if colour in (each.name for each in COLOURS) and not is_colour(value):
            yield _('{at}: {colour} takes a colour such as "#1d2126", not {value}.').format(
                at=_at(words, colour, "colours"), colour=colour, value=f"{value!r:.40}"
            )
    missing = [each for each in _NEEDED if each not in colours]
    if missing:
        yield _n(
            "{place}: {names} is missing from [colours].", "{place}: {names} are missing from [colours].", len(missing)
        ).format(place=_at(words, "colours"), names=listed_and(missing))


def _unknown(found: Mapping[str, Any], known: tuple[Entry, ...], words: str, table: str = "") -> Iterator[str]:
    """The names that are none of these, each with the nearest that is."""
    names = [each.name for each in known]
    for name in found:
        if name not in names:
            from difflib import get_close_matches  # late: hardly any theme has one

            near = get_close_matches(name.lower(), names, 1)
            instead = (
                _("Did you mean '{near}'?").format(near=near[0])
                if near
                else _("It may say: {names}.").format(names=", ".join(names))
            )
            whole = (
                _("{at}: '{name}' is not one of its colours. {instead}")
                if table
                else _("{at}: '{name}' is not known here. {instead}")
            )
            yield whole.format(at=_at(words, name, table), name=name, instead=instead)


def _at(words: str, name: str, table: str = "") -> str:
    line = line_of(words, name, table)
    return _(" can't be used") if line is None else _(", line {line}").format(line=line)


def is_colour(colour: object) -> bool:
    """Whether this is a colour as it is written here: "#rrggbb"."""
    return (
        isinstance(colour, str) and len(colour) == 7 and colour[0] == "#"
        and all(digit in "0123456789abcdef" for digit in colour[1:].lower())
    )  # fmt: skip


class Faint(NamedTuple):
    """A colour of words that is hard to see on a ground of its theme, and by how much it stands out."""

    colour: str
    ground: str
    seen: float

    @property
    def words(self) -> str:
        """The same in a sentence."""
        return _(
            "{colour} on {ground} has a contrast of {seen}; words need {enough} to be read by nearly everyone."
        ).format(colour=self.colour, ground=self.ground, seen=f"{self.seen:.1f}", enough=ENOUGH)


def faint_words(theme: ThemeFile) -> list[Faint]:
    """What is hard to see in a theme, what is hardest first."""
    found = (
        Faint(name, ground, contrast(colour, theme.colours[ground]))
        for name, colour in theme.colours.items()
        if name not in GROUNDS
        for ground in GROUNDS
    )
    return sorted((each for each in found if each.seen < ENOUGH), key=lambda each: each.seen)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, by WCAG 2: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """How much light a colour gives, by WCAG 2."""
    values = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
