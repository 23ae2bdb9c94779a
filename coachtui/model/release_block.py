"""Release-time blocks: when a lead is released from teaching to lead, what for, and what came of it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from coachtui.model.answers import is_word
from coachtui.model.day_words import day_at_start, day_words, minute_words, read_minute
from coachtui.wording import _, _m

AGREED, LOST = "agreed", _m("lost")
_PERIOD = re.compile(r"(?:p|per|period|periodo|período|hora) ?\d{1,2}|\d(?:st|nd|rd|th)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,3})(?:m|min|mins|minutes|minutos)?", re.IGNORECASE)
USUAL_MINUTES = 45
LOOKED_BACK = timedelta(weeks=3)
"""How far back it is counted what was kept."""
MUCH_LOST = 30
"""Percent of what was planned; more than that is worth a talk."""


class ReleaseBlock(NamedTuple):
    """One block. `period` is the school's own word for when it is; `actual` is None until it is known what came about.

    `agreed` says that the loss was agreed with the lead: it then counts neither for nor against.
    """

    id: str
    lead: str
    day: date
    minute: int | None
    period: str
    minutes: int
    planned: str
    actual: str | None = None
    actual_minutes: int | None = None
    lost_because: str = ""
    agreed: bool = False

    @property
    def when(self) -> str:
        """The day and the period or time, as people say them."""
        time = self.period or ("" if self.minute is None else minute_words(self.minute))
        return f"{day_words(self.day)} {time}".rstrip()

    @property
    def is_told(self) -> bool:
        """Whether it is known what came about."""
        return self.actual_minutes is not None

    @property
    def lost_minutes(self) -> int:
        """How much of it was lost."""
        return 0 if self.actual_minutes is None else max(0, self.minutes - self.actual_minutes)


class Kept(NamedTuple):
    """What was planned and what was kept, in minutes, of the blocks that are told; and why the rest was lost."""

    planned_minutes: int
    actual_minutes: int
    lost: tuple[str, ...]

    @property
    def percent(self) -> int | None:
        """How much was kept; None where nothing was planned."""
        return round(100 * self.actual_minutes / self.planned_minutes) if self.planned_minutes else None

    @property
    def is_much_lost(self) -> bool:
        """Whether so much was lost that it is worth a talk with the lead."""
        return 100 * (self.planned_minutes - self.actual_minutes) > MUCH_LOST * self.planned_minutes


class Plan(NamedTuple):
    """A block as it was typed."""

    day: date
    minute: int | None
    period: str
    minutes: int
    planned: str


def kept_of(blocks: Iterable[ReleaseBlock]) -> Kept:
    """What was kept of these. What ran over in one makes up for nothing in another, and an agreed loss does not count."""
    told = [block for block in blocks if block.is_told]
    planned = sum(block.minutes - (block.lost_minutes if block.agreed else 0) for block in told)
    actual = sum(block.minutes - block.lost_minutes for block in told)
    lost = tuple(
        block.lost_because or _("no reason noted") for block in told if block.lost_minutes and not block.agreed
    )
    return Kept(planned, actual, lost)


def read_plan(words: str, today: date) -> Plan | None:
    """A block from one line, "Tue 10:15 45 observe Priya" or "Dec 3 P3 co-plan"; None where it names no day or no purpose."""
    day, rest = day_at_start(words, today)
    minute, period, minutes = None, "", None
    parts = rest.split()
    while parts:
        if minute is None and (found := read_minute(parts[0])) is not None:
            minute = found
        elif not period and _PERIOD.fullmatch(parts[0]):
            period = parts[0]
        elif not period and len(parts) > 1 and _PERIOD.fullmatch(f"{parts[0]} {parts[1]}"):
            period = " ".join((parts[0], parts.pop(1)))
        elif minutes is None and (told := _MINUTES.fullmatch(parts[0])) and int(told[1]):
            minutes = int(told[1])
            if len(parts) > 1 and parts[1].casefold() in ("min", "mins", "minutes", "minutos"):
                parts.pop(1)
        else:
            break
        parts.pop(0)
    planned = " ".join(parts)
    return Plan(day, minute, period, minutes or USUAL_MINUTES, planned) if day is not None and planned else None


def read_loss(words: str, minutes: int) -> tuple[int, str, bool]:
    """Minutes that were kept all the same, why the rest was lost, and whether that was agreed.

    "covered a class"; "20 of it kept" is "20 covered a class"; "agreed: state testing".
    """
    parts = words.split()
    kept = 0
    if len(parts) > 1 and (told := _MINUTES.fullmatch(parts[0])):
        kept = min(int(told[1]), minutes)
        parts.pop(0)
        if len(parts) > 1 and parts[0].casefold() in ("min", "mins", "minutes", "minutos"):
            parts.pop(0)
    first, colon, rest = " ".join(parts).partition(":")
    agreed = is_word(first, AGREED)
    return kept, (rest.strip() or AGREED) if agreed and colon else " ".join(parts), agreed
