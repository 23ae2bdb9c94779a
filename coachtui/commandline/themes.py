"""`coachtui themes`: every theme, what is wrong in one of the person's own and in which line, and what is hard to see in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachtui.commandline.call import Call
from coachtui.commandline.speech import complain, say, say_json, say_table
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.tui.theme_file import Faint, ThemeFile


class _Found(NamedTuple):
    """A file of a theme: the theme, or why it can't be used."""

    path: Path
    is_own: bool
    theme: "ThemeFile | None"
    wrong: list[str]
    faint: "list[Faint]"


def run(call: Call) -> int:
    """Print the themes; 1 if one of them can't be used."""
    found = list(_all(call))
    if call.as_json:
        say_json([_facts(each) for each in found])
    else:
        _tell(call, found)
    return 1 if any(each.wrong for each in found) else 0


def _all(call: Call) -> Iterator[_Found]:
    from coachtui.tui.theme_file import BadTheme, faint_words, folders_of_themes, read_theme_file

    ours, own = folders_of_themes(call.places)
    for folder in (ours, own):
        for path in sorted(folder.glob("*.toml")):
            try:
                theme = read_theme_file(path)
            except BadTheme as fault:
                yield _Found(path, folder == own, None, str(fault).split("\n"), [])
            else:
                yield _Found(path, folder == own, theme, [], faint_words(theme))


def _tell(call: Call, found: list[_Found]) -> None:
    say_table(
        (
            each.theme.name,
            _("dark") if each.theme.is_dark else _("light"),
            _("your own") if each.is_own else _("ours"),
            _seen(each),
        )
        for each in found
        if each.theme is not None
    )
    for each in found:
        for faint in each.faint:
            say(f"{each.path.name}: {faint.words}")
        for sentence in each.wrong:
            complain(sentence)
    if not any(each.is_own for each in found):
        say(_("Your own go into '{themes}': a file each, as docs/themes.md tells.").format(themes=call.places.themes))


def _seen(each: _Found) -> str:
    return (
        _("{number} hard to read").format(
            number=counted(len({faint.colour for faint in each.faint}), "{n} colour", "{n} colours")
        )
        if each.faint
        else _("every word stands out")
    )


def _facts(each: _Found) -> dict[str, object]:
    theme = each.theme
    return {
        "file": str(each.path), "own": each.is_own, "name": theme and theme.name, "dark": theme and theme.is_dark,
        "colours": theme and dict(theme.colours), "wrong": each.wrong, "faint": [faint._asdict() for faint in each.faint],
    }  # fmt: skip
