"""What of the entry's text is in view, and which keys type."""

import unicodedata

from coachtui.tui.widgets.wrapping import cells, cluster_after, reach_back, snap


def is_typed(character: str | None) -> bool:
    """Whether a key's character is text: also joiners and marks of direction, which are not `printable`."""
    return bool(character) and not any(unicodedata.category(each) == "Cc" for each in character or "")


def shown(text: str) -> str:
    """The text as painted: a tab takes one cell."""
    return text.replace("\t", " ")


def first_in_view(text: str, cursor: int, first: int, room: int) -> int:
    """The first character to show so that the cursor is in view, with some of what stands before it."""
    under_cursor = max(1, cells(text[cursor : cluster_after(text, cursor)]))
    earliest = reach_back(text, cursor, room - under_cursor)
    latest = reach_back(text, cursor, room // 4)
    no_gap_at_the_end = reach_back(text, len(text), room - 1)
    return max(earliest, min(snap(text, first), latest, no_gap_at_the_end))
