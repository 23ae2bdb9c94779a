"""`coachtui today`: the review of the day, printed."""

from typing import TYPE_CHECKING, Any

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.facts import iso
from coachtui.commandline.speech import say, say_folded, say_json
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.card import MOST, Card
from coachtui.model.retention import read_keep
from coachtui.model.timing import local_time
from coachtui.settings import read_settings
from coachtui.store.begun_anew import sentence_of_before
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.store.today import Review


def run(call: Call) -> int:
    """Print the next bell and the cards, as Today shows them; for scripts, every card."""
    now_ms, zone = call.clock.now().utc_ms, call.clock.zone()
    with open_notebook(call) as notebook:
        review = notebook.today.review(now_ms, zone, read_keep(read_settings(call.places.settings)[0].keep))
        before = "" if call.as_json else sentence_of_before(notebook, call.places, call.clock)
    if call.as_json:
        say_json(_facts(review))
        return 0
    _tell(review)
    if before:
        say_folded(before)
    return 0


def _facts(review: "Review") -> dict[str, Any]:
    day = review.day
    ring = day.bells.next_ring(day.now_ms, day.zone)
    return {
        "now": iso(day.now_ms, day.zone),
        "bell": None if ring is None else iso(ring.utc_ms, day.zone),
        "cards": [_card_facts(card) for card in review.cards],
    }


def _card_facts(card: Card) -> dict[str, Any]:
    return {
        "kind": card.kind,
        "title": card.title,
        "ref": card.ref,
        "due": None if card.due is None else card.due.isoformat(),
    }


def _tell(review: "Review") -> None:
    day = review.day
    now = local_time(day.now_ms, day.zone)
    ring = day.bells.next_ring(day.now_ms, day.zone)
    bell = "" if ring is None else f"   {ring.ahead(day.now_ms, day.zone)}"
    say(f"{weekday_day_year(now)}  {now.hour}:{now.minute:02d}{bell}")
    for card in review.cards[:MOST]:
        ref = f"  ({card.ref})" if card.ref else ""
        say(f"\n{card.title}{ref}\n  {card.why}\n  {card.first}")
    if len(review.cards) > MOST:
        say(_("\nand {number}").format(number=counted(len(review.cards) - MOST, "{n} more", "{n} more")))
    for place, sentence in enumerate(review.first):
        say(f"\n{sentence}" if place == 0 else f"  {sentence}")
