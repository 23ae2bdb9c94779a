"""The shelves of the notebook, one a noun."""

from coachtui.store.accounts import Accounts
from coachtui.store.agendas import Agendas
from coachtui.store.closings import Closings
from coachtui.store.discarding import Discarding
from coachtui.store.drafts import Drafts
from coachtui.store.growth_shelves import GrowthShelves
from coachtui.store.history import History
from coachtui.store.holds import Holds
from coachtui.store.imports import Imports
from coachtui.store.leads import Leads
from coachtui.store.lines import Lines
from coachtui.store.observation_rows import ObservationRows
from coachtui.store.observations import Observations
from coachtui.store.people import People
from coachtui.store.search import Search
from coachtui.store.shelf import Desk
from coachtui.store.spans import Spans
from coachtui.store.team_rows import TeamRows
from coachtui.store.teams import Teams


class Shelves(GrowthShelves):
    """All of them, around one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows = rows = ObservationRows(desk.file)
        self.drafts = Drafts(desk)
        self._team_rows = team_rows = TeamRows(desk.file)
        self.leads = Leads(desk)
        self.teams = Teams(desk, team_rows)
        self.people = People(desk, self.leads, self.teams)
        self.lines = Lines(desk, rows, self.drafts)
        self.spans = Spans(desk)
        self.observations = Observations(desk, rows, self.drafts, self.people, self.lines, self.spans)
        self.imports = Imports(desk, rows)
        self.agendas = Agendas(desk)
        self.closings = Closings(desk)
        self.accounts = Accounts(desk, self.lines)
        self.history = History(desk)
        self.holds = Holds(desk)
        self.discarding = Discarding(desk, self.lines, self.holds)
        self.search = Search(desk.file)
