"""The crib: all that is needed while a conversation is held, on one page."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.crib import ON_CRIB, crib
from coachtui.tui.commands import GATE
from coachtui.tui.dialogs.page import Page
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.words import plain
from coachtui.wording import _

_ONLY_MINE = _("Nothing on it is for both yet, and only that leaves. In the plan p opens a row for both.")


class CribPage(Page):
    """Shows the crib as it would be printed; p goes to the gate with it, where it is copied or saved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "hand_over", show=False)]

    def __init__(self, plan: Conversation, rows: Sequence[PlanRow], lead_name: str) -> None:
        super().__init__()
        self._plan = plan
        self._is_for_both = any(row.part in ON_CRIB and not row.is_private for row in rows)
        self._lines = crib(plan, rows, lead_name)
        self.title_words = Content.assemble(
            " ", (_("To hold it by"), "bold"), (_("   p prints or saves it"), "$text-muted")
        )

    def parts(self) -> Iterable[Widget]:
        """The lines, as they are."""
        yield Static(plain("\n".join(self._lines)))

    def action_hand_over(self) -> None:
        """Go to the gate with what both can see of it."""
        if not self._is_for_both:
            self.notify(_ONLY_MINE, markup=False)
            return
        self.post_message(GoTo(GATE, f"crib:{self._plan.id}"))
