"""The days of the sample school: so many from today, and always ones with school."""

from datetime import date, timedelta


def school_day(today: date, days: int) -> date:
    """The day so many days on, or back; a weekend is passed over, away from today."""
    day = today + timedelta(days=days)
    step = timedelta(days=-1 if days < 0 else 1)
    while day.isoweekday() > 5:
        day += step
    return day
