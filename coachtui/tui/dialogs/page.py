"""A page over a room: a title, text to be scrolled, and Esc to close it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Rule

from coachtui.tui.widgets.one_line import OneLine
from coachtui.wording import _


class Page(ModalScreen[None]):
    """Shows what `parts` gives."""

    CSS_PATH = "../styles/page.tcss"
    title_words: Content
    """What stands at the top."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "dismiss", _("Close")),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The title, the parts, how to leave."""
        with Vertical(id="page"):
            yield OneLine(self.title_words, Content(_("↑ ↓ scroll   Esc closes ")).stylize("$text-muted"))
            yield Rule()
            with VerticalScroll(id="text"):
                yield from self.parts()

    def parts(self) -> Iterable[Widget]:
        """What stands on the page, from top to bottom."""
        raise NotImplementedError

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#text", VerticalScroll).scroll_relative(y=lines, animate=False)
