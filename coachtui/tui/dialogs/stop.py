"""The page that leads out of coaching: what the matter needs is not a conversation planned here."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coachtui.model.scenario import Scenario
from coachtui.tui.dialogs.page import Page
from coachtui.tui.words import plain
from coachtui.wording import _


class StopPage(Page):
    """Says what to do instead, and whom to call."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario
        self.title_words = Content.assemble(" ", plain(scenario.title).stylize("bold"))

    def parts(self) -> Iterable[Widget]:
        """The page as the scenario's file has it."""
        found = self._scenario
        yield Static(plain("\n\n".join(found.page)))
        for title, rows in ((_("What to do"), found.do), (_("Whom to call"), found.call)):
            if rows:
                yield Static(Content(title), classes="heading")
                yield Static(plain("\n".join(f"· {row}" for row in rows)))
