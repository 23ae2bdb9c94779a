"""What is painted, as cells: words with their colours, to be measured as an eye would."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.strip import Strip

from coachtui.tui.app import CoachApp
from coachtui.tui.theme_file import ENOUGH, contrast

_DRAWN = range(0x2500, 0x25A0)
"""The characters that are rules and blocks: no words."""

_SIGNS = "*?!›>▸"


class Painted(NamedTuple):
    """A stretch of words as it is painted: its colour and the one behind it, as "#rrggbb"."""

    words: str
    colour: str
    ground: str

    @property
    def contrast(self) -> float:
        """How much it stands out."""
        return contrast(self.colour, self.ground)


def strips_of(app: CoachApp) -> list[Strip]:
    """The screen as it is painted, row by row."""
    strips: list[Strip] = app.screen._compositor.render_strips()
    return strips


def painted(app: CoachApp) -> Iterator[Painted]:
    """Every stretch of words on the screen."""
    for strip in strips_of(app):
        for text, style, _ in strip:
            words = "".join(character for character in text if ord(character) not in _DRAWN).strip()
            if any(character.isalnum() or character in _SIGNS for character in words) and style is not None:
                yield Painted(words, *_colours(style))


def too_faint(app: CoachApp) -> set[str]:
    """The words that stand out less than they should, with by how much they do."""
    return {
        f"{each.words[:40]!r} {each.contrast:.2f} ({each.colour} on {each.ground})"
        for each in painted(app)
        if each.contrast < ENOUGH
    }


def without_colour(app: CoachApp) -> list[list[tuple[str, str]]]:
    """What is left on a screen without colours: the words and whether they are bold, italic, underlined or turned around."""
    return [[(text, _weight(style)) for text, style, _ in strip.simplify()] for strip in strips_of(app)]


def _colours(style: Style) -> tuple[str, str]:
    """The colour of words and that of what is behind them, as they reach the eye."""
    assert style.color is not None and style.bgcolor is not None
    words, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
    if style.reverse:
        words, ground = ground, words
    if style.dim:
        words = ColorTriplet(*((word + behind) // 2 for word, behind in zip(words, ground, strict=True)))
    return words.hex, ground.hex


def _weight(style: Style | None) -> str:
    if style is None:
        return ""
    names = ("bold", "italic", "underline", "reverse", "strike")
    return " ".join(name for name in names if getattr(style, name))
