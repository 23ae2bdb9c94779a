"""Where in a draft a person is: the part around the cursor."""

from typing import NamedTuple

from coachtui.model.feedback_parts import parts_of
from coachtui.model.feedback_shape import FeedbackShape, PlannedPart


class PartPlace(NamedTuple):
    """The part around a place of a draft: where its words begin and end, in characters from the beginning."""

    planned: PlannedPart
    begins: int
    ends: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return self.begins == self.ends


def part_at(text: str, shape: FeedbackShape, place: int) -> PartPlace | None:
    """The part around this place, its heading included; None before the first heading."""
    planned = {part.heading: part for part in shape.parts}
    found: PartPlace | None = None
    for part in parts_of(text, shape):
        if part.heading not in planned:
            continue
        if _heading_begins(text, part.heading, part.start) > place:
            break
        found = PartPlace(planned[part.heading], part.start, part.start + len(part.words))
    return found


def _heading_begins(text: str, heading: str, before: int) -> int:
    """Where the line of this heading begins, which stands before a place."""
    at = text[:before].lower().rfind(heading.lower())
    return text.rfind("\n", 0, max(0, at)) + 1
