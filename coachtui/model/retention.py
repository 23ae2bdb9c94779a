"""How long what is written is kept, by kind: the spans that a person may state, and the day before which all is due."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from coachtui.model.listed_words import listed_and
from coachtui.wording import Noun, _, _m, _t

KINDS: dict[str, Noun] = {
    "observations": Noun("{n} observation", "{n} observations"),
    "feedback": Noun("{n} feedback", "{n} feedback"),
    "conversations": Noun("{n} conversation", "{n} conversations"),
    "one-on-ones": Noun("{n} one-on-one", "{n} one-on-ones"),
    "steps": Noun("{n} step", "{n} steps"),
    "release-time": Noun("{n} release time", "{n} release times"),
}
"""What may be kept for a time, and how one and several of it are called."""
_NAMES = (
    _m("observations"), _m("feedback"), _m("conversations"), _m("one-on-ones"), _m("steps"), _m("release-time"),
)  # fmt: skip
_LENGTHS = {
    "year": Noun("{n} year", "{n} years"),
    "month": Noun("{n} month", "{n} months"),
    "week": Noun("{n} week", "{n} weeks"),
    "day": Noun("{n} day", "{n} days"),
}
_OLD = re.compile(r"(.+) older than (\d+) (year|month|week|day)s?")
_SPAN = re.compile(
    r"(\d{1,3})\s*(y|years?|mo?|months?|w|weeks?|d|days?|a[ñn]os?|mes(?:es)?|semanas?|d[íi]as?)", re.IGNORECASE
)
_YEAR, _WEEK = ("year", 12, 0), ("week", 0, 7)
_UNITS = {"y": _YEAR, "a": _YEAR, "m": ("month", 1, 0), "w": _WEEK, "s": _WEEK, "d": ("day", 0, 1)}


class Span(NamedTuple):
    """A length of time; its words are English."""

    words: str
    months: int
    days: int

    def before(self, today: date) -> date:
        """The day so long before this one; what is older is due."""
        month = today.year * 12 + today.month - 1 - self.months
        if month < 12:
            return date.min
        year, month = divmod(month, 12)
        last = date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)
        return last.replace(day=min(today.day, last.day)) - timedelta(days=self.days)


Keep = Mapping[str, Span]
"""How long each kind is kept; a kind that is not named is kept for good."""


def read_span(words: str) -> Span | None:
    """The length of time that is meant: 3 years, 3y, 18 months, 90 days; None for what is none."""
    found = _SPAN.fullmatch(words.strip())
    if found is None or not int(found[1]):
        return None
    number = int(found[1])
    unit, months, days = _UNITS[found[2][0].lower()]
    return Span(f"{number} {unit}{'s' if number > 1 else ''}", number * months, number * days)


def read_keep(table: Mapping[str, str]) -> dict[str, Span]:
    """How long each kind is kept, of a table that was checked."""
    return {kind: span for kind, words in table.items() if kind in KINDS and (span := read_span(words)) is not None}


def what_is_old(keep: Keep) -> str:
    """Which kinds and how old, as it is kept: observations and feedback older than 3 years; steps older than 1 year."""
    of_span: dict[str, list[str]] = {}
    for kind, span in keep.items():
        of_span.setdefault(span.words, []).append(kind)
    return "; ".join(f"{_in_english(kinds)} older than {words}" for words, kinds in of_span.items())


def _in_english(kinds: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def told_old(what: str) -> str:
    """The same as a person reads it; "" where it is something else."""
    found = [_OLD.fullmatch(part) for part in what.split("; ")]
    return "; ".join(
        _("{names} older than {words}").format(
            names=listed_and([_t(kind) for kind in re.split(", | and ", each[1])]),
            words=_LENGTHS[each[3]].of(int(each[2])),
        )
        for each in found
        if each is not None
    )


def kind_words(kind: str, number: int) -> str:
    """So many of a kind: 1 observation, 12 observations."""
    return KINDS[kind].of(number)
