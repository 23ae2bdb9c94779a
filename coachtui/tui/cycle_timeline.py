"""A cycle as a line of its days: weeks as segments, breaks shown, today marked, and how far it is in words.

A pure function, for the cycle's own room and for the lead's page.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from textual.content import Content

from coachtui.model.cycle import Cycle
from coachtui.model.dates import say_date, short_date
from coachtui.model.listed_words import listed_and
from coachtui.model.school_days import DayOff, break_on, breaks_between, days_off_words, school_days_between
from coachtui.tui.widgets.wrapping import shorten
from coachtui.tui.words import plain, printable_line
from coachtui.wording import _, _t, counted

_GONE, _COMING, _OFF, _MORE = "━", "─", "░", "┄"
_WEEK = "┃"
_TODAY = "▲"


class _Cell(NamedTuple):
    """One cell of the line: its character, and the day it is of."""

    shown: str
    day: date


def cycle_timeline(cycle: Cycle, days_off: Sequence[DayOff], today: date, width: int) -> list[Content]:
    """The cycle in rows no wider than `width`: the line of its days, today's mark with words, and its breaks if it has any.

    Without days it is one row that says so.
    """
    words = cycle_words(cycle, days_off, today)
    if cycle.starts_on is None or cycle.last_day is None or cycle.last_day < cycle.starts_on:
        return [plain(shorten(words, width))]
    first, last = short_date(cycle.starts_on), short_date(cycle.last_day)
    line = _line(cycle, cycle.starts_on, cycle.last_day, days_off, today, width - len(first) - len(last) - 3)
    bar = Content.assemble(f"{first} ", _marked(line, today if cycle.is_open else None), f" {last}")
    mark = (f"{_TODAY} ", "bold $accent") if cycle.is_open else ""
    rows = [bar, Content.assemble(mark, plain(shorten(words, max(1, width - 2))))]
    named = [
        f"{days_off_words(each)} {printable_line(each.name)}"
        for each in breaks_between(cycle.starts_on, cycle.last_day, days_off)
    ]
    return [*rows, plain(shorten(f"{_OFF} " + "; ".join(named), width))] if named else rows


def cycle_words(cycle: Cycle, days_off: Sequence[DayOff], today: date) -> str:
    """How far a cycle is: "day 12 of 28, 2 weeks and 2 days left, 9 school days"."""
    starts, last = cycle.starts_on, cycle.last_day
    if cycle.state == "closed" and cycle.closed_on is not None:
        verdict = f": {_t(cycle.verdict)}" if cycle.verdict else ""
        return _("closed {day}{verdict}").format(day=say_date(cycle.closed_on, today), verdict=verdict)
    if starts is None or last is None:
        return _("no days yet: From and To say when it runs")
    if today < starts:
        return _("begins {day}, in {number}").format(
            day=say_date(starts, today), number=counted((starts - today).days, "{n} day", "{n} days")
        )
    day = _("day {n} of {n2}").format(n=(today - starts).days + 1, n2=(last - starts).days + 1)
    if today > last:
        return _("{day}, {number} past its last day").format(
            day=day, number=counted((today - last).days, "{n} day", "{n} days")
        )
    if today == last:
        return _("{day}, its last day").format(day=day)
    school = school_days_between(today + timedelta(days=1), last, days_off)
    return _("{day}, {length} left, {number}").format(
        day=day, length=_length((last - today).days), number=counted(school, "{n} school day", "{n} school days")
    )


def _length(days: int) -> str:
    weeks, rest = divmod(days, 7)
    parts = [counted(weeks, "{n} week", "{n} weeks")] if weeks else []
    return listed_and(parts + ([counted(rest, "{n} day", "{n} days")] if rest else []))


def _line(cycle: Cycle, first: date, last: date, days_off: Sequence[DayOff], today: date, room: int) -> list[_Cell]:
    """The line, each day two cells wide or one; where even that is too wide, as many days in a cell as it takes."""
    days = [first + timedelta(days=more) for more in range((last - first).days + 1)]
    shown = [_Cell(_shown(cycle, day, days_off, today), day) for day in days]
    for each in (2, 1):
        line = list(_in_weeks(shown, each, last))
        if len(line) <= room:
            return line
    room = max(1, room)
    return [shown[place * len(shown) // room] for place in range(room)]


def _in_weeks(shown: Sequence[_Cell], each: int, last: date) -> Iterator[_Cell]:
    """The days with a stroke before each week, and one at the end."""
    for place, cell in enumerate(shown):
        if place % 7 == 0:
            yield _Cell(_WEEK, cell.day)
        yield from [cell] * each
    yield _Cell(_WEEK, last)


def _shown(cycle: Cycle, day: date, days_off: Sequence[DayOff], today: date) -> str:
    if break_on(day, days_off) is not None:
        return _OFF
    if day < today:
        return _GONE
    return _MORE if cycle.ends_on is not None and day > cycle.ends_on else _COMING


def _marked(line: Sequence[_Cell], today: date | None) -> Content:
    """The line with today's mark in the place of its day, or behind it where that is past."""
    words = "".join(cell.shown for cell in line)
    if today is None or not line or today < line[0].day:
        return Content.from_text(words, markup=False).stylize("$accent")
    before = [place for place, cell in enumerate(line) if cell.day <= today and cell.shown != _WEEK]
    here = [place for place in before if line[place].day == today] or before[-1:]
    place = len(line) if today > line[-1].day else here[0]
    return Content.assemble((words[:place], "$accent"), (_TODAY, "bold $foreground"), (words[place + 1 :], "$accent"))
