"""The shelves of the notebook, one a noun."""

from coachtui.store.accounts import Accounts
from coachtui.store.agendas import Agendas
from coachtui.store.calendar import Calendar
from coachtui.store.closings import Closings
from coachtui.store.cycles import Cycles
from coachtui.store.discarding import Discarding
from coachtui.store.drafts import Drafts
from coachtui.store.history import History
from coachtui.store.lead_page import LeadPages
from coachtui.store.leads import Leads
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.observations import Observations
from coachtui.store.people import People
from coachtui.store.rosters import Rosters
from coachtui.store.search import Search
from coachtui.store.shelf import Desk
from coachtui.store.spans import Spans
from coachtui.store.steps import Steps
from coachtui.store.team_rows import TeamRows
from coachtui.store.teams import Teams


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
        self.agendas = Agendas(desk)
        self.closings = Closings(desk)
        self.accounts = Accounts(desk, self.lines)
        self.history = History(desk)
        self.discarding = Discarding(desk, self.lines)
        self.calendar = Calendar(desk)
        self.steps = Steps(desk)
        self.cycles = Cycles(desk, self.steps)
        self.lead_pages = LeadPages(desk.file, self.leads, team_rows, self.cycles, self.steps, self.calendar, rows)
        self.search = Search(desk.file)
