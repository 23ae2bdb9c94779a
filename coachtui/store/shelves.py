"""The shelves of the notebook, one a noun."""

from coachtui.store.accounts import Accounts
from coachtui.store.agendas import Agendas
from coachtui.store.blocks import Blocks
from coachtui.store.closings import Closings
from coachtui.store.cycles import Cycles
from coachtui.store.deadlines import Deadlines
from coachtui.store.discarding import Discarding
from coachtui.store.drafts import Drafts
from coachtui.store.history import History
from coachtui.store.items import Items
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.observations import Observations
from coachtui.store.one_on_ones import OneOnOnes
from coachtui.store.people import People
from coachtui.store.search import Search
from coachtui.store.shelf import Desk
from coachtui.store.spans import Spans
from coachtui.store.steps import Steps


class Shelves:
    """All of them, around one desk."""

    def __init__(self, desk: Desk) -> None:
        rows = ObservationRows(desk.file)
        self.drafts = Drafts(desk)
        self.people = People(desk)
        self.lines = Lines(desk, rows, self.drafts)
        self.spans = Spans(desk)
        self.observations = Observations(desk, rows, self.drafts, self.people, self.lines, self.spans)
        self.agendas = Agendas(desk)
        self.closings = Closings(desk)
        self.accounts = Accounts(desk, self.lines)
        self.history = History(desk)
        self.discarding = Discarding(desk, self.lines)
        self.cycles = Cycles(desk)
        self.steps = Steps(desk)
        self.blocks = Blocks(desk)
        self.deadlines = Deadlines(desk)
        self.items = Items(desk)
        self.one_on_ones = OneOnOnes(desk, self.items, self.cycles, self.steps, self.blocks, self.deadlines)
        self.search = Search(desk.file)
