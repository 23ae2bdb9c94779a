"""One quiet row that says what takes long, how far it is, and how it is stopped; then, for a moment, what came of it."""

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message

from coachtui.tui.widgets.one_line import OneLine
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.tui.long_work import LongWork


class WorkRow(OneLine):
    """The row; a click stops what it tells of."""

    DEFAULT_CSS = """
    WorkRow {
        color: $foreground;
        background: $surface;
    }
    """

    class Stopped(Message):
        """It was clicked."""

    def tell(self, work: "LongWork", seconds: int) -> None:
        """Say how far something is, or what came of it."""
        if work.is_over or work.is_stopped:
            self.show(" " + (work.outcome or _("It is being stopped.")))
            return
        far = (
            ""
            if work.count is None
            else _("{done} of {all}").format(done=f"{work.count[0]:,}", all=f"{work.count[1]:,}")
        )
        told = " · ".join(part for part in (work.words, far, _("{n} s").format(n=seconds)) if part)
        ending = Content.assemble((_("Esc"), "$accent"), " ", _("stops it"), " ") if work.may_stop else ""
        self.show(f" {told}", ending)

    def on_click(self, event: events.Click) -> None:
        """Stop it."""
        event.stop()
        self.post_message(self.Stopped())
