"""Bells: the periods of a school day, which schedule rings on which day, and when the next bell is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from coachtui.model.school_days import DayOff, is_school_day
from coachtui.model.timing import clock_text, length_text, local_time, utc_ms_of
from coachtui.wording import _

BellDayKind = Literal["weekday", "turn", "single"]
WEEKDAYS = (1, 2, 3, 4, 5)
_ONE_DAY = timedelta(days=1)


class Schedule(NamedTuple):
    """A named set of periods: Regular, Early release."""

    id: str
    name: str


class Period(NamedTuple):
    """A period of a schedule, between two bells, as minutes of the day."""

    id: str
    schedule: str
    name: str
    from_minute: int
    to_minute: int


class BellDay(NamedTuple):
    """Says which schedule rings when.

    On a `weekday`, 1 for Monday; at its `turn` of so many `turns` that follow each other from `day` on, school day by school day;
    or on a `single` day, where no schedule means no school.
    """

    id: str
    schedule: str | None
    kind: BellDayKind
    weekday: int | None = None
    turn: int | None = None
    turns: int | None = None
    day: date | None = None


class Ring(NamedTuple):
    """A bell: the moment at which it rings, and what begins or ends with it."""

    utc_ms: int
    words: str

    def ahead(self, now_ms: int, zone: str) -> str:
        """When it rings, as seen from a moment before: next bell 10:42 · in 4 min."""
        return _("next bell {time} · in {length}").format(
            time=clock_text(self.utc_ms, zone), length=length_text(self.utc_ms - now_ms)
        )


@dataclass(frozen=True)
class Bells:
    """All that is known of a school's bells; without schedules none ever rings."""

    schedules: Sequence[Schedule] = ()
    periods: Sequence[Period] = ()
    days: Sequence[BellDay] = ()
    days_off: Sequence[DayOff] = ()

    def on(self, day: date) -> Schedule | None:
        """The schedule of a day. What is said of the day itself counts first, then days off, then its weekday, then turns."""
        single = next((each for each in self.days if each.kind == "single" and each.day == day), None)
        if single is not None:
            return self.called(single.schedule)
        if not is_school_day(day, self.days_off):
            return None
        weekday = next((e for e in self.days if e.kind == "weekday" and e.weekday == day.isoweekday()), None)
        rule = weekday or self._turn_on(day)
        return None if rule is None else self.called(rule.schedule)

    def called(self, schedule_id: str | None) -> Schedule | None:
        """The schedule with this id."""
        return next((each for each in self.schedules if each.id == schedule_id), None)

    def periods_of(self, schedule: Schedule | None) -> list[Period]:
        """The periods of a schedule, by their first bell."""
        found = [each for each in self.periods if schedule is not None and each.schedule == schedule.id]
        return sorted(found, key=lambda each: (each.from_minute, each.to_minute, each.name, each.id))

    def rings_on(self, day: date, zone: str) -> list[Ring]:
        """Every bell of a day in its order; what rings at the same moment is one bell."""
        words: dict[int, list[str]] = {}
        for period in self.periods_of(self.on(day)):
            words.setdefault(utc_ms_of(day, period.to_minute, zone), []).insert(
                0, _("{name} ends").format(name=period.name)
            )
            words.setdefault(utc_ms_of(day, period.from_minute, zone), []).append(
                _("{name} begins").format(name=period.name)
            )
        return [Ring(utc_ms, ", ".join(words[utc_ms])) for utc_ms in sorted(words)]

    def next_ring(self, utc_ms: int, zone: str) -> Ring | None:
        """The next bell of today, if one still rings."""
        rings = self.rings_on(local_time(utc_ms, zone).date(), zone)
        return next((ring for ring in rings if ring.utc_ms > utc_ms), None)

    def next_period(self, utc_ms: int, zone: str) -> Period | None:
        """The period that begins next, today."""
        day = local_time(utc_ms, zone).date()
        later = (p for p in self.periods_of(self.on(day)) if utc_ms_of(day, p.from_minute, zone) > utc_ms)
        return next(later, None)

    def _turn_on(self, day: date) -> BellDay | None:
        """Whose turn a school day is: breaks, and single days without school, take no turn."""
        turns = [each for each in self.days if each.kind == "turn" and each.day is not None and each.day <= day]
        if not turns:
            return None
        count, each_day = 0, max(rule.day for rule in turns if rule.day is not None)
        while each_day < day:
            count += self._takes_turn(each_day)
            each_day += _ONE_DAY
        turn = count % (turns[0].turns or len(turns)) + 1
        return next((each for each in turns if each.turn == turn), None)

    def _takes_turn(self, day: date) -> bool:
        single = next((each for each in self.days if each.kind == "single" and each.day == day), None)
        return single.schedule is not None if single is not None else is_school_day(day, self.days_off)
