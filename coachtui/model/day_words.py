"""Days and times of day as people type and read them: "Tue", "Dec 15", "12/15", "9:15"."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?(?:,? (\d{4}))?")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(am|pm)?")
_FIRST_MORNING_HOUR = 6
_MOST_WORDS = 3


def read_day(words: str, today: date) -> date | None:
    """The day that these words name; None where they name none. Without a year, the next one that is not past."""
    text = " ".join(words.casefold().replace(",", " ").split()).strip(".;")
    weekday = read_weekday(text)
    if text in ("today", "tomorrow"):
        return today + timedelta(days=("today", "tomorrow").index(text))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return _read_date(text, today)


def _read_date(text: str, today: date) -> date | None:
    """A month and a day, in either order."""
    if found := _SLASHED.fullmatch(text):
        return _next(found[3], int(found[1]), int(found[2]), today)
    if found := _MONTH_FIRST.fullmatch(text):
        return _next(found[3], _month(found[1]), int(found[2]), today)
    if found := _DAY_FIRST.fullmatch(text):
        return _next(found[3], _month(found[2]), int(found[1]), today)
    return None


def read_weekday(word: str) -> int | None:
    """The weekday that is meant, 1 for Monday, by at least three of its letters."""
    letters = word.casefold().strip(".,")
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 1):
        if len(letters) >= 3 and name.startswith(letters):
            return number
    return None


def day_at_end(words: str, today: date) -> tuple[str, date | None]:
    """The words before the day that they end with, and that day: "SLO baseline, by Dec 15"."""
    parts = words.split()
    for count in range(min(_MOST_WORDS, len(parts)), 0, -1):
        day = read_day(" ".join(parts[-count:]), today)
        if day is not None:
            rest = " ".join(parts[:-count]).rstrip(" ,;:")
            return re.sub(r"(?:^|[ ,;:]+)(?:by|on|due)$", "", rest, flags=re.IGNORECASE).rstrip(" ,;:"), day
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


def day_words(day: date, today: date | None = None) -> str:
    """A day as people say it, Tue Nov 24; with its year where that is not today's."""
    words = f"{_WEEKDAYS[day.weekday()].capitalize()} {_MONTHS[day.month - 1].capitalize()} {day.day}"
    return words if today is None or abs((day - today).days) < 300 else f"{words}, {day.year}"


def minute_words(minute: int) -> str:
    """A time of day: 9:15, 14:05."""
    return f"{minute // 60}:{minute % 60:02d}"


def weekday_words(weekday: int) -> str:
    """A weekday in brief, 1 for Monday."""
    return _WEEKDAYS[(weekday - 1) % 7].capitalize()


def _month(word: str) -> int:
    """The number of a month; 0 for a word that is none."""
    names = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
             "november", "december")  # fmt: skip
    return next((number for number, name in enumerate(names, 1) if name.startswith(word)), 0)


def _next(year: str | None, month: int, day: int, today: date) -> date | None:
    """The day in this year, or in the first one from now on in which it exists and is not past."""
    if year is not None:
        return _day(int(year), month, day)
    days = (_day(each, month, day) for each in range(today.year, today.year + 9))
    return next((each for each in days if each is not None and each >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
