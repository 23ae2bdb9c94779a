"""1:1s: the series they come from, one meeting, what was decided in it, and the segments it went through."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from coachtui.model.day_words import day_at_end, day_words, minute_words, read_minute, read_weekday, weekday_words
from coachtui.wording import _

State = Literal["planned", "begun", "held", "skipped"]

_MOST_OFF = 60
"""So many meetings of a series in a row may fall on days off; after that nothing more is looked for."""
_SOME_WEEKS = re.compile(
    r"every (?:other|two|(?P<number>[1-4])) weeks?|every other|bi-?weekly|fortnightly|cada (?:dos|(?P<numero>[1-4])) semanas?"
)
USUAL_MINUTES = 30
_MINUTES = re.compile(r"(\d{1,3})(?:m|min|mins|minutes|minutos)?")
_WHO = re.compile(r"([^\W\d][^:\d]{0,29}?): *(.+)")


class Series(NamedTuple):
    """When a lead and I meet: every so many weeks on a weekday, 1 for Monday, at a minute of the day, for how long."""

    id: str
    lead: str
    every_weeks: int
    weekday: int
    minute: int
    minutes: int
    starts_on: date
    ended_on: date | None = None

    @property
    def words(self) -> str:
        """As people say it: every 2 weeks, Tue 9:15, 30 min."""
        often = (
            _("weekly")
            if self.every_weeks == 1
            else _("every {every_weeks} weeks").format(every_weeks=self.every_weeks)
        )
        return _("{often}, {weekday} {time}, {minutes} min").format(
            often=often, weekday=weekday_words(self.weekday), time=minute_words(self.minute), minutes=self.minutes
        )


class Wish(NamedTuple):
    """How often, when and how long two people want to meet, as it was typed."""

    every_weeks: int
    weekday: int
    minute: int
    minutes: int


class OneOnOne(NamedTuple):
    """One meeting with a lead. `slot` is the day of the series it stands for, None outside it; `day` when it really is.

    `ref` is what a person types to name it. `no_decision` says that nothing was decided, in so many words.
    """

    id: str
    ref: str
    lead: str
    slot: date | None
    day: date
    minute: int | None
    minutes: int
    state: State = "planned"
    skipped_because: str = ""
    began_utc_ms: int | None = None
    ended_utc_ms: int | None = None
    no_decision: bool = False

    @property
    def when(self) -> str:
        """The day and the time, as people say them."""
        return day_words(self.day) + ("" if self.minute is None else f" {minute_words(self.minute)}")


class Decision(NamedTuple):
    """What was decided in a 1:1: who does what by when. Without a who it is for both."""

    id: str
    lead: str
    one_on_one: str
    who: str
    what: str
    by_when: date | None

    @property
    def words(self) -> str:
        """As it was typed: Maria: pairs read the tickets first, by Thu Dec 3."""
        who = f"{self.who}: " if self.who else ""
        return who + self.what + ("" if self.by_when is None else _(", by {day}").format(day=day_words(self.by_when)))


class Segment(NamedTuple):
    """A stretch of a 1:1 as it went: its title and planned minutes, and when it began."""

    id: str
    lead: str
    one_on_one: str
    title: str
    minutes: int
    from_utc_ms: int


def occurrences(series: Series, from_day: date, is_off: Callable[[date], bool]) -> Iterator[date]:
    """The days of a series from this one on; one that falls on a day off is left out, and the rhythm goes on."""
    first = series.starts_on + timedelta(days=(series.weekday - series.starts_on.isoweekday()) % 7)
    step = timedelta(weeks=series.every_weeks)
    late = max(0, -((first - from_day) // step))
    day, off = first + late * step, 0
    while off < _MOST_OFF and (series.ended_on is None or day < series.ended_on):
        if is_off(day):
            off += 1
        else:
            off = 0
            yield day
        day += step


def read_wish(words: str) -> Wish | None:
    """The series that is wished: "weekly Tue 9:15 30", "every 2 weeks Thu 1:30"; None where weekday or time is missing."""
    text = " ".join(words.casefold().replace(",", " ").split())
    found = _SOME_WEEKS.search(text)
    every_weeks = 1 if found is None else int(found["number"] or found["numero"] or 2)
    parts = _SOME_WEEKS.sub(" ", text).split()
    weekday = next((day for part in parts if (day := read_weekday(part)) is not None), None)
    minute = next((time for part in parts if (time := read_minute(part)) is not None), None)
    if weekday is None or minute is None:
        return None
    length = next((int(told[1]) for part in reversed(parts) if (told := _MINUTES.fullmatch(part))), USUAL_MINUTES)
    return Wish(every_weeks, weekday, minute, length) if length else None


def read_decision(words: str, today: date) -> tuple[str, str, date | None]:
    """Who, what and by when, from one line: "Maria: pairs read the tickets first, by Dec 3"."""
    found = _WHO.fullmatch(words.strip())
    who, rest = (found[1], found[2]) if found else ("", words.strip())
    what, by_when = day_at_end(rest, today)
    return (who, what, by_when) if what else (who, rest, None)
