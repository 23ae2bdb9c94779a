"""A meeting drawn into one row of cells: how much was said when, what else was written, where segments begin, where stars are."""

from collections.abc import Sequence
from typing import NamedTuple

_BLOCKS = " ▁▂▃▄▅▆▇"
STAR, BOUNDARY, NOTED = "*", "│", "·"
WIDTH = 30
"""The cells of the drawing at the right."""


class Written(NamedTuple):
    """A line as the strip needs it: when, in ms from the anchor; what it is."""

    at_ms: int
    starred: bool
    begins_segment: bool
    is_talk: bool = True
    """Whether someone speaks in it."""


def drawn(lines: Sequence[Written], length_ms: int, width: int = WIDTH) -> str:
    """A meeting of this length as a row of cells: how much was said in each, where segments begin, where stars are.

    A dot is a line in which nobody speaks, where nothing was said beside it.
    """
    if length_ms <= 0 or not lines:
        return ""
    counts = [0] * width
    marks: dict[int, str] = {}
    noted: set[int] = set()
    for line in lines:
        if 0 <= line.at_ms <= length_ms:
            cell = min(width - 1, line.at_ms * width // length_ms)
            counts[cell] += line.is_talk
            noted.add(cell)
            if line.begins_segment:
                marks[cell] = BOUNDARY
            elif line.starred:
                marks.setdefault(cell, STAR)
    most = max(1, *counts)
    heights = [0 if count == 0 else 1 + (count * (len(_BLOCKS) - 2)) // most for count in counts]
    marks = dict.fromkeys((cell for cell in noted if not counts[cell]), NOTED) | marks
    return "".join(marks.get(cell) or _BLOCKS[min(height, len(_BLOCKS) - 1)] for cell, height in enumerate(heights))
