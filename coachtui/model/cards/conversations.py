"""Cards of difficult conversations: one planned for today, one whose day is past, one to be followed up.

With whom it is, and what it is about, stands on no card.
"""

from collections.abc import Iterator
from datetime import date

from coachtui.model.bell_text import minute_text
from coachtui.model.card import Card, day_words
from coachtui.model.conversation import Conversation
from coachtui.model.day_facts import Day, Facts, Person
from coachtui.wording import _


def conversation_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A plan of which something is due: holding it, saying how it went, or the follow-up."""
    for plan, lead in facts.conversations:
        due = plan.follow_up_on if plan.state == "held" else plan.day
        if due is None or due > day.today:
            continue
        title, why, first = _follow_up(due, lead, day) if plan.state == "held" else _to_hold(plan, due, lead, day)
        yield Card(f"conversation:{plan.id}:{plan.state}:{due}", "conversation", title, why, first, "conversations",
                   plan.id, plan.ref, due, lead.id)  # fmt: skip


def _follow_up(due: date, lead: Person, day: Day) -> tuple[str, str, str]:
    why = _("You meant to look at it again {day}.").format(day=day_words(due, day.today))
    return (
        _("Follow-up of the conversation, {name}").format(name=lead.name),
        why,
        _("Talk with {first_name}: what changed since?").format(first_name=lead.first_name),
    )


def _to_hold(plan: Conversation, due: date, lead: Person, day: Day) -> tuple[str, str, str]:
    title = _("Conversation planned with {name}").format(name=lead.name)
    whose = (
        _("{first_name} holds it").format(first_name=lead.first_name) if plan.held_by == "lead" else _("You hold it")
    )
    if due < day.today:
        first = _("Talk with {first_name}: was it held, and what came of it? If not, a new day.").format(
            first_name=lead.first_name
        )
        return title, _("Its day was {day}; nothing says how it went.").format(day=day_words(due, day.today)), first
    at = "" if plan.minute is None else _(" at {time}").format(time=minute_text(plan.minute))
    first = (
        _("See that {first_name} has what is needed.").format(first_name=lead.first_name)
        if plan.held_by == "lead"
        else _("Read the one page once more.")
    )
    return title, _("It is today{at}. {whose}.").format(at=at, whose=whose), first
