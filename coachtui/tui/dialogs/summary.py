"""The summary of an observation: minutes by segment, codes, talk, and the lines by look-for."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coachtui.model.framework import Framework
from coachtui.model.summed_up import summary_of
from coachtui.model.whole import Whole
from coachtui.tui.dialogs.page import Page
from coachtui.tui.words import plain
from coachtui.wording import _


class SummaryPage(Page):
    """One page, to be scrolled."""

    def __init__(self, whole: Whole, framework: Framework | None) -> None:
        super().__init__()
        self._parts = list(summary_of(whole, framework))
        who = whole.observation.team or whole.observation.ref
        self.title_words = Content.assemble((_("Summary"), "bold"), "  ", plain(who))

    def parts(self) -> ComposeResult:
        """The parts, each under its heading."""
        for heading, rows in self._parts:
            yield Static(plain(heading), classes="heading")
            yield Static(plain("\n".join(rows)))
