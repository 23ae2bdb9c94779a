"""Rules of the look: every word of every theme stands out from what is behind it."""

from pathlib import Path

import pytest
from textual.color import Color

from coachtui.tui.app import CoachApp
from coachtui.tui.theme_file import folder_of_ours
from coachtui.tui.themes import first_look_of
from tests.support.clocks import FakeClock
from tests.support.homes import make_home

OURS = sorted(path.stem for path in folder_of_ours().glob("*.toml"))
WORDS = ("foreground", "text", "text-muted", "text-accent", "text-primary", "text-warning", "text-error", "text-success",
         "text-disabled", "foreground-muted", "accent", "primary", "warning", "error", "success",
         "block-cursor-foreground")  # fmt: skip
BEHIND = ("background", "surface", "panel", "block-cursor-background")
ENOUGH = 4.5


def luminance(colour: Color) -> float:
    """How much light a colour gives, by WCAG 2."""
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, by WCAG 2: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_one_that_is_written_down() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_there_are_a_light_a_dark_a_dim_and_a_strong_one() -> None:
    assert OURS == ["coachtui-dark", "coachtui-dim", "coachtui-high-contrast", "coachtui-light"]


@pytest.mark.parametrize("theme", OURS)
def test_words_stand_out(theme: str, tmp_path: Path) -> None:
    app = CoachApp(make_home(tmp_path), FakeClock(), lambda: "1", room="today")
    app.dress_in(theme, [])
    variables = app.get_css_variables()
    for behind in BEHIND:
        ground = Color.parse(variables[behind])
        for name in WORDS:
            words = Color.parse(variables[name])
            assert words.a == 1, f"{name} lets through what is behind it"
            assert contrast(words, ground) >= ENOUGH, f"{name} on {behind}: {contrast(words, ground):.2f}"
    look = first_look_of(variables)
    assert look is not None
    for colour in (look.foreground, look.muted, look.accent):
        assert contrast(Color.parse(colour), Color.parse(look.background)) >= ENOUGH
    if theme == "coachtui-high-contrast":
        assert contrast(Color.parse(look.muted), Color.parse(look.background)) >= 7
