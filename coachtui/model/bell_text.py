"""Bell times as people paste them: "1 8:00-8:50", "Lunch 11:30–12:05", one period a line."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from coachtui.wording import _

NOON, MIDNIGHT = 12 * 60, 24 * 60
_AFTERNOON_UNTIL = 6 * 60
"""An hour before this one, where nothing else tells, is meant after noon: no school day begins then."""
_TIME = r"(?P<{0}hour>\d{{1,2}})(?:[:.h](?P<{0}minute>\d{{2}}))?\s*(?P<{0}half>[ap]\.?\s?m\.?)?"
_SPAN = (
    rf"{_TIME.format('from_')}\s*(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212|to|until|till)\s*{_TIME.format('to_')}"
)
_NAME_FIRST = re.compile(rf"(?P<name>.*?)[\s:,;|]*\b{_SPAN}\s*[.,;]?", re.IGNORECASE)
_NAME_LAST = re.compile(rf"{_SPAN}(?:\s*[:,;|]\s*|\s+)(?P<name>\S.*)", re.IGNORECASE)
_ANY_SPAN = re.compile(rf"\b{_SPAN}", re.IGNORECASE)
_LONGEST_NAME = 40
_LONGEST_PERIOD = 4 * 60


class ReadPeriod(NamedTuple):
    """A period as it was typed: its name, and its bells as minutes of the day."""

    name: str
    from_minute: int
    to_minute: int


class ReadPeriods(NamedTuple):
    """What was read, and the lines in which nothing could be read, as they were typed."""

    periods: tuple[ReadPeriod, ...]
    unread: tuple[str, ...]


def read_periods(lines: Iterable[str], after: int | None = None) -> ReadPeriods:
    """The periods in these lines. Hours on the 12-hour clock follow each other through the day; `after` is the minute before."""
    periods: list[ReadPeriod] = []
    unread: list[str] = []
    for line in (part.strip() for whole in lines for part in _apart(whole)):
        found = _read(line, after, len(periods) + 1) if line else None
        if found is not None:
            periods.append(found)
            after = found.from_minute
        elif line:
            unread.append(line)
    return ReadPeriods(tuple(periods), tuple(unread))


def odd_periods(periods: Iterable[ReadPeriod]) -> list[str]:
    """What is odd about the periods of a schedule: one that begins before another is over, one of many hours."""
    found: list[str] = []
    before: ReadPeriod | None = None
    for each in sorted(periods, key=lambda each: (each.from_minute, each.to_minute)):
        if before is not None and each.from_minute < before.to_minute:
            found.append(
                _("{each_name} begins before {before_name} is over.").format(
                    each_name=each.name, before_name=before.name
                )
            )
        if each.to_minute - each.from_minute > _LONGEST_PERIOD:
            found.append(
                _("{name} lasts from {from_minute_time} to {to_minute_time}.").format(
                    name=each.name,
                    from_minute_time=minute_text(each.from_minute),
                    to_minute_time=minute_text(each.to_minute),
                )
            )
        before = each if before is None or each.to_minute > before.to_minute else before
    return found


def minute_text(minute: int) -> str:
    """A minute of the day as the clock on the wall shows it: 8:05."""
    return f"{minute // 60}:{minute % 60:02}"


def period_text(name: str, from_minute: int, to_minute: int) -> str:
    """A period as it may be typed again."""
    return f"{name} {minute_text(from_minute)}-{minute_text(to_minute)}"


def _apart(line: str) -> list[str]:
    """Several periods on one line, each by itself: their names stand before the times, or else behind them."""
    spans = list(_ANY_SPAN.finditer(line))
    if len(spans) < 2:
        return [line]
    is_name_first = bool(line[: spans[0].start()].strip())
    cuts = [span.end() for span in spans] if is_name_first else [span.start() for span in spans[1:]]
    parts = [line[start:end].strip(" \t,;") for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True)]
    return [part for part in parts if part.strip(".")]


def _read(line: str, after: int | None, number: int) -> ReadPeriod | None:
    found = _NAME_FIRST.fullmatch(line) or _NAME_LAST.fullmatch(line)
    if found is None:
        return None
    first, last = _minute(found, "from_"), _minute(found, "to_")
    if first is None or last is None:
        return None
    from_half, to_half = _half(found["from_half"]), _half(found["to_half"])
    if from_half is None and to_half is not None:
        from_half = to_half if _in_half(first, to_half) < _in_half(last, to_half) else 1 - to_half
    from_minute = _start(first, from_half, after)
    to_minute = _in_half(last, to_half) if to_half is not None else last
    if to_half is None and to_minute <= from_minute:
        to_minute += NOON
    if not 0 <= from_minute < to_minute <= MIDNIGHT:
        return None
    name = " ".join(found["name"].split())[:_LONGEST_NAME]
    return ReadPeriod(name or str(number), from_minute, to_minute)


def _minute(found: "re.Match[str]", which: str) -> int | None:
    hour, minute = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _half(words: str | None) -> int | None:
    """0 before noon, 1 after it, None where it was not said."""
    return None if words is None else int(words[0] in "pP")


def _in_half(minute: int, half: int) -> int:
    """A time on the 12-hour clock; one that is said on the other clock stays as it is."""
    return minute if minute >= NOON + 60 else minute % NOON + half * NOON


def _start(minute: int, half: int | None, after: int | None) -> int:
    if half is not None:
        return _in_half(minute, half)
    is_early = minute < _AFTERNOON_UNTIL if after is None else minute < after
    return minute + NOON if is_early and minute < NOON else minute
