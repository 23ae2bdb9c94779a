"""Days and times of day within a line that people type: "SLO baseline, by Dec 15", "Tue 9:15"."""

import re
from datetime import date

from coachtui.model.calendar_words import weekday_day, weekday_name
from coachtui.model.dates import BadDate, read_date
from coachtui.model.typed_days import weekdays_in_english

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(am|pm)?")
_BEFORE_A_DAY = re.compile(r"(?:^|[ ,;:]+)(?:by|on|due|para|para el|antes del?)$", re.IGNORECASE)
_FIRST_MORNING_HOUR = 6
_MOST_WORDS = 4


def read_day(words: str, today: date) -> date | None:
    """The day that these words name; None where they name none."""
    try:
        return read_date(words, today)
    except BadDate:
        return None


def read_weekday(word: str) -> int | None:
    """The weekday that is meant, 1 for Monday, by at least three of its letters."""
    letters = weekdays_in_english(word.casefold().strip(".,"))
    found = (number for number, name in enumerate(_WEEKDAYS, 1) if len(letters) >= 3 and name.startswith(letters))
    return next(found, None)


def day_at_end(words: str, today: date) -> tuple[str, date | None]:
    """The words before the day that they end with, and that day: "SLO baseline, by Dec 15"."""
    parts = words.split()
    for count in range(min(_MOST_WORDS, len(parts)), 0, -1):
        day = read_day(" ".join(parts[-count:]), today)
        if day is not None:
            rest = " ".join(parts[:-count]).rstrip(" ,;:")
            return _BEFORE_A_DAY.sub("", rest).rstrip(" ,;:"), day
    return words.strip(), None


def day_at_start(words: str, today: date) -> tuple[date | None, str]:
    """The day that these words begin with, and the words behind it."""
    parts = words.split()
    for count in range(min(_MOST_WORDS, len(parts)), 0, -1):
        day = read_day(" ".join(parts[:count]), today)
        if day is not None:
            return day, " ".join(parts[count:])
    return None, " ".join(parts)


def read_minute(word: str) -> int | None:
    """The minute of the day that a time names; before six in the morning, the afternoon is meant: 1:30 is 13:30."""
    found = _TIME.fullmatch(word.casefold())
    if found is None:
        return None
    hour, half = int(found[1]), found[3]
    if half == "am":
        hour %= 12
    elif (half == "pm" or hour < _FIRST_MORNING_HOUR) and hour < 12:
        hour += 12
    return hour * 60 + int(found[2])


def day_words(day: date) -> str:
    """A day as people say it, without its year: Tue Nov 24."""
    return weekday_day(day)


def minute_words(minute: int) -> str:
    """A time of day: 9:15, 14:05."""
    return f"{minute // 60}:{minute % 60:02d}"


def weekday_words(weekday: int) -> str:
    """A weekday in brief, 1 for Monday."""
    return weekday_name(weekday)
