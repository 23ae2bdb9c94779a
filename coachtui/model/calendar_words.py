"""The names of days and months, and days as they are told, in the language of the person: Sat, Dec 5, Sat Dec 5, 2026."""

from datetime import date

from coachtui.wording import _, _c


def weekday_name(weekday: int) -> str:
    """A weekday in brief, 1 for Monday: Mon."""
    return (
        _c("weekday", "Mon"), _c("weekday", "Tue"), _c("weekday", "Wed"), _c("weekday", "Thu"), _c("weekday", "Fri"),
        _c("weekday", "Sat"), _c("weekday", "Sun"),
    )[(weekday - 1) % 7]  # fmt: skip


def whole_weekday_name(weekday: int) -> str:
    """A weekday in full, 1 for Monday: Monday."""
    return (
        _c("weekday", "Monday"), _c("weekday", "Tuesday"), _c("weekday", "Wednesday"), _c("weekday", "Thursday"),
        _c("weekday", "Friday"), _c("weekday", "Saturday"), _c("weekday", "Sunday"),
    )[(weekday - 1) % 7]  # fmt: skip


def month_name(month: int) -> str:
    """A month in brief, 1 for January: Jan."""
    return (
        _c("month", "Jan"), _c("month", "Feb"), _c("month", "Mar"), _c("month", "Apr"), _c("month in brief", "May"),
        _c("month", "Jun"), _c("month", "Jul"), _c("month", "Aug"), _c("month", "Sep"), _c("month", "Oct"),
        _c("month", "Nov"), _c("month", "Dec"),
    )[month - 1]  # fmt: skip


def whole_month_name(month: int) -> str:
    """A month in full, 1 for January: January."""
    return (
        _c("month", "January"), _c("month", "February"), _c("month", "March"), _c("month", "April"), _c("month", "May"),
        _c("month", "June"), _c("month", "July"), _c("month", "August"), _c("month", "September"), _c("month", "October"),
        _c("month", "November"), _c("month", "December"),
    )[month - 1]  # fmt: skip


def short_day(day: date) -> str:
    """Dec 5."""
    return _("{month} {day}").format(month=month_name(day.month), day=day.day)


def weekday_day(day: date) -> str:
    """Sat Dec 5."""
    return _("{weekday} {day}").format(weekday=weekday_name(day.isoweekday()), day=short_day(day))


def weekday_day_year(day: date) -> str:
    """Sat Dec 5, 2026."""
    return _("{weekday} {day}, {year}").format(
        weekday=weekday_name(day.isoweekday()), day=short_day(day), year=day.year
    )


def day_year(day: date) -> str:
    """Dec 5, 2026."""
    return _("{day}, {year}").format(day=short_day(day), year=day.year)


def whole_day(day: date) -> str:
    """Saturday, December 5, 2026."""
    return _("{weekday}, {month} {day}, {year}").format(
        weekday=whole_weekday_name(day.isoweekday()), month=whole_month_name(day.month), day=day.day, year=day.year
    )
