"""Cards of support: a lead asked for help, it is to step back down, it took over twice."""

from collections.abc import Iterator

from coachtui.model.card import Card, day_words
from coachtui.model.day_facts import Day, Facts
from coachtui.model.school_days import add_school_days
from coachtui.model.support import RUNGS, taken_over_unasked
from coachtui.wording import _

ANSWER_DAYS = 2


def support_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A request that waits, from the day on which it was made; an answer is due two school days later (T12)."""
    for lead, supports in facts.supports:
        for each in supports:
            if each.is_waiting and each.asked_on <= day.today:
                due = add_school_days(each.asked_on, ANSWER_DAYS, day.days_off)
                asked, until = day_words(each.asked_on, day.today), day_words(due, day.today)
                why = _("Asked {asked}; an answer is due {until}.").format(asked=asked, until=until)
                if due < day.today:
                    why = _("Asked {asked}; an answer was due {until}.").format(asked=asked, until=until)
                first = _("Talk with {first_name}: what would help, and what stays in their hands?").format(
                    first_name=lead.first_name
                )
                title = _("{name} asked for help").format(name=lead.name)
                yield Card(f"support:{each.id}", "support", title, why, first, "supports",
                           each.id, None, due, lead.id)  # fmt: skip


def step_down_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A support whose day has come to step back down."""
    for lead, supports in facts.supports:
        for each in supports:
            down = each.steps_down_on
            if each.agreed is not None and each.ended_on is None and down is not None and down <= day.today:
                why = _("“{rung}” was to step back down {day}.").format(
                    rung=RUNGS[each.agreed], day=day_words(down, day.today)
                )
                first = _("Talk with {first_name}: what can go back into their hands now?").format(
                    first_name=lead.first_name
                )
                yield Card(f"step down:{each.id}:{down}", "step down", _("Support of {name}").format(name=lead.name), why, first,
                           "supports", each.id, None, down, lead.id)  # fmt: skip


def taking_over_cards(facts: Facts, __: Day) -> Iterator[Card]:
    """Twice in a row the principal spoke in a lead's place, and the lead had not asked for that (T13)."""
    for lead, supports in facts.supports:
        last = taken_over_unasked(supports)
        if last is not None:
            why = _("Twice in a row it was agreed that you speak in {first_name}'s place.").format(
                first_name=lead.first_name
            )
            first = _("Talk with {first_name}: what would they need to hold the next one themselves?").format(
                first_name=lead.first_name
            )
            yield Card(
                f"taking over:{last.id}",
                "taking over",
                _("Whose voice, {first_name}'s or yours?").format(first_name=lead.first_name),
                why,
                first,
                "supports",
                last.id,
                None,
                None,
                lead.id,
            )
