"""A theme's file: what is wrong in it is told with its line and the nearest name; what is hard to see is counted."""

from pathlib import Path

import pytest

from coachtui.toml_text import line_of
from coachtui.tui.theme_file import BadTheme, contrast, faint_words, folder_of_ours, read_theme_file

SOUND = """\
name = "my own"
dark = false

[colours]
background = "#102030"
surface = "#203040"
foreground = "#ffffff"
muted = "#cccccc"
accent = "#ffcc00"
"""


def wrong_in(folder: Path, words: str) -> list[str]:
    """What is said of a theme with these words."""
    path = folder / "own.toml"
    path.write_text(words, "utf-8")
    with pytest.raises(BadTheme) as told:
        read_theme_file(path)
    return str(told.value).split("\n")


def test_a_sound_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("\ufeff" + SOUND, "utf-8")
    theme = read_theme_file(tmp_path / "own.toml")
    assert (theme.name, theme.is_dark, theme.colours["accent"]) == ("my own", False, "#ffcc00")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('muted = "#cccccc"', 'muted = "grey"', ["line 8: muted takes a colour such as \"#1d2126\", not 'grey'."]),
        ("muted =", "mutde =", ["line 8: 'mutde' is not one of its colours. Did you mean 'muted'?",
                                "line 4: muted is missing from [colours]."]),
        ("[colours]", "[colors]", ["line 4: 'colors' is not known here. Did you mean 'colours'?",
                                   "foreground, muted and accent are missing from [colours]."]),
        ("dark = false", 'dark = "no"', ["line 2: dark takes true or false."]),
        ('name = "my own"', "name = 3", ["line 1: name takes a word in quotation marks."]),
        ("dark = false", "colour = 1", ["line 2: 'colour' is not known here. Did you mean 'colours'?"]),
        ("dark = false", "zzz = 1", ["line 2: 'zzz' is not known here. It may say: name, dark, colours."]),
        ("dark = false", "dark = false\nopen = [", ["can't be read: Invalid value (at line 5, column 2)."]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, before: str, after: str, told: list[str]) -> None:
    said = wrong_in(tmp_path, SOUND.replace(before, after))
    assert len(said) == len(told)
    for sentence, end in zip(said, told, strict=True):
        assert sentence.startswith("The theme 'own.toml'") and sentence.endswith(end), sentence


def test_a_line_is_found_however_the_name_is_given() -> None:
    assert line_of('colours.accent = "#1"', "accent", "colours") == 1
    assert line_of("\n'dark' = true", "dark") == 2
    assert line_of('colours = { accent = "#1" }', "accent", "colours") == 1
    assert line_of('["colours"]\naccent = 1', "accent", "colours") == 2
    assert line_of("[other]\naccent = 1\n[colours]\n\naccent = 2", "accent", "colours") == 5
    assert line_of("[other]\ndark = 1", "dark") is None


def test_what_is_hard_to_see_is_told_the_hardest_first(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SOUND.replace("#cccccc", "#506070"), "utf-8")
    faint = faint_words(read_theme_file(tmp_path / "own.toml"))
    assert [(each.colour, each.ground) for each in faint] == [("muted", "surface"), ("muted", "background")]
    assert faint[0].seen == pytest.approx(contrast("#506070", "#203040")) and "4.5" in faint[0].words
    for path in folder_of_ours().glob("*.toml"):
        assert faint_words(read_theme_file(path)) == []
