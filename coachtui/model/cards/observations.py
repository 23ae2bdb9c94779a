"""Cards of observations: one that was cut off, one whose feedback is nearly late."""

from collections.abc import Iterator
from datetime import date, datetime

from coachtui.model.card import MEETING, Card, clock_words, day_words
from coachtui.model.day_facts import Day, Facts, Watched
from coachtui.model.school_days import add_school_days, school_hours_between
from coachtui.model.timing import length_text, local_time

NEARING_HOURS, LATE_HOURS = 24, 48
_GIVEN_UP_HOURS = 10 * 24
"""Feedback on a meeting two weeks past helps nobody any more."""


def resume_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """An observation that was never ended: go on, or end it where it stopped."""
    for each in facts.cut_off:
        who = " · ".join(part for part in (each.team, each.lead) if part) or "team not named"
        began = local_time(each.anchor.utc_ms, each.zone)
        lines = "1 line" if each.lines == 1 else f"{each.lines} lines"
        ago = length_text(day.now_ms - each.anchor.utc_ms)
        why = f"Begun {day_words(began.date(), day.today)} at {clock_words(began)}, {ago} ago, {lines}, not ended."
        first = "Go on with it, or end it where it stopped."
        yield Card(f"resume:{each.id}", "resume", who, why, first, "observations", each.id, each.ref)


def feedback_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A meeting with marked lines, or a draft, of which nothing was shared, from one school day on (T8: 48 school hours)."""
    for each in facts.watched:
        ended, now = local_time(each.ended_ms, each.zone), local_time(day.now_ms, each.zone)
        hours = school_hours_between(ended, now, day.days_off)
        if (each.marked or each.draft) and NEARING_HOURS <= hours <= _GIVEN_UP_HOURS:
            due = add_school_days(ended.date(), LATE_HOURS // 24, day.days_off)
            why = f"{_marked(each)} from {_meeting(each, ended, day)}; {_late(hours, due, ended, day)}"
            begun = "begun, " if each.draft else ""
            title = f"Feedback for {each.lead.name}, {begun}not shared yet"
            table, identity = (MEETING, each.id) if each.draft is None else ("feedback", each.draft)
            yield Card(f"feedback:{each.id}", "feedback", title, why, _first(each), table, identity,
                       each.draft_ref or each.ref, due, each.lead.id)  # fmt: skip


def _first(each: Watched) -> str:
    if each.draft:
        return f"Finish the draft, talk with {each.lead.first_name}, then share it."
    return f"Talk with {each.lead.first_name}, then share one strength and one step."


def _marked(each: Watched) -> str:
    count = {0: "No marked line", 1: "1 marked line"}
    return count.get(each.marked, f"{each.marked} marked lines")


def _meeting(each: Watched, ended: datetime, day: Day) -> str:
    when = day_words(ended.date(), day.today)
    return f"{each.team}, {when}" if each.team else when


def _late(hours: float, due: date, ended: datetime, day: Day) -> str:
    if hours >= LATE_HOURS:
        return "48 school hours are over."
    return f"48 school hours are up {day_words(due, day.today)} at {clock_words(ended)}."
