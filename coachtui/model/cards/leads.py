"""Cards of leads: a 1:1 at hand, a step due, one unseen, a record both changed, a cycle past its day, lost time, a gap."""

from collections.abc import Iterator
from datetime import date, timedelta

from coachtui.model.bell_text import minute_text
from coachtui.model.card import Card, day_words
from coachtui.model.cycle import Cycle
from coachtui.model.day_facts import Day, Facts, Person
from coachtui.model.school_days import days_without_breaks, school_days_past
from coachtui.model.step import Step
from coachtui.model.timing import utc_ms_of
from coachtui.wording import _

STEP_GRACE_DAYS = 2
UNSEEN_SCHOOL_DAYS = 15
LONGEST_CYCLE_DAYS = 35
_WITHOUT_BELLS = timedelta(minutes=60)


def one_on_one_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A 1:1 that begins now or in the next period; without bells, within the hour."""
    until = _end_of_next_period(day)
    for each in facts.planned:
        begins = utc_ms_of(day.today, each.minute, day.zone)
        if day.now_ms - 5 * 60_000 <= begins < until:
            title = _("1:1 with {name}, {time}").format(name=each.lead.name, time=minute_text(each.minute))
            why = _("It begins in {n} min.").format(n=max(0, -(-(begins - day.now_ms) // 60_000)))
            first = _("Look at what {first_name} wants to talk about.").format(first_name=each.lead.first_name)
            yield Card(f"1:1:{each.id}:{day.today}:{each.minute}", "1:1", title, why, first, "one_on_ones", each.id,
                       each.ref, day.today, each.lead.id)  # fmt: skip


def _end_of_next_period(day: Day) -> int:
    period = day.bells.next_period(day.now_ms, day.zone)
    if period is None:
        return day.now_ms + _WITHOUT_BELLS // timedelta(milliseconds=1)
    return utc_ms_of(day.today, period.to_minute, day.zone)


def step_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A step whose day is two school days past and that was not tried (T10); one to be looked at again from this day on."""
    for step, lead in facts.steps:
        title = _("Step of {name}").format(name=lead.name)
        if step.by_when is not None and _is_late(step, step.by_when, day):
            why, first = _late_words(step, step.by_when, lead, day)
            yield Card(f"step:{step.id}:{step.by_when}", "step", title, why, first, "steps", step.id,
                       step.ref, step.by_when, lead.id)  # fmt: skip
        elif step.is_to_be_checked(day.today):
            why, first = _check_words(step, lead, day)
            yield Card(f"step:{step.id}:check:{step.check_back}", "step", title, why, first, "steps",
                       step.id, step.ref, step.check_back, lead.id)  # fmt: skip


def _late_words(step: Step, by_when: date, lead: Person, day: Day) -> tuple[str, str]:
    why = _("“{words}” was to be tried by {day}.").format(words=step.words, day=day_words(by_when, day.today))
    return why, _("Talk with {first_name}: what came of it, and what was in the way?").format(
        first_name=lead.first_name
    )


def _check_words(step: Step, lead: Person, day: Day) -> tuple[str, str]:
    why = _("You meant to look at “{words}” again {day}.").format(
        words=step.words, day=day_words(step.check_back or day.today, day.today)
    )
    return why, _("Talk with {first_name}: what was tried, and what did it change?").format(first_name=lead.first_name)


def _is_late(step: Step, by_when: date, day: Day) -> bool:
    """Whether a step is overdue by more than the days of grace."""
    return step.is_overdue(day.today) and school_days_past(by_when, day.today, day.days_off) >= STEP_GRACE_DAYS


