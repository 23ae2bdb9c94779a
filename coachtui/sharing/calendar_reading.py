"""A school calendar in a file (iCalendar, .ics): all-day events are days off, weekly ones may be usual times of a team."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from coachtui.model.clean import clean_line
from coachtui.model.people import Slot
from coachtui.model.school_days import DayOff
from coachtui.sharing.calendar_rules import rule_of, starts_of
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import see_that_it_is_not_too_large
from coachtui.wording import _

_A_DAY = timedelta(days=1)
_LONGEST_DAYS, _LONGEST_MINUTES = 366, 12 * 60
_MOST_EVENTS = 5000
LARGEST = 5 * 1024 * 1024  # bytes
_TOO_LARGE = _("{name} is larger than {n} MB, too large for a calendar. Nothing was added.")
_FRIDAY = 5
_IN_SCHOOL = re.compile(
    r"\b(?:picture|spirit|first day|last day|report cards?|quarter|semester|trimester|testing|assessment window|back to school"
    r"|graduation|early release|late start|assembly|open house|[ab] day|birthday|starts|begins|ends|due"
    r"|fotos?|primer día|último día|boletas?|boletines|calificaciones|trimestre|semestre|exámenes|graduación|salida temprana"
    r"|entrada tardía|asamblea|puertas abiertas|cumpleaños|empieza|comienza|termina|entrega)\b",
    re.IGNORECASE,
)
"""Words of all-day events on which there is school all the same."""


class Usual(NamedTuple):
    """A weekly event: what it is called, and when it is."""

    name: str
    slot: Slot


class SchoolCalendar(NamedTuple):
    """What a file holds; `in_school` are the names of all-day events that do not sound like days off."""

    days_off: tuple[DayOff, ...]
    usual: tuple[Usual, ...]
    in_school: tuple[str, ...]


def is_calendar(content: bytes) -> bool:
    """Whether a file is a calendar."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


def read_calendar(content: bytes, name: str, zone: str, today: date) -> SchoolCalendar:
    """What a calendar holds, from a year back to two years ahead; `name` is what the sentences call the file.

    Raises SharingError, which names the line or the event; then nothing was read of it.
    """
    from icalendar import Calendar  # late: it takes a tenth of a second, and few commands need it

    see_that_it_is_not_too_large(len(content), name, LARGEST, _TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")  # old programs wrote so; every byte is a letter there
    lines = _unfolded(text)
    events = [place for place, line in lines if line.upper() == "BEGIN:VEVENT"]
    try:
        if len(events) > _MOST_EVENTS:
            raise SharingError(_("it holds more than {most_events} events").format(most_events=f"{_MOST_EVENTS:,}"))
        _see_that_it_is_whole(lines)
        calendars = Calendar.from_ical(text, multiple=True)
        found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        return _sorted(list(_understood(found, events, zone, today)))
    except SharingError as fault:
        raise SharingError(
            _("{name} can't be taken in: {fault}. Nothing was added.").format(name=name, fault=fault)
        ) from None
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError, RecursionError, OSError) as fault:
        where = _bad_line(lines)
        raise SharingError(
            _("{name} can't be taken in: {where}. Nothing was added.").format(name=name, where=where)
        ) from fault


