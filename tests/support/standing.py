"""Whether words stand on the screen: as they are, broken over rows, or cut off with "…"; what is blank counts for nothing."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from textual.screen import Screen
from textual.strip import Strip

WHOLE, CUT = "whole", "cut"
_ELLIPSIS = "…"
_NOT_BY_CHANCE = 6
"""Characters that are hardly alike by chance."""
_A_ROW = 30
"""Characters of a row at the top of a pane that is all of the words, whose beginning lies above it."""
_A_PIECE = 3
"""Characters of a first piece beside which something else may stand; of words as short as that, fewer."""


def squeezed(text: str) -> str:
    """The text without anything blank: how it is broken into rows is nobody's words."""
    return "".join(text.split())


def painted(screen: Screen[Any]) -> list[Strip]:
    """The rows of the screen, with their styles."""
    return screen._compositor.render_strips()


def panes(screen: Screen[Any], strips: Sequence[Strip]) -> list[list[str]]:
    """The rows of each thing on the screen that has words of its own, as they are painted, without blanks."""
    found = []
    for widget, (region, clip) in screen._compositor.visible_widgets.items():
        seen = region.intersection(clip)
        if widget is screen or not seen or any(child.display for child in widget.children):
            continue
        right = seen.right - (widget.scrollbar_size_vertical if widget.show_vertical_scrollbar else 0)
        rows = (strips[y].crop(seen.x, right) for y in range(seen.y, seen.bottom))
        found.append([squeezed(strip.text) for strip in rows])
    return found


def stand(words: str, shown: Sequence[Sequence[str]]) -> str:
    """How these words, without blanks, stand in one of the panes: whole, cut, or "" where they don't."""
    ways = {_stand_in(words, rows) for rows in shown}
    return WHOLE if WHOLE in ways else CUT if CUT in ways else ""


def _stand_in(words: str, rows: Sequence[str]) -> str:
    """The same in one pane: each row holds the next piece, from its beginning on; only the first may begin anywhere.

    Behind the first piece something else may stand, at the right; a piece that is hardly one may stand there by chance. Of long
    words the beginning may lie above what is seen, the end below it.
    """
    if not words or words in "".join(rows):
        return WHOLE

    @cache
    def follows(done: int, row: int) -> str:
        return piece(done, row, 0)

    def piece(done: int, row: int, at: int) -> str:
        if row == len(rows):
            return CUT if done >= _NOT_BY_CHANCE else ""
        length = _alike(words, done, rows[row], at)
        if done + length == len(words):
            return WHOLE
        for taken in range(length, max(0, length - 4), -1):  # what stands at the right may begin as the next piece does
            rest = rows[row][at + taken :]
            if rest.startswith(_ELLIPSIS):
                return CUT
            goes_on = not rest or (done == 0 and taken >= min(_A_PIECE, len(words) - 2))
            if goes_on and (way := follows(done + taken, row + 1)):
                return way
        return ""

    starts = ((row, at) for row, each in enumerate(rows) for at in _places(words[0], each))
    if way := next((way for row, at in starts if (way := piece(0, row, at))), ""):
        return way
    above = (done for done in range(len(words)) if len(rows[0]) >= _A_ROW and words.startswith(rows[0], done))
    return CUT if any(piece(done, 0, 0) for done in above) else ""


def _alike(words: str, done: int, row: str, at: int) -> int:
    """How many characters are the same from these places on."""
    most = min(len(words) - done, len(row) - at)
    if words.startswith(row[at : at + most], done):
        return most
    return next(place for place in range(most) if words[done + place] != row[at + place])


def _places(character: str, row: str) -> list[int]:
    return [place for place, each in enumerate(row) if each == character]
