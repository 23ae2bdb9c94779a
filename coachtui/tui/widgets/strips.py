"""What widgets that paint line by line share."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

POINTER = "›"
"""The sign of the cursor: it is seen without colours too."""


def marked(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """The strip with its characters from start to end (-1: to the last) in another style."""
    segments: list[Segment] = []
    position = 0
    for text, own, _control in strip:
        cut = max(0, min(start - position, len(text)))
        until = len(text) if end < 0 else max(cut, min(end - position, len(text)))
        marked = own + style if own else style
        segments += [Segment(text[:cut], own), Segment(text[cut:until], marked), Segment(text[until:], own)]
        position += len(text)
    return Strip([segment for segment in segments if segment.text])


def on_ground(strip: Strip, style: Style, sign: Style | None = None) -> Strip:
    """The strip on the ground of another style, bold where that is; with a `sign`, that of the cursor in its first cell."""
    ground = Style(bgcolor=style.bgcolor, bold=style.bold or None)
    if sign is not None:
        strip = Strip.join([Strip([Segment(POINTER, sign)], 1), strip.crop(1)])
    return Strip([Segment(text, own + ground if own else ground) for text, own, _control in strip], strip.cell_length)
