"""What is painted, in ASCII alone: the last thing that is done to each line before it goes to the terminal."""

from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coachtui.ascii_letters import as_ascii
from coachtui.tui.widgets.wrapping import cells, clusters


class AsciiFilter(LineFilter):
    """Puts ASCII in the place of every other character; each line stays as wide as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line in ASCII."""
        return [each if each.text.isascii() else each._replace(text=in_ascii(each.text)) for each in segments]


@lru_cache(maxsize=4096)
def in_ascii(text: str) -> str:
    """The text in as many cells as it takes when it is painted, in ASCII alone."""
    found = as_ascii(text)
    if len(found) == cells(text):
        return found
    # A family of people or a flag is one picture of two cells, whatever its parts would take.
    parts = (text[start:end] for start, end in clusters(text))
    return "".join(as_ascii(part).ljust(cells(part))[: cells(part)] for part in parts)
