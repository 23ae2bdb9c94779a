"""Items: what two people want to talk about in a 1:1, where each stands, and where it was carried from."""

from datetime import date
from typing import Literal, NamedTuple

from coachtui.model.day_words import day_words
from coachtui.wording import _

Author = Literal["me", "lead", "built"]
State = Literal["open", "discussed", "carried", "parked", "dropped"]

STATES: tuple[State, ...] = ("open", "discussed", "carried", "parked", "dropped")


class Item(NamedTuple):
    """One item. It is `open` until a 1:1 settles it; then `one_on_one` says which.

    `author` "built" is an item that the agenda made by itself. `source` is where such a one, or the lead's, comes from; the
    same source twice is the same item. `carried_from` is the day of the first 1:1 it was on, `follows` the item it goes on from.
    """

    id: str
    lead: str
    one_on_one: str | None
    place: int
    author: Author
    words: str
    private: bool = False
    state: State = "open"
    carried_from: date | None = None
    source: str | None = None
    follows: str | None = None

    @property
    def origin(self) -> str:
        """Where it was carried from, in words; nothing where it is new."""
        return "" if self.carried_from is None else _("carried from {day}").format(day=day_words(self.carried_from))

    @property
    def part(self) -> str:
        """The part of the agenda it belongs to: lead, mine, step, goal or dates."""
        if self.author != "built":
            return "lead" if self.author == "lead" else "mine"
        kind = (self.source or "").partition(":")[0]
        return {"step": "step", "cycle": "goal"}.get(kind, "dates")


def carried_on(item: Item, identity: str, day: date) -> Item:
    """The item as it waits for the next 1:1, after one on this day; it keeps the day it was carried from first."""
    return item._replace(
        id=identity, one_on_one=None, state="open", carried_from=item.carried_from or day, follows=item.id
    )
