"""What is known on a day of the leads and of the work with them: what the cards of Today are derived from."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coachtui.model.bell import Bells
from coachtui.model.conversation import Conversation
from coachtui.model.cycle import Cycle
from coachtui.model.observation import Observation
from coachtui.model.release_block import Kept
from coachtui.model.school_days import DayOff
from coachtui.model.step import Step
from coachtui.model.support import Support
from coachtui.model.timing import local_time


class Day(NamedTuple):
    """The moment at which someone looks, in ms since 1970 UTC, where they are, the bells and the days off."""

    now_ms: int
    zone: str
    bells: Bells = Bells()
    days_off: Sequence[DayOff] = ()

    @property
    def today(self) -> date:
        """The day it is there."""
        return local_time(self.now_ms, self.zone).date()


class Person(NamedTuple):
    """A lead, by id and name."""

    id: str
    name: str

    @property
    def first_name(self) -> str:
        """What the lead is called."""
        return next(iter(self.name.split()), self.name)


class Watched(NamedTuple):
    """An observation that is over, with how many lines of evidence are starred or coded; nothing of it was shared.

    `draft` and `draft_ref` are the id and the reference of the feedback that was begun.
    """

    id: str
    ref: str
    team: str | None
    lead: Person
    ended_ms: int
    zone: str
    marked: int
    draft: str | None = None
    draft_ref: str | None = None


class Seen(NamedTuple):
    """A lead, and the day on which a meeting of theirs was last watched; without one, the day on which they were added."""

    lead: Person
    last_day: date
    was_watched: bool


class Planned(NamedTuple):
    """A 1:1 of today that is still to come; `minute` is of the day."""

    id: str
    ref: str
    lead: Person
    minute: int


class Rhythm(NamedTuple):
    """How often a lead and I meet, and the last day on which we did, or on which it was to begin."""

    lead: Person
    every_weeks: int
    last_day: date
    was_held: bool


class BothChanged(NamedTuple):
    """An entry of a lead's record that both changed; `words` is the id of the lead's version."""

    lead: Person
    title: str
    words: str


class LostTime(NamedTuple):
    """What was kept of a lead's release time in the last weeks; `newest` is the id of the block that was lost last."""

    lead: Person
    kept: Kept
    newest: str


class Due(NamedTuple):
    """A deadline that is not done."""

    id: str
    label: str
    day: date
    role: str | None
    remind_days: int


class Facts(NamedTuple):
    """All of it."""

    cut_off: Sequence[Observation] = ()
    planned: Sequence[Planned] = ()
    steps: Sequence[tuple[Step, Person]] = ()
    watched: Sequence[Watched] = ()
    seen: Sequence[Seen] = ()
    both_changed: Sequence[BothChanged] = ()
    cycles: Sequence[tuple[Cycle, Person]] = ()
    deadlines: Sequence[Due] = ()
    rhythms: Sequence[Rhythm] = ()
    lost_time: Sequence[LostTime] = ()
    supports: Sequence[tuple[Person, Sequence[Support]]] = ()
    """What each lead asked for, in that order."""
    conversations: Sequence[tuple[Conversation, Person]] = ()
    """The plans of which something is still to come."""
