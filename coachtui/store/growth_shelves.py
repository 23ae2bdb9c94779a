"""The shelves of what leads grow by, and of the day: each is imported and laid out when it is first asked for.

A meeting needs none of them, and the first keys of one are not to wait for them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from coachtui.store.holds import Holds
from coachtui.store.leads import Leads
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.shelf import Desk
from coachtui.store.team_rows import TeamRows

if TYPE_CHECKING:
    from coachtui.store.bells import BellShelf
    from coachtui.store.blocks import Blocks
    from coachtui.store.by_name import ByName
    from coachtui.store.calendar import Calendar
    from coachtui.store.carrying import Carrying
    from coachtui.store.conversations import Conversations
    from coachtui.store.cycles import Cycles
    from coachtui.store.deadlines import Deadlines
    from coachtui.store.feedback import FeedbackShelf
    from coachtui.store.items import Items
    from coachtui.store.lead_page import LeadPages
    from coachtui.store.ledger import Ledger
    from coachtui.store.one_on_ones import OneOnOnes
    from coachtui.store.outbox import Outbox
    from coachtui.store.own_words import OwnWords
    from coachtui.store.purging import Purging
    from coachtui.store.record import Record
    from coachtui.store.rosters import Rosters
    from coachtui.store.steps import Steps
    from coachtui.store.supports import Supports
    from coachtui.store.today import TodayShelf
    from coachtui.store.together import Together
    from coachtui.store.words import Words


class GrowthShelves:
    """These shelves, around the desk and the people of the others."""

    holds: Holds
    leads: Leads
    lines: Lines
    _desk: Desk
    _rows: ObservationRows
    _team_rows: TeamRows

    @cached_property
    def rosters(self) -> "Rosters":
        """Lists of people, taken in as one."""
        from coachtui.store.rosters import Rosters

        return Rosters(self._desk, self.leads, self._team_rows)

    @cached_property
    def calendar(self) -> "Calendar":
        """Days off."""
        from coachtui.store.calendar import Calendar

        return Calendar(self._desk)

    @cached_property
    def steps(self) -> "Steps":
        """What leads have agreed to do."""
        from coachtui.store.steps import Steps

        return Steps(self._desk)

    @cached_property
    def cycles(self) -> "Cycles":
        """Learning cycles."""
        from coachtui.store.cycles import Cycles

        return Cycles(self._desk, self.steps)

    @cached_property
    def record(self) -> "Record":
        """What was shared, and what leads wrote beside it."""
        from coachtui.store.record import Record

        return Record(self._desk)

    @cached_property
    def ledger(self) -> "Ledger":
        """Every share."""
        from coachtui.store.ledger import Ledger

        return Ledger(self._desk, self.record, self.feedback)

    @cached_property
    def feedback(self) -> "FeedbackShelf":
        """What is drafted for leads from the lines."""
        from coachtui.store.feedback import FeedbackShelf

        return FeedbackShelf(self._desk, self.lines, self.steps, self.calendar)

    @cached_property
    def own_words(self) -> "OwnWords":
        """What the speller takes as it is."""
        from coachtui.store.own_words import OwnWords

        return OwnWords(self._desk)

    @cached_property
    def conversations(self) -> "Conversations":
        """Plans of difficult conversations."""
        from coachtui.store.conversations import Conversations

        return Conversations(self._desk, self.steps)

    @cached_property
    def supports(self) -> "Supports":
        """What leads asked for."""
        from coachtui.store.supports import Supports

        return Supports(self._desk)

    @cached_property
    def together(self) -> "Together":
        """What is done at one screen by two."""
        from coachtui.store.together import Together

        return Together(self._desk)

    @cached_property
    def items(self) -> "Items":
        """What is on the agenda of 1:1s."""
        from coachtui.store.items import Items

        return Items(self._desk)

    @cached_property
    def outbox(self) -> "Outbox":
        """What waits for the courier."""
        from coachtui.store.outbox import Outbox

        return Outbox(self._desk, self.record, self.items)

    @cached_property
    def blocks(self) -> "Blocks":
        """Release time."""
        from coachtui.store.blocks import Blocks

        return Blocks(self._desk)

    @cached_property
    def deadlines(self) -> "Deadlines":
        """What is due when."""
        from coachtui.store.deadlines import Deadlines

        return Deadlines(self._desk)

    @cached_property
    def one_on_ones(self) -> "OneOnOnes":
        """1:1s."""
        from coachtui.store.one_on_ones import OneOnOnes

        return OneOnOnes(self._desk, self.items, self.cycles, self.steps, self.blocks, self.deadlines)

    @cached_property
    def lead_pages(self) -> "LeadPages":
        """What is shown of leads."""
        from coachtui.store.lead_page import LeadPages

        return LeadPages(
            self._desk.file,
            self.leads,
            self._team_rows,
            self.cycles,
            self.steps,
            self.calendar,
            self.one_on_ones,
            self._rows,
            self.feedback,
            self.supports,
        )

    @cached_property
    def bells(self) -> "BellShelf":
        """Bell times."""
        from coachtui.store.bells import BellShelf

        return BellShelf(self._desk)

    @cached_property
    def today(self) -> "TodayShelf":
        """The review of a day."""
        from coachtui.store.today import TodayShelf

        return TodayShelf(self._desk, self._rows, self.cycles, self.steps, self.bells, self.one_on_ones, self.record,
                          self.blocks, self.conversations, self.supports, self.holds)  # fmt: skip

    @cached_property
    def purging(self) -> "Purging":
        """What was done away with for good."""
        from coachtui.store.purging import Purging

        return Purging(self._desk, self.holds)

    @cached_property
    def carrying(self) -> "Carrying":
        """All of it, to be carried to another computer."""
        from coachtui.store.carrying import Carrying
        from coachtui.store.notebook import SHAPE

        return Carrying(self._desk.file, self._desk.events, SHAPE)

    @cached_property
    def by_name(self) -> "ByName":
        """What one can go to by its name."""
        from coachtui.store.by_name import ByName

        return ByName(self._desk.file)

    @cached_property
    def words(self) -> "Words":
        """Every word of the notebook."""
        from coachtui.store.words import Words

        return Words(self._desk.file)
