"""What of the bytes for a terminal is not the program's own: control characters and turns of direction that came in a text."""

import re
from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from textual.app import App

OURS = re.compile(
    r"\x1b\[[0-9;]*[Hm]|\x1b\[\?[0-9]+(?:[hl]|\$p)|\x1b\[[<>=][0-9;]*u|\x1b\[\?u|\x1b\[6n|\x1b\[2J|\x1b\[[0-9]*[JKq]"
    r"|\x1b\[>[0-9;]*[mq]|\x1b\]22;[a-z-]+\x07"
)
"""All that the program writes besides text: places, colours, modes, questions, the pointer's shape."""
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")

_BARE = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{''.join(sorted(TURNS))}]")


def bare(written: str, allowed: str = "\n\r\t") -> list[str]:
    """Each control character, half of a pair, or turn of direction in what was written, with what stands around it."""
    left = OURS.sub("", written)
    found = (each.start() for each in _BARE.finditer(left) if each[0] not in allowed)
    return [ascii(left[max(0, place - 20) : place + 20]) for place in found]


def bytes_for(app: App[Any]) -> str:
    """The whole picture as it is written to a terminal."""
    update: Any = app.screen._compositor.render_update(full=True)
    written: str = update.render_segments(app.console)
    return written


def live(segments: Iterable[Segment]) -> list[str]:
    """The words on the screen that a click would act on by what stands in their style, or that are a link; a bar has no words."""
    return [each.text for each in segments if _is_live(each)]


def _is_live(segment: Segment) -> bool:
    style = segment.style
    if style is None:
        return False
    acts = [key for key in style.meta if key.startswith("@")]
    is_bar = all(key.startswith("@mouse.") for key in acts) and not any(map(str.isalnum, segment.text))
    return bool(style.link) or (bool(acts) and not is_bar)
