"""A card of what is older than it is to be kept: it goes only where the person says so."""

from collections.abc import Iterator

from coachtui.model.card import Card
from coachtui.model.day_facts import Day, Facts
from coachtui.model.listed_words import listed_and
from coachtui.model.retention import kind_words
from coachtui.wording import _

_FIRST = _("Close the program, and type: coachtui purge --due")


def keeping_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """Something is older than the settings say it is kept; once a month, and never by name."""
    told = [kind_words(each.kind, each.number) for each in facts.outdated if each.number]
    if told:
        yield Card(
            f"keeping:{day.today:%Y-%m}", "keeping", _("Older than you keep it"), f"{listed_and(told)}.", _FIRST, "", ""
        )
