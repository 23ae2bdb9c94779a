"""A meeting drawn into one row of cells: how much was written when, where segments begin, where stars are."""

from collections.abc import Sequence
from typing import NamedTuple

_BLOCKS = " ▁▂▃▄▅▆▇"
STAR, BOUNDARY = "*", "│"
WIDTH = 30
"""The cells of the drawing at the right."""


class Written(NamedTuple):
    """A line as the strip needs it: when, in ms from the anchor; whether it is starred; whether it begins a segment."""

    at_ms: int
    starred: bool
    begins_segment: bool


def drawn(lines: Sequence[Written], length_ms: int, width: int = WIDTH) -> str:
    """A meeting of this length as a row of cells: how many lines fall into each, where segments begin, where stars are."""
    if length_ms <= 0 or not lines:
        return ""
    counts = [0] * width
    marks: dict[int, str] = {}
    for line in lines:
        if 0 <= line.at_ms <= length_ms:
            cell = min(width - 1, line.at_ms * width // length_ms)
            counts[cell] += 1
            if line.begins_segment:
                marks[cell] = BOUNDARY
            elif line.starred:
                marks.setdefault(cell, STAR)
    most = max(counts)
    heights = [0 if count == 0 else 1 + (count * (len(_BLOCKS) - 2)) // most for count in counts]
    return "".join(marks.get(cell) or _BLOCKS[min(height, len(_BLOCKS) - 1)] for cell, height in enumerate(heights))
