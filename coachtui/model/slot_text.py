"""Usual times as people type them, and as they are told: "Tue 10:40, 45 min"."""

import re

from coachtui.model.calendar_words import weekday_name
from coachtui.model.people import Slot
from coachtui.model.typed_days import weekdays_in_english
from coachtui.wording import _

USUAL_MINUTES = 45
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = r"(\d{1,2})(?:[:.h]([0-5]\d))?\s*([ap])?\.?(?:m\.?)?"
_SLOT = re.compile(
    rf"([a-z]{{2,9}})s?[.,]?\s+(?:at\s+)?{_TIME}(?:\s*(?:-|\u2013|to|until)\s*{_TIME}|[\s,]+(?:for\s+)?(\d{{1,3}})\s*(?:m|min|mins|minutes)?\.?)?"
)


def read_slot(typed: str) -> Slot | None:
    """The weekday, time and length that were typed; None where they can't be told. Without a length it is 45 minutes.

    A school meets by day: 2:15 is in the afternoon unless `am` is said.
    """
    found = _SLOT.fullmatch(weekdays_in_english(" ".join(typed.casefold().split())))
    weekday = None if found is None else _weekday(found[1])
    if found is None or weekday is None:
        return None
    __, hour, minute, half, end_hour, end_minute, end_half, minutes = found.groups()
    begins = _minute(int(hour), int(minute or 0), half)
    if begins is None:
        return None
    if end_hour is None:
        length = USUAL_MINUTES if minutes is None else int(minutes)
    else:
        ends = _minute(int(end_hour), int(end_minute or 0), end_half)
        length = 0 if ends is None else ends - begins
    return Slot(weekday, begins, length) if 0 < length <= 24 * 60 - begins else None


def slot_text(slot: Slot) -> str:
    """A usual time as it is told, and can be typed."""
    day = weekday_name(slot.weekday) if 1 <= slot.weekday <= 7 else "?"
    time = f"{slot.minute // 60}:{slot.minute % 60:02}"
    return _("{day} {time}, {minutes} min").format(day=day, time=time, minutes=slot.minutes)


def _weekday(word: str) -> int | None:
    """The number of a weekday, 1 for Monday; two letters are enough where they are clear."""
    return next(
        (place for place, full in enumerate(_FULL, 1) if full.startswith(word.rstrip("s")) and len(word) > 1), None
    )


def _minute(hour: int, minute: int, half: str | None) -> int | None:
    """The minute of the day; of the two halves of the day the one that was said, or the one in which schools meet."""
    if hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= 6:
        hour += 12
    return hour * 60 + minute
