"""The crib: all that is needed while a conversation is held, on one page."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.crib import crib
from coachtui.tui.dialogs.page import Page
from coachtui.tui.words import plain


class CribPage(Page):
    """Shows the crib as it would be printed."""

    def __init__(self, plan: Conversation, rows: Sequence[PlanRow], lead_name: str) -> None:
        super().__init__()
        self._lines = crib(plan, rows, lead_name)
        self.title_words = Content.assemble(" ", ("To hold it by", "bold"))

    def parts(self) -> Iterable[Widget]:
        """The lines, as they are."""
        yield Static(plain("\n".join(self._lines)))
