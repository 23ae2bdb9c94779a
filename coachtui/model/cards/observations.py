"""Cards of observations: one that was cut off, one whose feedback is nearly late."""

from collections.abc import Iterator
from datetime import date, datetime

from coachtui.model.card import Card, clock_words, day_words
from coachtui.model.day_facts import Day, Facts, Watched
from coachtui.model.ref import MEETING
from coachtui.model.school_days import add_school_days, school_hours_between
from coachtui.model.timing import length_text, local_time
from coachtui.wording import _

NEARING_HOURS, LATE_HOURS = 24, 48
_GIVEN_UP_HOURS = 10 * 24
"""Feedback on a meeting two weeks past helps nobody any more."""
_BEGUN = (
    _("Begun {day} at {time}, {ago} ago, {lines}, not ended."),
    _("Begun {day} at {time}, {ago} ago, {lines}, being written."),
)


def resume_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """An observation that was never ended: go on, or end it where it stopped."""
    for each in facts.cut_off:
        who = " · ".join(part for part in (each.team, each.lead) if part) or _("team not named")
        began = local_time(each.anchor.utc_ms, each.zone)
        lines = _("1 line") if each.lines == 1 else _("{lines} lines").format(lines=each.lines)
        ago = length_text(day.now_ms - each.anchor.utc_ms)
        why, meanwhile = (
            whole.format(day=day_words(began.date(), day.today), time=clock_words(began), ago=ago, lines=lines)
            for whole in _BEGUN
        )
        first = _("Go on with it, or end it where it stopped.")
        yield Card(
            f"resume:{each.id}", "resume", who, why, first, "observations", each.id, each.ref, meanwhile=meanwhile
        )


def feedback_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A meeting with marked lines, or a draft, of which nothing was shared, from one school day on (T8: 48 school hours)."""
    for each in facts.watched:
        ended, now = local_time(each.ended_ms, each.zone), local_time(day.now_ms, each.zone)
        hours = school_hours_between(ended, now, day.days_off)
        if (each.marked or each.draft) and NEARING_HOURS <= hours <= _GIVEN_UP_HOURS:
            due = add_school_days(ended.date(), LATE_HOURS // 24, day.days_off)
            why = _("{marked} from {meeting}; {late}").format(
                marked=_marked(each), meeting=_meeting(each, ended, day), late=_late(hours, due, ended, day)
            )
            whole = (
                _("Feedback for {name}, begun, not shared yet")
                if each.draft
                else _("Feedback for {name}, not shared yet")
            )
            title = whole.format(name=each.lead.name)
            table, identity = (MEETING, each.id) if each.draft is None else ("feedback", each.draft)
            yield Card(f"feedback:{each.id}", "feedback", title, why, _first(each), table, identity,
                       each.draft_ref or each.ref, due, each.lead.id)  # fmt: skip


def _first(each: Watched) -> str:
    if each.draft:
        return _("Finish the draft, talk with {first_name}, then share it.").format(first_name=each.lead.first_name)
    return _("Talk with {first_name}, then share one strength and one step.").format(first_name=each.lead.first_name)


def _marked(each: Watched) -> str:
    count = {0: _("No marked line"), 1: _("1 marked line")}
    return count.get(each.marked, _("{marked} marked lines").format(marked=each.marked))


def _meeting(each: Watched, ended: datetime, day: Day) -> str:
    when = day_words(ended.date(), day.today)
    return f"{each.team}, {when}" if each.team else when


def _late(hours: float, due: date, ended: datetime, day: Day) -> str:
    if hours >= LATE_HOURS:
        return _("48 school hours are over.")
    return _("48 school hours are up {day} at {time}.").format(day=day_words(due, day.today), time=clock_words(ended))
