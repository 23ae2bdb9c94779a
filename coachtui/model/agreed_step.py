"""The step that comes of a feedback: what its parts say of it, read once it was talked through."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.dates import find_date
from coachtui.model.feedback_parts import Part, words_of
from coachtui.model.feedback_shape import PartKind
from coachtui.model.school_days import DayOff, add_school_days


class AgreedStep(NamedTuple):
    """What the lead will do, how both will know, how it is rehearsed, by when, and when it is looked at again."""

    words: str
    looks_like: str = ""
    practice: str = ""
    by_when: date | None = None
    check_back: date | None = None


def agreed_step(parts: Sequence[Part], said_on: date, days_off: Sequence[DayOff]) -> AgreedStep | None:
    """The step in these parts; None where they hold none. A day such as "Friday" is read as on the day it was said.

    It is looked at again on its day, or on the next one with school.
    """
    words = _line(parts, "step")
    if not words:
        return None
    by_when = find_date(_line(parts, "by when"), said_on)
    check_back = None if by_when is None else add_school_days(by_when, 0, days_off)
    return AgreedStep(words, _line(parts, "how we will know"), _line(parts, "practice"), by_when, check_back)


def _line(parts: Sequence[Part], kind: PartKind) -> str:
    """The words of a kind of part, on one line."""
    return " ".join(words_of([part for part in parts if part.kind == kind], kind).split())
