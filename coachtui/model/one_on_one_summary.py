"""A 1:1 in plain words: what both may see, or, for me alone, the private items too."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.model.item import Item
from coachtui.model.one_on_one import Decision, OneOnOne
from coachtui.wording import _

_HEADINGS = (
    (_("Talked about"), "discussed"),
    (_("On the agenda"), "open"),
    (_("Goes on to the next 1:1"), "carried"),
    (_("Parked"), "parked"),
)
_STATES = {"planned": _("planned"), "begun": _("goes on"), "held": _("held"), "skipped": _("not held")}


def summary(lead: str, one: OneOnOne, items: Sequence[Item], decisions: Sequence[Decision], today: date, *,
            with_private: bool = False) -> str:  # fmt: skip
    """The words of a 1:1 with the lead of this name. Without `with_private` nothing of a private item is in it."""
    shown = [item for item in items if with_private or not item.private]
    return "\n".join(_lines(lead, one, shown, decisions, today))


def _lines(
    lead: str, one: OneOnOne, items: Sequence[Item], decisions: Sequence[Decision], today: date
) -> Iterator[str]:
    time = "" if one.minute is None else f" {minute_words(one.minute)}"
    yield _("1:1 with {lead}, {day}{time} ({state})").format(
        lead=lead, day=say_date(one.day, today), time=time, state=_STATES[one.state]
    )
    if one.skipped_because:
        yield _("Because: {skipped_because}").format(skipped_because=one.skipped_because)
    for heading, state in _HEADINGS:
        some = [item for item in items if item.state == state]
        if some:
            yield ""
            yield f"{heading}:"
            yield from (f"- {_item_words(item, lead)}" for item in some)
    if decisions:
        yield ""
        yield _("Decided:")
        yield from (f"- {decision.words}" for decision in decisions)
    elif one.no_decision:
        yield ""
        yield _("No decision.")


def _item_words(item: Item, lead: str) -> str:
    """The words, who brought them, and where they were carried from."""
    who = f"{next(iter(lead.split()), lead)}: " if item.author == "lead" else ""
    more = [item.origin, _("private") if item.private else ""]
    notes = ", ".join(each for each in more if each)
    return f"{who}{item.words}" + (f" ({notes})" if notes else "")
