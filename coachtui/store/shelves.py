"""The shelves of the notebook, one a noun."""

from coachtui.store.accounts import Accounts
from coachtui.store.agendas import Agendas
from coachtui.store.bells import BellShelf
from coachtui.store.blocks import Blocks
from coachtui.store.calendar import Calendar
from coachtui.store.closings import Closings
from coachtui.store.cycles import Cycles
from coachtui.store.deadlines import Deadlines
from coachtui.store.discarding import Discarding
from coachtui.store.drafts import Drafts
from coachtui.store.history import History
from coachtui.store.imports import Imports
from coachtui.store.items import Items
from coachtui.store.lead_page import LeadPages
from coachtui.store.leads import Leads
from coachtui.store.ledger import Ledger
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.observations import Observations
from coachtui.store.one_on_ones import OneOnOnes
from coachtui.store.outbox import Outbox
from coachtui.store.people import People
from coachtui.store.record import Record
from coachtui.store.rosters import Rosters
from coachtui.store.search import Search
from coachtui.store.shelf import Desk
from coachtui.store.spans import Spans
from coachtui.store.steps import Steps
from coachtui.store.team_rows import TeamRows
from coachtui.store.teams import Teams
from coachtui.store.today import TodayShelf
from coachtui.store.words import Words


class Shelves:
    """All of them, around one desk."""

    def __init__(self, desk: Desk) -> None:
        rows = ObservationRows(desk.file)
        self.drafts = Drafts(desk)
        team_rows = TeamRows(desk.file)
        self.leads = Leads(desk)
        self.teams = Teams(desk, team_rows)
        self.rosters = Rosters(desk, self.leads, team_rows)
        self.people = People(desk, self.leads, self.teams)
        self.lines = Lines(desk, rows, self.drafts)
        self.spans = Spans(desk)
        self.observations = Observations(desk, rows, self.drafts, self.people, self.lines, self.spans)
        self.imports = Imports(desk, rows)
        self.agendas = Agendas(desk)
        self.closings = Closings(desk)
        self.accounts = Accounts(desk, self.lines)
        self.history = History(desk)
        self.discarding = Discarding(desk, self.lines)
        self._lay_out_growth(desk, rows, team_rows)

    def _lay_out_growth(self, desk: Desk, rows: ObservationRows, team_rows: TeamRows) -> None:
        """The shelves of what leads grow by, and of the day."""
        self.calendar = Calendar(desk)
        self.steps = Steps(desk)
        self.cycles = Cycles(desk, self.steps)
        self.record = Record(desk)
        self.ledger = Ledger(desk, self.record)
        self.items = Items(desk)
        self.outbox = Outbox(desk, self.record, self.items)
        self.blocks = Blocks(desk)
        self.deadlines = Deadlines(desk)
        self.one_on_ones = OneOnOnes(desk, self.items, self.cycles, self.steps, self.blocks, self.deadlines)
        self.lead_pages = LeadPages(
            desk.file, self.leads, team_rows, self.cycles, self.steps, self.calendar, self.one_on_ones, rows
        )
        self.bells = BellShelf(desk)
        self.today = TodayShelf(desk, rows, self.cycles, self.steps, self.bells, self.one_on_ones, self.record)
        self.search = Search(desk.file)
        self.words = Words(desk.file)
