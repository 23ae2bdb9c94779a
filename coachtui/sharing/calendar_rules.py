"""The rule by which an event of a calendar file is repeated, followed no further than is of use."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice, takewhile
from typing import Any

from coachtui.wording import _

_BACK, _AHEAD = timedelta(days=366), timedelta(days=2 * 366)
_MOST_TIMES = 5000
_SELDOM = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER", "BYHOUR", "BYMINUTE", "BYSECOND")
"""With a rule by the day or the week, these may name a day that never comes, and be looked for through all of time."""


def starts_of(event: Any, start: date, today: date) -> list[date]:
    """The first days of an all-day event that may be repeated, not too far from today."""
    if "RRULE" not in event:
        return [start] if today - _BACK <= start <= today + _AHEAD else []
    rule = rule_of(event, datetime.combine(start, datetime.min.time()))
    left_out = {each.date() for each in _left_out(event)}
    # A rule goes on to the year 9999 if it is let.
    days = takewhile(lambda day: day <= today + _AHEAD, (each.date() for each in islice(rule, _MOST_TIMES)))
    return [day for day in days if today - _BACK <= day and day not in left_out]


def _left_out(event: Any) -> Iterator[datetime]:
    """The days that an event is not repeated on."""
    found = event.get("EXDATE", [])
    for each in found if isinstance(found, list) else [found]:
        for one in each.dts:
            yield one.dt if isinstance(one.dt, datetime) else datetime.combine(one.dt, datetime.min.time())


def rule_of(event: Any, start: datetime) -> Any:
    """The rule by which an event is repeated. Raises ValueError for one that means nothing."""
    from dateutil.rrule import rrulestr

    frequency = str(event["RRULE"].get("FREQ", [""])[0]).upper()
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise ValueError(
            _("it is repeated by the rule '{frequency}'").format(frequency=frequency.lower())
            if frequency
            else _("it is repeated by no rule")
        )
    rule = event["RRULE"]
    if any(not isinstance(each, int) or each < 1 for each in rule.get("INTERVAL", [1])):
        raise ValueError(_("it is repeated at no interval"))
    if frequency in ("DAILY", "WEEKLY") and any(name in rule for name in _SELDOM):
        raise ValueError(
            _("it is repeated daily, but by days of the month or the year")
            if frequency == "DAILY"
            else _("it is repeated weekly, but by days of the month or the year")
        )
    words = re.sub(r"(UNTIL=\d{8})T\d{6}Z?", r"\1", rule.to_ical().decode())
    return rrulestr(words, dtstart=start)
