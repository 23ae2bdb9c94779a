"""A card of Today: one thing that wants the person, why, and what to do first; and the order in which cards stand."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, get_args

from coachtui.model.calendar_words import weekday_day
from coachtui.model.day_facts import Day
from coachtui.model.school_days import is_school_day
from coachtui.model.timing import utc_ms_of
from coachtui.wording import _

CardKind = Literal[
    "resume", "1:1", "support", "conversation", "step", "feedback", "unseen", "conflict", "step down", "taking over",
    "cycle", "deadline", "release time", "1:1 gap", "keeping",
]  # fmt: skip
KINDS: tuple[CardKind, ...] = get_args(CardKind)
"""The kinds in the order of what it costs to leave them."""
MOST = 6
"""The cards that four minutes are enough for."""
SUBJECT = "today"
"""What Ctrl+Z takes back on Today: what was done and put off."""
AT_ONCE: tuple[CardKind, ...] = ("resume", "1:1")
_OF_ONE_KIND = 2
_MORNING = 5 * 60


class Card(NamedTuple):
    """`key` names the reason: a card that was done comes back only with another one.

    `table` and `id` say what it opens, `ref` is what a person types to name that. `why` is one sentence, and so is `first`,
    what to do first; `meanwhile` is the why of a meeting that is written down just now. No card holds what is judged, or
    what is mine alone.
    """

    key: str
    kind: CardKind
    title: str
    why: str
    first: str
    table: str
    id: str
    ref: str | None = None
    due: date | None = None
    lead_id: str | None = None
    meanwhile: str = ""


def in_order(cards: Iterable[Card]) -> list[Card]:
    """The cards by consequence; of what can wait, two of a kind before any third, so that no kind hides another.

    Within a kind by the day they are due, then by name: leads are never ranked.
    """
    of_kind: dict[str, list[Card]] = {}
    for card in cards:
        of_kind.setdefault(card.kind, []).append(card)
    placed: list[tuple[int, int, int, Card]] = []
    for kind, some in of_kind.items():
        for place, card in enumerate(sorted(some, key=_within_kind)):
            turn = 0 if kind in AT_ONCE else place // _OF_ONE_KIND
            placed.append((turn, KINDS.index(card.kind), place, card))
    return [card for *__, card in sorted(placed, key=lambda each: each[:3])]


def _within_kind(card: Card) -> tuple[date, str, str]:
    return (card.due or date.max, card.title.casefold(), card.key)


def next_morning(day: Day) -> int:
    """The morning of the next school day, in ms since 1970 UTC; of tomorrow where none comes soon."""
    days = (day.today + timedelta(days=more) for more in range(1, 60))
    found = next((each for each in days if is_school_day(each, day.days_off)), day.today + timedelta(days=1))
    return utc_ms_of(found, _MORNING, day.zone)


def in_a_week(day: Day) -> int:
    """The morning of this weekday in the next week, in ms since 1970 UTC."""
    return utc_ms_of(day.today + timedelta(days=7), _MORNING, day.zone)


def day_words(day: date, today: date) -> str:
    """A day within a sentence: today, yesterday, Tue Nov 24, with its year where that is another."""
    near = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}
    year = "" if day.year == today.year else f" {day.year}"
    return near.get((day - today).days, weekday_day(day) + year)


def clock_words(moment: datetime) -> str:
    """The time of a moment: 10:42."""
    return f"{moment.hour}:{moment.minute:02}"
