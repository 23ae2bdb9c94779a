"""Which cards a day has: one pure rule a kind, from the facts of the day."""

from coachtui.model.card import Card, in_order
from coachtui.model.cards.conversations import conversation_cards
from coachtui.model.cards.dates import deadline_cards
from coachtui.model.cards.leads import (
    conflict_cards,
    cycle_cards,
    gap_cards,
    one_on_one_cards,
    release_cards,
    step_cards,
    unseen_cards,
)
from coachtui.model.cards.observations import feedback_cards, resume_cards
from coachtui.model.cards.supports import step_down_cards, support_cards, taking_over_cards
from coachtui.model.day_facts import Day, Facts

RULES = (
    resume_cards, one_on_one_cards, step_cards, feedback_cards, unseen_cards, conflict_cards, cycle_cards,
    deadline_cards, release_cards, gap_cards, support_cards, conversation_cards, step_down_cards, taking_over_cards,
)  # fmt: skip


def cards_of(facts: Facts, day: Day) -> list[Card]:
    """Every card that the facts give on this day, by consequence."""
    return in_order(card for rule in RULES for card in rule(facts, day))