def _unfolded(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers; those that go on behind a blank are joined."""
    lines: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] in (" ", "\t") and lines:
            lines[-1][1].append(line[1:])
        else:
            lines.append((number, [line]))
    return [(number, "".join(parts)) for number, parts in lines]


def _see_that_it_is_whole(lines: Sequence[tuple[int, str]]) -> None:
    """Raise SharingError for a file that was cut off, or whose parts do not end where they should."""
    begun: list[tuple[int, str]] = []
    for number, line in lines:
        word, __, part = line.strip().upper().partition(":")
        if word == "BEGIN":
            begun.append((number, part))
        elif word == "END":
            if not begun or begun[-1][1] != part:
                raise SharingError(
                    _("line {number} ends {name}, which did not begin before it").format(
                        number=number, name=clean_line(part)[:40]
                    )
                )
            begun.pop()
    if begun:
        raise SharingError(_("it was cut off: what begins in line {begun} never ends").format(begun=begun[-1][0]))


def _bad_line(lines: Sequence[tuple[int, str]]) -> str:
    """Which line can't be read, in words."""
    for number, line in lines:
        if line.strip() and ":" not in line:
            return _("line {number} can't be read: {line}").format(number=number, line=clean_line(line)[:60])
    return _("it is no calendar that can be read")


def _understood(found: Sequence[Any], events: Sequence[int], zone: str, today: date) -> Iterator[DayOff | Usual | str]:
    """What each event is: days off, a usual time, or a name that is passed over. Raises SharingError."""
    for place, event in enumerate(found):
        name = clean_line(str(event.get("SUMMARY", ""))).strip()[:120] or _("without a name")
        line = _(" in line {event}").format(event=events[place]) if place < len(events) else ""
        where = _("the event '{name}'{line}").format(name=name[:60], line=line)
        for what, why in event.errors:
            raise SharingError(
                _("{where} has a broken {what} ({why})").format(
                    where=where, what=what or "?", why=clean_line(str(why)).rstrip(".")[:80]
                )
            )
        try:
            yield from _one(event, name, where, zone, today)
        except (ValueError, TypeError, KeyError, OverflowError, AttributeError) as fault:
            raise SharingError(
                _("{where} can't be read ({fault})").format(where=where, fault=clean_line(str(fault)).rstrip(".")[:80])
            ) from fault


def _one(event: Any, name: str, where: str, zone: str, today: date) -> Iterator[DayOff | Usual | str]:
    if "DTSTART" not in event:
        raise SharingError(_("{where} has no DTSTART").format(where=where))
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    start, end = event.decoded("DTSTART"), _end(event)
    if end < start if isinstance(start, datetime) == isinstance(end, datetime) else True:
        raise SharingError(_("{where} ends before it begins").format(where=where))
    if isinstance(start, datetime):
        yield from _weekly(event, name, start, end, zone, today)
    elif _IN_SCHOOL.search(name):
        yield name
    else:
        last = max(start, end - _A_DAY)
        if (last - start).days >= _LONGEST_DAYS:
            raise SharingError(_("{where} lasts longer than a year").format(where=where))
        for first in starts_of(event, start, today):
            yield DayOff("", first, first + (last - start), name)


def _end(event: Any) -> Any:
    """When an event ends; a day without an end is one day, a time without one is no time at all."""
    start = event.decoded("DTSTART")
    if "DTEND" in event:
        return event.decoded("DTEND")
    if "DURATION" in event:
        return start + event.decoded("DURATION")
    return start if isinstance(start, datetime) else start + _A_DAY


def _weekly(event: Any, name: str, start: datetime, end: datetime, zone: str, today: date) -> Iterator[Usual]:
    """The usual times of an event that is repeated every week or two, on each of its weekdays."""
    if "RRULE" not in event:
        return
    local = start if start.tzinfo is None else start.astimezone(ZoneInfo(zone))
    rule = rule_of(event, local.replace(tzinfo=None))
    fields = event["RRULE"]
    until = fields.get("UNTIL", [None])[0]
    is_over = until is not None and (until.date() if isinstance(until, datetime) else until) < today
    minutes = round((end - start).total_seconds() / 60)
    if is_over or str(fields["FREQ"][0]).upper() not in ("WEEKLY", "DAILY") or not 0 < minutes <= _LONGEST_MINUTES:
        return
    days = sorted({each.isoweekday() for each in islice(rule, 14)})
    for weekday in days:
        if weekday <= _FRIDAY:
            yield Usual(name, Slot(weekday, local.hour * 60 + local.minute, minutes))


def _sorted(found: Sequence[DayOff | Usual | str]) -> SchoolCalendar:
    off = sorted(
        (each for each in found if isinstance(each, DayOff)), key=lambda each: (each.from_day, each.to_day, each.name)
    )
    usual = dict.fromkeys(each for each in found if isinstance(each, Usual))
    passed = dict.fromkeys(each for each in found if isinstance(each, str))
    return SchoolCalendar(tuple(_joined(off)), tuple(usual), tuple(passed))


def _joined(days_off: Sequence[DayOff]) -> Iterator[DayOff]:
    """Days off that follow one another, weekends between them or not, under one name become one stretch; none is told twice."""
    joined: list[DayOff] = []
    for each in days_off:
        same = next((place for place, one in enumerate(joined) if one.name == each.name and _touch(one, each)), None)
        if same is None:
            joined.append(each)
        else:
            joined[same] = joined[same]._replace(to_day=max(joined[same].to_day, each.to_day))
    seen: set[tuple[date, date]] = set()
    for each in joined:
        if (each.from_day, each.to_day) not in seen:
            seen.add((each.from_day, each.to_day))
            yield each


def _touch(one: DayOff, other: DayOff) -> bool:
    """Whether no weekday lies between the end of the one and the beginning of the other."""
    day = one.to_day + _A_DAY
    while day < other.from_day and day.isoweekday() > _FRIDAY:
        day += _A_DAY
    return other.from_day <= day
