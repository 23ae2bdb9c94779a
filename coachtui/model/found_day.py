"""A day that is told among other words: "by Friday, in the data meeting"."""

import re
from datetime import date
from typing import NamedTuple

from coachtui.model.dates import BadDate, read_date

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_SHORT = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_DAY = re.compile(
    rf"(?<![\w/.-])(?:\d{{4}}-\d\d?-\d\d?|\d\d?/\d\d?(?:/\d{{2,4}})?"
    rf"|(?:{_WEEKDAY},?\s+|{_SHORT},?\s+)?{_MONTH}\s+\d\d?(?:st|nd|rd|th)?(?:,?\s+20\d\d)?"
    rf"|\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s+20\d\d)?"
    rf"|(?:(?:this|next)\s+)?(?:{_WEEKDAY}|{_SHORT})|tomorrow|today|next\s+week"
    r"|in\s+(?:\d\d?|an?|one|two|three|four)\s+(?:days?|weeks?)|\+\d\d?\s?[dw])(?![\w/-])",
    re.IGNORECASE,
)


class FoundDay(NamedTuple):
    """A day, and where its words begin and end."""

    day: date
    start: int
    end: int


def day_in(words: str, today: date) -> FoundDay | None:
    """The first day that the words tell; None where none can be read. All the words may be one day."""
    for start, end in [(0, len(words)), *(found.span() for found in _DAY.finditer(words))]:
        try:
            return FoundDay(read_date(words[start:end], today), start, end)
        except BadDate:
            continue
    return None
