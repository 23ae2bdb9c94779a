"""Cards of difficult conversations: one planned for today, one whose day is past, one to be followed up.

With whom it is, and what it is about, stands on no card.
"""

from collections.abc import Iterator
from datetime import date

from coachtui.model.bell_text import minute_text
from coachtui.model.card import Card, day_words
from coachtui.model.conversation import Conversation
from coachtui.model.day_facts import Day, Facts, Person


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
    why = f"You meant to look at it again {day_words(due, day.today)}."
    return f"Follow-up of the conversation, {lead.name}", why, f"Talk with {lead.first_name}: what changed since?"


def _to_hold(plan: Conversation, due: date, lead: Person, day: Day) -> tuple[str, str, str]:
    title = f"Conversation planned with {lead.name}"
    whose = f"{lead.first_name} holds it" if plan.held_by == "lead" else "You hold it"
    if due < day.today:
        first = f"Talk with {lead.first_name}: was it held, and what came of it? If not, a new day."
        return title, f"Its day was {day_words(due, day.today)}; nothing says how it went.", first
    at = "" if plan.minute is None else f" at {minute_text(plan.minute)}"
    first = (
        f"See that {lead.first_name} has what is needed." if plan.held_by == "lead" else "Read the one page once more."
    )
    return title, f"It is today{at}. {whose}.", first
