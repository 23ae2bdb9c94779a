"""An entry of a lead's record, what the lead wrote beside it, and the file that both are in."""

from datetime import date
from typing import Literal, NamedTuple

from coachtui.model.ref import reference
from coachtui.model.summary import KINDS, EntryKind
from coachtui.model.written import normal

Place = Literal["block", "place", "next", "end", "item", "reply"]
"""Where in the file the lead wrote: inside an entry, in the place under it, for the next 1:1, at the end.

An item is one row of what is written for the next 1:1; a reply came another way and is in no file.
"""

WordsState = Literal["new", "seen", "replaced"]


class Entry(NamedTuple):
    """One summary as it was shared last. `about` is the id of what it tells of; `words` are those of its block, to the byte."""

    id: str
    lead: str
    cycle: str | None
    kind: EntryKind
    about: str
    day: date
    title: str
    version: int
    words: str

    @property
    def ref(self) -> str:
        """What a person types to name it."""
        return reference("e", self.id)


class LeadWords(NamedTuple):
    """What a lead wrote in the record. `version` is that of the entry whose words were changed, 0 elsewhere.

    Words that are replaced stood there before; they are kept. `about` is the id of what a reply is to.
    """

    id: str
    lead: str
    cycle: str | None
    entry: str | None
    version: int
    place: Place
    words: str
    at_utc_ms: int
    state: WordsState
    about: str | None = None

    def is_beside(self, entry: Entry) -> bool:
        """Whether they stand beside a newer form of the entry that says something else: both changed it."""
        is_of_it = self.place == "block" and self.entry == entry.id and self.version < entry.version
        return is_of_it and normal(self.words) != normal(entry.words)


class Conflict(NamedTuple):
    """An entry that both changed: its newest words and the lead's stand beside each other."""

    lead: str
    lead_name: str
    entry: Entry
    words: LeadWords


class RecordFile(NamedTuple):
    """One file of a lead's record: of one cycle, or of what is outside of any.

    `name` is the file's own. `standing` is what the lead wrote and did not take away, `replaced` what they did.
    """

    lead: str
    lead_name: str
    cycle: str | None
    title: str
    name: str
    entries: tuple[Entry, ...]
    standing: tuple[LeadWords, ...] = ()
    replaced: tuple[LeadWords, ...] = ()

    @property
    def first_name(self) -> str:
        """What the lead is called in the file."""
        return next(iter(self.lead_name.split()), self.lead_name)


class FoundWords(NamedTuple):
    """What a file holds of the lead's now, by entry, version and place; nothing is said of places that were not found."""

    lead: str
    cycle: str | None
    places: dict[tuple[str | None, int, Place], str]


def in_order(entries: list[Entry]) -> list[Entry]:
    """The entries by day, then by kind; those of one kind stay in their order."""
    return sorted(entries, key=lambda entry: (entry.day, KINDS.index(entry.kind)))