def unseen_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A lead of whom no meeting was watched for three instructional weeks (T6)."""
    for each in facts.seen:
        if school_days_past(each.last_day, day.today, day.days_off) >= UNSEEN_SCHOOL_DAYS:
            since = day_words(each.last_day, day.today)
            last = (
                _("Last watched {since}").format(since=since)
                if each.was_watched
                else _("Not watched yet, here since {since}").format(since=since)
            )
            first = _("Talk with {first_name} about a meeting to sit in on.").format(first_name=each.lead.first_name)
            yield Card(f"unseen:{each.lead.id}:{each.last_day}", "unseen", each.lead.name,
                       _("{last}: three school weeks and more.").format(last=last), first, "leads", each.lead.id, None, None,
                       each.lead.id)  # fmt: skip


def conflict_cards(facts: Facts, __: Day) -> Iterator[Card]:
    """An entry of a record that both changed."""
    for each in facts.both_changed:
        why = _("Both of you changed “{title}”. Both versions stand.").format(title=each.title)
        first = _("Talk with {first_name} about the words you both mean.").format(first_name=each.lead.first_name)
        yield Card(
            f"conflict:{each.words}",
            "conflict",
            _("Record of {name}").format(name=each.lead.name),
            why,
            first,
            "entries",
            each.lead.id,
            None,
            None,
            each.lead.id,
        )


def cycle_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A cycle past its day, or open for more than 35 days without having been made longer (T9)."""
    for cycle, lead in facts.cycles:
        why = _past_its_day(cycle, day)
        if why:
            first = _("Talk with {first_name}: close it, or make it longer once.").format(first_name=lead.first_name)
            key = f"cycle:{cycle.id}:{cycle.last_day or cycle.starts_on}"
            yield Card(key, "cycle", _("Cycle of {name}").format(name=lead.name), why, first, "cycles", cycle.id, cycle.ref,
                       cycle.last_day, lead.id)  # fmt: skip


def _past_its_day(cycle: Cycle, day: Day) -> str:
    """Why a cycle is to be looked at; nothing where it is in its time."""
    if cycle.last_day is not None and day.today > cycle.last_day:
        return _("Its last day was {day}, and it is not closed.").format(day=day_words(cycle.last_day, day.today))
    number = cycle.day_number(day.today)
    if number is not None and number > LONGEST_CYCLE_DAYS and cycle.extended_to is None:
        return _("It is on its day {number}; {longest_cycle_days} is the most without making it longer.").format(
            number=number, longest_cycle_days=LONGEST_CYCLE_DAYS
        )
    return ""


def release_cards(facts: Facts, __: Day) -> Iterator[Card]:
    """A lead who lost more than three tenths of the release time of three weeks, what was agreed left out (T11)."""
    for each in facts.lost_time:
        if each.kept.is_much_lost:
            why = _("{percent} % of what was planned in three weeks was kept.").format(percent=each.kept.percent)
            first = _("Talk with {first_name}: what would keep the time safe?").format(first_name=each.lead.first_name)
            yield Card(
                f"release:{each.lead.id}:{each.newest}",
                "release time",
                _("Release time of {name}").format(name=each.lead.name),
                why,
                first,
                "blocks",
                each.newest,
                None,
                None,
                each.lead.id,
            )


def gap_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A lead whose last 1:1 is longer ago than one and a half times the usual, breaks left out (T7)."""
    for each in facts.rhythms:
        days = days_without_breaks(each.last_day + timedelta(days=1), day.today, day.days_off)
        if days > 1.5 * 7 * each.every_weeks:
            usual = (
                _("every week")
                if each.every_weeks == 1
                else _("every {every_weeks} weeks").format(every_weeks=each.every_weeks)
            )
            since = day_words(each.last_day, day.today)
            last = (
                _("The last one was {since}").format(since=since)
                if each.was_held
                else _("They were to begin {since}").format(since=since)
            )
            yield Card(
                f"gap:{each.lead.id}:{each.last_day}",
                "1:1 gap",
                _("1:1 with {name}").format(name=each.lead.name),
                _("{last}; you meet {usual}.").format(last=last, usual=usual),
                _("Talk with {first_name} about a time.").format(first_name=each.lead.first_name),
                "leads",
                each.lead.id,
                None,
                None,
                each.lead.id,
            )
