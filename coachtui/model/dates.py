"""Days as people type them and as they are told: "Dec 5", "12/5", "next fri", "+2w", and back as "Sat Dec 5"."""

import re
from contextlib import suppress
from datetime import date, timedelta

from coachtui.model.calendar_words import short_day, weekday_day, whole_month_name, whole_weekday_name
from coachtui.model.listed_words import listed_or
from coachtui.model.typed_days import in_english
from coachtui.wording import _

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_UNITS = {"d": 1, "w": 7}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PAST_DAYS = 90
"""A day without a year is the first of its name from this many days ago on: cycles look ahead, reports back a little."""
_LONGEST = 5
"""Words at most that name a day: the Friday, 5th of December 2026."""
_EARLIEST, _LATEST = 2000, 2099

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SLASHES = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?")
_MONTH_FIRST = re.compile(r"(?P<name>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<name>[a-z]{3,9})(?: (?P<year>\d{4}))?")
_STEP = re.compile(r"(?P<sign>[+-]) ?(?P<count>\d{1,4}) ?(?P<unit>[dw])(?:ays?|eeks?)?")
_WORDY_STEP = re.compile(r"(?:(?P<in>in) )?(?P<count>\d{1,4}|[a-z]+) ?(?P<unit>[dw])(?:ays?|eeks?)(?P<ago> ago)?")
_FORMS = _("Type it as Dec 5, 12/5, fri, next fri, tomorrow, +2w or 2026-12-05")


class BadDate(Exception):
    """No day can be read from what was typed; `str()` is a sentence that says why, and how a day is typed."""


def short_names_in(words: str) -> frozenset[str]:
    """The short names of days and months that tell of a day in some words, as Fri and Dec in "Fri, Dec 5"; in small letters."""
    months = re.findall(rf"\b({'|'.join(_MONTHS)})\b\.?(?= \d)", words)
    return frozenset(name.casefold() for name in (*_DAYS, *months))


def read_date(typed: str, today: date) -> date:
    """The day that a person means. "fri" is the coming one, "next fri" the one of next week. Raises BadDate.

    12/5 is December 5. A day without a year is the first of that name from 90 days ago on.
    """
    words = " ".join(re.sub(r"[.,]", " ", typed.casefold()).split())
    meant = in_english(words)
    found = None
    with suppress(OverflowError, BadDate if meant != words else OverflowError):
        found = _relative(meant, today) or _named(meant, typed, today)
    if found is None and meant != words:
        with suppress(OverflowError):
            found = _relative(words, today) or _named(words, typed, today)
    if found is None:
        raise BadDate(
            _("'{typed}' is not a day that can be read. {forms}.").format(typed=typed.strip()[:40], forms=_FORMS)
        )
    if not _EARLIEST <= found.year <= _LATEST:
        raise BadDate(
            _("'{typed}' would be in the year {year}, too far from now. {forms}.").format(
                typed=typed.strip()[:40], year=found.year, forms=_FORMS
            )
        )
    return found


def find_date(words: str, today: date) -> date | None:
    """The first day that is named among other words, as in "by Friday, in the team meeting"; None where none is."""
    tokens = [token.strip("()[]:;!?\"'“”") for token in words.split()]
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _LONGEST), start, -1):
            with suppress(BadDate):
                return read_date(" ".join(tokens[start:end]), today)
    return None


def say_date(day: date, today: date) -> str:
    """A day as people say it: Sat Dec 5; with its year where that is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return weekday_day(day) + year


def short_date(day: date) -> str:
    """The month and the day: Dec 5."""
    return short_day(day)


def _relative(words: str, today: date) -> date | None:
    """A day that is told by how far it is from today."""
    fixed = {"today": 0, "tomorrow": 1, "yesterday": -1, "next week": 7, "last week": -7}
    if words in fixed:
        return today + timedelta(days=fixed[words])
    if found := _STEP.fullmatch(words):
        days = int(found["count"]) * _UNITS[found["unit"]]
        return today + timedelta(days=-days if found["sign"] == "-" else days)
    found = _WORDY_STEP.fullmatch(words)
    if found is None or (found["in"] and found["ago"]):
        return _of_the_week(words, today)
    count = _NUMBERS.get(found["count"]) if found["count"].isalpha() else int(found["count"])
    if count is None:
        return _of_the_week(words, today)
    days = count * _UNITS[found["unit"]]
    return today + timedelta(days=-days if found["ago"] else days)


def _of_the_week(words: str, today: date) -> date | None:
    """A day of the week: the coming one; this one, which may be today; that of next week; the last one before today."""
    which, __, name = words.rpartition(" ")
    weekday = _weekday(name)
    if weekday is None or which not in ("", "on", "this", "next", "last"):
        return None
    ahead = (weekday - today.weekday()) % 7
    if which == "last":
        return today - timedelta(days=7 - ahead)
    if which == "next":
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=ahead if which == "this" else ahead or 7)


def _weekday(name: str) -> int | None:
    """The number of a day of the week, 0 for Monday; three letters are enough."""
    return next((index for index, full in enumerate(_FULL_DAYS) if len(name) >= 3 and full.startswith(name)), None)


def _named(words: str, typed: str, today: date) -> date | None:
    """A day that is told by its month and number, perhaps with its weekday in front. Raises BadDate."""
    first, __, rest = words.partition(" ")
    weekday = _weekday(first) if rest else None
    words = words if weekday is None else rest
    found = (
        _ISO.fullmatch(words)
        or _SLASHES.fullmatch(words)
        or _MONTH_FIRST.fullmatch(words)
        or _DAY_FIRST.fullmatch(words)
    )
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["month"]) if "month" in parts else _month(parts["name"])
    if month is None:
        return None
    if not 1 <= month <= 12:
        raise BadDate(
            _("'{typed}': there is no month {month}. The month comes first: 12/5 is December 5.").format(
                typed=typed.strip()[:40], month=month
            )
        )
    day = _day_of(month, int(parts["day"]), parts.get("year"), today)
    return _on(weekday, day, today)


def _on(weekday: int | None, day: date, today: date) -> date:
    """The day, if it is on the weekday that was typed with it. Raises BadDate."""
    if weekday is not None and day.weekday() != weekday:
        raise BadDate(
            _("{day} is no {whole_weekday_name}. Type the day without its weekday.").format(
                day=say_date(day, today), whole_weekday_name=whole_weekday_name(weekday + 1)
            )
        )
    return day


def _month(name: str) -> int | None:
    """The number of a month; three letters are enough."""
    return next((index for index, full in enumerate(_FULL_MONTHS, 1) if full.startswith(name)), None)


def _day_of(month: int, number: int, year: str | None, today: date) -> date:
    """The day of this month; without a year the first one from some days ago on. Raises BadDate where it has no such day."""
    years = [today.year - 1, today.year, today.year + 1] if year is None else [int(year) + 2000 * (len(year) == 2)]
    found = [date(each, month, number) for each in years if _has(each, month, number)]
    near = [day for day in found if year is not None or day >= today - timedelta(days=_PAST_DAYS)]
    if near:
        return near[0]
    if not _has(2000, month, number) or years == [0]:  # 2000 has a February 29
        raise BadDate(
            _("{whole_month_name} has no day {number}.").format(whole_month_name=whole_month_name(month), number=number)
        )
    raise BadDate(_("There is no February 29 in {years}.").format(years=listed_or([str(year) for year in years[-2:]])))


def _has(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True
