"""The items that an agenda builds by itself: from the open steps, the cycle, deadlines and release time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.cycle import Cycle
from coachtui.model.dates import say_date
from coachtui.model.day_words import day_words
from coachtui.model.deadline import Deadline, left_words
from coachtui.model.item import Item
from coachtui.model.release_block import Kept, ReleaseBlock
from coachtui.model.step import Step
from coachtui.wording import _, _t

DEADLINE_DAYS = 21
UNTOUCHED = 3
"""A goal that was not touched in so many 1:1s is brought to mind."""


class Facts(NamedTuple):
    """What is known of a lead when a 1:1 is prepared. `since` is the day of the last one, `kept` the release time since then.

    `ahead` are the blocks planned for the next days.
    """

    lead: str
    today: date
    steps: Sequence[Step] = ()
    cycle: Cycle | None = None
    goal_untouched: bool = False
    deadlines: Sequence[Deadline] = ()
    kept: Kept = Kept(0, 0, ())
    ahead: Sequence[ReleaseBlock] = ()
    since: date | None = None


def built_items(facts: Facts) -> list[Item]:
    """The items that these facts make. Each has its source for an id: nothing is stored until it is settled."""
    return [
        Item(source, facts.lead, None, place, "built", words, source=source)
        for place, (source, words) in enumerate(_built(facts))
    ]


def _built(facts: Facts) -> Iterator[tuple[str, str]]:
    for step in facts.steps:
        late = _(" (by {day})").format(day=day_words(step.by_when)) if step.by_when is not None else ""
        yield f"step:{step.id}", _("Step: {words}{late}. Tried? What was seen?").format(words=step.words, late=late)
    if facts.cycle is not None:
        yield f"cycle:{facts.cycle.id}", _cycle_words(facts.cycle, facts)
    for deadline in facts.deadlines:
        left = left_words(deadline.days_left(facts.today))
        yield f"deadline:{deadline.id}", f"{deadline.label}: {say_date(deadline.day, facts.today)}, {left}"
    if facts.kept.planned_minutes:
        since = (
            _(" since {day}").format(day=day_words(facts.since))
            if facts.since is not None
            else _(" in the last three weeks")
        )
        lost = _("; lost: {lost}").format(lost=", ".join(facts.kept.lost)) if facts.kept.lost else ""
        words = _("Release time{since}: {actual_minutes} of {planned_minutes} min kept{lost}").format(
            since=since, actual_minutes=facts.kept.actual_minutes, planned_minutes=facts.kept.planned_minutes, lost=lost
        )
        yield "blocks:", words
    if facts.ahead:
        yield (
            "blocks-ahead:",
            _("Release time ahead: {parts}").format(
                parts="; ".join(f"{each.when} {each.planned}" for each in facts.ahead)
            ),
        )


def _cycle_words(cycle: Cycle, facts: Facts) -> str:
    """The day of the cycle and its goal, and whether the goal was left aside for long."""
    number, last = cycle.day_number(facts.today), cycle.last_day
    if number is None:
        words = _("Cycle ({state})").format(state=_t(cycle.state))
    else:
        days = (
            "" if last is None or cycle.starts_on is None else _(" of {n}").format(n=(last - cycle.starts_on).days + 1)
        )
        words = _("Cycle day {number}{days}").format(number=number, days=days)
    words += f": {cycle.goal}" if cycle.goal else _(", no goal yet")
    return (
        _("{words} (not touched in the last {untouched} one-to-ones)").format(words=words, untouched=UNTOUCHED)
        if facts.goal_untouched
        else words
    )


def is_goal_untouched(held: Sequence[Sequence[Item]]) -> bool:
    """Whether in none of the last few 1:1s the goal was talked about; `held` has the items of each, the newest first."""
    last = held[:UNTOUCHED]
    return len(last) == UNTOUCHED and not any(
        item.part == "goal" and item.author == "built" and item.state == "discussed" for items in last for item in items
    )


def on_the_agenda(kept: Iterable[Item], built: Iterable[Item], one_on_one: str | None) -> list[Item]:
    """The items of a 1:1: those that wait, those it settled, and the built ones that no kept one stands for.

    A built one that was carried takes its present words and keeps the day it came from.
    """
    kept = list(kept)
    fresh = {item.source: item for item in built}
    shown: list[Item] = []
    for item in kept:
        here = item.one_on_one is None or item.one_on_one == one_on_one
        if item.state == "parked" and not (here and item.one_on_one is not None):
            fresh.pop(item.source, None)
        elif here:
            now = fresh.pop(item.source, None) if item.author == "built" else None
            is_gone = item.state == "dropped" and item.one_on_one is None
            if not is_gone:
                shown.append(item._replace(words=now.words) if now is not None and item.state == "open" else item)
    return [*shown, *fresh.values()]
